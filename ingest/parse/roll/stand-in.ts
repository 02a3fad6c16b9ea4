import { ATTENDS } from '../../lexicon/roll-words.ts'
import { endsAt, longestAt, trieOfWords } from '../tries.ts'
import { isName } from './names.ts'
import { postEnds } from './posts.ts'

/** Who was stood in for: `start` to `end` is the name, `ends` where the words about it end. */
export type StandIn = { start: number; end: number; ends: number }

const FOR = trieOfWords(['代', '代替', '替'])
const attends = trieOfWords(ATTENDS)

/**
 * 代局长徐青出席, behind the name of the person who came. The word at the end is what tells it from a post held until
 * an election (代局长徐青).
 */
export const standIn = (text: string, from: number): StandIn | null => {
  for (const word of endsAt(FOR, text, from))
    for (const start of [...postEnds(text, word), word])
      for (const size of [3, 2, 4]) {
        const end = start + size
        const verb = text.startsWith('同志', end) ? end + 2 : end
        const ends = longestAt(attends, text, verb)
        if (ends > 0 && isName(text.slice(start, end))) return { start, end, ends }
      }
  return null
}
