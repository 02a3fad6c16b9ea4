import type { CanvasGraph, Plate } from './elements.ts'
import { layoutWithSeed } from './layout.ts'

self.addEventListener('message', ({ data }: MessageEvent<{ graph: CanvasGraph; plate: Plate; seed: number }>) => {
  self.postMessage(layoutWithSeed(data.graph, data.plate, data.seed))
})
