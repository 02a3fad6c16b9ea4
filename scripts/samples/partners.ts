import { bodyByForm, formOn } from './bodies.ts'
import type { Seed } from './domain.ts'
import type { Rng } from './prng.ts'
import { areApart, companion } from './tables/pairs.ts'

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

/** Those who act with the lead, none to three; a companion of the lead comes first and nearly always. */
export const choosePartners = (seed: Seed, company: Company, rng: Rng): string[] => {
  const count = rng.chance(0.3) ? 0 : rng.int(1, 3)
  const chosen = seed.partners.slice(0, count)
  const mate = companion(firstForm(seed.lead))
  if (mate && mate !== seed.lead && rng.chance(0.72)) chosen.unshift(mate)
  return [...new Set(chosen)].filter((form) => form !== seed.lead && company.admit(form)).slice(0, 3)
}
