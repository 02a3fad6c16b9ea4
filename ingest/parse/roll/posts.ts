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

/** 市委, 党工委. */
const OWN_COMMITTEE = /^(?:[市县区州旗盟镇乡]委|[镇乡]党委|党委|街道党工委|党工委)$/u
/** True where the words in front of a post are part of it: 市委副书记, 党工委委员, 市政府党组成员 are leaders of the place, and of no body. */
export const standsForItself = (body: string, post: string): boolean =>
  (OWN_COMMITTEE.test(body) && isLeaderPost(`${body}${post}`)) || (body.endsWith('政府') && post.startsWith('党组'))

/** 副县长、公安局局长 are posts, and nothing else. */
export const isPosts = (words: string): boolean =>
  words.split(/[、兼]/u).every((post) => post !== '' && postEnds(post, 0).includes(post.length))
