import type { CanvasGraph, Plate } from './elements.ts'
import { layoutWithSeed } from './layout.ts'

self.addEventListener('message', ({ data }: MessageEvent<{ graph: CanvasGraph; plate: Plate; seed: number }>) => {
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(layoutWithSeed(data.graph, data.plate, data.seed))
})
