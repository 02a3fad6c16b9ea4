import type { NodeId } from '../model/graph.ts'
import { centralityOf } from './centrality.ts'
import { backboneOf, type CoOccurrence, type Pair, rankedPairs } from './co-occurrence.ts'
import { communitiesOf } from './communities.ts'
import { layoutOf } from './layout.ts'
import { surplusTie, type Tie } from './network.ts'
import { eachClassPair } from './null-model/class-pairs.ts'
import { pairPlace } from './null-model/pair-counts.ts'
import { convolver } from './null-model/trials.ts'

/** From so many members on the drawing's positions come with the reply. */
const LAID_OUT = 300
/** What a drawing can carry. */
const MOST_LAID_OUT = 1000
/** A chance below this is not drawn. */
const DRAWN = 1e-6

export type TiesOptions = {
  /** Share of false discoveries. */
  level: number
  /** A tie above chance has at least so many columns in common. */
  minimum: number
  /** At most so many pairs are listed. */
  limit: number
}

export type Member = {
  id: NodeId
  count: number
  community: number | null
  fixed: boolean
  degree: number
  betweenness: number
  x: number | null
  y: number | null
}

export type Ties = {
  /** By id. */
  members: Member[]
  /** The largest first; of at least two. */
  communities: NodeId[][]
  tested: number
  above: number
  below: number
  /** The least p that the margins allow, where no tie can be significant; `null` where one can. */
  outOfReach: number | null
  /** Ties above chance by p, ties below by their own, then the rest by observed; pairs that never meet only as a tie below. */
  pairs: (Pair & { tie: 'above' | 'below' | 'none' })[]
  total: number
}

const communitiesAmong = (ids: readonly NodeId[], ties: readonly Tie[]): NodeId[][] =>
  communitiesOf(ids, ties).communities.filter((members) => members.length > 1)

const key = ({ a, b }: { a: NodeId; b: NodeId }): string => `${a}\n${b}`

/** What a view of co-occurrence shows of a table. */
export const tiesOf = (table: CoOccurrence, { level, minimum, limit }: TiesOptions): Ties => {
  const backbone = backboneOf(table, level)
  const above = backbone.more.filter(({ observed }) => observed >= minimum)
  const known = new Set([...above, ...backbone.fewer].map(key))
  const rest = rankedPairs(table, 'observed', (observed) => observed > 0).filter((pair) => !known.has(key(pair)))
  const weighted = above.map(surplusTie)
  const communities = communitiesAmong(table.who, weighted)
  const communityOf = new Map(communities.flatMap((members, at) => members.map((id) => [id, at] as const)))
  const fixed = new Set(table.fixedCast.rows)
  const central = centralityOf(table.who, weighted)
  const many = table.who.length > LAID_OUT && table.who.length <= MOST_LAID_OUT
  const positions = new Map(many ? layoutOf(table.who, weighted).map(({ id, x, y }) => [id, { x, y }]) : [])
  const listed = [
    ...above.map((pair) => ({ ...pair, tie: 'above' as const })),
    ...backbone.fewer.map((pair) => ({ ...pair, tie: 'below' as const })),
    ...rest.map((pair) => ({ ...pair, tie: 'none' as const })),
  ]
  return {
    members: table.who.map((id, at) => ({
      id,
      count: table.degrees[at] ?? 0,
      community: communityOf.get(id) ?? null,
      fixed: fixed.has(id),
      degree: central[at]?.degree ?? 0,
      betweenness: central[at]?.betweenness ?? 0,
      x: positions.get(id)?.x ?? null,
      y: positions.get(id)?.y ?? null,
    })),
    communities,
    tested: backbone.counts.pairs,
    above: above.length,
    below: backbone.fewer.length,
    outOfReach: backbone.outOfReach?.p ?? null,
    pairs: listed.slice(0, limit),
    total: listed.length,
  }
}

export type PairChance = {
  observed: number
  expected: number
  p: number
  pLower: number
  first: number
  probabilities: number[]
}

/** Of two members, what the null model gives; `null` where one of them is not in view. */
export const chanceOfPair = (table: CoOccurrence, a: NodeId, b: NodeId): PairChance | null => {
  const [i, k] = [table.who.indexOf(a), table.who.indexOf(b)]
  if (i < 0 || k < 0 || i === k) return null
  const wanted = [table.model.rows.of[i] ?? 0, table.model.rows.of[k] ?? 0].sort((x, y) => x - y)
  let chance: PairChance | null = null
  eachClassPair(table.model, ({ first, second, trials }) => {
    if (first !== wanted[0] || second !== wanted[1]) return false
    const { low, mass } = convolver()(trials)
    const from = mass.findIndex((share) => share >= DRAWN)
    const until = mass.findLastIndex((share) => share >= DRAWN)
    const place = pairPlace(table.who.length, Math.min(i, k), Math.max(i, k))
    chance = {
      observed: table.observed[place] ?? 0,
      expected: table.expected[place] ?? 0,
      p: table.p[place] ?? 1,
      pLower: table.pLower[place] ?? 1,
      first: low + Math.max(0, from),
      probabilities: from < 0 ? [] : Array.from(mass.slice(from, until + 1)),
    }
    return true
  })
  return chance
}
