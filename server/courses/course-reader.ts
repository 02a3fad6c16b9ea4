import type { JurisdictionId } from '../../model/graph.ts'
import type { GraphReader } from '../../store/port.ts'
import type { Series } from '../series.ts'
import { type CityFacts, cityFactsReader } from './city-facts.ts'
import { type PolicyCourse, policyCourses } from './policy-list.ts'
import { type Silences, silencesOf } from './silences.ts'

/** What is asked of all agendas at once, worked out once for each data version. */
export class CourseReader {
  readonly #facts: (jurisdiction: JurisdictionId) => Promise<CityFacts>
  readonly #courses = new WeakMap<CityFacts, PolicyCourse[]>()
  readonly #silences = new WeakMap<CityFacts, Map<number, Silences>>()

  constructor(store: GraphReader, series: (jurisdiction: JurisdictionId) => Promise<Series>) {
    this.#facts = cityFactsReader(store, series)
  }

  /** Throws `not-found` for an unknown jurisdiction. */
  facts(jurisdiction: JurisdictionId): Promise<CityFacts> {
    return this.#facts(jurisdiction)
  }

  async courses(jurisdiction: JurisdictionId): Promise<{ facts: CityFacts; courses: PolicyCourse[] }> {
    const facts = await this.#facts(jurisdiction)
    const courses = this.#courses.get(facts) ?? policyCourses(facts)
    this.#courses.set(facts, courses)
    return { facts, courses }
  }

  /** After `least` meetings that were read. */
  async silences(jurisdiction: JurisdictionId, least: number): Promise<{ facts: CityFacts; silences: Silences }> {
    const facts = await this.#facts(jurisdiction)
    const known = this.#silences.get(facts) ?? new Map<number, Silences>()
    const silences = known.get(least) ?? silencesOf(facts, least)
    this.#silences.set(facts, known.set(least, silences))
    return { facts, silences }
  }
}
