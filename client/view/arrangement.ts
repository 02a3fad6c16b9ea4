import type { CanvasGraph, Plate } from './elements.ts'
import { footprintsFor } from './footprints.ts'
import { forceLayout } from './force-layout.ts'
import { layoutWithSeed } from './layout.ts'
import { countOverlaps, onPlate, type Positions } from './place.ts'

/** Above this many nodes fcose takes seconds. */
const MOST_FOR_FCOSE = 150

const seedsFor = (count: number): number => (count <= 24 ? 6 : count <= 60 ? 4 : 1)

/** The best of several seeds, in pixels of the plate; the same for the same graph and plate. Synchronous, and slow: for a worker. */
export const arrangement = (graph: CanvasGraph, plate: Plate): Positions => {
  if (graph.nodes.length > MOST_FOR_FCOSE) return onPlate(new Map(forceLayout(graph)), graph, plate)
  const prints = footprintsFor(graph, plate)
  let best: { at: Positions; overlaps: number } | null = null
  for (let seed = 1; seed <= seedsFor(graph.nodes.length); seed++) {
    const at = onPlate(new Map(layoutWithSeed(graph, plate, seed)), graph, plate)
    const overlaps = countOverlaps(at, prints)
    if (!best || overlaps < best.overlaps) best = { at, overlaps }
    if (overlaps === 0) break
  }
  return best?.at ?? new Map()
}
