import type { TiesOptions } from '../../analysis/ties.ts'
import type { Actors, CountingLevel } from '../../model/api/co-occurrence.ts'
import type { BodyKind, JurisdictionId, NodeId } from '../../model/graph.ts'
import { forEverybody } from '../../store/asking.ts'
import {
  type GraphReader,
  INCIDENCE_ROLES,
  type Incidence,
  type IncidenceQuery,
  type JurisdictionSummary,
} from '../../store/port.ts'
import { notFound } from '../errors.ts'
import type { Loaded, PairAnswer, TiesAnswer, TiesFilter } from './protocol.ts'
import { Recent } from './recent.ts'
import type { TieDesk } from './tie-desk.ts'

const KEPT = 12

/** Who was not there does not stand beside anybody; who keeps the minutes is no party. */
const APART: ReadonlySet<number> = new Set([INCIDENCE_ROLES.indexOf('absent'), INCIDENCE_ROLES.indexOf('recorder')])

export type TiesQuery = {
  jurisdiction: JurisdictionId
  who: Actors
  level: CountingLevel
  from?: string | undefined
  to?: string | undefined
  kinds?: BodyKind[] | undefined
}

type Seen = { summary: JurisdictionSummary; key: string; incidence: Incidence }

const toLoaded = ({ who, what, rows, columns, roles }: Incidence): Loaded => {
  const present = Array.from(roles.keys()).filter((at) => !APART.has(roles[at] ?? 0))
  return {
    who: who.map(({ id, bodyKind }) => ({ id, bodyKind })),
    what: what.map(({ id, date }) => ({ id, date })),
    rows: Int32Array.from(present, (at) => rows[at] ?? 0),
    columns: Int32Array.from(present, (at) => columns[at] ?? 0),
  }
}

const filterOf = ({ from, to, kinds }: TiesQuery): TiesFilter => ({
  from: from ?? null,
  to: to ?? null,
  kinds: kinds ?? null,
})

/** Incidences by data version, and the analysis of each; a changed city has another version and is read anew. */
export class TiesReader {
  readonly #store: GraphReader
  readonly #desk: TieDesk
  readonly #kept = new Recent<Promise<Incidence>>(KEPT)

  constructor(store: GraphReader, desk: TieDesk) {
    this.#store = store
    this.#desk = desk
  }

  /** Throws `not-found` for an unknown jurisdiction. */
  async incidence({ jurisdiction, who, level }: IncidenceQuery): Promise<Seen> {
    const summary = (await this.#store.jurisdiction(jurisdiction)) ?? notFound('jurisdiction', jurisdiction)
    const key = [jurisdiction, summary.version.hash, who, level].join('\n')
    const known = this.#kept.get(key)
    if (known) return { summary, key, incidence: await known }
    const asked = forEverybody(() => this.#store.incidence({ jurisdiction, who, level }))
    this.#kept.set(key, asked)
    try {
      return { summary, key, incidence: await asked }
    } catch (error) {
      this.#kept.delete(key)
      throw error
    }
  }

  async ties(query: TiesQuery, options: TiesOptions): Promise<Seen & { answer: TiesAnswer }> {
    const seen = await this.incidence(query)
    const question = { is: 'ties' as const, key: seen.key, filter: filterOf(query), options }
    return { ...seen, answer: await this.#desk.ties(question, async () => toLoaded(seen.incidence)) }
  }

  async pair(query: TiesQuery, a: NodeId, b: NodeId): Promise<Seen & { answer: PairAnswer }> {
    const seen = await this.incidence(query)
    const question = { is: 'pair' as const, key: seen.key, filter: filterOf(query), a, b }
    return { ...seen, answer: await this.#desk.pair(question, async () => toLoaded(seen.incidence)) }
  }
}
