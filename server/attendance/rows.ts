import { cellAt, type Cell as Known, type Sheet, sheetOf } from '../../analysis/attendance.ts'
import { attendanceOf, type Denominator, type Share } from '../../analysis/attendance-counts.ts'
import { FIXED_CAST_SHARE } from '../../analysis/co-occurrence.ts'
import type { AttendanceRow, Cell, RowGroup } from '../../model/api/attendance.ts'
import type { NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { RollEntry, Rolls } from './rolls.ts'
import { bodyLines, type Line, pairsOf, peopleLines, type Sessions } from './sheet.ts'

const SIGNS: Record<Known, Cell> = {
  'no-roll': '-',
  before: ' ',
  after: ' ',
  member: 'M',
  observer: 'O',
  guest: 'G',
  'stand-in': 'R',
  excused: 'A',
  absent: '.',
}
const GROUPS: readonly RowGroup[] = ['leaders', 'secretaries', 'departments', 'districts', 'others']

/** Below so many rolls, being on nearly all of them is no sign of a fixed cast. */
const FEWEST_ROLLS = 5

/** Whether the later body took the place of the earlier one in a reform. */
export type Succeeds = (later: NodeId, earlier: NodeId) => boolean

/** Columns at which an entry names another body than all before it; no body (the leaders' part) counts as one. */
export const movesOf = (entries: readonly RollEntry[], bodies: Rolls['bodies'], succeeds: Succeeds): number[] => {
  const [first] = entries
  const held = new Set(first ? [first.body] : [])
  const idOf = (body: number): NodeId => bodies[body]?.id ?? ''
  const moves: number[] = []
  for (const { body, slot } of entries) {
    if (held.has(body)) continue
    if (![...held].some((before) => succeeds(idOf(body), idOf(before)))) moves.push(slot)
    held.add(body)
  }
  return moves
}

const groupOf = ({ member, entries }: Line, bodies: Rolls['bodies']): RowGroup => {
  if (entries.length > 0 && entries.every(({ role }) => role === 'guest')) return 'others'
  const kind = member.kind === 'person' ? bodies[entries.at(-1)?.body ?? -1]?.kind : member.kind
  if (kind === 'department') return 'departments'
  if (kind === 'district') return 'districts'
  return entries.some(({ role }) => role === 'member') ? 'leaders' : 'secretaries'
}

const cellsOf = (sheet: Sheet, row: number, { member, entries, unnamed }: Line): string => {
  const signs = sheet.sittings.map((_, at) => SIGNS[cellAt(sheet, row, at)])
  const named = new Set(entries.flatMap(({ role, slot }) => (role === 'absent' ? [] : [slot])))
  for (const at of unnamed) if (!named.has(at)) signs[at] = 'R'
  if (member.kind === 'person') for (const { chair, slot } of entries) if (chair) signs[slot] = 'C'
  return signs.join('')
}

/** Where the line usually stands in a roll, under the last body alone. */
const placeOf = ({ entries, member }: Line): number => {
  const last = entries.at(-1)
  const own = entries.filter(({ body, chair }) => !chair && (member.kind !== 'person' || body === last?.body))
  const counted = own.length ? own : entries
  // Whom the rolls never name comes at the end of them.
  return counted.length ? counted.reduce((sum, { place }) => sum + place, 0) / counted.length : 1
}

const NEVER: Share = { n: 0, of: 0 }

export type Row = AttendanceRow & { place: number }
export type Rows = { sheet: Sheet; rows: Row[] }

const rowsFrom = (rolls: Rolls, sheet: Sheet, lines: readonly Line[], per: Denominator, succeeds: Succeeds): Row[] => {
  const everyRoll = attendanceOf(sheet, 'every-roll')
  const counts = per === 'every-roll' ? everyRoll : attendanceOf(sheet, per)
  const withRoll = sheet.sittings.filter(({ rolls: printed }) => printed.length > 0).length
  return lines.map((line, at): Row => {
    const { member, entries } = line
    const seat = member.kind === 'person' ? rolls.bodies[entries.at(-1)?.body ?? -1] : undefined
    const { n, of } = counts[at] ?? NEVER
    const all = everyRoll[at]?.n ?? 0
    return {
      ...member,
      group: groupOf(line, rolls.bodies),
      seat: seat ? { id: seat.id, label: seat.label } : null,
      post: entries.findLast(({ post }) => post !== null)?.post ?? null,
      cells: cellsOf(sheet, at, line),
      moves: member.kind === 'person' ? movesOf(entries, rolls.bodies, succeeds) : [],
      present: n,
      of,
      fixed: withRoll >= FEWEST_ROLLS && all >= FIXED_CAST_SHARE * withRoll,
      place: placeOf(line),
    }
  })
}

export const rowsOf = (
  rolls: Rolls,
  sessions: Sessions,
  of: 'person' | 'body',
  per: Denominator,
  succeeds: Succeeds,
): Rows => {
  const lines = of === 'person' ? peopleLines(rolls, sessions) : bodyLines(rolls, sessions)
  const sheet = sheetOf(pairsOf(rolls, sessions, lines, of), sessions.sittings)
  return { sheet, rows: rowsFrom(rolls, sheet, lines, per, succeeds) }
}

/** The rows of those who came for one body, counting only the times when they did; first come, first listed. */
export const delegatesOf = (rolls: Rolls, sessions: Sessions, body: NodeId, per: Denominator): Row[] => {
  const lines = peopleLines(rolls, sessions)
    .map((line) => ({ ...line, entries: line.entries.filter((entry) => rolls.bodies[entry.body]?.id === body) }))
    .filter(({ entries }) => entries.length > 0)
  const sheet = sheetOf(pairsOf(rolls, sessions, lines, 'person'), sessions.sittings)
  return rowsFrom(rolls, sheet, lines, per, () => true)
    .map((row, at) => ({ row, first: sheet.first[at] ?? 0 }))
    .toSorted((a, b) => a.first - b.first || b.row.present - a.row.present || byCodeUnits(a.row.id, b.row.id))
    .map(({ row }) => row)
}

/** The `limit` rows that came most often, in the order of the roll. */
export const inRollOrder = (rows: readonly Row[], limit: number): Row[] =>
  rows
    .toSorted((a, b) => b.present - a.present || byCodeUnits(a.id, b.id))
    .slice(0, limit)
    .toSorted(
      (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.place - b.place || byCodeUnits(a.id, b.id),
    )
