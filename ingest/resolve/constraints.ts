import { byCodeUnits } from '../../model/order.ts'
import { UnionFind } from './union-find.ts'

/** Two mentions by their keys; `index` tells which decision it was. */
export type Pair = { a: string; b: string; index: number }

export type Constrained = {
  /** The block of each mention; those that a decision took out of theirs are blocks of their own. */
  blockOf: ReadonlyMap<string, string>
  /** Blocks that are one, and blocks that are two, by decision. */
  together: [string, string][]
  apart: [string, string][]
  conflicts: { same: number[]; different: number[] }[]
}

const connect = (pairs: readonly Pair[]): UnionFind => {
  const sets = new UnionFind()
  for (const { a, b } of pairs) sets.join(a, b)
  return sets
}

/** The pairs between `a` and `b`, without the branches that lead nowhere. */
const chain = (pairs: readonly Pair[], { a, b }: Pair): Pair[] => {
  for (let rest = pairs; ; ) {
    const degrees = new Map<string, number>()
    for (const pair of rest)
      for (const end of [pair.a, pair.b]) degrees.set(end, (degrees.get(end) ?? 0) + (pair.a === pair.b ? 0 : 1))
    const leads = (end: string) => end === a || end === b || (degrees.get(end) ?? 0) > 1
    const kept = rest.filter((pair) => leads(pair.a) && leads(pair.b))
    if (kept.length === rest.length) return [...rest]
    rest = kept
  }
}

const withoutConflicts = (same: readonly Pair[], different: readonly Pair[]) => {
  const sets = connect(same)
  const conflicts: Constrained['conflicts'] = []
  const dropped = new Set<Pair>()
  for (const pair of different) {
    if (sets.find(pair.a) !== sets.find(pair.b)) continue
    const around = same.filter(({ a }) => sets.find(a) === sets.find(pair.a))
    const way = chain(around, pair)
    for (const one of [pair, ...way]) dropped.add(one)
    conflicts.push({ same: way.map(({ index }) => index), different: [pair.index] })
  }
  const kept = (pairs: readonly Pair[]) => pairs.filter((pair) => !dropped.has(pair))
  return { same: kept(same), different: kept(different), conflicts }
}

/** `blocks` says which block each mention belongs to by signals alone. */
export const constrain = (
  blocks: ReadonlyMap<string, string>,
  given: { same: readonly Pair[]; different: readonly Pair[] },
): Constrained => {
  if (given.same.length + given.different.length === 0)
    return { blockOf: blocks, together: [], apart: [], conflicts: [] }
  const { same, different, conflicts } = withoutConflicts(given.same, given.different)
  const groups = connect(same)
  const blockOf = new Map(blocks)
  const block = (mention: string) => blockOf.get(mention) ?? mention
  const joined = () => {
    const sets = new UnionFind()
    for (const { a, b } of same) sets.join(block(a), block(b))
    return sets
  }
  const apart: [string, string][] = []
  const order = [...different].sort((x, y) => byCodeUnits(x.a, y.a) || byCodeUnits(x.b, y.b))
  for (const { a, b } of order) {
    const sets = joined()
    if (sets.find(block(a)) !== sets.find(block(b))) continue
    const group = groups.find(a)
    const own = `${block(a)}~${group}`
    const members = [...blockOf.keys()].filter((mention) => groups.find(mention) === group)
    for (const mention of members) {
      apart.push([own, block(mention)])
      blockOf.set(mention, own)
    }
  }
  for (const { a, b } of different) apart.push([block(a), block(b)])
  return { blockOf, together: same.map(({ a, b }) => [block(a), block(b)]), apart, conflicts }
}
