import { z } from 'zod'
import { DocumentId, GraphEdge, GraphNode, JurisdictionId } from '../graph.ts'
import { Block, DocumentFormat, Span, Warning } from '../record.ts'
import { endpoint } from './endpoint.ts'
import { asFile, CITED, GRAPH_FORMATS } from './exports.ts'

export const getDocument = endpoint({
  name: 'getDocument',
  method: 'get',
  path: '/documents/:id',
  summary: 'The text of a document, what each part of it is, and every fact that was read in it',
  params: { id: DocumentId },
  query: asFile(GRAPH_FORMATS),
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
    ...CITED,
  }),
  exports: GRAPH_FORMATS,
})
export type DocumentReply = z.infer<typeof getDocument.reply>

/** What a run did, file by file where a person has to know; as `ingest --json` prints it. */
export const IngestReport = z.object({
  files: z.int(),
  read: z.int(),
  added: z.int(),
  replaced: z.int(),
  unchanged: z.int(),
  refused: z.array(z.object({ file: z.string(), reason: z.string() })),
  warnings: z.record(z.string(), z.int()),
  jurisdictions: z.array(z.object({ id: JurisdictionId, documents: z.int(), meetings: z.int() })),
  interrupted: z.boolean(),
})
export type IngestReport = z.infer<typeof IngestReport>

export const addDocuments = endpoint({
  name: 'addDocuments',
  method: 'post',
  path: '/documents',
  summary: 'Reads files into the store, and tells how it goes; one upload at a time',
  params: {},
  query: {},
  write: true,
  files: true,
  lines: true,
  reply: z.discriminatedUnion('is', [
    z.object({ is: z.literal('file'), done: z.int(), total: z.int() }),
    z.object({ is: z.literal('writing'), jurisdiction: JurisdictionId, documents: z.int() }),
    /** The last line. */
    z.object({ is: z.literal('report'), report: IngestReport }),
  ]),
})

export const removeDocument = endpoint({
  name: 'removeDocument',
  method: 'delete',
  path: '/documents/:id',
  summary: 'Takes a document out of the store, with all that only it states',
  params: { id: DocumentId },
  query: {},
  write: true,
  reply: z.object({ removed: z.int(), /** In its jurisdiction. */ left: z.int() }),
})
