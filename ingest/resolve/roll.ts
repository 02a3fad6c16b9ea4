import type { NodeId } from '../../model/graph.ts'
import type { MinutesRecord, RollEntry } from '../../model/record.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { Source } from './meeting-key.ts'
import type { Names } from './names.ts'

type Meeting = { id: NodeId; date: string | null; sources: readonly Source[] }
type Context = { meeting: NodeId; document: string; date: string | null; graph: GraphBuilder; names: Names }

const addEntry = (entry: RollEntry, { meeting, document, date, graph, names }: Context): void => {
  const from = names.person(entry.person, entry.body)
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
      { type: 'REPRESENTED', from: names.body(body), to: meeting, props: { named: true, role }, apart: 'named' },
      where,
      [entry.span],
    )
}

/** A chair whom the roll lists once is that person; otherwise one of the leaders, who are printed without a body. */
const chairSeat = (name: string, roll: readonly RollEntry[]): string | null => {
  const same = roll.filter(({ person, role }) => person === name && role !== 'absent')
  return same.some(({ body }) => body === null) ? null : (same[0]?.body ?? null)
}

const addChairAndRecorders = (record: MinutesRecord, { meeting, document, date, graph, names }: Context): void => {
  const { chair, recorders, spans } = record.meeting
  const where = { document, date }
  if (chair) {
    const from = names.person(chair.name, chairSeat(chair.name, record.attendance))
    const { post, acting, onBehalfOf } = chair
    graph.edge({ type: 'CHAIRED', from, to: meeting, props: { post, acting, onBehalfOf } }, where, [chair.span])
  }
  const { recorders: span } = spans
  if (span)
    for (const name of recorders)
      graph.edge({ type: 'RECORDED', from: names.recorder(name), to: meeting, props: {} }, where, [span])
}

/** Who was there, who was not, and for which body. Returns how many people and bodies came, each counted once. */
export const addRoll = (
  { id, date, sources }: Meeting,
  graph: GraphBuilder,
  names: Names,
): { people: number; bodies: number } => {
  const people = new Set<NodeId>()
  const bodies = new Set<NodeId>()
  for (const { document, record } of sources) {
    const context = { meeting: id, document, date, graph, names }
    addChairAndRecorders(record, context)
    for (const entry of record.attendance) {
      addEntry(entry, context)
      if (entry.role === 'absent') continue
      people.add(names.person(entry.person, entry.body))
      if (entry.body !== null) bodies.add(names.body(entry.body))
    }
    for (const { body, role, span } of record.representatives) {
      bodies.add(names.body(body))
      graph.edge(
        { type: 'REPRESENTED', from: names.body(body), to: id, props: { named: false, role }, apart: 'unnamed' },
        { document, date },
        [span],
      )
    }
  }
  return { people: people.size, bodies: bodies.size }
}
