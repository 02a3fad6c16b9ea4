import type { NullModel } from './null-model.ts'
import { pairPlace } from './pair-counts.ts'
import type { Trials } from './trials.ts'

/** The columns as trials whether both of two rows are in them; rows by the number of their class. */
const meetingsOf = ({ columns, chances, rests }: NullModel, first: number, second: number): Trials => {
  const width = columns.sizes.length
  const of = (values: Float64Array, row: number) => values.subarray(row * width, (row + 1) * width)
  const [p, q, otherQ] = [of(chances, first), of(rests, first), of(rests, second)]
  const both = of(chances, second).map((chance, at) => chance * p[at]!)
  return { counts: columns.sizes, chances: both, rests: both.map((_, at) => q[at]! + p[at]! * otherQ[at]!) }
}

const membersOf = ({ rows }: NullModel): number[][] => {
  const members = Array.from(rows.sizes, (): number[] => [])
  rows.of.forEach((at, row) => members[at]!.push(row))
  return members
}

export type ClassPair = {
  /** Classes of rows. */
  first: number
  second: number
  /** Of each column, whether both are in it. */
  trials: Trials
  /** The places of the pairs of rows of these classes. */
  places: () => number[]
}

/** Visits every pair of classes that has a pair of rows, until `visit` returns true. */
export const eachClassPair = (model: NullModel, visit: (pair: ClassPair) => boolean | void): void => {
  const { sizes, of } = model.rows
  const members = membersOf(model)
  for (let first = 0; first < sizes.length; first++)
    for (let second = first; second < sizes.length; second++) {
      if (first === second && sizes[first]! < 2) continue
      const places = () =>
        members[first]!.flatMap((a) =>
          members[second]!.flatMap((b) =>
            first === second && a >= b ? [] : pairPlace(of.length, Math.min(a, b), Math.max(a, b)),
          ),
        )
      if (visit({ first, second, trials: meetingsOf(model, first, second), places })) return
    }
}
