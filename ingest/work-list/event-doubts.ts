import type { CurationEvent, NamedNode } from '../../model/curation.ts'
import type { GraphNode, NodeId } from '../../model/graph.ts'
import { entryId, type Found, named, type WorkMatter } from './matter.ts'

/** Those of the nodes of the log that are still there. */
const nodesOf = (events: readonly CurationEvent[], nodes: ReadonlyMap<NodeId, GraphNode>): NamedNode[] => {
  const ids = new Set(events.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id)))
  return [...ids].sort().flatMap((id) => {
    const node = nodes.get(id)
    return node ? [named(node)] : []
  })
}

const entry = (
  kind: 'conflict' | 'dangling',
  events: readonly CurationEvent[],
  nodes: ReadonlyMap<NodeId, GraphNode>,
): Found => ({
  id: entryId(kind, ...events.map(({ id }) => id)),
  kind,
  about: [...new Set(events.map(({ action }) => action.do))].join(' '),
  nodes: nodesOf(events, nodes),
  quote: null,
  evidence: [],
  events: events.map(({ id }) => id),
  // A correction that finds nothing today may find it again: it can be kept. Two that contradict each other cannot both be meant.
  settledBy: kind === 'dangling' ? ['undo', 'accept'] : ['undo'],
  ready: events.map(({ id }) => ({ do: 'undo', event: id })),
  drafts: [],
})

/** Corrections that contradict each other, and those that find no longer what they correct. */
export const eventDoubts = ({ graph, conflicts, dangling }: WorkMatter): Found[] => {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  return [
    ...conflicts.map(({ events }) => entry('conflict', events, nodes)),
    ...dangling.map((event) => entry('dangling', [event], nodes)),
  ]
}
