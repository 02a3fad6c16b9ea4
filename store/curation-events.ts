import type { CurationEvent } from '../model/curation.ts'
import type { JurisdictionId } from '../model/graph.ts'
import { byCodeUnits, byId } from './order.ts'

/** Throws where an event is of another jurisdiction than the change that brings it. */
export const checkEvents = (place: JurisdictionId, events: readonly CurationEvent[]): void => {
  const stray = events.find(({ jurisdiction }) => jurisdiction !== place)
  if (stray) throw new Error(`the event ${stray.id} is of ${stray.jurisdiction}, and the change of ${place}`)
}

/** In the order of the port, from JSON that `commit` wrote. */
export const toEvents = (rows: readonly { json: string }[]): CurationEvent[] =>
  rows
    // `commit` wrote it from a value of this type, so it is not validated once more.
    .map(({ json }) => JSON.parse(json) as CurationEvent)
    .sort((a, b) => byCodeUnits(a.jurisdiction, b.jurisdiction) || byId(a, b))
