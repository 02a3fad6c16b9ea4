import type { EdgeType, NodeKind } from '../model/graph.ts'
import { byCodeUnits, kindRank } from './order.ts'
import type { Neighbours, NeighboursQuery } from './port.ts'

/** So many neighbours of a kind that are joined by an edge of the type; with `null`, by any. */
export type NeighbourCount = { kind: NodeKind; type: EdgeType | null; count: number }

const sorted = <Key extends string>(
  counts: ReadonlyMap<Key, number>,
  order: (a: Key, b: Key) => number,
): Partial<Record<Key, number>> => {
  const entries = [...counts].sort(([a], [b]) => order(a, b))
  // The keys are those of the map, which `fromEntries` forgets.
  return Object.fromEntries(entries) as Partial<Record<Key, number>>
}

/** From counts of all kinds; keys stand in one order, so that both stores give equal bytes. */
export const countsOf = (
  rows: readonly NeighbourCount[],
  { kinds }: Pick<NeighboursQuery, 'kinds'>,
): Pick<Neighbours, 'total' | 'byKind' | 'byType'> => {
  const byKind = new Map<NodeKind, number>()
  const byType = new Map<EdgeType, number>()
  let total = 0
  for (const { kind, type, count } of rows) {
    const wanted = kinds === null || kinds.includes(kind)
    if (type === null) byKind.set(kind, count)
    if (type === null && wanted) total += count
    if (type !== null && wanted) byType.set(type, (byType.get(type) ?? 0) + count)
  }
  return {
    total,
    byKind: sorted(byKind, (a, b) => kindRank(a) - kindRank(b)),
    byType: sorted(byType, byCodeUnits),
  }
}
