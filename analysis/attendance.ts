import type { NodeId } from '../model/graph.ts'
import { RollRole } from '../model/record.ts'
import type { IncidencePairs } from './incidence.ts'
import { placeIn, placesOf, type Sitting } from './sittings.ts'

/**
 * Who stands on which roll: `who` are people (or bodies), `what` meetings, one pair for each entry of a roll, ATTENDED and ABSENT_FROM
 * (or REPRESENTED) alike.
 */
export type RollPairs = IncidencePairs & {
  /** Beside `rows`: an index into `RollRole.options`. */
  roles: Uint8Array
  /** Beside `rows`: the body for which they sat, an index into `bodies`; -1 where the roll prints none. */
  seats: Int32Array
  bodies: readonly NodeId[]
  /** Bodies for which someone came whom the roll does not name (的代表): indices into `bodies` and into `what`. */
  unnamed: { bodies: Int32Array; columns: Int32Array }
}

/**
 * What is known of one person and one sitting. `stand-in`: not there, but someone of the same body was (our inference). `excused`: the
 * roll says that they did not come (请假). `absent`: no one of the body is on a roll on which they used to stand.
 * `no-roll`: the minutes are missing, or print no roll of that kind; it tells nothing.
 */
export const CELLS = [
  'no-roll',
  'before',
  'after',
  'member',
  'observer',
  'guest',
  'stand-in',
  'excused',
  'absent',
] as const
export type Cell = (typeof CELLS)[number]
export type PresentRole = Exclude<RollRole, 'absent'>
export const PRESENT_ROLES = ['member', 'observer', 'guest'] as const satisfies readonly PresentRole[]

export type Sheet = {
  who: readonly NodeId[]
  sittings: readonly Sitting[]
  /** Indices into CELLS, one row of sittings for each of `who`. */
  cells: Uint8Array
  /** The sittings whose roll first and last names them, present or excused; -1 for who is on no roll. */
  first: Int32Array
  last: Int32Array
  /** The rolls on which each of `who` has stood as present. */
  kinds: readonly (readonly PresentRole[])[]
}

const CODES = new Map(CELLS.map((cell, code) => [cell, code]))
const codeOf = (cell: Cell): number => CODES.get(cell) ?? 0

export const cellAt = ({ sittings, cells }: Sheet, who: number, sitting: number): Cell =>
  CELLS[cells[who * sittings.length + sitting] ?? 0] ?? 'no-roll'

type Entry = { sitting: number; role: RollRole; seat: number }

const entriesOf = (roll: RollPairs, sittings: readonly Sitting[]): Entry[][] => {
  const places = placesOf(sittings)
  const entries = roll.who.map((): Entry[] => [])
  roll.rows.forEach((row, at) => {
    const [meeting, role] = [roll.what[roll.columns[at] ?? -1], RollRole.options[roll.roles[at] ?? -1]]
    if (!meeting || !role || !entries[row]) throw new RangeError(`entry ${at} of the roll points nowhere`)
    entries[row].push({ sitting: placeIn(places, meeting.id), role, seat: roll.seats[at] ?? -1 })
  })
  for (const own of entries) own.sort((a, b) => a.sitting - b.sitting)
  return entries
}

/** For each sitting the bodies for which someone came. */
const bodiesThere = (roll: RollPairs, sittings: readonly Sitting[], entries: readonly Entry[][]): Set<number>[] => {
  const there = sittings.map(() => new Set<number>())
  for (const { sitting, role, seat } of entries.flat()) if (role !== 'absent' && seat >= 0) there[sitting]?.add(seat)
  const places = placesOf(sittings)
  roll.unnamed.columns.forEach((column, at) => {
    const meeting = roll.what[column]
    const body = roll.unnamed.bodies[at]
    if (meeting && body !== undefined) there[placeIn(places, meeting.id)]?.add(body)
  })
  return there
}

/** For each sitting the body for which someone last sat at or before it, or first sat after it. */
const seatsOf = (own: readonly Entry[], sittings: number): Int32Array => {
  const seated = own.filter(({ seat }) => seat >= 0)
  const seats = new Int32Array(sittings)
  for (let at = 0, next = 0, seat = seated[0]?.seat ?? -1; at < sittings; at++) {
    for (; (seated[next]?.sitting ?? sittings) <= at; next++) seat = seated[next]?.seat ?? seat
    seats[at] = seat
  }
  return seats
}

const rolesBySitting = (own: readonly Entry[]): Map<number, RollRole[]> => {
  const roles = new Map<number, RollRole[]>()
  for (const { sitting, role } of own) roles.set(sitting, [...(roles.get(sitting) ?? []), role])
  return roles
}

const strongest = (roles: readonly RollRole[]): PresentRole | null =>
  PRESENT_ROLES.find((role) => roles.includes(role)) ?? null

/** Who has only ever been excused stood on no roll of the present; then any roll would name them. */
const printsRollFor = ({ rolls }: Sitting, kinds: readonly PresentRole[]): boolean =>
  (kinds.length ? kinds : PRESENT_ROLES).some((kind) => rolls.includes(kind))

type Known = {
  first: number
  last: number
  roles: ReadonlyMap<number, readonly RollRole[]>
  seats: Int32Array
  kinds: readonly PresentRole[]
}

/** Of a sitting whose minutes are here, between the first and the last that name them. */
const cellOf = ({ roles, seats, kinds }: Known, at: number, sitting: Sitting, there: ReadonlySet<number>): Cell => {
  const own = roles.get(at) ?? []
  const role = strongest(own)
  if (role) return role
  if (there.has(seats[at] ?? -1)) return 'stand-in'
  if (own.includes('absent')) return 'excused'
  return printsRollFor(sitting, kinds) ? 'absent' : 'no-roll'
}

const BEFORE = codeOf('before')
const AFTER = codeOf('after')

/** Most of the cells of a long series lie before or after the time in which somebody is seen. */
const fillRow = (cells: Uint8Array, one: Known, sittings: readonly Sitting[], there: readonly Set<number>[]): void => {
  const { first, last } = one
  sittings.forEach((sitting, at) => {
    if (sitting.meeting === null) return
    if (first < 0 || at < first) cells[at] = BEFORE
    else if (at > last) cells[at] = AFTER
    else cells[at] = codeOf(cellOf(one, at, sitting, there[at] ?? new Set()))
  })
}

/** The matrix of who and sitting. Throws where an entry is of a meeting that is not among the sittings. */
export const sheetOf = (roll: RollPairs, sittings: readonly Sitting[]): Sheet => {
  const entries = entriesOf(roll, sittings)
  const there = bodiesThere(roll, sittings, entries)
  const known = entries.map(
    (own): Known => ({
      first: own[0]?.sitting ?? -1,
      last: own.at(-1)?.sitting ?? -1,
      roles: rolesBySitting(own),
      seats: seatsOf(own, sittings.length),
      kinds: PRESENT_ROLES.filter((kind) => own.some(({ role }) => role === kind)),
    }),
  )
  const cells = new Uint8Array(roll.who.length * sittings.length)
  known.forEach((one, row) => {
    const from = row * sittings.length
    fillRow(cells.subarray(from, from + sittings.length), one, sittings, there)
  })
  return {
    who: roll.who,
    sittings,
    cells,
    first: Int32Array.from(known, ({ first }) => first),
    last: Int32Array.from(known, ({ last }) => last),
    kinds: known.map(({ kinds }) => kinds),
  }
}
