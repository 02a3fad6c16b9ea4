import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { NodeId } from '../model/graph.ts'
import { networkOf, type Tie } from './network.ts'
import { seededRandom } from './seeded-random.ts'

/** What a drawing can carry (a larger graph is shown as communities). */
const MOST_NODES = 1000
const ITERATIONS = 300
/** From here on distant nodes push as one, which is faster than each by itself. */
const MANY = 300

export type Position = { id: NodeId; x: number; y: number }

/**
 * Positions by ForceAtlas2, sorted by id, their middle at 0; the same for the same nodes, ties and seed. Throws a RangeError for more
 * than 1,000 nodes.
 */
export const layoutOf = (nodes: Iterable<NodeId>, ties: Iterable<Tie>, seed = 1): Position[] => {
  const graph = networkOf(nodes, ties)
  if (graph.order > MOST_NODES) throw new RangeError(`${graph.order} nodes to lay out: expected at most ${MOST_NODES}`)
  const random = seededRandom(seed)
  graph.forEachNode((id) => {
    const [angle, distance] = [2 * Math.PI * random(), 100 * Math.sqrt(random())]
    graph.mergeNodeAttributes(id, { x: distance * Math.cos(angle), y: distance * Math.sin(angle) })
  })
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > MANY }
  const placed =
    graph.order > 0 ? forceAtlas2(graph, { iterations: ITERATIONS, getEdgeWeight: 'weight', settings }) : {}
  const positions = graph.mapNodes((id) => ({ id, x: placed[id]?.x ?? 0, y: placed[id]?.y ?? 0 }))
  const middle = (of: (position: Position) => number) =>
    positions.reduce((sum, position) => sum + of(position), 0) / Math.max(1, positions.length)
  const [x, y] = [middle((position) => position.x), middle((position) => position.y)]
  return positions.map((position) => ({ id: position.id, x: position.x - x, y: position.y - y }))
}
