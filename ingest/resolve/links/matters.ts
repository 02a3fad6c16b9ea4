import type { GraphBuilder } from '../graph-builder.ts'
import type { Identities } from '../identities.ts'
import { type ItemisedMeeting, itemId } from '../items.ts'
import type { Told } from '../told.ts'
import { putOffIn } from './resumes.ts'

/** What an item does with a document that it cites, as a tie between its own policy and that one. */
const TIES: Partial<Record<string, 'REVISES' | 'REPEALS' | 'IMPLEMENTS'>> = {
  revises: 'REVISES',
  repeals: 'REPEALS',
  implements: 'IMPLEMENTS',
}

const addTies = (
  { item, document }: Told,
  { key, date }: ItemisedMeeting,
  graph: GraphBuilder,
  { policies }: Pick<Identities, 'policies'>,
): void => {
  const [subject, ...others] = new Set(item.policies.map(({ title }) => policies.id(key, title)))
  // Of an item with several policies nobody can tell which of them does it.
  if (subject === undefined || others.length > 0) return
  for (const { title, relation, span } of item.cites) {
    const type = relation && TIES[relation]
    const to = policies.id(key, title)
    if (!type || subject === to) continue
    const evidence = { document, start: span.start, end: span.end }
    graph.inferred({ type, from: subject, to, props: { by: 'cited' } }, date, [evidence])
  }
}

/** What the items of a meeting have to do with other meetings: the ties between policies, and which policies they considered, for `addResumes`. */
export const addMatters = (
  meeting: ItemisedMeeting,
  graph: GraphBuilder,
  { policies, considered }: Pick<Identities, 'policies' | 'considered'>,
): void => {
  for (const one of meeting.items)
    for (const account of one.told) {
      const { item, document } = account
      for (const { title, span } of item.policies)
        considered.push({
          item: itemId(meeting, one, graph),
          seq: one.seq,
          policy: policies.id(meeting.key, title),
          date: meeting.date,
          putOff: putOffIn(item, title),
          evidence: { document, start: span.start, end: span.end },
        })
      addTies(account, meeting, graph, { policies })
    }
}
