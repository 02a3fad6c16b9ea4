import { LEADER_POSTS, POST_HEADS, POST_MODIFIERS, POST_ORGS } from '../../lexicon/posts.ts'
import { beginsWord, endsAt, endsWord, longestAt, trieOfEndings, trieOfWords } from '../tries.ts'

const heads = trieOfWords(POST_HEADS)
const modifiers = trieOfWords(POST_MODIFIERS.filter(Boolean))
const organisations = trieOfWords(POST_ORGS.filter(Boolean))
const leaders = trieOfEndings(LEADER_POSTS)

const tries = [heads, modifiers, organisations]
const starts = Uint8Array.from({ length: 0x10000 }, (_, code) => (tries.some((trie) => beginsWord(trie, code)) ? 1 : 0))
const NONE: readonly number[] = []

/** Ends of every post that begins at `from`: 副局长, 市委常委, 党组书记. */
export const postEnds = (text: string, from: number): readonly number[] => {
  if (starts[text.charCodeAt(from)] !== 1) return NONE
  // The sign begins words of posts, but here most often none of them.
  if (tries.every((trie) => longestAt(trie, text, from) < 0)) return NONE
  const ends: number[] = []
  for (const org of [from, ...endsAt(organisations, text, from)])
    for (const modifier of [org, ...endsAt(modifiers, text, org)])
      for (const second of modifier === org ? [org] : [modifier, ...endsAt(modifiers, text, modifier)])
        for (const head of endsAt(heads, text, second)) if (!ends.includes(head)) ends.push(head)
  if (!ends.length) return NONE
  // 区长候选人 is one post.
  for (const end of ends) if (text.startsWith('候选人', end) && !ends.includes(end + 3)) ends.push(end + 3)
  // 秘书长 is never a 秘书 and somebody whose name begins with 长.
  const whole = ends.filter((end) => text[end] !== '长' || !ends.includes(end + 1))
  return whole.sort((a, b) => a - b)
}

/** True where a post stands for the government itself and for no bureau. */
export const isLeaderPost = (post: string): boolean =>
  endsWord(leaders, post, post.length) || /^(?:市|县|区|州|旗)(?:委|政府)?(?:常委|副?书记|长)/u.test(post)
