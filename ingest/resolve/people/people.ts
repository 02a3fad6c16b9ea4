import type { Jurisdiction, NodeId, Seat } from '../../../model/graph.ts'
import { byCodeUnits } from '../../../model/order.ts'
import type { Chair, RollEntry } from '../../../model/record.ts'
import { RECORDER_SEAT } from '../../lexicon/roll-words.ts'
import type { Bodies } from '../bodies.ts'
import { decide, decidedNames } from '../decided.ts'
import { mostFrequent } from '../fold.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { IdentityDecisions, Unapplied } from '../identity-decisions.ts'
import type { MeetingSources } from '../meeting-key.ts'
import { type Cluster, clusterStints, type Doubt } from './clusters.ts'
import { type Place, placeKey, type Seen, SeenPeople } from './seen.ts'
import type { Delegates } from './signals.ts'
import { blocksOf, bySeen, stintOf } from './stints.ts'

export type KnownPerson = { id: NodeId; label: string; seen: Seen[]; seats: Seat[] }

const delegatesOf = (seen: Iterable<Seen>): Delegates => {
  const all = new Map<string, Map<string, { first: string; last: string }>>()
  for (const { place, name, day, roles } of seen) {
    if (place.of !== 'body' || day === null || (roles.size === 1 && roles.has('absent'))) continue
    const key = placeKey(place)
    const names = all.get(key) ?? new Map<string, { first: string; last: string }>()
    all.set(key, names)
    const known = names.get(name)
    if (!known) names.set(name, { first: day, last: day })
    else if (day < known.first) known.first = day
    else if (day > known.last) known.last = day
  }
  return all
}

/** In order of time, as those of one stint are already. */
const seenOf = ({ stints }: Cluster): Seen[] => {
  const [only, ...others] = stints
  return only && others.length === 0 ? only.seen : stints.flatMap(({ seen }) => seen).sort(bySeen)
}

const nameOf = (place: Place): string | null =>
  place.of === 'body' ? place.body.key : place.of === 'recorder' ? RECORDER_SEAT : null

/** Of what is seen in order: then what is seen twice in one meeting at one place follows upon itself. */
const seatsOf = (seen: readonly Seen[]): Seat[] => {
  const seats = new Map<string, Seat & { in: string }>()
  for (const { place, day, meeting } of seen) {
    const key = placeKey(place)
    const known = seats.get(key)
    if (known) {
      if (known.in !== meeting) known.meetings++
      known.in = meeting
      known.first ??= day
      known.last = day ?? known.last
      continue
    }
    const body = place.of === 'body' ? place.body.id : null
    seats.set(key, {
      of: place.of,
      body,
      name: nameOf(place),
      first: day,
      last: day,
      meetings: 1,
      in: meeting,
    })
  }
  return [...seats.values()].map(({ in: _last, ...seat }) => seat)
}

const lastBody = (seats: readonly Seat[]): string | null => {
  const last = seats.at(-1)
  return last?.of === 'body' ? last.name : null
}

/** The people of one jurisdiction: who is who among all the names of its rolls. */
export class People {
  readonly #seen: SeenPeople
  readonly #bySeen = new Map<Seen, KnownPerson>()
  readonly #byCluster = new Map<Cluster, KnownPerson>()
  readonly all: KnownPerson[] = []
  readonly doubts: readonly Doubt[]
  readonly unapplied: Unapplied

