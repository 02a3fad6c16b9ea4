import type { GraphEdge, GraphNode, NodeKind } from '../../model/graph.ts'

export type Drawn = { nodes: GraphNode[]; edges: GraphEdge[] }

/** Roles of the roll in the order in which a roll prints them. */
const ROLES = ['member', 'observer', 'guest', 'absent']
const KINDS: readonly NodeKind[] = ['meeting', 'item', 'decision', 'policy', 'person', 'department', 'district']

const rankOf = (edge: GraphEdge): number => {
  switch (edge.type) {
    case 'CHAIRED':
      return 0
    case 'ATTENDED':
      return 1 + ROLES.indexOf(edge.props.role)
    case 'MENTIONS':
      return 9
    default:
      return 5
  }
}

/**
 * At most `most` nodes: first by kind, then by their weightiest tie, then by number of ties, then by where the text
 * first speaks of them. Edges whose two ends are drawn remain. Nodes are returned in that order.
 */
export const cutDrawing = ({ nodes, edges }: Drawn, most: number): Drawn => {
  const rank = new Map<string, { tie: number; degree: number; place: number }>()
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      const known = rank.get(end) ?? { tie: Infinity, degree: 0, place: Infinity }
      rank.set(end, {
        tie: Math.min(known.tie, rankOf(edge)),
        degree: known.degree + 1,
        place: Math.min(known.place, edge.evidence[0]?.start ?? Infinity),
      })
    }
  }
  const none = { tie: Infinity, degree: 0, place: Infinity }
  const of = ({ id }: GraphNode) => rank.get(id) ?? none
  const compare = (a: GraphNode, b: GraphNode): number =>
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    Math.sign(of(a).tie - of(b).tie || 0) ||
    of(b).degree - of(a).degree ||
    Math.sign(of(a).place - of(b).place || 0) ||
    (a.id < b.id ? -1 : 1)
  const kept = [...nodes].sort(compare).slice(0, most)
  const ids = new Set(kept.map(({ id }) => id))
  return { nodes: kept, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}
