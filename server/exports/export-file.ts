import { type Citation, type ExportFormat, MEDIA_TYPES } from '../../model/api/exports.ts'
import type { DataVersion } from '../../model/graph.ts'
import { csv, edgesTable, nodesTable } from './csv.ts'
import type { Amount, Exported, FlatGraph, Table } from './exported.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'

/** A file in place of a JSON reply; `name` is what a browser saves it as. */
export type ExportFile = { name: string; mediaType: string; content: string }

/** A reply that is to be sent as a file. */
export class Export {
  readonly format: ExportFormat
  readonly reply: unknown
  readonly exported: Exported
  /** What was asked, by the names of the parameters. */
  readonly filters: Readonly<Record<string, unknown>>
  constructor(format: ExportFormat, reply: unknown, exported: Exported, filters: Readonly<Record<string, unknown>>) {
    this.format = format
    this.reply = reply
    this.exported = exported
    this.filters = filters
  }
}

const LONGEST_TITLE = 60

/** Of which data, under which address the server was asked, and when. */
export type Provenance = { version: DataVersion; origin: string; now: Date }

/** They say how the file is made, not what is in it; the jurisdiction stands by itself. */
const NO_FILTERS = new Set(['format', 'jurisdiction'])

const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(',')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const citationOf = ({ exported, filters }: Export, { version, origin, now }: Provenance): Citation => ({
  title: exported.title,
  jurisdiction: exported.jurisdiction,
  period: exported.period,
  filters: Object.fromEntries(
    Object.entries(exported.filters ?? filters).flatMap(([name, value]) =>
      value === undefined || value === null || NO_FILTERS.has(name) ? [] : [[name, inWords(value)]],
    ),
  ),
  version: { hash: version.hash, day: version.day },
  made: now.toISOString().slice(0, 10),
  permalink: origin + exported.page,
})

/** The citation and how much of the view is there, in one line. */
const sourceLine = (
  { title, jurisdiction, filters, version, made, permalink }: Citation,
  amounts: readonly Amount[],
): string =>
  [
    `Jiyao 纪要图谱: ${jurisdiction}, ${title}`,
    Object.entries(filters)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
    `data version ${version.day ?? ''} ${version.hash.slice(0, 6)}`,
    amounts.map(({ of, shown, total }) => `${shown} of ${total} ${of}`).join(', '),
    made,
    permalink,
  ]
    .filter(Boolean)
    .join('; ')

const endingOf = (format: ExportFormat, { graph, csv: rows }: Exported): string => {
  if (format === 'csv') return graph && !rows ? '-edges.csv' : '.csv'
  if (format === 'nodes-csv') return '-nodes.csv'
  if (format === 'matrix-csv') return '-matrix.csv'
  return `.${format}`
}

const graphOf = ({ graph, title }: Exported): FlatGraph => {
  if (graph) return graph()
  throw new Error(`${title} is said to be had as a graph, and is none`)
}

const rowsOf = (exported: Exported): Table => exported.csv?.() ?? edgesTable(graphOf(exported))

const matrixOf = ({ matrix, title }: Exported): Table => {
  if (matrix) return matrix()
  throw new Error(`${title} is said to be had as a matrix, and is none`)
}

const contentOf = ({ format, reply, exported }: Export, cite: Citation): string => {
  const source = sourceLine(cite, exported.amounts)
  switch (format) {
    case 'json':
      // A reply that can be had as a file is an object.
      return `${JSON.stringify({ cite, ...(reply as object) }, null, 2)}\n`
    case 'csv':
      return csv(rowsOf(exported), source)
    case 'nodes-csv':
      return csv(exported.nodes?.() ?? nodesTable(graphOf(exported)), source)
    case 'matrix-csv':
      return csv(matrixOf(exported), source)
    case 'graphml':
      return graphml(graphOf(exported), source)
    case 'gexf':
      return gexf(graphOf(exported), source, cite.made)
  }
}

/** A file that says what it is: the view, what was asked, the data version and what is cut off stand in it. */
export const exportFile = (taken: Export, provenance: Provenance): ExportFile => {
  const cite = citationOf(taken, provenance)
  // A name of a file may have 255 bytes, of which a character takes three.
  const title = Array.from(cite.title).slice(0, LONGEST_TITLE).join('')
  const name = `${cite.jurisdiction}-${title}-${cite.version.hash.slice(0, 6)}${endingOf(taken.format, taken.exported)}`
  return {
    // oxlint-disable-next-line no-control-regex
    name: name.replaceAll(/[\u0000-\u001f\u007f/\\:*?"<>|\s]+/g, '_'),
    mediaType: MEDIA_TYPES[taken.format],
    content: contentOf(taken, cite),
  }
}