  constructor(
    jurisdiction: Jurisdiction,
    meetings: readonly MeetingSources[],
    bodies: Bodies,
    { decisions, succeeds }: { decisions: IdentityDecisions; succeeds: (later: string, earlier: string) => boolean },
  ) {
    this.#seen = new SeenPeople(meetings, bodies)
    const { byKey } = this.#seen
    const decided = decide(decisions, {
      kind: 'person',
      keyOf: ({ meeting, name, body, recorder }) => this.#seen.key(meeting, name, body, recorder),
      blocks: blocksOf(byKey.values()),
    })
    const blocks = new Map<string, Seen[]>()
    for (const [mention, block] of decided.blockOf) {
      const seen = byKey.get(mention)
      if (!seen) continue
      const known = blocks.get(block)
      if (known) known.push(seen)
      else blocks.set(block, [seen])
    }
    const stints = [...blocks].sort(([a], [b]) => byCodeUnits(a, b)).map(([id, seen]) => stintOf(id, seen))
    const around = { delegates: delegatesOf(byKey.values()), succeeds }
    const { clusters, doubts } = clusterStints(stints, around, decided)
    this.doubts = doubts
    const clusterOf = new Map<string, Cluster>()
    if (decided.names.length)
      for (const cluster of clusters)
        for (const { seen } of cluster.stints) for (const { key } of seen) clusterOf.set(key, cluster)
    const rootOf = ({ stints: [first] }: Cluster) => first?.id ?? ''
    const { names, conflicts } = decidedNames(decided.names, (key) => {
      const cluster = clusterOf.get(key)
      return cluster ? rootOf(cluster) : key
    })
    const labels = new Map<Cluster, string>()
    for (const cluster of names.size ? clusters : []) {
      const name = names.get(rootOf(cluster))
      if (name !== undefined) labels.set(cluster, name)
    }
    this.#make(jurisdiction, clusters, labels)
    this.unapplied = { conflicts: [...decided.conflicts, ...conflicts], dangling: decided.dangling }
  }

  #make(jurisdiction: Jurisdiction, clusters: readonly Cluster[], labels: ReadonlyMap<Cluster, string>): void {
    const taken = new Set<string>()
    const ordered = clusters
      .map((cluster) => ({ cluster, seen: seenOf(cluster) }))
      .sort((x, y) => (x.seen[0] && y.seen[0] ? bySeen(x.seen[0], y.seen[0]) : 0))
    for (const { cluster, seen } of ordered) {
      const [first] = seen
      if (!first) continue
      const seat = nameOf(first.place)
      const plain = seat === null ? first.name : `${first.name}@${seat}`
      const key =
        [plain, `${plain}~${first.day ?? first.meeting}`, `${plain}~${first.meeting}`].find((one) => !taken.has(one)) ??
        `${plain}~${first.key.replaceAll('|', ' ')}`
      taken.add(key)
      const person = {
        id: `${jurisdiction.id}/person/${key}`,
        label: labels.get(cluster) ?? mostFrequent(seen.flatMap(({ forms }) => forms)),
        seen,
        seats: seatsOf(seen),
      }
      this.all.push(person)
      this.#byCluster.set(cluster, person)
      for (const one of seen) this.#bySeen.set(one, person)
    }
  }

  /** Of an entry of a roll or a chair of these records. Throws for any other. */
  id(source: RollEntry | Chair): NodeId {
    const seen = this.#seen.bySource.get(source)
    const person = seen && this.#bySeen.get(seen)
    if (!person) throw new Error('an entry of a record that was not read')
    return person.id
  }

  recorder(meeting: string, name: string): NodeId {
    const seen = this.#seen.byKey.get(this.#seen.key(meeting, name, null, true))
    const person = seen && this.#bySeen.get(seen)
    if (!person) throw new Error(`${name} keeps no minutes of ${meeting}`)
    return person.id
  }

  of(cluster: Cluster): KnownPerson {
    const person = this.#byCluster.get(cluster)
    if (!person) throw new Error(`nobody was made of ${cluster.stints[0]?.id}`)
    return person
  }

  addNodes(graph: GraphBuilder): void {
    for (const { id, label, seen, seats } of this.all)
      graph.node({
        id,
        jurisdiction: graph.jurisdiction.id,
        kind: 'person',
        label,
        forms: [...new Set(seen.flatMap(({ forms }) => forms))].sort(byCodeUnits),
        seat: lastBody(seats),
        seats,
      })
  }
}
