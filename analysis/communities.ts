import louvain from 'graphology-communities-louvain'
import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'
import { networkOf, type Tie } from './network.ts'
import { seededRandom } from './seeded-random.ts'

const SEED = 1

export type Communities = {
  /** The largest first, then by the smallest id; ids sorted. A node without ties is a community of its own. */
  communities: NodeId[][]
  /** How much more of the weight lies inside communities than the weights of the nodes explain; 0 without ties. */
  modularity: number
}

/** Louvain over the ties by weight; the same for the same nodes and ties, in whatever order they come. */
export const communitiesOf = (nodes: Iterable<NodeId>, ties: Iterable<Tie>): Communities => {
  const graph = networkOf(nodes, ties)
  if (graph.size === 0) return { communities: graph.nodes().map((id) => [id]), modularity: 0 }
  const found = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: seededRandom(SEED) })
  const groups = new Map<number, NodeId[]>()
  for (const id of graph.nodes()) {
    const label = found.communities[id] ?? -1
    const group = groups.get(label)
    if (group) group.push(id)
    else groups.set(label, [id])
  }
  const communities = [...groups.values()].sort((a, b) => b.length - a.length || byCodeUnits(a[0] ?? '', b[0] ?? ''))
  return { communities, modularity: found.modularity }
}
