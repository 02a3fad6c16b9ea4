import type { CanvasGraph, Plate, Point } from './elements.ts'
import { footprintsFor } from './footprints.ts'
import { WORKER_READY } from './layout-messages.ts'
import { onPlate, type Positions, spread, starRings } from './place.ts'

const inWorker = (graph: CanvasGraph, plate: Plate, signal: AbortSignal): Promise<Positions> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    let [ready, over] = [false, false]
    // A worker that is ended while its script is on the way leaves a request that never ends: it is let arrive first.
    const end = (finish: () => void) => {
      over = true
      if (ready) worker.terminate()
      finish()
    }
    signal.addEventListener('abort', () => end(() => reject(signal.reason)))
    worker.addEventListener('message', ({ data }: MessageEvent<Positions | typeof WORKER_READY>) => {
      if (data !== WORKER_READY) return end(() => resolve(data))
      ready = true
      if (over) worker.terminate()
    })
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(message))))
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ graph: { nodes: [...graph.nodes], edges: [...graph.edges] }, plate })
  })

/** In pixels of the plate; the same for the same graph and plate. What takes its time is done in a worker. */
export const arrange = async (graph: CanvasGraph, plate: Plate, signal: AbortSignal): Promise<Positions> => {
  const [only] = graph.nodes
  if (!only) return new Map()
  if (graph.nodes.length === 1) return new Map([[only.id, { x: plate.width / 2, y: plate.height / 2 }]])
  const given = graph.nodes.flatMap(({ id, at }): [string, Point][] => (at ? [[id, at]] : []))
  if (given.length === graph.nodes.length) return onPlate(new Map(given), graph, plate)
  const star = starRings(graph, plate)
  return star ? spread(star, footprintsFor(graph, plate), plate) : inWorker(graph, plate, signal)
}
