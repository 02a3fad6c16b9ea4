import type { Rng } from './prng.ts'
import * as parts from './tables/names.ts'

const chars = (text: string) => Array.from(text)

const surname = (rng: Rng): string => {
  const roll = rng.next()
  if (roll < 0.025) return rng.pick(parts.COMPOUND_SURNAMES)
  if (roll < 0.2) return rng.pick(chars(parts.RARE_SURNAMES))
  // Squared, so that the commonest surnames are as common as in life.
  const common = chars(parts.COMMON_SURNAMES)
  return common[Math.floor(rng.next() ** 2 * common.length)] ?? '王'
}

const given = (rng: Rng): string => {
  if (rng.chance(0.36)) return rng.pick(chars(parts.SINGLES))
  const middle = rng.pick(chars(parts.MIDDLES))
  return middle + rng.pick(chars(parts.ENDS).filter((end) => end !== middle))
}

export type NameMaker = {
  /** A name nobody bears yet. */
  fresh(): string
  /** Keeps a chosen name from being made by chance. */
  reserve(name: string): string
}

export const createNames = (rng: Rng): NameMaker => {
  const taken = new Set<string>(parts.NOT_THESE)
  const reserve = (name: string) => {
    taken.add(name)
    return name
  }
  return {
    reserve,
    fresh: () => {
      for (let tries = 0; tries < 10_000; tries++) {
        const name = surname(rng) + given(rng)
        if (!taken.has(name)) return reserve(name)
      }
      throw new Error('the name tables are exhausted')
    },
  }
}
