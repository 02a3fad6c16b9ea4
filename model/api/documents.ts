import { z } from 'zod'
import { DocumentId, GraphEdge, GraphNode, JurisdictionId } from '../graph.ts'
import { Block, DocumentFormat, Span, Warning } from '../record.ts'
import { endpoint } from './endpoint.ts'

export const getDocument = endpoint({
  name: 'getDocument',
  method: 'get',
  path: '/documents/:id',
  summary: 'The text of a document, what each part of it is, and every fact that was read in it',
  params: { id: DocumentId },
  query: {},
  reply: z.object({
    id: DocumentId,
    jurisdiction: JurisdictionId,
    name: z.string(),
    format: DocumentFormat,
    sha256: z.string(),
    parser: z.string(),
    text: z.string(),
    blocks: z.array(Block),
    /** Roll entries: body and name together, to part them where the document has no mark. */
    entries: z.array(Span),
    warnings: z.array(Warning),
    facts: z.array(GraphEdge),
    /** Both ends of every fact. */
    nodes: z.array(GraphNode),
  }),
})
export type DocumentReply = z.infer<typeof getDocument.reply>
