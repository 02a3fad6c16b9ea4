/** A document as a store keeps it: its text, before and after repair, and the record read from it. */
import { z } from 'zod'
import { DocumentId, JurisdictionId } from './graph.ts'
import { DocumentFormat, MinutesRecord } from './record.ts'

/** Segments `[start in the repaired text, start in the decoded text]`, sorted; between two starts offsets run in step. */
export const Origins = z.array(z.tuple([z.int(), z.int()]))
export type Origins = z.infer<typeof Origins>

export const DocumentHead = z.object({
  /** `苏州市/document/suzhou-2020-43~1f2e3d4c`: file name and the first eight digits of `sha256`, the same on every machine. */
  id: DocumentId,
  jurisdiction: JurisdictionId,
  /** File name, to show. */
  name: z.string(),
  /** Where it came from; a changed document of the same origin replaces its former self. Never sent to a client. */
  origin: z.string(),
  /** Of the bytes of the file. */
  sha256: z.string(),
  parser: z.string(),
})
export type DocumentHead = z.infer<typeof DocumentHead>

export const StoredDocument = DocumentHead.extend({
  format: DocumentFormat,
  /** As decoded from the file, before repair. */
  sourceText: z.string(),
  /** Repaired; what every span and piece of evidence points into. */
  text: z.string(),
  origins: Origins,
  record: MinutesRecord,
})
export type StoredDocument = z.infer<typeof StoredDocument>

/** A document without its texts: all that a graph is made of. */
export type RecordedDocument = Omit<StoredDocument, 'sourceText' | 'text' | 'origins'> & {
  /** SHA-256 of the record's JSON as it is stored. */
  print: string
}
