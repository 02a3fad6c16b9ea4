import { arrangement } from './arrangement.ts'
import type { CanvasGraph, Plate } from './elements.ts'
import { WORKER_READY } from './layout-messages.ts'

self.addEventListener('message', ({ data }: MessageEvent<{ graph: CanvasGraph; plate: Plate }>) => {
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(arrangement(data.graph, data.plate))
})
// oxlint-disable-next-line unicorn/require-post-message-target-origin
self.postMessage(WORKER_READY)
