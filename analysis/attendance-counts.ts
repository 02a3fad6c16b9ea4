import { CELLS, PRESENT_ROLES, type PresentRole, type Sheet } from './attendance.ts'

/**
 * Which meetings a share is of; always such as print a roll of the kind on which someone has stood.
 * `every-roll`: all of them. `since-first-seen`: from the first that names them to the last there is. `while-seen`: from the first that names them
 * to the last that does.
 */
export const DENOMINATORS = ['every-roll', 'since-first-seen', 'while-seen'] as const
export type Denominator = (typeof DENOMINATORS)[number]

/** n of N meetings. */
export type Share = { n: number; of: number }

type Range = { from: number; until: number }

const rangeFor = (denominator: Denominator, first: number, last: number, sittings: number): Range => ({
  from: denominator === 'every-roll' ? 0 : first,
  until: denominator === 'while-seen' ? last : sittings - 1,
})

/** One bit a role; a city has a million cells. */
const bitOf = (role: PresentRole): number => 1 << PRESENT_ROLES.indexOf(role)
const bitsOf = (roles: readonly PresentRole[]): number => roles.reduce((bits, role) => bits | bitOf(role), 0)
const BITS_OF_CELL = Uint8Array.from(CELLS, (cell) => bitsOf(PRESENT_ROLES.filter((role) => role === cell)))

/** How often each of `who` came, in their order; nobody comes of whom no roll says anything. */
export const attendanceOf = (sheet: Sheet, denominator: Denominator): Share[] => {
  const { sittings, cells, kinds } = sheet
  const printed = Uint8Array.from(sittings, ({ rolls }) => bitsOf(PRESENT_ROLES.filter((role) => rolls.includes(role))))
  return sheet.who.map((_, who) => {
    const share = { n: 0, of: 0 }
    const [first, last] = [sheet.first[who] ?? -1, sheet.last[who] ?? -1]
    if (first < 0) return share
    // Who has only ever been excused stood on no roll of the present; then any roll would name them.
    const stoodOn = kinds[who]?.length ? kinds[who] : PRESENT_ROLES
    const wanted = bitsOf(stoodOn)
    const { from, until } = rangeFor(denominator, first, last, sittings.length)
    for (let at = from; at <= until; at++) {
      if (((printed[at] ?? 0) & wanted) === 0) continue
      share.of++
      if (((BITS_OF_CELL[cells[who * sittings.length + at] ?? 0] ?? 0) & wanted) !== 0) share.n++
    }
    return share
  })
}
