import type { Span } from '../../../model/record.ts'
import { GROUP_TAILS } from '../../lexicon/agents.ts'
import type { Mention } from '../bodies/mentions.ts'
import { longestAt, trieOfWords } from '../tries.ts'

/** Bodies that a sentence names in one breath; `end` reaches behind 等部门 and the like. */
export type Group = Span & { members: Mention[] }

const tails = trieOfWords(GROUP_TAILS)
const JOINTS = new Set(['、', '和', '及', '以及', '与', '', '并'])

/** Runs of bodies joined by 、 and 和, in order. */
export const groupsOf = (folded: string, mentions: readonly Mention[]): Group[] => {
  const out: Group[] = []
  for (const mention of mentions) {
    const last = out.at(-1)
    const joint = last ? folded.slice(last.members.at(-1)?.end ?? last.end, mention.start) : null
    if (last && joint !== null && JOINTS.has(joint) && mention.level !== 'above') {
      last.members.push(mention)
      last.end = mention.end
    } else out.push({ start: mention.start, end: mention.end, members: [mention] })
  }
  for (const group of out) {
    for (let tries = 0; tries < 3; tries++) {
      const tail = longestAt(tails, folded, group.end)
      if (tail < 0) break
      group.end = tail
    }
  }
  return out
}
