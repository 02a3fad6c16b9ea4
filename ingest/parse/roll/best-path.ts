import type { RollPair } from '../../../model/record.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import type { Compact } from './compact.ts'
import { edgesFrom } from './lattice.ts'
import { BODY_STEP, type Edge, MODES, NAME_STEP, noSteps, type Steps, stepAt } from './steps.ts'

/** The reading of a roll, and by how much each of its names beats the best other reading of the same place. */
export type Reading = { edges: readonly Edge[]; margins: ReadonlyMap<Edge, Rival> }
export type Rival = { margin: number; edge: Edge | null; body: Edge | null }

const COUNT = MODES.length
const NEVER = Number.NEGATIVE_INFINITY
/** A reading so far behind the best one ahead of it does not catch up. */
const HOPELESS = 9
const VIEW = 20
/** What a roll loses that ends in each of the modes. */
const ENDINGS = [0, -1, -3, 0, -1] as const

/**
 * For each sign and mode the best that a reading has come to, and the step by which it came there (-1: by none);
 * for each sign the best of all modes, and the last sign at which any reading has arrived yet.
 */
type Arrivals = { best: Float64Array; by: Int32Array; end: number; peaks: Float64Array; reach: number }

/** One roll after the other is read on this desk: no reading hands out anything of it. */
const deskFor = (length: number) => ({
  length,
  best: new Float64Array((length + 1) * COUNT),
  by: new Int32Array((length + 1) * COUNT),
  peaks: new Float64Array(length + 1),
  rest: new Float64Array((length + 1) * COUNT),
})
let desk = deskFor(0x400)

const noArrivals = (length: number): Arrivals => {
  if (length > desk.length) desk = deskFor(2 * length)
  const { best, by, peaks } = desk
  const states = (length + 1) * COUNT
  best.fill(NEVER, 0, states)
  by.fill(-1, 0, states)
  peaks.fill(NEVER, 0, length + 1)
  best[0] = 0
  peaks[0] = 0
  return { best, by, end: length * COUNT, peaks, reach: 0 }
}

/** By the sign at which a name begins that another roll prints behind the same body: where it ends. */
const knownNames = (text: string, known: readonly RollPair[]): Map<number, Set<number>> => {
  const ends = new Map<number, Set<number>>()
  for (const { body, person } of known)
    for (let at = text.indexOf(body + person); at >= 0; at = text.indexOf(body + person, at + 1)) {
      const start = at + body.length
      ends.set(start, (ends.get(start) ?? new Set()).add(start + person.length))
    }
  return ends
}

/** The best reading of a whole roll, by dynamic programming over signs and modes: linear in its length. */
export const bestPath = (roll: Compact, jurisdiction: Jurisdiction, known: readonly RollPair[] = []): Reading => {
  const length = roll.text.length
  const steps = noSteps(roll, knownNames(roll.text, known))
  const arrivals = noArrivals(length)
  for (let at = 0; at < length; at++) {
    steps.at = at
    steps.open = openAt(arrivals, at)
    if (steps.open === 0) continue
    const from = steps.count
    edgesFrom(steps, roll, jurisdiction)
    relax(steps, from, arrivals)
  }
  const last = lastMode(arrivals)
  const path = trace(steps, arrivals, last)
  const rest = backwards(steps, length)
  return {
    edges: path.map(([, edge]) => edge),
    margins: rivals(path, steps, arrivals, rest, ended(arrivals, last)),
  }
}

/** The modes that are not hopeless at a sign, as a set of bits. */
const openAt = ({ best, peaks, reach }: Arrivals, at: number): number => {
  let leader = NEVER
  const until = Math.min(reach, at + VIEW)
  for (let ahead = at; ahead <= until; ahead++) {
    const peak = peaks[ahead] ?? NEVER
    if (peak > leader) leader = peak
  }
  let open = 0
  for (let mode = 0; mode < COUNT; mode++) if ((best[at * COUNT + mode] ?? NEVER) > leader - HOPELESS) open |= 1 << mode
  return open
}

