/**
 * A set of words that can be asked which of them stands at a place of a text.
 * Nodes are numbers, 0 is the root. All ways from node to node lie in one hash table, four numbers to a way:
 * the node that it leaves, the sign that it takes, the node to which it leads (0 where the slot is free), and a gap.
 */
export type Trie = {
  ways: Int32Array
  /** 1 for each node at which a word ends. */
  words: Uint8Array
  /** Marks the first signs of the words by their lowest bits: at most places of a text no word begins, and this says so at once. */
  firsts: Uint8Array
}

const BITS = 0x7ff

/** The slot of the way from a node by a sign, or the free one in which it would lie. */
const slotOf = (ways: Int32Array, node: number, code: number): number => {
  const last = ways.length - 4
  let slot = (Math.imul((node << 13) ^ code, 0x9e3779b1) >>> 10) & last
  while (ways[slot + 2] !== 0 && (ways[slot] !== node || ways[slot + 1] !== code)) slot = (slot + 4) & last
  return slot
}

/** The node behind a sign, or 0. */
const follow = (ways: Int32Array, node: number, code: number): number => ways[slotOf(ways, node, code) + 2] ?? 0

export const trieOfWords = (list: Iterable<string>): Trie => {
  const distinct = new Set(list)
  let most = 0
  for (const word of distinct) most += word.length
  const ways = new Int32Array(2 ** Math.ceil(Math.log2(8 * most + 8)))
  const words = new Uint8Array(most + 1)
  const firsts = new Uint8Array(BITS + 1)
  let nodes = 0
  for (const word of distinct) {
    if (!word) continue
    firsts[word.charCodeAt(0) & BITS] = 1
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      const slot = slotOf(ways, node, code)
      if (ways[slot + 2] === 0) {
        nodes++
        ways[slot] = node
        ways[slot + 1] = code
        ways[slot + 2] = nodes
      }
      node = ways[slot + 2] ?? 0
    }
    words[node] = 1
  }
  return { ways, words, firsts }
}

/** The words of a table that says something of each. */
export const trieOf = (entries: Iterable<readonly [string, unknown]>): Trie =>
  trieOfWords([...entries].map(([word]) => word))

/** True for a sign with which a word begins. */
export const beginsWord = ({ ways, firsts }: Trie, code: number): boolean =>
  firsts[code & BITS] === 1 && follow(ways, 0, code) > 0

const NONE: readonly number[] = []

/** Ends of all words that begin at `from`, the shortest first. */
export const endsAt = ({ ways, words, firsts }: Trie, text: string, from: number): readonly number[] => {
  if (from >= text.length) return NONE
  const first = text.charCodeAt(from)
  if (firsts[first & BITS] === 0) return NONE
  let ends: number[] | null = null
  let node = follow(ways, 0, first)
  for (let i = from + 1; node > 0; i++) {
    if (words[node] === 1) (ends ??= []).push(i)
    node = i < text.length ? follow(ways, node, text.charCodeAt(i)) : 0
  }
  return ends ?? NONE
}

/** The end of the longest word that begins at `from`, or -1. */
export const longestAt = ({ ways, words, firsts }: Trie, text: string, from: number): number => {
  if (from >= text.length) return -1
  const first = text.charCodeAt(from)
  if (firsts[first & BITS] === 0) return -1
  let longest = -1
  let node = follow(ways, 0, first)
  for (let i = from + 1; node > 0; i++) {
    if (words[node] === 1) longest = i
    node = i < text.length ? follow(ways, node, text.charCodeAt(i)) : 0
  }
  return longest
}

/** Words that are looked for from their last sign back: `endsWord`. */
export const trieOfEndings = (list: readonly string[]): Trie =>
  trieOfWords(list.map((word) => word.split('').reverse().join('')))

/** True where one of the words ends at `end` and begins at `from` or behind it. */
export const endsWord = ({ ways, words, firsts }: Trie, text: string, end: number, from = 0): boolean => {
  if (end <= from || firsts[text.charCodeAt(end - 1) & BITS] === 0) return false
  let node = 0
  for (let i = end - 1; i >= from; i--) {
    node = follow(ways, node, text.charCodeAt(i))
    if (node === 0) return false
    if (words[node] === 1) return true
  }
  return false
}
