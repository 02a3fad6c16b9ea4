import type { CurationEvent } from '../model/curation.ts'
import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { fromLines, newEvents } from './curation/event-lines.ts'
import { holding } from './curation/holding.ts'
import { stopped } from './stopped.ts'
import { rewriteJurisdiction } from './write-jurisdiction.ts'

export type Imported = { jurisdiction: JurisdictionId; added: number; known: number }

type Lines = ReturnType<typeof fromLines>

const byPlace = (lines: Lines): Map<JurisdictionId, Lines> => {
  const places = new Map<JurisdictionId, Lines>()
  for (const one of lines) {
    const place = places.get(one.event.jurisdiction)
    if (place) place.push(one)
    else places.set(one.event.jurisdiction, [one])
  }
  return places
}

/** Those of the lines that are not known yet. Throws for an event that says something else than the known one of its id, and for an undo of nothing. */
const fresh = (lines: Lines, known: readonly CurationEvent[]): CurationEvent[] => {
  const events = newEvents(lines, known)
  holding([...known, ...events])
  return events
}

type Told = {
  /** What became of one place, once it is written. */
  tell: (imported: Imported) => Promise<void> | void
  /** Looked at between two places. */
  stop?: AbortSignal
}

/**
 * Takes in the events of a file, place by place. All lines are looked at before the first is written: throws `BadLine` or
 * `UnknownEvent`, and then nothing is. Returns whether it came to the end.
 */
export const importEvents = async (store: Store, text: string, { tell, stop }: Told): Promise<boolean> => {
  const places = byPlace(fromLines(text))
  for (const [place, lines] of places) fresh(lines, await store.curation(place))
  for (const [jurisdiction, lines] of places) {
    if (stop && (await stopped(stop))) return false
    const { events: added } = await rewriteJurisdiction(store, jurisdiction, (held) => ({
      documents: held.documents,
      newEvents: fresh(lines, held.events),
    }))
    await tell({ jurisdiction, added, known: lines.length - added })
  }
  return true
}
