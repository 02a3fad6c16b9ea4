import type { CurationEvent } from '../model/curation.ts'
import type { StoredDocument } from '../model/document.ts'
import { type GraphEdge, type GraphNode, type JurisdictionId, LASTING_TYPES, type NodeId } from '../model/graph.ts'
import { byId } from '../model/order.ts'
import type { Projection } from './projection.ts'
import { projectStored } from './write-jurisdiction.ts'

const LASTING: ReadonlySet<string> = new Set(LASTING_TYPES)

/** `null` for what belongs to none. */
const meetingOf = (node: GraphNode): NodeId | null => {
  if (node.kind === 'meeting') return node.id
  return node.kind === 'item' || node.kind === 'decision' ? node.meeting : null
}

/**
 * The projection of documents and events, given that of the same documents and other events: meetings that come out as they are there are
 * taken over, as the same objects. Equal to a projection from nothing.
 */
export const projectBeside = (
  id: JurisdictionId,
  documents: readonly StoredDocument[],
  events: readonly CurationEvent[],
  { graph: known }: Projection,
): Projection => {
  const part = projectStored(id, documents, events, known.prints)
  const { prints } = part.graph
  const meetings = new Map<NodeId, NodeId>()
  for (const node of known.nodes) {
    const meeting = meetingOf(node)
    if (meeting !== null && prints.get(meeting) === known.prints.get(meeting)) meetings.set(node.id, meeting)
  }
  const stays = ({ type, from, to }: GraphEdge): boolean =>
    !LASTING.has(type) && (meetings.has(from) || meetings.has(to))
  return {
    ...part,
    graph: {
      ...part.graph,
      nodes: [...known.nodes.filter((node) => meetings.has(node.id)), ...part.graph.nodes].sort(byId),
      edges: [...known.edges.filter(stays), ...part.graph.edges].sort(byId),
    },
  }
}
