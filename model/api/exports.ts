/** Replies as files: what they may be, and how they are cited. */
import { z } from 'zod'
import { DataVersion, JurisdictionId } from '../graph.ts'
import { Day } from '../record.ts'

/**
 * `csv` has one row for each thing of which the reply is a list (of a graph: its edges), `nodes-csv` the nodes of a graph,
 * `matrix-csv` one row for each line of a matrix.
 */
export const ExportFormat = z.enum(['json', 'csv', 'nodes-csv', 'matrix-csv', 'graphml', 'gexf'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** What a reply that is a graph, a list, or a matrix of two kinds of node is to be had as. */
export const GRAPH_FORMATS = ['json', 'csv', 'nodes-csv', 'graphml', 'gexf'] as const satisfies readonly ExportFormat[]
export const LIST_FORMATS = ['json', 'csv'] as const satisfies readonly ExportFormat[]
export const MATRIX_FORMATS = [
  'json',
  'csv',
  'matrix-csv',
  'graphml',
  'gexf',
] as const satisfies readonly ExportFormat[]

/** A file to save, in place of the plain reply. */
export const asFile = <const Formats extends readonly ExportFormat[]>(formats: Formats) => ({
  format: z.enum(formats).optional(),
})

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  json: 'application/json',
  csv: 'text/csv',
  'nodes-csv': 'text/csv',
  'matrix-csv': 'text/csv',
  graphml: 'application/graphml+xml',
  gexf: 'application/gexf+xml',
}

/** What a view is cited by. */
export const Citation = z.object({
  title: z.string(),
  jurisdiction: JurisdictionId,
  /** Days of the first and the last meeting that it rests on. */
  period: z.object({ from: Day.nullable(), to: Day.nullable() }),
  /** What was asked, by the names of the parameters. */
  filters: z.record(z.string(), z.string()),
  version: DataVersion,
  /** The day on which the file was made. */
  made: Day,
  /** The address of the page that shows the same. */
  permalink: z.string(),
})
export type Citation = z.infer<typeof Citation>

/** Of a reply that can be had as a file; in a file alone (`format=json`). */
export const CITED = { cite: Citation.optional() }
