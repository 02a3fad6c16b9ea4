import type { RollQuotation } from '../../model/api/attendance.ts'
import type { GraphEdge, MeetingNode } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { GraphReader } from '../../store/port.ts'
import { quotations } from '../quotations.ts'

/** Newest first, ties by id. */
export const newestFirst = <Edge extends GraphEdge>(edges: readonly Edge[]): Edge[] =>
  edges.toSorted((a, b) => byCodeUnits(b.date ?? '', a.date ?? '') || byCodeUnits(a.id, b.id))

/** `each` pieces of evidence of every edge, with the meeting in whose minutes they stand. */
export const rollQuotations = async (
  store: GraphReader,
  meetings: readonly MeetingNode[],
  edges: readonly GraphEdge[],
  each = 1,
): Promise<RollQuotation[]> => {
  const byDocument = new Map(meetings.flatMap((meeting) => meeting.documents.map((id) => [id, meeting] as const)))
  const pieces = edges.flatMap(({ id, evidence }) => evidence.slice(0, each).map((piece) => ({ edge: id, piece })))
  const quoted = await quotations(
    store,
    pieces.map(({ piece }) => piece),
  )
  return quoted.flatMap((quotation, at) => {
    const meeting = byDocument.get(quotation.document)
    const edge = pieces[at]?.edge
    return meeting && edge !== undefined
      ? [{ ...quotation, edge, meeting: meeting.id, meetingLabel: meeting.label, date: meeting.date }]
      : []
  })
}
