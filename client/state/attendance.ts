/** What the attendance view shows of a reply, and what it keeps in the address. Pure. */
import type { AttendanceReply, AttendanceRow, Cell, Column, RowGroup } from '../../model/api/attendance.ts'
import { CELLS, Denominator } from '../../model/api/attendance.ts'

export const WHO = ['person', 'body'] as const
/** Rows that came to fewer meetings are not drawn. */
export const LEASTS = ['1', '3', '5', '10', '20'] as const
export type Least = (typeof LEASTS)[number]

export type AttendanceChoice = {
  who: (typeof WHO)[number]
  per: Denominator
  /** `null`: as many as can be seen at once. */
  least: Least | null
  /** Id of the row in hand. */
  one: string | null
}

export const DEFAULT: AttendanceChoice = { who: 'person', per: 'while-seen', least: null, one: null }

/** What is malformed counts as absent. */
export const parseAttendance = (view: Readonly<Record<string, string>>): AttendanceChoice => ({
  who: WHO.find((value) => value === view.who) ?? DEFAULT.who,
  per: Denominator.options.find((value) => value === view.per) ?? DEFAULT.per,
  least: LEASTS.find((value) => value === view.least) ?? null,
  one: view.one ?? null,
})

/** What has its default value is left out. */
export const formatAttendance = (choice: AttendanceChoice): Record<string, string> => {
  const view: Record<string, string> = {}
  for (const name of ['who', 'per', 'least', 'one'] as const) {
    const value = choice[name]
    if (value !== null && value !== DEFAULT[name]) view[name] = value
  }
  return view
}

/** Beyond these a matrix scrolls. */
export const MOST_ROWS = 100
export const MOST_COLUMNS = 100
/** Above so many rows a wide screen folds them into two columns. */
export const FOLD_ABOVE = 34

const THERE = new Set('MOGC')
export const isThere = (sign: string): boolean => THERE.has(sign)

/** Meetings at which a row was there, whatever the denominator. */
export const timesThere = ({ cells }: Pick<AttendanceRow, 'cells'>): number =>
  Array.from(cells).reduce((sum, sign) => sum + (isThere(sign) ? 1 : 0), 0)

/** How many rows each choice of `least` leaves. */
export const countsByLeast = (rows: readonly AttendanceRow[]): Record<Least, number> => {
  const times = rows.map(timesThere)
  const count = (least: Least) => times.filter((time) => time >= Number(least)).length
  return { 1: rows.length, 3: count('3'), 5: count('5'), 10: count('10'), 20: count('20') }
}

/** Without a choice: the least that leaves no more than can be seen at once, and somebody. */
export const leastOf = (choice: Least | null, rows: readonly AttendanceRow[]): Least => {
  if (choice) return choice
  const counts = countsByLeast(rows)
  return LEASTS.find((least) => counts[least] > 0 && counts[least] <= MOST_ROWS) ?? '1'
}

export const rowsShown = (rows: readonly AttendanceRow[], least: Least): AttendanceRow[] =>
  least === '1' ? [...rows] : rows.filter((row) => timesThere(row) >= Number(least))

export type Cast = {
  fixed: { rows: number; present: number; of: number }
  others: number
  /** Distinct bodies of the others. */
  departments: number
  districts: number
}

/** The fixed cast and for whom the others speak. */
export const castOf = (rows: readonly AttendanceRow[]): Cast => {
  const fixed = rows.filter((row) => row.fixed)
  const others = rows.filter((row) => !row.fixed)
  const bodies = (group: RowGroup) =>
    new Set(others.flatMap((row) => (row.group === group ? [row.seat?.id ?? row.id] : []))).size
  return {
    fixed: {
      rows: fixed.length,
      present: fixed.reduce((sum, { present }) => sum + present, 0),
      of: fixed.reduce((sum, { of }) => sum + of, 0),
    },
    others: others.length,
    departments: bodies('departments'),
    districts: bodies('districts'),
  }
}

export type Line =
  | { is: 'head'; group: RowGroup; count: number; continued: boolean }
  | { is: 'row'; row: AttendanceRow; at: number }

/** A heading before each group; `at` is the place of the row among all. */
export const linesOf = (rows: readonly AttendanceRow[]): Line[] => {
  const counts = new Map<RowGroup, number>()
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1)
  return rows.flatMap((row, at): Line[] => [
    ...(at === 0 || rows[at - 1]?.group !== row.group
      ? [{ is: 'head' as const, group: row.group, count: counts.get(row.group) ?? 0, continued: false }]
      : []),
    { is: 'row', row, at },
  ])
}

