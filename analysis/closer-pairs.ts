import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'

/** Who stands in what, as a store hands it out. */
export type Standing = {
  who: readonly { id: NodeId }[]
  what: readonly { meeting: NodeId }[]
  rows: Int32Array
  columns: Int32Array
}

export type CloserPair = { a: NodeId; b: NodeId; before: number; after: number }

const membersByColumn = ({ what, rows, columns }: Standing): Set<number>[] => {
  const members = what.map(() => new Set<number>())
  rows.forEach((row, at) => members[columns[at] ?? -1]?.add(row))
  return members
}

/**
 * Pairs whose share of the columns has grown from the first half to the second, the most first; `inFirst` says of each meeting in which half it
 * lies (`null`: in none). Shares and not counts are compared, as one half may hold more columns. Ties by what was seen later, then by id.
 */
export const closerPairs = (
  standing: Standing,
  inFirst: (meeting: NodeId) => boolean | null,
  most: number,
): { pairs: CloserPair[]; columns: { before: number; after: number } } => {
  const counts = new Map<string, CloserPair>()
  const columns = { before: 0, after: 0 }
  membersByColumn(standing).forEach((members, column) => {
    const first = inFirst(standing.what[column]?.meeting ?? '')
    if (first === null) return
    const half = first ? 'before' : 'after'
    columns[half]++
    const ids = [...members].flatMap((row) => standing.who[row]?.id ?? []).sort(byCodeUnits)
    ids.forEach((a, i) => {
      for (const b of ids.slice(i + 1)) {
        const key = `${a}\n${b}`
        const pair = counts.get(key) ?? { a, b, before: 0, after: 0 }
        pair[half]++
        counts.set(key, pair)
      }
    })
  })
  const growth = ({ before, after }: CloserPair) =>
    after / Math.max(1, columns.after) - before / Math.max(1, columns.before)
  const pairs = [...counts.values()]
    .filter((pair) => growth(pair) > 0)
    .sort((x, y) => growth(y) - growth(x) || y.after - x.after || byCodeUnits(x.a, y.a) || byCodeUnits(x.b, y.b))
    .slice(0, most)
  return { pairs, columns }
}
