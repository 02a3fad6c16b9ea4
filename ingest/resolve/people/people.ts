import type { Mention } from '../../../model/curation.ts'
import type { Jurisdiction, NodeId, Seat } from '../../../model/graph.ts'
import { byCodeUnits } from '../../../model/order.ts'
import type { MinutesRecord } from '../../../model/record.ts'
import { RECORDER_SEAT } from '../../lexicon/roll-words.ts'
import type { Bodies } from '../bodies.ts'
import { type Decided, decide, decidedNames } from '../decided.ts'
import { mostCounted } from '../fold.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { IdentityDecisions, Unapplied } from '../identity-decisions.ts'
import type { MeetingSources } from '../meeting-key.ts'
import { type Cluster, clusterStints, type Doubt } from './clusters.ts'
import { type Place, placeKey, type Seen, SeenPeople, seenKey } from './seen.ts'
import type { Delegates } from './signals.ts'
import { blocksOf, bySeen, stintOf } from './stints.ts'

export type KnownPerson = { id: NodeId; label: string; forms: string[]; seen: Seen[]; seats: Seat[] }
type PersonMention = Extract<Mention, { kind: 'person' }>

const idOf = ({ person, name }: Seen): NodeId => {
  if (person === null) throw new Error(`nobody was made of ${name}`)
  return person
}

/** Of the names at each place, each in the order of time. */
const delegatesOf = (groups: Iterable<readonly Seen[]>): Delegates => {
  const all = new Map<string, Map<string, { first: string; last: string }>>()
  for (const group of groups) {
    const [one] = group
    if (one?.place.of !== 'body') continue
    const came = ({ day, roles }: Seen) => day !== null && !(roles.size === 1 && roles.has('absent'))
    const [first, last] = [group.find(came)?.day, group.findLast(came)?.day]
    if (!first || !last) continue
    const key = placeKey(one.place)
    const names = all.get(key) ?? new Map<string, { first: string; last: string }>()
    all.set(key, names)
    names.set(one.name, { first, last })
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

type OpenSeat = Seat & { in: string; at: Place }

/** Of what is seen in order: then what is seen twice in one meeting at one place follows upon itself. */
const seatsOf = (seen: readonly Seen[]): Seat[] => {
  const seats = new Map<string, OpenSeat>()
  let last: OpenSeat | undefined
  for (const { place, day, meeting } of seen) {
    // Hardly anybody changes places, and those who do not often.
    const known: OpenSeat | undefined = last?.at === place ? last : seats.get(placeKey(place))
    if (known) {
      if (known.in !== meeting) known.meetings++
      known.in = meeting
      known.first ??= day
      known.last = day ?? known.last
      last = known
      continue
    }
    const body = place.of === 'body' ? place.body.id : null
    const of = { of: place.of, body, name: nameOf(place) }
    last = { ...of, first: day, last: day, meetings: 1, in: meeting, at: place }
    seats.set(placeKey(place), last)
  }
  return [...seats.values()].map(({ in: _last, at: _place, ...seat }) => seat)
}

const formsIn = (seen: readonly Seen[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { forms } of seen) for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return counts
}

/** What is seen as decisions have it, by the block; each in the order of time. */
const regrouped = (seen: ReadonlyMap<string, Seen>, blockOf: ReadonlyMap<string, string>): Map<string, Seen[]> => {
  const blocks = new Map<string, Seen[]>()
  for (const [mention, block] of blockOf) {
    const one = seen.get(mention)
    if (!one) continue
    const known = blocks.get(block)
    if (known) known.push(one)
    else blocks.set(block, [one])
  }
  for (const all of blocks.values()) all.sort(bySeen)
  return blocks
}

/** Who is who by what people decided; where they have decided nothing, no mention needs a key. */
const decidedBlocks = (
  people: SeenPeople,
  decisions: IdentityDecisions,
): { decided: Decided; blocks: Map<string, Seen[]> } => {
  const blocks = blocksOf(people.groups())
  const byKey = new Map<string, Seen>()
  const blockOf = new Map<string, string>()
  const { same, different, names } = decisions
  const none = same.length + different.length + names.length === 0
  for (const [block, seen] of none ? [] : blocks)
    for (const one of seen) {
      byKey.set(seenKey(one), one)
      blockOf.set(seenKey(one), block)
    }
  const keyOf = ({ meeting, name, body, recorder }: PersonMention) => people.key(meeting, name, body, recorder)
  const decided = decide(decisions, { kind: 'person', keyOf, blocks: blockOf })
  return { decided, blocks: none ? blocks : regrouped(byKey, decided.blockOf) }
}

const lastBody = (seats: readonly Seat[]): string | null => {
  const last = seats.at(-1)
  return last?.of === 'body' ? last.name : null
}

/** The people of one jurisdiction: who is who among all the names of its rolls. */
export class People {
  readonly #seen: SeenPeople
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
    const { decided, blocks } = decidedBlocks(this.#seen, decisions)
    const stints = [...blocks].sort(([a], [b]) => byCodeUnits(a, b)).map(([id, seen]) => stintOf(id, seen))
    const around = { delegates: delegatesOf(this.#seen.groups()), succeeds }
    const { clusters, doubts } = clusterStints(stints, around, decided)
    this.doubts = doubts
    const clusterOf = new Map<string, Cluster>()
    if (decided.names.length)
      for (const cluster of clusters)
        for (const { seen } of cluster.stints) for (const one of seen) clusterOf.set(seenKey(one), cluster)
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
        `${plain}~${seenKey(first).replaceAll('|', ' ')}`
      taken.add(key)
      const forms = formsIn(seen)
      const person: KnownPerson = {
        id: `${jurisdiction.id}/person/${key}`,
        label: labels.get(cluster) ?? mostCounted(forms),
        forms: [...forms.keys()].sort(byCodeUnits),
        seen,
        seats: seatsOf(seen),
      }
      this.all.push(person)
      this.#byCluster.set(cluster, person)
      for (const one of seen) one.person = person.id
    }
  }

  /** Throws for a record that was not read. */
  in(record: MinutesRecord): { roll: NodeId[]; chair: NodeId | null; recorders: NodeId[] } {
    const named = this.#seen.named.get(record)
    if (!named) throw new Error('a record that was not read')
    const { roll, chair, recorders } = named
    return { roll: roll.map(idOf), chair: chair && idOf(chair), recorders: recorders.map(idOf) }
  }

  of(cluster: Cluster): KnownPerson {
    const person = this.#byCluster.get(cluster)
    if (!person) throw new Error(`nobody was made of ${cluster.stints[0]?.id}`)
    return person
  }

  addNodes(graph: GraphBuilder): void {
    for (const { id, label, forms, seats } of this.all)
      graph.node({
        id,
        jurisdiction: graph.jurisdiction.id,
        kind: 'person',
        label,
        forms,
        seat: lastBody(seats),
        seats,
      })
  }
}
