/** A set of words that can be asked which of them stands at a place of a text. */
export type Trie<Value> = {
  next: Map<number, Trie<Value>>
  value: Value | undefined
  word: boolean
  /** Marks the first signs of the words by their lowest bits: at most places of a text no word begins, and this says so at once. */
  firsts: Uint8Array
}

const BITS = 0x3ff
const UNMARKED = new Uint8Array(0)

const node = <Value>(firsts: Uint8Array): Trie<Value> => ({ next: new Map(), value: undefined, word: false, firsts })

export const trieOf = <Value>(entries: Iterable<readonly [string, Value]>): Trie<Value> => {
  const root = node<Value>(new Uint8Array(BITS + 1))
  for (const [word, value] of entries) {
    if (!word) continue
    root.firsts[word.charCodeAt(0) & BITS] = 1
    let at = root
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      let next = at.next.get(code)
      if (!next) {
        next = node(UNMARKED)
        at.next.set(code, next)
      }
      at = next
    }
    at.word = true
    at.value = value
  }
  return root
}

export const trieOfWords = (words: Iterable<string>): Trie<true> =>
  trieOf([...words].map((word) => [word, true] as const))

const NONE: readonly number[] = []

/** Ends of all words that begin at `from`, the shortest first. */
export const endsAt = <Value>(trie: Trie<Value>, text: string, from: number): readonly number[] => {
  if (from >= text.length) return NONE
  const first = text.charCodeAt(from)
  if (trie.firsts[first & BITS] === 0) return NONE
  let ends: number[] | null = null
  let at: Trie<Value> | undefined = trie.next.get(first)
  for (let i = from + 1; at; i++) {
    if (at.word) (ends ??= []).push(i)
    at = i < text.length ? at.next.get(text.charCodeAt(i)) : undefined
  }
  return ends ?? NONE
}

/** The end of the longest word that begins at `from`, or -1. */
export const longestAt = <Value>(trie: Trie<Value>, text: string, from: number): number => {
  if (from >= text.length) return -1
  const first = text.charCodeAt(from)
  if (trie.firsts[first & BITS] === 0) return -1
  let longest = -1
  let at: Trie<Value> | undefined = trie.next.get(first)
  for (let i = from + 1; at; i++) {
    if (at.word) longest = i
    at = i < text.length ? at.next.get(text.charCodeAt(i)) : undefined
  }
  return longest
}
