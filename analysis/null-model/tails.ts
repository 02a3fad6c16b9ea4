import { farTail } from './far-tail.ts'
import type { Convolver, Distribution, Trials } from './trials.ts'

/** Below this a tail is summed again around what was observed, where nothing of it is cut off. */
const FAR = 1e-7
const LN_FAR = Math.log(FAR)

export type Tails = {
  /** P(X >= observed). */
  upper(observed: number): number
  /** P(X <= observed). */
  lower(observed: number): number
}

type Split = {
  /** Successes that are sure, and the most that there can be. */
  least: number
  most: number
  /** Without the sure and the impossible ones. */
  free: Trials
  mean: number
  variance: number
}

const splitOf = ({ counts, chances, rests }: Trials): Split => {
  let [least, most, mean, variance, length] = [0, 0, 0, 0, 0]
  const free = { counts: new Int32Array(chances.length), chances: chances.slice(), rests: rests.slice() }
  for (let at = 0; at < chances.length; at++) {
    const [count, p, q] = [counts[at]!, chances[at]!, rests[at]!]
    if (p > 0) most += count
    if (q === 0) least += count
    if (p === 0 || q === 0) continue
    free.counts[length] = count
    free.chances[length] = p
    free.rests[length++] = q
    mean += count * p
    variance += count * p * q
  }
  return {
    least,
    most,
    free: {
      counts: free.counts.subarray(0, length),
      chances: free.chances.subarray(0, length),
      rests: free.rests.subarray(0, length),
    },
    mean,
    variance,
  }
}

/** Sums of all of `mass` from each place to the end, the smallest terms first. */
const sumsFromEnd = (mass: Float64Array): Float64Array => {
  const sums = Float64Array.from(mass)
  for (let at = sums.length - 2; at >= 0; at--) sums[at]! += sums[at + 1]!
  return sums
}

const near = ({ low, mass }: Distribution): Tails => {
  const above = sumsFromEnd(mass)
  const below = sumsFromEnd(mass.toReversed()).reverse()
  const last = low + mass.length - 1
  return {
    upper: (observed) => (observed > last ? 0 : above[Math.max(0, observed - low)]!),
    lower: (observed) => (observed < low ? 0 : below[Math.min(last, observed) - low]!),
  }
}

/** All of them, or none: a product of chances. */
const product = (counts: ArrayLike<number>, chances: Float64Array): number =>
  Math.max(Number.MIN_VALUE, Math.exp(chances.reduce((sum, chance, at) => sum + counts[at]! * Math.log(chance), 0)))

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/** The tails of free trials on one side of their mean. */
const tailOn = (side: 1 | -1, { free, mean, variance }: Split, distributionOf: Convolver, centre: () => Tails) => {
  const remembered = new Map<number, number>()
  const far = (observed: number): number => {
    const found = remembered.get(observed) ?? farTail(free, distributionOf, observed, side)
    remembered.set(observed, found)
    return found
  }
  return (observed: number): number => {
    const past = side * (observed - mean)
    // Bernstein's inequality: so far out that the middle of the distribution need not be made.
    if (past > 0 && (past * past) / (2 * (variance + past / 3)) > -LN_FAR) return far(observed)
    const chance = side > 0 ? centre().upper(observed) : centre().lower(observed)
    return chance < FAR ? far(observed) : Math.min(1, chance)
  }
}

/**
 * Exact tails of the number of successes (Poisson-binomial), each summed from its own side: relative accuracy 1e-4 and better down to
 * 1e-300; what is smaller than a number can be is given as the smallest. 0 only where it cannot be.
 */
export const tailsOf = (trials: Trials, distributionOf: Convolver): Tails => {
  const split = splitOf(trials)
  const { least, most, free } = split
  const centre = once(() => near(distributionOf(free)))
  const [upper, lower] = [tailOn(1, split, distributionOf, centre), tailOn(-1, split, distributionOf, centre)]
  return {
    upper: (observed) => {
      if (observed <= least) return 1
      if (observed >= most) return observed > most ? 0 : product(free.counts, free.chances)
      return upper(observed - least)
    },
    lower: (observed) => {
      if (observed >= most) return 1
      if (observed <= least) return observed < least ? 0 : product(free.counts, free.rests)
      return lower(observed - least)
    },
  }
}
