import { eachClassPair } from './class-pairs.ts'
import type { NullModel } from './null-model.ts'
import { tailsOf } from './tails.ts'
import { convolver, type Trials } from './trials.ts'

const meanOf = ({ counts, chances }: Trials): number =>
  chances.reduce((sum, chance, at) => sum + counts[at]! * chance, 0)

export type PairChances = {
  expected: Float64Array
  /** P(X >= observed). */
  upper: Float64Array
  /** P(X <= observed). */
  lower: Float64Array
}

/** Of every pair of rows, in the order of `observed`. Rows of one degree share their distributions. */
export const pairChances = (model: NullModel, observed: Int32Array): PairChances => {
  const distributionOf = convolver()
  const table: PairChances = {
    expected: new Float64Array(observed.length),
    upper: new Float64Array(observed.length),
    lower: new Float64Array(observed.length),
  }
  eachClassPair(model, ({ trials, places }) => {
    const [mean, tails] = [meanOf(trials), tailsOf(trials, distributionOf)]
    for (const at of places()) {
      table.expected[at] = mean
      table.upper[at] = tails.upper(observed[at]!)
      table.lower[at] = tails.lower(observed[at]!)
    }
  })
  return table
}
