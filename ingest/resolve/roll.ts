import type { NodeId } from '../../model/graph.ts'
import type { MinutesRecord, RollEntry } from '../../model/record.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { Identities } from './identities.ts'
import type { ItemisedMeeting } from './items.ts'

type Context = { meeting: NodeId; key: string; document: string; date: string | null; graph: GraphBuilder } & Identities

const addEntry = (entry: RollEntry, { meeting, document, date, graph, bodies, people }: Context): void => {
  const from = people.id(entry)
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

const addChairAndRecorders = (
  record: MinutesRecord,
  { meeting, key, document, date, graph, people }: Context,
): void => {
  const { chair, recorders, spans } = record.meeting
  const where = { document, date }
  if (chair) {
    const from = people.id(chair)
    const { post, acting, onBehalfOf } = chair
    graph.edge({ type: 'CHAIRED', from, to: meeting, props: { post, acting, onBehalfOf } }, where, [chair.span])
  }
  const { recorders: span } = spans
  if (span)
    for (const name of recorders)
      graph.edge({ type: 'RECORDED', from: people.recorder(key, name), to: meeting, props: {} }, where, [span])
}

/** Who was there, who was not, and for which body. Returns how many people and bodies came, each counted once. */
export const addRoll = (
  { id, key, date, sources }: ItemisedMeeting,
  graph: GraphBuilder,
  identities: Identities,
): { people: number; bodies: number } => {
  const present = new Set<NodeId>()
  const represented = new Set<NodeId>()
  const { bodies, people } = identities
  for (const { document, record } of sources) {
    const context = { meeting: id, key, document, date, graph, ...identities }
    addChairAndRecorders(record, context)
    for (const entry of record.attendance) {
      addEntry(entry, context)
      if (entry.role === 'absent') continue
      present.add(people.id(entry))
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
