import type { NodeId } from '../model/graph.ts'
import { type Filter, type Incidence, viewOf } from './incidence.ts'
import { falseDiscovery } from './null-model/false-discovery.ts'
import { type NullModel, nullModelOf } from './null-model/null-model.ts'
import { outOfReach, type Reach } from './null-model/out-of-reach.ts'
import { pairChances } from './null-model/pair-chances.ts'
import { countPairs, pairCount, pairPlace } from './null-model/pair-counts.ts'

/** Pairs of more rows than this would take more than half a gigabyte. */
const MOST_ROWS = 4000

/** A row belongs to the fixed cast when it is in at least this share of the columns in view. */
export const FIXED_CAST_SHARE = 0.9

/** All pairs of rows in view, in arrays by their place (`pairPlace`): what a caller keeps for a data version and a filter. */
export type CoOccurrence = {
  /** The rows that have a column in view, by id; the others are not tested. */
  who: NodeId[]
  /** Columns that have a row in view; those that stay empty tell nothing. */
  columns: number
  degrees: Int32Array
  observed: Int32Array
  expected: Float64Array
  /** P(X >= observed) of the null model, exact. */
  p: Float64Array
  /** P(X <= observed): small for pairs that meet more rarely than expected. */
  pLower: Float64Array
  /** Benjamini-Hochberg over all pairs, also those that never meet; of `p`, and of `pLower` apart. */
  q: Float64Array
  qLower: Float64Array
  model: NullModel
  /** Rows in at least `share` of the columns in view: they meet everyone, whatever the matter. They stay in the model. */
  fixedCast: { share: number; rows: NodeId[] }
}

/** Throws a RangeError for more than 4,000 rows in view: narrow the kinds or the period. */
export const coOccurrence = (incidence: Incidence, filter: Filter = {}): CoOccurrence => {
  const view = viewOf(incidence, filter)
  const rows = view.rows.length
  if (rows > MOST_ROWS)
    throw new RangeError(`${rows} rows in view: expected at most ${MOST_ROWS}, narrow kinds or period`)
  const who = Array.from(view.rows, (row) => incidence.who[row]!)
  const model = nullModelOf(view.rowDegrees, view.columnDegrees)
  const observed = countPairs(rows, view.offsets, view.entries)
  const { expected, upper, lower } = pairChances(model, observed)
  const columns = view.columns.length
  return {
    who,
    columns,
    degrees: view.rowDegrees,
    observed,
    expected,
    p: upper,
    pLower: lower,
    q: falseDiscovery(upper),
    qLower: falseDiscovery(lower),
    model,
    fixedCast: {
      share: FIXED_CAST_SHARE,
      rows: who.filter((_, row) => view.rowDegrees[row]! >= FIXED_CAST_SHARE * columns),
    },
  }
}

export type Pair = {
  a: NodeId
  b: NodeId
  observed: number
  expected: number
  /** observed / expected; two rows that both have a column are never expected to meet in none. */
  ratio: number
  p: number
  pLower: number
  q: number
  qLower: number
}

type Rank = 'p' | 'pLower' | 'observed' | 'ratio'

/** What comes first has the smallest number. */
const rankOf = (table: CoOccurrence, by: Rank): ((at: number) => number) => {
  const { observed, expected } = table
  if (by === 'observed') return (at) => -observed[at]!
  if (by === 'ratio') return (at) => -observed[at]! / expected[at]!
  const chances = table[by]
  return (at) => chances[at]!
}

const rowAt = (table: CoOccurrence, a: number, b: number): Pair => {
  const at = pairPlace(table.who.length, a, b)
  const [observed, expected] = [table.observed[at]!, table.expected[at]!]
  return {
    a: table.who[a]!,
    b: table.who[b]!,
    observed,
    expected,
    ratio: observed / expected,
    p: table.p[at]!,
    pLower: table.pLower[at]!,
    q: table.q[at]!,
    qLower: table.qLower[at]!,
  }
}

/** The rows of the pair at a place: the last row whose pairs begin at or before it, and how far behind it lies. */
const rowsAt = (rows: number, place: number): [number, number] => {
  let [low, high] = [0, rows - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pairPlace(rows, middle, middle + 1) <= place) low = middle
    else high = middle - 1
  }
  return [low, low + 1 + place - pairPlace(rows, low, low + 1)]
}

const sorted = (table: CoOccurrence, places: Int32Array, by: Rank): Pair[] => {
  const rank = rankOf(table, by)
  const keys = Float64Array.from(places, rank)
  // Ids are sorted, so the order of places is the order of ids.
  const order = Int32Array.from(places.keys()).sort(
    (a, b) => keys[a]! - keys[b]! || table.observed[places[b]!]! - table.observed[places[a]!]! || a - b,
  )
  return Array.from(order, (at) => rowAt(table, ...rowsAt(table.who.length, places[at]!)))
}

/** Pairs in order of `by` (chances rising, numbers falling), then by observed falling, then by ids; all of them unless `keep` says which. */
export const rankedPairs = (
  table: CoOccurrence,
  by: Rank,
  keep: (observed: number, place: number) => boolean = () => true,
): Pair[] => {
  const places = Int32Array.from(table.observed.keys()).filter((place) => keep(table.observed[place]!, place))
  return sorted(table, places, by)
}

export type Backbone = {
  /** The share of false discoveries that is put up with. */
  level: number
  /** Pairs that meet more often than their degrees explain, and pairs that do so more rarely. */
  more: Pair[]
  fewer: Pair[]
  counts: { rows: number; columns: number; pairs: number; more: number; fewer: number }
  /** Where `more` is empty because no pair could ever be in it: the least p and q that the degrees allow. */
  outOfReach: Reach | null
}

export const backboneOf = (table: CoOccurrence, level: number): Backbone => {
  const more = rankedPairs(table, 'p', (_, place) => table.q[place]! <= level)
  const fewer = rankedPairs(table, 'pLower', (_, place) => table.qLower[place]! <= level)
  const rows = table.who.length
  return {
    level,
    more,
    fewer,
    counts: { rows, columns: table.columns, pairs: pairCount(rows), more: more.length, fewer: fewer.length },
    outOfReach: more.length > 0 ? null : outOfReach(table.model, level),
  }
}
