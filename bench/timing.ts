export type Times = { best: number; median: number }

/** Milliseconds of one run. */
export const timed = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Milliseconds of many runs, after some that do not count; at least `least` runs, and more until half a second is spent. */
export const timesOf = (run: () => unknown, least = 7): Times => {
  const times: number[] = []
  for (let at = 0; at < 2; at++) run()
  for (let spent = 0; times.length < least || spent < 500; spent += times.at(-1) ?? 0) times.push(timed(run))
  times.sort((a, b) => a - b)
  return { best: times[0] ?? 0, median: times[Math.floor(times.length / 2)] ?? 0 }
}
