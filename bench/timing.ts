/** Milliseconds: on the clock, and of the processor, which is what it takes on a machine that has nothing else to do. */
type Time = { clock: number; processor: number }

export type Times = { best: number; median: number; processor: number }

export const timed = (run: () => unknown): Time => {
  const [start, used] = [performance.now(), process.cpuUsage()]
  run()
  const { user, system } = process.cpuUsage(used)
  return { clock: performance.now() - start, processor: (user + system) / 1000 }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Medians and the best of many runs, after some that do not count; at least `least` runs, and more until half a second is spent. */
export const timesOf = (run: () => unknown, least = 7): Times => {
  const times: Time[] = []
  for (let at = 0; at < 2; at++) run()
  for (let spent = 0; times.length < least || spent < 500; spent += times.at(-1)?.clock ?? 0) times.push(timed(run))
  const clock = times.map((time) => time.clock)
  return { best: Math.min(...clock), median: middle(clock), processor: middle(times.map((time) => time.processor)) }
}
