import cytoscape, { type LayoutOptions } from 'cytoscape'
import fcose from 'cytoscape-fcose'
import type { CanvasGraph, Plate, Point } from './elements.ts'
import { footprintsFor } from './footprints.ts'
import { withSeededRandom } from './seeded-random.ts'

export type RawPositions = [id: string, point: Point][]

let registered = false

/** Options that cytoscape's own type does not know: they are fcose's. */
const options = (count: number) =>
  ({
    name: 'fcose',
    quality: count <= 60 ? 'proof' : 'default',
    randomize: true,
    animate: false,
    fit: false,
    tile: false,
    packComponents: false,
    nodeSeparation: 60,
    idealEdgeLength: 62,
    nodeRepulsion: 6500,
    gravity: 0.3,
    numIter: count <= 60 ? 1500 : 2500,
  }) as LayoutOptions

/** fcose on a graph without a canvas; a node is as wide as its label where there is room for it. The same for the same graph, plate and seed. Synchronous. */
export const layoutWithSeed = (graph: CanvasGraph, plate: Plate, seed: number): RawPositions => {
  if (!registered) {
    cytoscape.use(fcose)
    registered = true
  }
  const size = new Map(footprintsFor(graph, plate).map((print) => [print.id, print.outer]))
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)' } }],
    elements: [
      ...graph.nodes.map(({ id }) => {
        const print = size.get(id)
        return { data: { id, width: print ? print.left * 2 : 24, height: print ? print.top + print.bottom : 24 } }
      }),
      ...graph.edges
        .filter(({ tie }) => !tie?.below)
        .map(({ id, from, to }) => ({ data: { id, source: from, target: to } })),
    ],
  })
  withSeededRandom(seed, () => cy.layout(options(graph.nodes.length)).run())
  const positions = cy
    .nodes()
    .map((node): RawPositions[number] => [node.id(), { x: node.position('x'), y: node.position('y') }])
  cy.destroy()
  return positions
}
