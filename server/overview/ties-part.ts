import { communitiesOf } from '../../analysis/communities.ts'
import { layoutOf } from '../../analysis/layout.ts'
import { surplusTie } from '../../analysis/network.ts'
import type { OverviewReply } from '../../model/api/overview.ts'
import type { NodeId } from '../../model/graph.ts'
import type { TiesReader } from '../analysis/ties-reader.ts'

/** As the view of co-occurrence opens. */
const OPTIONS = { level: 0.05, minimum: 2, limit: 3000 }
/** As many as a small drawing bears. */
const MOST_DRAWN = { nodes: 120, edges: 160 }
/** A pair that met once says nothing of who acts with whom. */
const LEAST_MET = 2

type Answer = Awaited<ReturnType<TiesReader['ties']>>
type Pair = Answer['answer']['ties']['pairs'][number]

/** Places from 0 to 1 on both axes. */
const unit = (positions: readonly { id: NodeId; x: number; y: number }[]) => {
  const xs = positions.map(({ x }) => x)
  const ys = positions.map(({ y }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left || 1, Math.max(...ys) - top || 1]
  return new Map(positions.map(({ id, x, y }) => [id, { x: (x - left) / width, y: (y - top) / height }]))
}

/** Pairs that met more often than expected, tested ones first, then the largest surplus. */
const closePairs = (pairs: readonly Pair[]): Pair[] =>
  pairs
    .filter(({ observed, expected }) => observed >= LEAST_MET && observed > expected)
    .sort(
      (a, b) =>
        Number(b.tie === 'above') - Number(a.tie === 'above') ||
        b.observed - b.expected - (a.observed - a.expected) ||
        (a.a + a.b < b.a + b.b ? -1 : 1),
    )

/** Groups of those who are together more than expected; of at least two, the largest first. */
const groupsOf = (pairs: readonly Pair[]): NodeId[][] =>
  communitiesOf(new Set(pairs.flatMap(({ a, b }) => [a, b])), pairs.map(surplusTie)).communities.filter(
    (members) => members.length > 1,
  )

const drawingOf = (
  pairs: readonly Pair[],
  groupOf: ReadonlyMap<NodeId, number>,
  label: ReadonlyMap<NodeId, string>,
): Pick<OverviewReply['ties'], 'nodes' | 'edges'> => {
  const degree = new Map<NodeId, number>()
  for (const end of pairs.flatMap(({ a, b }) => [a, b])) degree.set(end, (degree.get(end) ?? 0) + 1)
  const ids = [...degree.keys()]
    .sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, MOST_DRAWN.nodes)
  const index = new Map(ids.map((id, at) => [id, at]))
  const drawn = pairs.filter(({ a, b }) => index.has(a) && index.has(b))
  const at = unit(layoutOf(ids, drawn.map(surplusTie)))
  const group = (id: NodeId) => groupOf.get(id) ?? null
  return {
    nodes: ids.map((id) => ({
      id,
      label: label.get(id) ?? id,
      community: group(id),
      degree: degree.get(id) ?? 0,
      ...(at.get(id) ?? { x: 0.5, y: 0.5 }),
    })),
    edges: drawn.slice(0, MOST_DRAWN.edges).map(({ a, b, tie }) => ({
      a: index.get(a) ?? 0,
      b: index.get(b) ?? 0,
      within: group(a) === group(b) ? group(a) : null,
      above: tie === 'above',
    })),
  }
}

/** The ties of departments by the item, and the group of each. */
export const tiesPart = async (reader: TiesReader, jurisdiction: string) => {
  const { incidence, summary, answer } = await reader.ties({ jurisdiction, who: 'department', level: 'item' }, OPTIONS)
  const { ties } = answer
  const label = new Map(incidence.who.map((actor) => [actor.id, actor.label]))
  const count = new Map(ties.members.map((member) => [member.id, member.count]))
  const pairs = closePairs(ties.pairs)
  const groups = groupsOf(pairs)
  const groupOf = new Map(groups.flatMap((members, at) => members.map((id) => [id, at] as const)))
  const part: OverviewReply['ties'] = {
    tested: ties.tested,
    above: ties.above,
    below: ties.below,
    testable: ties.outOfReach === null && ties.tested > 0,
    met: ties.pairs.filter(({ observed }) => observed > 0).length,
    communities: groups.map((members) => {
      const [first = ''] = members.toSorted((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0))
      return { size: members.length, first: label.get(first) ?? first }
    }),
    ...drawingOf(pairs, groupOf, label),
  }
  return { part, communityOf: groupOf, incidence, version: summary.version }
}
