import { asWritten } from '../../ingest/as-written.ts'
import type { ProjectHeld } from '../../ingest/curate.ts'
import { holding, sortEvents } from '../../ingest/curation/holding.ts'
import { dataVersion } from '../../ingest/difference.ts'
import { projectBeside } from '../../ingest/project-beside.ts'
import type { Projection } from '../../ingest/projection.ts'
import { projectStored } from '../../ingest/write-jurisdiction.ts'
import type { CurationEvent } from '../../model/curation.ts'
import type { DataVersion, JurisdictionId } from '../../model/graph.ts'
import type { Store } from '../../store/port.ts'
import { Recent } from '../analysis/recent.ts'
import { notFound } from '../errors.ts'

export type City = { events: readonly CurationEvent[]; projection: Projection; version: DataVersion }

type Kept = { key: string; city: City }

/** Cities of which the projection is kept; one of 500 meetings takes some hundred megabytes. */
const CITIES = 2

// An undo takes the data version back, so that the events count as well.
const keyOf = (hash: string, events: readonly CurationEvent[]): string =>
  `${hash} ${events.length} ${events.at(-1)?.id ?? ''}`

/** What cities come to, each made once for as long as its documents and events stand; after a change only what changed is made anew. */
export class Projections {
  readonly #kept = new Recent<Kept>(CITIES)
  readonly #store: Pick<Store, 'jurisdiction' | 'documents' | 'curation'>

  constructor(store: Pick<Store, 'jurisdiction' | 'documents' | 'curation'>) {
    this.#store = store
  }

  /** Throws `not-found`. */
  async city(id: JurisdictionId): Promise<City> {
    const { version } = (await this.#store.jurisdiction(id)) ?? notFound('jurisdiction', id)
    const events = sortEvents(await this.#store.curation(id))
    const known = this.#kept.get(id)
    if (known?.key === keyOf(version.hash, events)) return known.city
    const documents = asWritten(await this.#store.documents(id))
    return this.#make(id, { documents, events })
  }

  /** Of what is held, which may be newer than what is kept. */
  readonly project: ProjectHeld = (id, held) => {
    const version = dataVersion(held.documents, holding(held.events).events)
    const known = this.#kept.get(id)
    if (version && known?.key === keyOf(version.hash, sortEvents(held.events))) return known.city.projection
    return this.#make(id, held).projection
  }

  #make(id: JurisdictionId, { documents, events }: Parameters<ProjectHeld>[1]): City {
    const before = this.#kept.get(id)?.city.projection
    const projection = before ? projectBeside(id, documents, events, before) : projectStored(id, documents, events)
    const version = projection.version ?? notFound('jurisdiction', id)
    const city = { events: sortEvents(events), projection, version }
    this.#kept.set(id, { key: keyOf(version.hash, city.events), city })
    return city
  }
}