/** Takes the steps from number `first` on, all of which begin at one sign. */
const relax = ({ columns, count }: Steps, first: number, arrivals: Arrivals): void => {
  const { best, by, peaks } = arrivals
  const { start, end, from, to, score } = columns
  for (let i = first; i < count; i++) {
    const stop = end[i] ?? 0
    const total = (best[(start[i] ?? 0) * COUNT + (from[i] ?? 0)] ?? NEVER) + (score[i] ?? 0)
    const state = stop * COUNT + (to[i] ?? 0)
    if (total > (best[state] ?? NEVER)) {
      best[state] = total
      by[state] = i
      if (total > (peaks[stop] ?? NEVER)) peaks[stop] = total
      if (stop > arrivals.reach) arrivals.reach = stop
    }
  }
}

const ended = ({ best, end }: Arrivals, mode: number): number => (best[end + mode] ?? NEVER) + (ENDINGS[mode] ?? NEVER)

const lastMode = (arrivals: Arrivals): number => {
  let last = 0
  for (let mode = 1; mode < COUNT; mode++) if (ended(arrivals, mode) > ended(arrivals, last)) last = mode
  return last
}

/** For each sign and mode the best that the rest of the roll can add. */
const backwards = ({ columns, count }: Steps, length: number): Float64Array => {
  const { start, end, from, to, score } = columns
  const rest = desk.rest.fill(NEVER, 0, (length + 1) * COUNT)
  for (let mode = 0; mode < COUNT; mode++) rest[length * COUNT + mode] = ENDINGS[mode] ?? NEVER
  for (let i = count - 1; i >= 0; i--) {
    const total = (score[i] ?? 0) + (rest[(end[i] ?? 0) * COUNT + (to[i] ?? 0)] ?? NEVER)
    const state = (start[i] ?? 0) * COUNT + (from[i] ?? 0)
    if (total > (rest[state] ?? NEVER)) rest[state] = total
  }
  return rest
}

/** The step that leads to where another one begins, or -1. */
const before = ({ columns: { start, from } }: Steps, by: Int32Array, step: number): number =>
  by[(start[step] ?? 0) * COUNT + (from[step] ?? 0)] ?? -1

/** The steps of the best reading, each with its number. */
const trace = (steps: Steps, { by, end }: Arrivals, mode: number): [number, Edge][] => {
  const path: [number, Edge][] = []
  let step = by[end + mode] ?? -1
  while (step >= 0) {
    path.push([step, stepAt(steps, step)])
    step = before(steps, by, step)
  }
  return path.reverse()
}

type Mine = { name: Edge; margin: number; rival: number }

const rivals = (
  path: readonly [number, Edge][],
  steps: Steps,
  { best, by }: Arrivals,
  rest: Float64Array,
  total: number,
): Map<Edge, Rival> => {
  const mine: Mine[] = []
  /** The number in `mine` of the name that holds each sign. */
  const owner = new Int32Array((path.at(-1)?.[1].end ?? 0) + 1).fill(-1)
  for (const [, name] of path) {
    if (name.kind !== 'name') continue
    owner.fill(mine.length, name.start, name.end)
    mine.push({ name, margin: Number.POSITIVE_INFINITY, rival: -1 })
  }
  const { kind, start, end, from, to, score } = steps.columns
  for (let i = 0; i < steps.count; i++) {
    const isName = kind[i] === NAME_STEP
    if (!isName && kind[i] !== BODY_STEP) continue
    const first = start[i] ?? 0
    const stop = end[i] ?? 0
    const through =
      (best[first * COUNT + (from[i] ?? 0)] ?? NEVER) + (score[i] ?? 0) + (rest[stop * COUNT + (to[i] ?? 0)] ?? NEVER)
    if (through === NEVER) continue
    for (let at = first; at < stop; at++) {
      const held = owner[at] ?? -1
      const one = held < 0 ? undefined : mine[held]
      if (!one || total - through >= one.margin) continue
      if (isName && first === one.name.start && stop === one.name.end) continue
      one.margin = total - through
      one.rival = i
    }
  }
  return new Map(mine.map((one) => [one.name, rivalOf(steps, by, one)]))
}

const rivalOf = (steps: Steps, by: Int32Array, { margin, rival }: Mine): Rival => {
  if (rival < 0) return { margin, edge: null, body: null }
  const { kind } = steps.columns
  const led = before(steps, by, rival)
  return {
    margin,
    edge: kind[rival] === NAME_STEP ? stepAt(steps, rival) : null,
    body: led >= 0 && kind[led] === BODY_STEP ? stepAt(steps, led) : null,
  }
}
