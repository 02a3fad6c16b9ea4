import type { CanvasGraph, Plate } from './elements.ts'
import { footprintsFor } from './footprints.ts'
import { layoutWithSeed, type RawPositions } from './layout.ts'
import { countOverlaps, onPlate, type Positions, spread, starRings } from './place.ts'

/** Above this many nodes the layout runs in a worker. */
const IN_THREAD = 150

const seedsFor = (count: number): number => (count <= 24 ? 6 : count <= 60 ? 4 : 1)

const inWorker = (graph: CanvasGraph, plate: Plate, seed: number, signal: AbortSignal): Promise<RawPositions> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    const end = (finish: () => void) => {
      worker.terminate()
      finish()
    }
    signal.addEventListener('abort', () => end(() => reject(signal.reason)))
    worker.addEventListener('message', ({ data }: MessageEvent<RawPositions>) => end(() => resolve(data)))
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(message))))
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ graph: { nodes: [...graph.nodes], edges: [...graph.edges] }, plate, seed })
  })

/** The best of several seeds, in pixels of the plate; the same for the same graph and plate. */
export const arrange = async (graph: CanvasGraph, plate: Plate, signal: AbortSignal): Promise<Positions> => {
  const [only] = graph.nodes
  if (!only) return new Map()
  if (graph.nodes.length === 1) return new Map([[only.id, { x: plate.width / 2, y: plate.height / 2 }]])
  const prints = footprintsFor(graph, plate)
  const star = starRings(graph, plate)
  if (star) return spread(star, prints, plate)
  if (graph.nodes.length > IN_THREAD) return onPlate(new Map(await inWorker(graph, plate, 1, signal)), graph, plate)
  let best: { at: Positions; overlaps: number } | null = null
  for (let seed = 1; seed <= seedsFor(graph.nodes.length); seed++) {
    const at = onPlate(new Map(layoutWithSeed(graph, plate, seed)), graph, plate)
    const overlaps = countOverlaps(at, prints)
    if (!best || overlaps < best.overlaps) best = { at, overlaps }
    if (overlaps === 0) break
  }
  return best?.at ?? new Map()
}
