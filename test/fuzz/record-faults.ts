/** What must hold of whatever was read, however damaged the text was. */
import type { z } from 'zod'
import { project } from '../../ingest/projection.ts'
import { jurisdictionOf } from '../../ingest/resolve/jurisdiction.ts'
import type { StoredDocument } from '../../model/document.ts'
import { GraphEdge, GraphNode } from '../../model/graph.ts'
import { MinutesRecord, type Span } from '../../model/record.ts'
import { sentenceAt } from '../../model/sentence.ts'

const bare = (text: string): string => text.replace(/\s/gu, '')

const brokenShape = (what: string, schema: z.ZodType, value: unknown): string[] => {
  const parsed = schema.safeParse(value)
  return parsed.success
    ? []
    : [`${what} breaks its schema: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`]
}

/** Every span in a value, with its path. */
const spansIn = (value: unknown, path = ''): (readonly [path: string, span: Span])[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    return [[path, { start: value.start, end: value.end }]]
  return Object.entries(value).flatMap(([key, inner]) => spansIn(inner, `${path}.${key}`))
}

const quoteFaults = (text: string, { items, attendance, warnings }: MinutesRecord): string[] => {
  const at = ({ start, end }: Span) => text.slice(start, end)
  const faults: string[] = []
  for (const { decisions, tasks, mentions } of items) {
    for (const { quote, span } of [...decisions, ...tasks])
      if (quote !== at(span)) faults.push('a quote is not what stands at its span')
    for (const { body, span } of mentions)
      if (bare(at(span)) !== body) faults.push('a mention is not what stands at its span')
  }
  for (const { person, personSpan } of attendance)
    if (bare(at(personSpan)) !== person) faults.push('a person is not what stands at its span')
  for (const { quote } of warnings) if (!text.includes(quote)) faults.push('a warning quotes what is not in the text')
  return faults
}

export const recordFaults = (text: string, record: MinutesRecord): string[] => [
  ...brokenShape('the record', MinutesRecord, record),
  ...spansIn(record).flatMap(([path, { start, end }]) =>
    start <= end && end <= text.length ? [] : [`a span lies outside the text: ${path.replace(/\.\d+/gu, '[]')}`],
  ),
  ...quoteFaults(text, record),
]

/** Of the graph that documents of one place give. */
export const graphFaults = (documents: readonly StoredDocument[]): string[] => {
  const [first] = documents
  const place = first && jurisdictionOf(first.record.meeting.issuer)
  if (!place) return []
  const { nodes, edges } = project(place, documents, []).graph
  const faults: string[] = []
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  const known = new Set<string>()
  for (const node of nodes) {
    if (known.has(node.id)) faults.push('two nodes have one id')
    known.add(node.id)
    faults.push(...brokenShape(`a ${node.kind}`, GraphNode, node))
  }
  const seen = new Set<string>()
  for (const edge of edges) {
    if (seen.has(edge.id)) faults.push('two edges have one id')
    seen.add(edge.id)
    faults.push(...brokenShape(`an edge ${edge.type}`, GraphEdge, edge))
    if (!known.has(edge.from) || !known.has(edge.to)) faults.push(`an edge ${edge.type} ends at no node`)
    for (const piece of edge.evidence) {
      const text = texts.get(piece.document)
      if (text === undefined || piece.start > piece.end || piece.end > text.length)
        faults.push(`evidence of an edge ${edge.type} lies outside the text`)
      else if (piece.start === piece.end) faults.push(`evidence of an edge ${edge.type} shows nothing`)
      else {
        const { start, end } = sentenceAt(text, piece)
        if (start > piece.start || end < piece.end)
          faults.push(`the sentence around evidence of an edge ${edge.type} does not hold it`)
      }
    }
  }
  return faults
}
