import { type ClassPair, eachClassPair } from './class-pairs.ts'
import { falseDiscovery } from './false-discovery.ts'
import type { NullModel } from './null-model.ts'
import { pairCount } from './pair-counts.ts'
import { tailsOf } from './tails.ts'
import { type Convolver, convolver } from './trials.ts'

/** The p of a pair that meets in as many columns as its two degrees and the columns of degree 2 and more have room for. */
const leastOf = (
  { rows, columns }: NullModel,
  { first, second, trials }: ClassPair,
  distributionOf: Convolver,
): number => {
  const room = trials.chances.reduce(
    (sum, chance, at) => sum + (chance > 0 && columns.degrees[at]! > 1 ? trials.counts[at]! : 0),
    0,
  )
  return tailsOf(trials, distributionOf).upper(Math.min(room, rows.degrees[first]!, rows.degrees[second]!))
}

/** What no matrix with these margins can go below. */
export type Reach = { p: number; q: number }

/**
 * The least p and the least q that these margins allow, where that q is above `level`: then no matrix with these margins
 * has a pair that is significant at it. `null` where one may have. Each pair is given its own best case, all at once, so the bound errs on
 * the safe side.
 */
export const outOfReach = (model: NullModel, level: number): Reach | null => {
  const tests = pairCount(model.rows.of.length)
  const distributionOf = convolver()
  const least = new Float64Array(tests).fill(1)
  let reached = false
  eachClassPair(model, (pair) => {
    const chance = leastOf(model, pair, distributionOf)
    for (const at of pair.places()) least[at] = chance
    // One pair this far out is a discovery whatever the others are.
    reached = chance * tests <= level
    return reached
  })
  if (reached) return null
  const q = falseDiscovery(least).reduce((best, share) => Math.min(best, share), 1)
  return q <= level ? null : { p: least.reduce((best, chance) => Math.min(best, chance), 1), q }
}
