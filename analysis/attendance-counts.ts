import type { NodeId } from '../model/graph.ts'
import { cellAt, PRESENT_ROLES, type PresentRole, type Sheet } from './attendance.ts'

/**
 * Which meetings a share is of; always such as print a roll of the kind on which someone has stood.
 * `every-roll`: all of them. `since-first-seen`: from the first that names them to the last there is. `while-seen`: from the first that names them
 * to the last that does.
 */
export const DENOMINATORS = ['every-roll', 'since-first-seen', 'while-seen'] as const
export type Denominator = (typeof DENOMINATORS)[number]

export type Share = {
  n: number
  of: number
  /** The `of` meetings, in order. */
  meetings: NodeId[]
}

export type Attendance = {
  who: NodeId
  denominator: Denominator
  /** `null` for who is on no roll of these sittings. */
  firstSeen: NodeId | null
  lastSeen: NodeId | null
  present: Share
  /** By role, of the meetings with a roll of that kind; first and last seen are then of that role. Roles never held are left out. */
  roles: { role: PresentRole; share: Share }[]
  /** How often of these meetings someone else of the body came instead, and how often the roll says that they were excused. */
  standIns: number
  excused: number
}

type Range = { from: number; until: number }

const rangeFor = (denominator: Denominator, first: number, last: number, sittings: number): Range => ({
  from: denominator === 'every-roll' ? 0 : first,
  until: denominator === 'while-seen' ? last : sittings - 1,
})

/** Of the sittings in range whose minutes print one of the rolls, how many have one of the roles in their cell. */
const shareOf = (
  sheet: Sheet,
  who: number,
  rolls: readonly PresentRole[],
  { from, until }: Range,
): Share & { places: number[] } => {
  const places = sheet.sittings.flatMap(({ rolls: printed }, at) =>
    at >= from && at <= until && rolls.some((roll) => printed.includes(roll)) ? [at] : [],
  )
  const held: readonly string[] = rolls
  const n = places.filter((at) => held.includes(cellAt(sheet, who, at))).length
  return { n, of: places.length, meetings: places.flatMap((at) => sheet.sittings[at]?.meeting ?? []), places }
}

const placesOfRole = (sheet: Sheet, who: number, role: PresentRole): number[] =>
  sheet.sittings.flatMap((_, at) => (cellAt(sheet, who, at) === role ? [at] : []))

const attendanceAt = (sheet: Sheet, who: number, denominator: Denominator): Attendance => {
  const { sittings } = sheet
  const [first, last] = [sheet.first[who] ?? -1, sheet.last[who] ?? -1]
  const held = sheet.kinds[who] ?? []
  const range = first < 0 ? { from: 0, until: -1 } : rangeFor(denominator, first, last, sittings.length)
  const { places, ...present } = shareOf(sheet, who, held.length ? held : PRESENT_ROLES, range)
  const roles = held.flatMap((role) => {
    const own = placesOfRole(sheet, who, role)
    const [from, until] = [own[0], own.at(-1)]
    if (from === undefined || until === undefined) return []
    const { places: _, ...share } = shareOf(sheet, who, [role], rangeFor(denominator, from, until, sittings.length))
    return [{ role, share }]
  })
  const countOf = (cell: 'stand-in' | 'excused') => places.filter((at) => cellAt(sheet, who, at) === cell).length
  return {
    who: sheet.who[who] ?? '',
    denominator,
    firstSeen: sittings[first]?.meeting ?? null,
    lastSeen: sittings[last]?.meeting ?? null,
    present,
    roles,
    standIns: countOf('stand-in'),
    excused: countOf('excused'),
  }
}

/** How often each of `who` came: n of N, and which meetings the N are. In the order of `who`. */
export const attendanceOf = (sheet: Sheet, denominator: Denominator): Attendance[] =>
  sheet.who.map((_, who) => attendanceAt(sheet, who, denominator))
