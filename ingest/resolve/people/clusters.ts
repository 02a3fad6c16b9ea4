import type { Reason } from '../../../model/inference.ts'
import { byCodeUnits } from '../../../model/order.ts'
import { UnionFind } from '../union-find.ts'
import { score, type Verdict } from './score.ts'
import { placeKey } from './seen.ts'
import type { Surroundings } from './signals.ts'
import type { Stint } from './stints.ts'

export type Cluster = { stints: Stint[] }
export type Doubt = { a: Cluster; b: Cluster; grade: 'likely' | 'possible'; why: Reason[] }
type Judged = { a: Stint; b: Stint; verdict: Verdict }
/** Stints that people have decided to be one person, and to be two. */
type Decisions = { together: readonly [string, string][]; apart: readonly [string, string][] }

const LAST = '~'
export const byTime = (a: Stint, b: Stint): number =>
  byCodeUnits(a.first ?? LAST, b.first ?? LAST) ||
  byCodeUnits(a.last ?? LAST, b.last ?? LAST) ||
  byCodeUnits(a.id, b.id)

const judge = (stints: readonly Stint[], around: Surroundings): Judged[] => {
  const sorted = [...stints].sort(byTime)
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => ({ a, b, verdict: score({ a, b, around }) })))
}

/** One stint that may go on in two, which are two people, goes on in neither: nobody can tell in which. */
const ambiguous = (pair: Judged, all: readonly Judged[]): boolean => {
  const areTwo = (x: Stint, y: Stint) =>
    all.some(({ a, b, verdict }) => verdict.is === 'two' && ((a === x && b === y) || (a === y && b === x)))
  return all.some(
    ({ a, b, verdict }) =>
      verdict.is === 'same' &&
      ((a === pair.a && b !== pair.b && areTwo(b, pair.b)) || (b === pair.b && a !== pair.a && areTwo(a, pair.a))),
  )
}

/** Each place once, without another in between. */
const isOneWay = (stints: readonly Stint[]): boolean => {
  const places = [...stints].sort(byTime).map(({ place }) => placeKey(place))
  const left = new Set<string>()
  return places.every((place, at) => {
    const before = places[at - 1]
    if (before !== undefined && before !== place) left.add(before)
    return !left.has(place)
  })
}

const doubtBetween = (a: Cluster, b: Cluster, judged: readonly Judged[]): Doubt | null => {
  const between = judged.filter(
    (pair) =>
      (a.stints.includes(pair.a) && b.stints.includes(pair.b)) ||
      (b.stints.includes(pair.a) && a.stints.includes(pair.b)),
  )
  if (between.some(({ verdict }) => verdict.is === 'two')) return null
  const [best] = [...between].sort((x, y) => y.verdict.total - x.verdict.total || byTime(x.a, y.a) || byTime(x.b, y.b))
  if (!best) return null
  const { is, why } = best.verdict
  if (is !== 'same') return { a, b, grade: is === 'likely' ? 'likely' : 'possible', why }
  return { a, b, grade: 'likely', why: [{ code: 'several_ways', weight: 0 }, ...why] }
}

const key = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)

/** The stints of one name as people, and which of these may be one. Decisions outrank proofs, and proofs outrank signals. */
const clusterName = (
  stints: readonly Stint[],
  around: Surroundings,
  sets: UnionFind,
  apart: ReadonlySet<string>,
): { clusters: Cluster[]; doubts: Doubt[] } => {
  const clusterOf = (stint: Stint) => stints.filter(({ id }) => sets.find(id) === sets.find(stint.id))
  const judged = stints.length > 1 ? judge(stints, around) : []
  const two = new Set(judged.filter(({ verdict }) => verdict.is === 'two').map(({ a, b }) => key(a.id, b.id)))
  const forbidden = (x: Stint, y: Stint) => two.has(key(x.id, y.id)) || apart.has(key(x.id, y.id))
  const wanted = judged
    .filter((pair) => pair.verdict.is === 'same' && !ambiguous(pair, judged))
    .sort((x, y) => y.verdict.total - x.verdict.total || byTime(x.a, y.a) || byTime(x.b, y.b))
  for (const { a, b } of wanted) {
    const [one, other] = [clusterOf(a), clusterOf(b)]
    if (sets.find(a.id) === sets.find(b.id)) continue
    if (one.some((x) => other.some((y) => forbidden(x, y)))) continue
    if (isOneWay([...one, ...other])) sets.join(a.id, b.id)
  }
  const clusters = [...new Set(stints.map(({ id }) => sets.find(id)))].map((root) => ({
    stints: stints.filter(({ id }) => sets.find(id) === root).sort(byTime),
  }))
  const doubts = clusters.flatMap((a, at) =>
    clusters.slice(at + 1).flatMap((b) => {
      if (a.stints.some((x) => b.stints.some((y) => apart.has(key(x.id, y.id))))) return []
      return doubtBetween(a, b, judged) ?? []
    }),
  )
  return { clusters, doubts }
}

export const clusterStints = (
  stints: readonly Stint[],
  around: Surroundings,
  { together, apart }: Decisions,
): { clusters: Cluster[]; doubts: Doubt[] } => {
  const sets = new UnionFind()
  for (const [a, b] of together) sets.join(a, b)
  const forbidden = new Set(apart.map(([a, b]) => key(a, b)))
  const byName = new Map<string, Stint[]>()
  // Stints that decisions join are judged together, whatever their names.
  const nameOf = new Map(stints.map(({ id, name }) => [sets.find(id), name] as const))
  for (const stint of stints) {
    const name = nameOf.get(sets.find(stint.id)) ?? stint.name
    const known = byName.get(name)
    if (known) known.push(stint)
    else byName.set(name, [stint])
  }
  const parts = [...byName.values()].map((named) => clusterName(named, around, sets, forbidden))
  return { clusters: parts.flatMap(({ clusters }) => clusters), doubts: parts.flatMap(({ doubts }) => doubts) }
}
