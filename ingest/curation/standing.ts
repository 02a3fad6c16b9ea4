import type { CurationEvent } from '../../model/curation.ts'
import { byCodeUnits } from '../../model/order.ts'
import { type Claim, claimsOf } from './claims.ts'
import { sortEvents } from './holding.ts'

/** Events that say different things of one thing; none of them is applied to it. Sorted by id. */
export type Conflict = { events: CurationEvent[] }

export type Standing = {
  /** One for each thing that is decided. */
  claims: Claim[]
  conflicts: Conflict[]
  /** By the id of an event of which nothing stands any more: the later event of the same person that took its place. */
  replacedBy: ReadonlyMap<string, CurationEvent>
}

const grouped = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[][] => {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return [...groups.values()]
}

/** Events once each; two conflicts between the same events are one to look at. */
export const distinctConflicts = (conflicts: readonly Conflict[]): Conflict[] => {
  const byEvents = new Map<string, Conflict>()
  for (const { events } of conflicts) {
    const all = sortEvents([...new Map(events.map((event) => [event.id, event])).values()])
    byEvents.set(JSON.stringify(all.map(({ id }) => id)), { events: all })
  }
  return [...byEvents].sort(([a], [b]) => byCodeUnits(a, b)).map(([, conflict]) => conflict)
}

const lastOf = <Value>(values: readonly Value[]): Value[] => values.slice(-1)

/**
 * What events that hold (`holding`) say together. Of two that one person said about one thing the later holds. Where two people
 * say different things about one thing neither does, until one of the events is undone or its author says otherwise; where
 * they say the same it holds once. A correction of one list of an item (`lead`) and one of all lists (`any`) are about two
 * things: in that list the narrower holds.
 */
export const standing = (events: readonly CurationEvent[]): Standing => {
  const all = sortEvents(events).flatMap(claimsOf)
  const claims: Claim[] = []
  const conflicts: Conflict[] = []
  const replacedBy = new Map<string, CurationEvent>()
  for (const about of grouped(all, ({ subject }) => subject)) {
    const latest = grouped(about, ({ event }) => event.by).flatMap(lastOf)
    for (const claim of about) {
      const later = latest.find(({ event }) => event.by === claim.event.by)
      if (later && later.event.id !== claim.event.id) replacedBy.set(claim.event.id, later.event)
    }
    const [first] = latest
    if (first && latest.every(({ value }) => value === first.value)) claims.push(first)
    else conflicts.push({ events: latest.map(({ event }) => event) })
  }
  for (const { event } of claims) replacedBy.delete(event.id)
  for (const { events: opposed } of conflicts) for (const { id } of opposed) replacedBy.delete(id)
  return { claims, conflicts: distinctConflicts(conflicts), replacedBy }
}
