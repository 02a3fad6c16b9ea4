import type { DataVersion, JurisdictionId, NodeId } from '../../model/graph.ts'
import type { GraphReader } from '../../store/port.ts'
import { Recent } from '../analysis/recent.ts'
import type { TiesReader } from '../analysis/ties-reader.ts'
import type { Series } from '../series.ts'
import { type Bodies, type Rolls, rollsOf } from './rolls.ts'
import type { Succeeds } from './rows.ts'

const KEPT = 4
const MOST = 200

export type ReadRolls = { version: DataVersion; rolls: Rolls; succeeds: Succeeds }

/** Pairs of bodies for both of which some person came: only between these a reform is asked for. */
const sharedBodies = ({ entries, bodies }: Rolls): NodeId[] => {
  const held = new Map<number, Set<number>>()
  for (const { who, body } of entries) if (body >= 0) held.set(who, (held.get(who) ?? new Set()).add(body))
  const shared = new Set([...held.values()].flatMap((own) => (own.size > 1 ? [...own] : [])))
  return [...shared].flatMap((body) => bodies[body]?.id ?? [])
}

const reformsOf = async (store: GraphReader, rolls: Rolls): Promise<Succeeds> => {
  const edges = await Promise.all(
    sharedBodies(rolls).map(async (node) => {
      const query = { node, kinds: null, types: ['SUCCEEDS'] as const, from: null, to: null, limit: MOST, offset: 0 }
      return (await store.neighbours(query))?.edges ?? []
    }),
  )
  const before = new Map(edges.flat().map(({ from, to }) => [from, to]))
  return (later, earlier) => {
    const seen = new Set<NodeId>()
    for (let at = before.get(later); at !== undefined && !seen.has(at); at = before.get(at)) {
      if (at === earlier) return true
      seen.add(at)
    }
    return false
  }
}

/** The rolls of a jurisdiction, kept for as long as its data version stands. The reader throws `not-found`. */
export const rollsReader = (
  store: GraphReader,
  ties: TiesReader,
  series: (jurisdiction: JurisdictionId) => Promise<Series>,
): ((jurisdiction: JurisdictionId) => Promise<ReadRolls>) => {
  const kept = new Recent<ReadRolls>(KEPT)
  return async (jurisdiction) => {
    const { summary, slots } = await series(jurisdiction)
    const key = `${jurisdiction}\n${summary.version.hash}`
    const known = kept.get(key)
    if (known) return known
    const [people, represented] = await Promise.all([
      ties.incidence({ jurisdiction, who: 'person', level: 'meeting' }),
      ties.incidence({ jurisdiction, who: 'body', level: 'meeting' }),
    ])
    const nodes = await store.nodes(represented.incidence.who.map(({ id }) => id))
    const bodies: Bodies = nodes.filter((node) => node.kind === 'department' || node.kind === 'district')
    const rolls = rollsOf(people.incidence, represented.incidence, bodies, slots)
    const read = { version: summary.version, rolls, succeeds: await reformsOf(store, rolls) }
    kept.set(key, read)
    return read
  }
}
