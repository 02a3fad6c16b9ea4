import type { Span } from '../../../model/record.ts'
import { GROUP_TAILS } from '../../lexicon/agents.ts'
import type { Mention } from '../bodies/mentions.ts'
import { longestAt, trieOfWords } from '../tries.ts'

/** Bodies that a sentence names in one breath; `end` reaches behind 等部门 and the like. */
export type Group = Span & { members: Mention[] }

const tails = trieOfWords(GROUP_TAILS)
/** 县交通局、沿线乡镇政府: a collective at the end of the list. */
const COLLECTIVE_TAIL =
  /^[、和及与](?:沿线|沿途|相关|有关|各相关|各有关|各|涉及|所在|属地|辖区|项目所在)(?:乡镇|镇街|镇|乡|街道|区县|县区|县市|部门|单位|村)(?:（街道）|街道)?(?:人民政府|政府|办事处)?/u
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
      const collective = COLLECTIVE_TAIL.exec(folded.slice(group.end, group.end + 16))?.[0].length ?? 0
      if (tail < 0 && collective === 0) break
      group.end = Math.max(tail, group.end + collective)
    }
  }
  return out
}
