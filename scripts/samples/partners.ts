import { bodyByForm, formOn } from './bodies.ts'
import type { Seed } from './domain.ts'
import type { Rng } from './prng.ts'
import { areApart, circleOf, companion } from './tables/pairs.ts'

/** Who may act in an item: bodies that never act together are kept apart for as long as the item lasts. */
export class Company {
  readonly #acting: Set<string> = new Set()

  /** Lets a body act unless one that it never acts with does; forms as in the tables. */
  admit(form: string): boolean {
    const name = firstForm(form)
    for (const other of this.#acting) if (areApart(other, name)) return false
    this.#acting.add(name)
    return true
  }
}

/** The tables of pairs know a body by its oldest name. */
const firstForm = (form: string) => formOn(bodyByForm(form), '2022-01-01')

/** Those who act with the lead, none to three: nearly always its companion, mostly bodies of its own field of work, then whom the matter needs. */
export const choosePartners = (seed: Seed, company: Company, rng: Rng): string[] => {
  const count = rng.chance(0.3) ? 0 : rng.int(1, 3)
  const lead = firstForm(seed.lead)
  const mate = companion(lead)
  const along = mate && mate !== seed.lead && rng.chance(0.72) ? [mate] : []
  // A stream of its own: what a circle draws leaves the rest of the minutes as they would be.
  const circle = rng.fork(`circle/${seed.id}`)
  const kin = circle.chance(0.9) ? circle.shuffle(circleOf(lead)).slice(0, circle.int(1, 3)) : []
  return [...new Set([...along, ...kin, ...seed.partners.slice(0, count)])]
    .filter((form) => form !== seed.lead && company.admit(form))
    .slice(0, 3)
}
