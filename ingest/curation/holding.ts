import type { CurationEvent } from '../../model/curation.ts'
import { byCodeUnits } from '../../model/order.ts'

export type Holding = {
  /** Those that are not undone, without the undos themselves, sorted by id. */
  events: CurationEvent[]
  /** By the id of an event that is undone: the undo that holds. */
  undoneBy: ReadonlyMap<string, CurationEvent>
}

/** An undo names an event that does not stand before it. */
export class UnknownEvent extends Error {
  constructor(undo: CurationEvent, target: string) {
    super(`event ${undo.id} undoes ${target}, which is no earlier event of ${undo.jurisdiction}`)
    this.name = 'UnknownEvent'
  }
}

export const sortEvents = (events: readonly CurationEvent[]): CurationEvent[] =>
  [...events].sort((a, b) => byCodeUnits(a.id, b.id))

const checkTargets = (sorted: readonly CurationEvent[]): void => {
  const earlier = new Set<string>()
  for (const event of sorted) {
    const { action } = event
    if (action.do === 'undo' && !earlier.has(action.event)) throw new UnknownEvent(event, action.event)
    earlier.add(event.id)
  }
}

/**
 * Which events hold. An event that is undone is as if it had never been, and so is an undo that is undone. The order of
 * `events` does not matter: their ids tell it. Throws `UnknownEvent`.
 */
export const holding = (events: readonly CurationEvent[]): Holding => {
  const sorted = sortEvents(events)
  checkTargets(sorted)
  const undoneBy = new Map<string, CurationEvent>()
  // The last first: whether an undo holds is known before what it undoes is looked at.
  for (const event of sorted.toReversed())
    if (event.action.do === 'undo' && !undoneBy.has(event.id)) undoneBy.set(event.action.event, event)
  return { events: sorted.filter(({ id, action }) => action.do !== 'undo' && !undoneBy.has(id)), undoneBy }
}
