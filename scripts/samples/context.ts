import type { BodyFinder } from './bodies.ts'
import type { Meeting } from './calendar.ts'
import type { Domain } from './domain.ts'
import type { Place } from './place.ts'
import type { Rng } from './prng.ts'
import type { SentencePool } from './sentence-pool.ts'

/** A document of the city that has been issued under a number and can be cited. */
export type Issued = { policy: string; title: string; docNumber: string; domain: string; lead: string; meeting: number }

/** What lasts over all documents of one city. */
export type CityContext = {
  place: Place
  domains: ReadonlyMap<string, Domain>
  pool: SentencePool
  issued: Issued[]
  /** Last number given, by series and year. */
  numbers: Map<string, number>
  finder: BodyFinder
}

/** What is the same for all items of one document. */
export type DocumentContext = CityContext & { meeting: Meeting; rng: Rng; style: { says: boolean } }
