import type { Relation } from '../../model/api/trace.ts'
import type { EdgeType, GraphEdge, GraphNode, NodeId, PolicyNode } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { GraphReader } from '../../store/port.ts'

export type Tied = { relation: Relation; inward: boolean; policy: PolicyNode; edge: GraphEdge }

const RELATION: Partial<Record<EdgeType, Relation>> = {
  EDITION_OF: 'edition',
  REVISES: 'revises',
  REPEALS: 'repeals',
  IMPLEMENTS: 'implements',
  SIBLING_OF: 'sibling',
  POSSIBLY_SAME: 'candidate',
}

/** Editions of a yearly plan: as many as a century has. */
const EDITIONS = 100

/** Policies that are tied to this one by an edge between the two. */
export const tiedTo = (policy: NodeId, nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Tied[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return edges.flatMap((edge) => {
    const relation = RELATION[edge.type]
    const other = byId.get(edge.from === policy ? edge.to : edge.from)
    if (!relation || relation === 'edition' || other?.kind !== 'policy') return []
    return edge.from === policy || edge.to === policy
      ? [{ relation, inward: edge.to === policy, policy: other, edge }]
      : []
  })
}

/** The other editions of the same plan, from edition to edition. */
export const editionsOf = async (store: GraphReader, policy: PolicyNode): Promise<Tied[]> => {
  const found = new Map<NodeId, Tied>()
  const next: NodeId[] = [policy.id]
  for (let node = next.shift(); node !== undefined && found.size < EDITIONS; node = next.shift()) {
    const beside = await store.neighbours({
      node,
      kinds: ['policy'],
      types: ['EDITION_OF'],
      from: null,
      to: null,
      limit: EDITIONS,
      offset: 0,
    })
    for (const other of beside?.nodes ?? []) {
      const edge = beside?.edges.find(({ from, to }) => from === other.id || to === other.id)
      if (other.kind !== 'policy' || other.id === policy.id || found.has(other.id) || !edge) continue
      const inward = (other.edition ?? 0) > (policy.edition ?? 0)
      found.set(other.id, { relation: 'edition', inward, policy: other, edge })
      next.push(other.id)
    }
  }
  return [...found.values()].sort(
    (a, b) => (a.policy.edition ?? 0) - (b.policy.edition ?? 0) || byCodeUnits(a.policy.id, b.policy.id),
  )
}
