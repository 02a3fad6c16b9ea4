import { z } from 'zod'
import { EdgeId, Evidence, GraphEdge, GraphNode, JurisdictionId, NodeId } from '../graph.ts'
import { Span } from '../record.ts'
import { endpoint, Limit } from './endpoint.ts'

export const getNode = endpoint({
  name: 'getNode',
  method: 'get',
  path: '/nodes/:id',
  summary: 'One node, and how many edges of each type it has',
  params: { id: NodeId },
  query: {},
  reply: z.object({
    node: GraphNode,
    degrees: z.array(z.object({ type: z.string(), direction: z.enum(['out', 'in']), count: z.int() })),
  }),
})
export type NodeReply = z.infer<typeof getNode.reply>

/** Evidence as it is shown: the sentence, and the exact words in it; both as offsets into the document's text. */
export const Quotation = Evidence.extend({
  documentName: z.string(),
  sentence: Span,
  quote: z.string(),
})
export type Quotation = z.infer<typeof Quotation>

/** With the edge that it proves, so that a click leads to the place in the text. */
export const EdgeQuotation = Quotation.extend({ edge: EdgeId })
export type EdgeQuotation = z.infer<typeof EdgeQuotation>

export const getEdge = endpoint({
  name: 'getEdge',
  method: 'get',
  path: '/edges/:id',
  summary: 'One edge, its two ends, and the sentences that it rests on',
  params: { id: z.string().min(1) },
  query: {},
  reply: z.object({ edge: GraphEdge, from: GraphNode, to: GraphNode, quotations: z.array(Quotation) }),
})

/** By a printed form, by the pinyin of one, by the first letters of its pinyin, or by words in the minutes of a meeting. */
export const MatchedBy = z.enum(['name', 'pinyin', 'initials', 'text'])

export const Hit = z.object({
  node: GraphNode,
  /** The printed form that matched, or the sentence, without line breaks and cut (`…`) where it is long; and where in it. */
  form: z.string(),
  matched: Span.nullable(),
  match: MatchedBy,
  /** Of a sentence: the place of the words in the document, and the agenda item that they stand in. */
  where: Evidence.extend({ item: z.int().nullable() }).nullable(),
})
export type Hit = z.infer<typeof Hit>

export const search = endpoint({
  name: 'search',
  method: 'get',
  path: '/search',
  summary: 'Nodes by name, printed form, pinyin and its initials, and meetings by words in their minutes',
  params: {},
  query: { jurisdiction: JurisdictionId, q: z.string().trim().min(1).max(100), limit: Limit(50, 12) },
  reply: z.object({ total: z.int(), shown: z.int(), rows: z.array(Hit) }),
})
