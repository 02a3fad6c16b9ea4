import type { PrintedMention } from '../../model/api/curation.ts'
import type { Mention } from '../../model/curation.ts'
import { type Graph, type GraphEdge, type GraphNode, LASTING_TYPES, type NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import { foldForm } from '../resolve/fold.ts'
import type { ReadDocument } from '../work-list/matter.ts'
import { placeIn } from './correctable.ts'
import { meetingKeyOf, mentionFinder } from './mentions-of.ts'
import { samePrint } from './reading.ts'

type Told = Pick<Graph, 'nodes' | 'edges'>

const LASTING: ReadonlySet<string> = new Set(LASTING_TYPES)
const PRINTED = 3

const byDay = (a: GraphEdge, b: GraphEdge): number =>
  byCodeUnits(a.date ?? '9', b.date ?? '9') || byCodeUnits(a.id, b.id)

/** The form that an edge of a body is printed with: the longest, as one may stand within another. */
const formFinder = (forms: readonly string[], texts: ReadonlyMap<string, string>) => {
  const folded = forms.map((form) => [form, foldForm(form)] as const).sort(([, a], [, b]) => b.length - a.length)
  return ({ evidence }: GraphEdge): string | null => {
    const words = evidence.map(({ document, start, end }) => foldForm(texts.get(document)?.slice(start, end) ?? ''))
    return folded.find(([, form]) => words.some((one) => one.includes(form)))?.[0] ?? null
  }
}

const prints = (mention: Exclude<Mention, { kind: 'body' }>, edge: GraphEdge, meeting: NodeId | null): boolean => {
  if (meeting === null || meetingKeyOf(meeting) !== mention.meeting) return false
  switch (edge.type) {
    case 'ATTENDED':
    case 'ABSENT_FROM':
      return mention.kind === 'person' && !mention.recorder && samePrint(edge.props.as, mention.body)
    case 'CHAIRED':
      return mention.kind === 'person' && !mention.recorder
    case 'RECORDED':
      return mention.kind === 'person' && mention.recorder
    case 'CONSIDERS':
    case 'CITES':
      return mention.kind === 'policy' && samePrint(edge.props.printedTitle, mention.title)
    default:
      return false
  }
}

/** What the nodes of a graph are made of, as it is printed, with where; `documents` are those that the graph was resolved from. */
export const printedMentions = (graph: Told, documents: readonly ReadDocument[]) => {
  const mentionsOf = mentionFinder(graph, new Map(documents.map(({ id, record }) => [id, record])))
  const byDocument = new Map(documents.map((document) => [document.id, document]))
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const meetingOf = (id: NodeId): NodeId | null => {
    const node = nodes.get(id)
    if (node?.kind === 'meeting') return node.id
    return node?.kind === 'item' || node?.kind === 'decision' ? node.meeting : null
  }
  const meetingOfEdge = ({ from, to }: GraphEdge): NodeId | null => meetingOf(to) ?? meetingOf(from)

  const told = (mention: Mention, edges: readonly GraphEdge[]): PrintedMention => {
    const days = edges.flatMap(({ date }) => date ?? [])
    const meeting = mention.kind === 'body' ? null : (edges.map(meetingOfEdge).find((id) => id !== null) ?? null)
    const node = meeting === null ? undefined : nodes.get(meeting)
    return {
      mention,
      meeting: node?.kind === 'meeting' ? meetingRef(node) : null,
      first: days.at(0) ?? null,
      last: days.at(-1) ?? null,
      facts: edges.length,
      printed: edges.slice(0, PRINTED).flatMap((edge) => {
        const [evidence] = edge.evidence
        const document = evidence && byDocument.get(evidence.document)
        return document ? [{ ...placeIn(document, evidence), edge: edge.id, meeting: meetingOfEdge(edge) }] : []
      }),
    }
  }

  return (node: GraphNode): PrintedMention[] => {
    const own = graph.edges
      .filter(({ type, from, to }) => (from === node.id || to === node.id) && !LASTING.has(type))
      .sort(byDay)
    const formOf = formFinder(node.forms, texts)
    const forms = new Map(own.map((edge) => [edge, node.kind === 'person' ? null : formOf(edge)]))
    return mentionsOf(node).map((mention) =>
      told(
        mention,
        own.filter((edge) =>
          mention.kind === 'body' ? forms.get(edge) === mention.form : prints(mention, edge, meetingOfEdge(edge)),
        ),
      ),
    )
  }
}

/** A meeting as actions name it. */
export const meetingRef = ({ id, label, date }: Extract<GraphNode, { kind: 'meeting' }>) => ({
  key: meetingKeyOf(id),
  id,
  label,
  date,
})
