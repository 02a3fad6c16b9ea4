import type { Slot } from '../../model/api/jurisdictions.ts'
import { type Beside, getMeeting, getMeetingGraph, listMeetings } from '../../model/api/meetings.ts'
import type { MeetingNode } from '../../model/graph.ts'
import type { GraphReader, MeetingPart } from '../../store/port.ts'
import { AppError, notFound } from '../errors.ts'
import { meetingGraphFile } from '../exports/views/graph-view.ts'
import { meetingsFile } from '../exports/views/lists.ts'
import type { Series } from '../series.ts'
import { serve } from '../serve.ts'

const beside = (slot: Slot | undefined): Beside | null => {
  if (!slot) return null
  if (slot.is === 'missing') return { is: 'missing', ordinal: slot.ordinal }
  return { is: 'meeting', meeting: slot.meeting, label: slot.label, ordinal: slot.ordinal }
}

const neighbours = (slots: readonly Slot[], id: string) => {
  const at = slots.findIndex((slot) => slot.is === 'meeting' && slot.meeting === id)
  return { previous: beside(slots[at - 1]), next: beside(slots[at + 1]) }
}

const meetingOf = async (store: GraphReader, id: string): Promise<MeetingNode> => {
  const found = await store.node(id)
  return found?.node.kind === 'meeting' ? found.node : notFound('meeting', id)
}

const partOf = (part: 'agenda' | 'item' | 'roll', item: string | undefined): MeetingPart => {
  if (part !== 'item') return { of: part }
  if (item === undefined) throw new AppError('not-found', 'There is no item without its id: part=item needs item=….')
  return { of: 'item', item }
}

const documentName = async (store: GraphReader, id: string) => {
  const document = await store.document(id)
  return { id, name: document?.name ?? notFound('document', id) }
}

export const meetingRoutes = (store: GraphReader, series: (jurisdiction: string) => Promise<Series>) => [
  serve(
    listMeetings,
    async ({ query }) => {
      await series(query.jurisdiction)
      const offset = Number(query.cursor ?? 0)
      const page = await store.meetings({
        jurisdiction: query.jurisdiction,
        from: query.from ?? null,
        to: query.to ?? null,
        limit: query.limit,
        offset,
      })
      const end = offset + page.rows.length
      return {
        total: page.total,
        shown: page.rows.length,
        next: end < page.total ? String(end) : null,
        rows: page.rows,
      }
    },
    meetingsFile,
  ),

  serve(getMeeting, async ({ params }) => {
    const meeting = await meetingOf(store, params.id)
    const [{ slots, summary }, agenda, documents] = await Promise.all([
      series(meeting.jurisdiction),
      store.meetingGraph(meeting.id, { of: 'agenda' }, 1 + meeting.agenda.length),
      Promise.all(meeting.documents.map((id) => documentName(store, id))),
    ])
    const items = (agenda?.nodes ?? []).filter((node) => node.kind === 'item').sort((a, b) => a.seq - b.seq)
    return { meeting, items, documents, ...neighbours(slots, meeting.id), version: summary.version }
  }),

  serve(
    getMeetingGraph,
    async ({ params, query }) => {
      const part = partOf(query.part, query.item)
      const found = (await store.meetingGraph(params.id, part, query.limit)) ?? notFound('meeting', params.id)
      return { ...found, shown: { nodes: found.nodes.length, edges: found.edges.length } }
    },
    meetingGraphFile,
  ),
]
