/** Graph replies as files: what they may be, and how they are cited. */
import { z } from 'zod'
import { DataVersion, JurisdictionId } from '../graph.ts'
import { Day } from '../record.ts'

/** `csv` is the edges, one a row; `nodes-csv` the nodes. */
export const ExportFormat = z.enum(['json', 'csv', 'nodes-csv', 'graphml', 'gexf'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** Beside JSON. */
export const EXPORT_TYPES = ['text/csv', 'application/graphml+xml', 'application/gexf+xml'] as const

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
