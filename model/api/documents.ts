import { z } from 'zod'
import { FileFault } from '../file-fault.ts'
import { DocumentId, GraphEdge, GraphNode, JurisdictionId, NodeId } from '../graph.ts'
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
  refused: z.array(z.object({ file: z.string(), fault: FileFault, reason: z.string() })),
  warnings: z.record(z.string(), z.int()),
  jurisdictions: z.array(z.object({ id: JurisdictionId, documents: z.int(), meetings: z.int() })),
  interrupted: z.boolean(),
})
export type IngestReport = z.infer<typeof IngestReport>

/** Of one upload: how many files, and how many bytes in one and in all. A file just above what is read is refused by itself. */
export const UPLOAD_LIMITS = { files: 1_000, file: 24 * 1024 * 1024, all: 100 * 1024 * 1024 } as const

/** 新增 · 替换 · 未变: what became of a file that is stored. */
export const KeptFile = z.object({
  is: z.literal('kept'),
  file: z.string(),
  as: z.enum(['added', 'replaced', 'unchanged']),
  document: DocumentId,
  /** `null` where the graph has no meeting of it. */
  meeting: z.object({ id: NodeId, label: z.string() }).nullable(),
  /** Places in it that could not be read. */
  warnings: z.int(),
})
export type KeptFile = z.infer<typeof KeptFile>

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
    /** For each file that is stored, in the order of the upload, behind all else but the report; those refused are in the report. */
    KeptFile,
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

export const checkToken = endpoint({
  name: 'checkToken',
  method: 'post',
  path: '/token',
  summary: 'Whether the token that is shown may write; changes nothing',
  params: {},
  query: {},
  write: true,
  reply: z.object({ ok: z.literal(true) }),
})
