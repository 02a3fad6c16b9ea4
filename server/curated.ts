import { sortEvents } from '../ingest/curation/holding.ts'
import { logOf } from '../ingest/curation/log-lines.ts'
import type { Conflict } from '../ingest/curation/standing.ts'
import { workListOf } from '../ingest/work-list-of.ts'
import { projectStored } from '../ingest/write-jurisdiction.ts'
import type { LogEntry } from '../model/api/curation.ts'
import type { JurisdictionId } from '../model/graph.ts'
import type { WorkEntry } from '../model/work-list.ts'
import type { Store } from '../store/port.ts'
import { notFound } from './errors.ts'

/** What people decided in one jurisdiction, and what they have to look at. */
export type Curated = {
  /** The latest first. */
  log: LogEntry[]
  conflicts: readonly Conflict[]
  work: WorkEntry[]
}

export type CuratedStore = Pick<Store, 'jurisdiction' | 'documents' | 'curation'>

const read = async (store: CuratedStore, id: JurisdictionId): Promise<Curated> => {
  const events = sortEvents(await store.curation(id))
  const projection = projectStored(id, await store.documents(id), events)
  return {
    log: logOf(events, projection).toReversed(),
    conflicts: projection.conflicts,
    work: workListOf(projection),
  }
}

/** Kept for as long as documents and events stand; an undo takes the data version back, so that the last event counts as well. Throws `not-found`. */
export const curatedReader = (store: CuratedStore): ((id: JurisdictionId) => Promise<Curated>) => {
  const kept = new Map<JurisdictionId, { key: string; curated: Promise<Curated> }>()
  return async (id) => {
    const { version } = (await store.jurisdiction(id)) ?? notFound('jurisdiction', id)
    const events = await store.curation(id)
    const key = `${version.hash} ${events.at(-1)?.id ?? ''} ${events.length}`
    const known = kept.get(id)
    if (known?.key === key) return known.curated
    const curated = read(store, id)
    kept.set(id, { key, curated })
    // A question that failed is asked again, by the next who wants to know.
    curated.catch(() => kept.get(id)?.curated === curated && kept.delete(id))
    return curated
  }
}
