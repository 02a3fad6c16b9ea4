import type { Citation, ExportFormat } from '../../model/api/exports.ts'
import { GraphSlice } from '../../model/api/meetings.ts'
import type { GraphEdge } from '../../model/graph.ts'
import type { JurisdictionSummary } from '../../store/port.ts'
import { FileReply } from '../serve.ts'
import { edgesCsv, nodesCsv } from './csv.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'

/** What a view shows, for whoever cites it; `origin` is how the server was asked, `path` where the page shows the same. */
export type View = {
  title: string
  filters: Readonly<Record<string, string | number | undefined>>
  origin: string
  path: string
}

const periodOf = (edges: readonly GraphEdge[]): Citation['period'] => {
  const days = edges.flatMap(({ date }) => date ?? []).sort()
  return { from: days[0] ?? null, to: days.at(-1) ?? null }
}

const citationOf = (
  { title, filters, origin, path }: View,
  { id, version }: JurisdictionSummary,
  { edges }: GraphSlice,
  now: Date,
): Citation => ({
  title,
  jurisdiction: id,
  period: periodOf(edges),
  filters: Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ),
  version: { hash: version.hash, day: version.day },
  made: now.toISOString().slice(0, 10),
  permalink: origin + path,
})

/** The citation and how much of the view is there, in one line. */
const sourceLine = ({ title, jurisdiction, filters, version, made, permalink }: Citation, slice: GraphSlice): string =>
  [
    `Jiyao 纪要图谱: ${jurisdiction}, ${title}`,
    Object.entries(filters)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
    `data version ${version.day ?? ''} ${version.hash.slice(0, 6)}`,
    `${slice.shown.nodes} of ${slice.total.nodes} nodes, ${slice.shown.edges} of ${slice.total.edges} edges`,
    made,
    permalink,
  ]
    .filter(Boolean)
    .join('; ')

const FILES: Record<ExportFormat, { ending: string; mediaType: string }> = {
  json: { ending: '.json', mediaType: 'application/json' },
  csv: { ending: '-edges.csv', mediaType: 'text/csv' },
  'nodes-csv': { ending: '-nodes.csv', mediaType: 'text/csv' },
  graphml: { ending: '.graphml', mediaType: 'application/graphml+xml' },
  gexf: { ending: '.gexf', mediaType: 'application/gexf+xml' },
}

const contentOf = (format: ExportFormat, slice: GraphSlice, cite: Citation): string => {
  const source = sourceLine(cite, slice)
  switch (format) {
    case 'json':
      return `${JSON.stringify(GraphSlice.parse({ cite, ...slice }), null, 2)}\n`
    case 'csv':
      return edgesCsv(slice, source)
    case 'nodes-csv':
      return nodesCsv(slice, source)
    case 'graphml':
      return graphml(slice, source)
    case 'gexf':
      return gexf(slice, source, cite.made)
  }
}

/** A graph reply as a file that says what it is: the view, what was asked, and the data version stand in it. */
export const graphFile = (
  format: ExportFormat,
  slice: GraphSlice,
  view: View,
  summary: JurisdictionSummary,
  now: Date,
): FileReply => {
  const cite = citationOf(view, summary, slice, now)
  const { ending, mediaType } = FILES[format]
  const name = `${summary.id}-${view.title}-${summary.version.hash.slice(0, 6)}${ending}`
  return new FileReply({
    name: name.replaceAll(/[/\\:*?"<>|\s]+/g, '_'),
    mediaType,
    content: contentOf(format, slice, cite),
  })
}
