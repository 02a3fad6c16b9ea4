import {
  COMPOUND_SURNAME,
  GIVEN_SHARES,
  NAME_BOUNDS,
  OTHER_GIVEN,
  OTHER_SURNAME,
  SURNAME_SHARES,
} from '../../lexicon/name-frequency.ts'
import { COMPOUND_SURNAMES } from '../../lexicon/surnames.ts'

const SURNAMES: ReadonlyMap<string, number> = new Map([
  ...SURNAME_SHARES.flatMap(([share, names]) => Array.from(names, (name) => [name, share] as const)),
  ...COMPOUND_SURNAMES.map((name) => [name, COMPOUND_SURNAME] as const),
])
const GIVEN: ReadonlyMap<string, number> = new Map(
  [...GIVEN_SHARES].reverse().flatMap(([share, names]) => names.map((name) => [name, share] as const)),
)
const SHARE = 1e-4

/** About which share of all people carry this full name. */
export const nameShare = (name: string): number => {
  const signs = Array.from(name)
  const compound = signs.slice(0, 2).join('')
  const surname = signs.length > 2 && SURNAMES.has(compound) ? compound : (signs[0] ?? '')
  const given = name.slice(surname.length)
  const other = Array.from(given).length > 1 ? OTHER_GIVEN.two : OTHER_GIVEN.one
  return (SURNAMES.get(surname) ?? OTHER_SURNAME) * SHARE * (GIVEN.get(given) ?? other) * SHARE
}

/** Names with a dot inside are long, and hardly ever shared. */
export const nameWeight = (name: string): 'common' | 'usual' | 'rare' => {
  const share = nameShare(name)
  return share >= NAME_BOUNDS.common ? 'common' : share < NAME_BOUNDS.rare ? 'rare' : 'usual'
}
