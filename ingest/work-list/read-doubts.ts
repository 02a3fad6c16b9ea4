import type { CurationAction, NamedNode, RollReading } from '../../model/curation.ts'
import type { GraphNode, NodeId } from '../../model/graph.ts'
import type { RollEntry, Span, Warning } from '../../model/record.ts'
import { meetingKeyOf } from '../curation/mentions-of.ts'
import { samePrint } from '../curation/reading.ts'
import { entryId, type Found, named, type ReadDocument, type WorkMatter } from './matter.ts'

/** Below it an entry of a roll is looked at even where no other reading came close. */
const DOUBTFUL = 0.75

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
const isAt = (span: Span | null, place: Span): boolean =>
  span !== null && span.start === place.start && span.end === place.end

const isDoubtful = ({ confidence, runnerUp }: RollEntry): boolean => confidence < DOUBTFUL || runnerUp !== undefined

type Places = { nodes: ReadonlyMap<NodeId, GraphNode>; byEvidence: ReadonlyMap<string, NodeId[]>; items: GraphNode[] }

const placeKey = (document: string, { start, end }: Span): string => `${document}|${start}|${end}`

const placesIn = ({ graph: { nodes, edges }, documents }: Pick<WorkMatter, 'graph' | 'documents'>): Places => {
  const byEvidence = new Map<string, NodeId[]>()
  for (const { id, record } of documents)
    for (const { span } of record.attendance.filter(isDoubtful)) byEvidence.set(placeKey(id, span), [])
  for (const { type, from, evidence } of edges)
    if (type === 'ATTENDED' || type === 'ABSENT_FROM' || type === 'REPRESENTED')
      for (const place of evidence) byEvidence.get(placeKey(place.document, place))?.push(from)
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    byEvidence,
    items: nodes.filter(({ kind }) => kind === 'item'),
  }
}

const splitEntry = ({ id, text, meeting }: ReadDocument, entry: RollEntry, { nodes, byEvidence }: Places): Found => {
  const { person, role, body, post, onBehalfOf, runnerUp, span } = entry
  const key = meetingKeyOf(meeting)
  const correct = (reading: RollReading): CurationAction => ({
    do: 'correct-roll',
    fact: { of: 'roll', meeting: key, person, body },
    readings: [reading],
  })
  const asRead = correct({ person, role, body, post, onBehalfOf })
  const ends = byEvidence.get(placeKey(id, span)) ?? []
  return {
    id: entryId('doubtful-split', key, person, body),
    kind: 'doubtful-split',
    about: String(entry.confidence),
    nodes: [...new Set(ends)].flatMap((end): NamedNode[] => {
      const node = nodes.get(end)
      return node ? [named(node)] : []
    }),
    quote: text.slice(span.start, span.end),
    evidence: [{ document: id, ...span }],
    events: [],
    settledBy: ['correct-roll', 'accept'],
    ready: [asRead, ...(runnerUp ? [correct({ ...runnerUp, role, post, onBehalfOf })] : [])],
    drafts: [asRead],
  }
}

const warningEntry = (document: ReadDocument, { code, quote, span }: Warning, { nodes, items }: Places): Found => {
  const meeting = meetingKeyOf(document.meeting)
  const item = span && document.record.items.find((one) => within(span, one.span))
  const node =
    (item &&
      items.find(
        (one) => one.kind === 'item' && one.meeting === document.meeting && samePrint(one.label, item.heading),
      )) ??
    nodes.get(document.meeting)
  return {
    id: entryId('warning', meeting, code, quote),
    kind: 'warning',
    about: code,
    nodes: node ? [named(node)] : [],
    quote: quote === '' ? null : quote,
    evidence: span ? [{ document: document.id, ...span }] : [],
    events: [],
    settledBy: ['settle-warning', 'accept'],
    ready: [{ do: 'settle-warning', meeting, code, quote, readings: [] }],
    drafts: [],
  }
}

/** What the parser could not read, and the entries of rolls that it may have divided wrongly; a warning about such an entry is told with it. */
export const readDoubts = ({ graph, documents }: WorkMatter): Found[] => {
  const places = placesIn({ graph, documents })
  return documents.flatMap((document) => {
    const doubtful = document.record.attendance.filter(isDoubtful)
    const warnings = document.record.warnings.filter(({ span }) => !doubtful.some((entry) => isAt(span, entry.span)))
    return [
      ...doubtful.map((entry) => splitEntry(document, entry, places)),
      ...warnings.map((warning) => warningEntry(document, warning, places)),
    ]
  })
}
