import { bodyFinder } from './bodies.ts'
import { buildCalendar, type Meeting } from './calendar.ts'
import { buildCast, type Cast } from './cast.ts'
import type { CityContext } from './context.ts'
import { type Composed, composeDocument } from './document.ts'
import { DOMAINS } from './domains.ts'
import type { Place } from './place.ts'
import { lastDay, planTopics } from './plan.ts'
import { createRng } from './prng.ts'
import { createPool } from './sentence-pool.ts'
import type { Topic } from './topic.ts'

export type City = { place: Place; meetings: Meeting[]; cast: Cast; plan: Topic[][]; documents(): Generator<Composed> }

/** One city with all its meetings; the documents are written one by one, in order of time. */
export const buildCity = (seed: string, place: Place, count: number): City => {
  const rng = createRng(`${seed}/${place.city}`)
  const meetings = buildCalendar(count, rng.fork('calendar'))
  const cast = buildCast(lastDay(meetings), rng.fork('cast'))
  const plan = planTopics(meetings, DOMAINS, rng.fork('plan'))
  const context: CityContext = {
    place,
    domains: new Map(DOMAINS.map((domain) => [domain.id, domain])),
    pool: createPool(rng.fork('sentences')),
    issued: [],
    numbers: new Map(),
    finder: bodyFinder(place),
  }
  function* documents() {
    for (const meeting of meetings)
      yield composeDocument({
        meeting,
        topics: plan[meeting.index] ?? [],
        cast,
        city: context,
        rng: rng.fork(meeting.stem),
      })
  }
  return { place, meetings, cast, plan, documents }
}
