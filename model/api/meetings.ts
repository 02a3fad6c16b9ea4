import { z } from 'zod'
import {
  DataVersion,
  DocumentId,
  GraphEdge,
  GraphNode,
  ItemNode,
  JurisdictionId,
  MeetingNode,
  NodeId,
} from '../graph.ts'
import { Day } from '../record.ts'
import { endpoint, Limit, paged } from './endpoint.ts'
import { asFile, CITED, GRAPH_FORMATS, LIST_FORMATS } from './exports.ts'

export const listMeetings = endpoint({
  name: 'listMeetings',
  method: 'get',
  path: '/meetings',
  summary: 'Meetings of one jurisdiction, newest first',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    from: Day.optional(),
    to: Day.optional(),
    limit: Limit(1000, 50),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    ...asFile(LIST_FORMATS),
  },
  reply: paged(MeetingNode).extend(CITED),
  exports: LIST_FORMATS,
})

/** The meeting before or after in the series, or the number that is missing there. */
const Beside = z.discriminatedUnion('is', [
  z.object({ is: z.literal('meeting'), meeting: NodeId, label: z.string(), ordinal: z.int().nullable() }),
  z.object({ is: z.literal('missing'), ordinal: z.int() }),
])
export type Beside = z.infer<typeof Beside>

export const getMeeting = endpoint({
  name: 'getMeeting',
  method: 'get',
  path: '/meetings/:id',
  summary: 'One meeting, its items in order, its documents and its neighbours in the series',
  params: { id: NodeId },
  query: {},
  reply: z.object({
    meeting: MeetingNode,
    items: z.array(ItemNode),
    documents: z.array(z.object({ id: DocumentId, name: z.string() })),
    previous: Beside.nullable(),
    next: Beside.nullable(),
    version: DataVersion,
  }),
})
export type MeetingReply = z.infer<typeof getMeeting.reply>

export const GraphSlice = z.object({
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  total: z.object({ nodes: z.int(), edges: z.int() }),
  shown: z.object({ nodes: z.int(), edges: z.int() }),
  ...CITED,
})
export type GraphSlice = z.infer<typeof GraphSlice>

export const getMeetingGraph = endpoint({
  name: 'getMeetingGraph',
  method: 'get',
  path: '/meetings/:id/graph',
  summary: 'The graph of a meeting: its agenda, one item of it, or its roll',
  params: { id: NodeId },
  query: {
    part: z.enum(['agenda', 'item', 'roll']).default('agenda'),
    /** With `part=item`. */
    item: NodeId.optional(),
    limit: Limit(1000, 300),
    ...asFile(GRAPH_FORMATS),
  },
  reply: GraphSlice,
  exports: GRAPH_FORMATS,
})
