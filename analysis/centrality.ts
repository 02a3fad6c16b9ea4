import betweenness from 'graphology-metrics/centrality/betweenness.js'
import { weightedDegree } from 'graphology-metrics/node/weighted-degree.js'
import type { NodeId } from '../model/graph.ts'
import { networkOf, type Tie } from './network.ts'

export type Centrality = {
  id: NodeId
  /** With how many others it has a tie. */
  degree: number
  /** The weights of its ties together. */
  weightedDegree: number
  /** Share of the shortest paths between two others that lead over it, counted in steps, 0 to 1. */
  betweenness: number
}

/** Of every node, sorted by id. */
export const centralityOf = (nodes: Iterable<NodeId>, ties: Iterable<Tie>): Centrality[] => {
  const graph = networkOf(nodes, ties)
  // Of no node the library makes an error.
  if (graph.order === 0) return []
  const between = betweenness(graph, { getEdgeWeight: null, normalized: true })
  return graph.mapNodes((id) => ({
    id,
    degree: graph.degree(id),
    weightedDegree: weightedDegree(graph, id, 'weight'),
    betweenness: between[id] ?? 0,
  }))
}