/** In two columns of about the same height; a group that is cut is named again. */
export const fold = (lines: readonly Line[]): Line[][] => {
  const half = Math.ceil((lines.length + 1) / 2)
  // A heading does not stand alone at the foot.
  const cut = lines[half - 1]?.is === 'head' ? half - 1 : half
  const [left, right] = [lines.slice(0, cut), lines.slice(cut)]
  const [first] = right
  const head = left.findLast((line) => line.is === 'head')
  return first?.is === 'row' && head ? [left, [{ ...head, continued: true }, ...right]] : [left, right]
}

export const foldable = (rows: number, columns: number): boolean =>
  rows > FOLD_ABOVE && rows <= MOST_ROWS && columns <= MOST_COLUMNS

/** Columns by sign, so that all marks of a kind are one path. */
export const placesBySign = (cells: string): Partial<Record<Cell, number[]>> => {
  const places: Partial<Record<Cell, number[]>> = {}
  for (let at = 0; at < cells.length; at++) {
    const sign = CELLS.find((known) => known === cells[at])
    if (sign && sign !== ' ') (places[sign] ??= []).push(at)
  }
  return places
}

export const cellOf = (cells: string, at: number): Cell => CELLS.find((known) => known === cells[at]) ?? ' '

const dayOf = (column: Column | undefined): string | null => (column?.is === 'meeting' ? column.date : null)

/** The first column of every year. */
export const yearsOf = (columns: readonly Column[]): { at: number; year: string }[] => {
  const years: { at: number; year: string }[] = []
  columns.forEach((column, at) => {
    const year = dayOf(column)?.slice(0, 4)
    if (year && years.at(-1)?.year !== year) years.push({ at, year })
  })
  return years
}

/** Columns that say nothing: a missing number, or minutes without a roll. */
export const gapsOf = (columns: readonly Column[]): number[] =>
  columns.flatMap((column, at) => (column.is === 'missing' || !column.roll ? [at] : []))

/** The column of a day: the first that is not before it; the last for what comes later. */
export const columnOfDay = (columns: readonly Column[], day: string): number => {
  const at = columns.findIndex((column) => (dayOf(column) ?? '') >= day)
  return at < 0 ? columns.length - 1 : at
}

/** First and last column in which a row is seen; `null` when it never is. */
export const seenIn = (cells: string): { first: number; last: number } | null => {
  // Missing minutes are marked in every row, also before and behind what is seen of it.
  const known = Array.from(cells).map((sign) => sign !== ' ' && sign !== '-')
  const first = known.indexOf(true)
  return first < 0 ? null : { first, last: known.lastIndexOf(true) }
}

export type Bar = {
  /** Columns, both ends included; `null` where the uncertain stretch is empty. */
  known: [number, number]
  before: [number, number] | null
  after: [number, number] | null
}

type Interval = {
  from: { after: string | null; by: string | null }
  until: { after: string | null; by: string | null }
}

/** What an interval takes up among the columns: what is known, and the stretches in which it began and ended. */
export const barOf = (columns: readonly Column[], { from, until }: Interval): Bar => {
  const place = (day: string | null, fallback: number) => (day === null ? fallback : columnOfDay(columns, day))
  const first = place(from.by, 0)
  const last = Math.max(first, place(until.after, columns.length - 1))
  return {
    known: [first, last],
    before: from.after === null ? null : [place(from.after, 0), first],
    after: until.by === null ? null : [last, place(until.by, columns.length - 1)],
  }
}

/** One row's place moved by `steps` rows, one column's by `columns`; within the matrix. */
export const moved = (
  cell: { row: number; column: number } | null,
  [down, right]: readonly [number, number],
  rows: number,
  columns: number,
): { row: number; column: number } => {
  const clamp = (value: number, end: number) => Math.max(0, Math.min(end - 1, value))
  return cell
    ? { row: clamp(cell.row + down, rows), column: clamp(cell.column + right, columns) }
    : { row: 0, column: 0 }
}

/** Whether the reply was cut off. */
export const isCut = ({ total, shown }: Pick<AttendanceReply, 'total' | 'shown'>): boolean => shown < total
