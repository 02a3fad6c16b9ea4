import { matchesOf } from '../matches.ts'
import { isName } from './names.ts'
import { postEnds } from './posts.ts'

const PART = /[^、， ]+(?: (?=[^、， ](?:[、， ]|$))[^、， ])?/gu

/** Parts of the content of a bracket, divided by 、 or a gap; 李 敏 is one. */
export const partsOfBracket = (words: string): { start: number; end: number }[] =>
  matchesOf(words, PART).map((match) => ({ start: match.index, end: match.index + match[0].length }))

/** Where a name begins in a part, behind a post if there is one; -1 where there is no name: 局长李敏. */
export const nameStart = (part: string): number => {
  const bare = (from: number) => part.slice(from).replaceAll(' ', '')
  if (isName(bare(0))) return 0
  return postEnds(part, 0).findLast((end) => isName(bare(end))) ?? -1
}
