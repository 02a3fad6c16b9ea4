import type { Mention, PersonMention } from '../../model/curation.ts'
import type { Evidence, Graph, GraphEdge, GraphNode, NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { MinutesRecord } from '../../model/record.ts'
import { foldName } from '../resolve/fold.ts'
import { mentionKey } from './mention-key.ts'

/** By document. */
type Records = ReadonlyMap<string, MinutesRecord>

/** The part of a meeting's id behind its kind. */
export const meetingKeyOf = (meeting: NodeId): string =>
  meeting.slice(meeting.indexOf('/meeting/') + '/meeting/'.length)

const isAt =
  ({ start, end }: Evidence) =>
  ({ span }: { span: { start: number; end: number } }): boolean =>
    span.start === start && span.end === end

const printed = (meeting: NodeId, name: string, body: string | null, recorder: boolean): PersonMention => ({
  kind: 'person',
  meeting: meetingKeyOf(meeting),
  name,
  body,
  recorder,
})

const inRoll = (edge: GraphEdge, forms: ReadonlySet<string>, records: Records): PersonMention[] =>
  edge.evidence.flatMap((evidence) =>
    (records.get(evidence.document)?.attendance ?? [])
      .filter(isAt(evidence))
      .filter(({ person }) => forms.has(foldName(person)))
      .map(({ person, body }) => printed(edge.to, person, body, false)),
  )

const recorded = (edge: GraphEdge, forms: ReadonlySet<string>, records: Records): PersonMention[] =>
  edge.evidence.flatMap(({ document }) =>
    (records.get(document)?.meeting.recorders ?? [])
      .filter((name) => forms.has(foldName(name)))
      .map((name) => printed(edge.to, name, null, true)),
  )

const chaired = (edge: GraphEdge, records: Records): PersonMention[] =>
  edge.evidence.flatMap(({ document }) => {
    const chair = records.get(document)?.meeting.chair
    return chair ? [printed(edge.to, chair.name, null, false)] : []
  })

/** The roll says more than the chair's line: what it prints is the mention, and the chair's only where no roll names the person. */
const ofPerson = (node: GraphNode, edges: readonly GraphEdge[], records: Records): Mention[] => {
  const forms = new Set(node.forms.map(foldName))
  const told = edges.flatMap((edge): PersonMention[] => {
    if (edge.type === 'ATTENDED' || edge.type === 'ABSENT_FROM') return inRoll(edge, forms, records)
    return edge.type === 'RECORDED' ? recorded(edge, forms, records) : []
  })
  const meetings = new Set(told.map(({ meeting }) => meeting))
  const chair = edges.flatMap((edge) => (edge.type === 'CHAIRED' ? chaired(edge, records) : []))
  return [...told, ...chair.filter(({ meeting }) => !meetings.has(meeting))]
}

const ofPolicy = (edges: readonly GraphEdge[], meetingOfItem: ReadonlyMap<NodeId, NodeId>): Mention[] =>
  edges.flatMap((edge): Mention[] => {
    if (edge.type !== 'CONSIDERS' && edge.type !== 'CITES') return []
    const meeting = meetingOfItem.get(edge.from)
    return meeting === undefined
      ? []
      : [{ kind: 'policy', meeting: meetingKeyOf(meeting), title: edge.props.printedTitle }]
  })

const byNode = (edges: readonly GraphEdge[]): Map<NodeId, GraphEdge[]> => {
  const touching = new Map<NodeId, GraphEdge[]>()
  for (const edge of edges)
    for (const end of new Set([edge.from, edge.to])) {
      const known = touching.get(end)
      if (known) known.push(edge)
      else touching.set(end, [edge])
    }
  return touching
}

const distinct = (mentions: readonly Mention[]): Mention[] => [
  ...new Map(mentions.map((mention) => [mentionKey(mention), mention])).values(),
]

/**
 * Finds every mention that a node of `graph` stands for, each once, the earliest meeting first: what an event about the node is
 * keyed to. `records` are those that the graph was resolved from. Nothing for meetings, items and decisions.
 */
export const mentionFinder = (
  { nodes, edges }: Pick<Graph, 'nodes' | 'edges'>,
  records: Records,
): ((node: GraphNode) => Mention[]) => {
  const touching = byNode(edges)
  const meetingOfItem = new Map(nodes.flatMap((one) => (one.kind === 'item' ? [[one.id, one.meeting] as const] : [])))
  return (node) => {
    if (node.kind === 'department' || node.kind === 'district')
      return node.forms.map((form) => ({ kind: 'body', form }))
    const own = [...(touching.get(node.id) ?? [])].sort(
      (a, b) => byCodeUnits(a.date ?? '9', b.date ?? '9') || byCodeUnits(a.id, b.id),
    )
    if (node.kind === 'person') return distinct(ofPerson(node, own, records))
    return node.kind === 'policy' ? distinct(ofPolicy(own, meetingOfItem)) : []
  }
}
