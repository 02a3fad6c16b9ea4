/** Loaded into a server before it starts (`--expose-gc --import`): tells its memory to the process that started it, when that asks. */
export type Memory = { heap: number; resident: number }

declare const gc: (() => void) | undefined

process.on('message', () => {
  // Twice: what the first pass sets free may hold more.
  gc?.()
  gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ heap: heapUsed, resident: rss } satisfies Memory)
})
process.channel?.unref()
