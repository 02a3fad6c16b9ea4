import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { CanvasGraph } from './elements.ts'
import type { RawPositions } from './layout.ts'
import { seededRandom } from './seeded-random.ts'

/** From here on distant nodes push as one, which is faster than each by itself. */
const MANY = 300
const ITERATIONS = 240
const SEED = 1

/** ForceAtlas2, for drawings that fcose would take seconds for; the same for the same graph. Synchronous. */
export const forceLayout = ({ nodes, edges }: CanvasGraph): RawPositions => {
  const graph = new UndirectedGraph()
  const random = seededRandom(SEED)
  for (const { id } of nodes) {
    const [angle, distance] = [2 * Math.PI * random(), 100 * Math.sqrt(random())]
    graph.addNode(id, { x: distance * Math.cos(angle), y: distance * Math.sin(angle) })
  }
  for (const { from, to, tie } of edges) if (from !== to && !tie?.below) graph.mergeEdge(from, to)
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order > MANY,
    // Hubs would draw all they know into one heap.
    linLogMode: true,
    strongGravityMode: false,
    gravity: 1,
  }
  const placed = forceAtlas2(graph, { iterations: ITERATIONS, settings })
  return nodes.map(({ id }) => [id, { x: placed[id]?.x ?? 0, y: placed[id]?.y ?? 0 }])
}
