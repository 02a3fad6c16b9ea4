import type { NodeId } from '../../model/graph.ts'
import type { MinutesRecord, RollEntry } from '../../model/record.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { Identities } from './identities.ts'
import type { ItemisedMeeting } from './items.ts'

type Context = { meeting: NodeId; document: string; date: string | null; graph: GraphBuilder } & Identities

const addEntry = (
  entry: RollEntry,
  from: NodeId,
  { meeting, document, date, graph, bodies }: Omit<Context, 'people'>,
): void => {
  const where = { document, date }
  if (entry.role === 'absent') {
    graph.edge(
      { type: 'ABSENT_FROM', from, to: meeting, props: { as: entry.body, reason: entry.reason ?? null } },
      where,
      [entry.span],
    )
    return
  }
  const { role, body, post, onBehalfOf, confidence } = entry
  graph.edge(
    { type: 'ATTENDED', from, to: meeting, props: { role, as: body, post, onBehalfOf, confidence }, apart: role },
    where,
    [entry.span],
  )
  if (body !== null)
    graph.edge(
      { type: 'REPRESENTED', from: bodies.id(body), to: meeting, props: { named: true, role }, apart: 'named' },
      where,
      [entry.span],
    )
}

const addChairAndRecorders = (record: MinutesRecord, { meeting, document, date, graph, people }: Context): void => {
  const { chair, spans } = record.meeting
  const named = people.in(record)
  const where = { document, date }
  if (chair && named.chair !== null) {
    const { post, acting, onBehalfOf } = chair
    const props = { post, acting, onBehalfOf }
    graph.edge({ type: 'CHAIRED', from: named.chair, to: meeting, props }, where, [chair.span])
  }
  const { recorders: span } = spans
  if (span)
    for (const from of named.recorders) graph.edge({ type: 'RECORDED', from, to: meeting, props: {} }, where, [span])
}

/** Who was there, who was not, and for which body. Returns how many people and bodies came, each counted once. */
export const addRoll = (
  { id, date, sources }: ItemisedMeeting,
  graph: GraphBuilder,
  identities: Identities,
): { people: number; bodies: number } => {
  const present = new Set<NodeId>()
  const represented = new Set<NodeId>()
  const { bodies, people } = identities
  for (const { document, record } of sources) {
    const context = { meeting: id, document, date, graph, ...identities }
    addChairAndRecorders(record, context)
    const { roll } = people.in(record)
    for (const [at, entry] of record.attendance.entries()) {
      const from = roll[at]
      if (from === undefined) continue
      addEntry(entry, from, context)
      if (entry.role === 'absent') continue
      present.add(from)
      if (entry.body !== null) represented.add(bodies.id(entry.body))
    }
    for (const { body, role, span } of record.representatives) {
      represented.add(bodies.id(body))
      graph.edge(
        { type: 'REPRESENTED', from: bodies.id(body), to: id, props: { named: false, role }, apart: 'unnamed' },
        { document, date },
        [span],
      )
    }
  }
  return { people: present.size, bodies: represented.size }
}
