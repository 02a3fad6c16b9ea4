/** What is attacked, and what came of it. */
import { createRng, type Rng } from '../../scripts/samples/prng.ts'

export type Outcome = {
  /** How it was answered: read, refused and why, a status. */
  kind: string
  bytes: number
  /** What did not hold, none for all is well. */
  faults: readonly string[]
}

export type Target = {
  name: string
  /** Makes one input of `rng` and has it read. What it throws is a fault. */
  attack(rng: Rng): Promise<Outcome>
  close(): Promise<void>
}

export type Failure = { target: string; seed: string; nth: number; fault: string }

export type Tally = {
  target: string
  inputs: number
  seconds: number
  /** In milliseconds, and which one it was. */
  slowest: { time: number; nth: number; bytes: number }
  kinds: Map<string, number>
  failures: Failure[]
  /** Resident memory of this process at its highest, in bytes. */
  resident: number
}

/** An input may take as long as this, in milliseconds: two seconds for each five megabytes, and two to begin with. */
const allowed = (bytes: number): number => 2000 + (bytes / 5e6) * 2000

/** Of an input: the same for the same seed and number, so that any one can be made again alone. */
export const inputRng = (seed: string, target: string, nth: number): Rng => createRng(`${seed}/${target}/${nth}`)

const attackOnce = async (target: Target, rng: Rng): Promise<Outcome & { time: number }> => {
  const start = performance.now()
  try {
    const outcome = await target.attack(rng)
    return { ...outcome, time: performance.now() - start }
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { kind: 'thrown', bytes: 0, faults: [fault], time: performance.now() - start }
  }
}

/** What takes too long is tried again: on a busy machine the first time proves nothing. */
const measured = async (target: Target, rng: () => Rng, timed: boolean): Promise<Outcome & { time: number }> => {
  const first = await attackOnce(target, rng())
  if (!timed || first.time <= allowed(first.bytes)) return first
  const again = await attackOnce(target, rng())
  const time = Math.min(first.time, again.time)
  if (time <= allowed(again.bytes)) return { ...again, time }
  return { ...again, time, faults: [...again.faults, `it took ${Math.round(time)} ms for ${again.bytes} bytes`] }
}

/** Attacks a target so many times, numbered from `first`; with `timed`, what takes too long is a fault; `told` every thousand. */
export const attackMany = async (
  target: Target,
  {
    seed,
    inputs,
    first = 0,
    timed = false,
    told = () => undefined,
  }: { seed: string; inputs: number; first?: number; timed?: boolean; told?: (tally: Tally) => void },
): Promise<Tally> => {
  const slowest = { time: 0, nth: -1, bytes: 0 }
  const tally: Tally = {
    target: target.name,
    inputs: 0,
    seconds: 0,
    slowest,
    kinds: new Map(),
    failures: [],
    resident: 0,
  }
  const start = performance.now()
  for (let nth = first; nth < first + inputs; nth++) {
    const { kind, bytes, faults, time } = await measured(target, () => inputRng(seed, target.name, nth), timed)
    tally.inputs++
    tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1)
    for (const fault of new Set(faults)) tally.failures.push({ target: target.name, seed, nth, fault })
    if (time > slowest.time) Object.assign(slowest, { time, nth, bytes })
    if (nth % 100 === 0) tally.resident = Math.max(tally.resident, process.memoryUsage.rss())
    tally.seconds = (performance.now() - start) / 1000
    if (tally.inputs % 1000 === 0) told(tally)
  }
  return tally
}

/** A reason without what is different in every file: names, figures, what a library says of its own. */
export const kindOf = (reason: string): string =>
  reason
    .replaceAll(/“[^”]*”/gu, '“…”')
    .replace(/(broken: [^:]{0,30}?)(?: [^ ]*\/| in it|: |$).*/su, '$1')
    .replaceAll(/\d[\d.,]*/gu, 'N')
    .split('\n', 1)[0]
    ?.slice(0, 110) ?? ''
