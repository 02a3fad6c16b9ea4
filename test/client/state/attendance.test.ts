import { describe, expect, test } from 'vitest'
import {
  barOf,
  castOf,
  columnOfDay,
  countsByLeast,
  DEFAULT,
  fold,
  foldable,
  formatAttendance,
  gapsOf,
  leastOf,
  linesOf,
  moved,
  parseAttendance,
  placesBySign,
  rowsShown,
  seenIn,
  yearsOf,
} from '../../../client/state/attendance.ts'
import type { AttendanceRow, Column, RowGroup } from '../../../model/api/attendance.ts'

const row = (id: string, cells: string, more: Partial<AttendanceRow> = {}): AttendanceRow => ({
  id,
  kind: 'person',
  label: id,
  group: 'departments',
  seat: null,
  post: null,
  cells,
  moves: [],
  present: 0,
  of: 0,
  fixed: false,
  ...more,
})
const meeting = (date: string | null, roll = true): Column => ({
  is: 'meeting',
  meeting: date ?? '',
  label: '',
  ordinal: null,
  date,
  roll,
})
const COLUMNS: Column[] = [
  meeting('2022-11-04'),
  meeting('2022-12-05'),
  { is: 'missing', ordinal: 51 },
  meeting('2023-02-02', false),
  meeting('2023-03-03'),
]

describe('the address', () => {
  test('keeps what differs from the default, and reads it back', () => {
    const choice = { who: 'body', per: 'every-roll', least: '5', one: '澜州市/department/市住建局' } as const
    expect(parseAttendance(formatAttendance(choice))).toEqual(choice)
    expect(formatAttendance(DEFAULT)).toEqual({})
  })
  test('takes what is malformed for absent', () => {
    expect(parseAttendance({ who: 'cat', per: 'never', least: '7' })).toEqual(DEFAULT)
  })
})

describe('which rows are drawn', () => {
  const rows = [...Array.from({ length: 90 }, (_, at) => row(`often ${at}`, 'MMMMMMMMMM')), row('some', 'MMM.R-A')]
  test('all, where they can be seen at once', () => {
    expect(leastOf(null, rows)).toBe('1')
    expect(rowsShown(rows, '1')).toHaveLength(91)
  })
  test('otherwise those who came often enough that they can', () => {
    const many = [...rows, ...Array.from({ length: 40 }, (_, at) => row(`seldom ${at}`, 'M'))]
    expect(countsByLeast(many)).toEqual({ 1: 131, 3: 91, 5: 90, 10: 90, 20: 0 })
    expect(leastOf(null, many)).toBe('3')
    expect(rowsShown(many, leastOf(null, many)).map(({ id }) => id)).not.toContain('seldom 1')
  })
  test('as chosen, where somebody has chosen', () => {
    expect(leastOf('10', rows)).toBe('10')
  })
  test('all, where no choice would leave few enough', () => {
    const crowd = Array.from({ length: 101 }, (_, at) => row(`${at}`, 'M'.repeat(30)))
    expect(leastOf(null, crowd)).toBe('1')
  })
  test('standing in and being excused is not coming', () => {
    expect(rowsShown([row('a', 'RRRAAA..')], '3')).toEqual([])
  })
})

test('the cast: who is always there, and for how many bodies the others speak', () => {
  const seat = { id: 'd', label: 'd' }
  expect(
    castOf([
      row('a', 'MM', { fixed: true, present: 2, of: 2, group: 'leaders' }),
      row('b', 'OO', { seat }),
      row('c', 'O.', { seat }),
      row('e', 'O.', { group: 'districts', seat: { id: 'z', label: 'z' } }),
    ]),
  ).toEqual({ fixed: { rows: 1, present: 2, of: 2 }, others: 3, departments: 1, districts: 1 })
})

describe('lines', () => {
  const of = (group: RowGroup, count: number) =>
    Array.from({ length: count }, (_, at) => row(`${group} ${at}`, 'M', { group }))
  const kinds = (lines: ReturnType<typeof linesOf>) => lines.map((line) => (line.is === 'head' ? line.group : '-'))
  test('have a heading before each group, with its size', () => {
    const lines = linesOf([...of('leaders', 2), ...of('districts', 1)])
    expect(kinds(lines)).toEqual(['leaders', '-', '-', 'districts', '-'])
    expect(lines[0]).toMatchObject({ count: 2, continued: false })
  })
  test('fold into two columns, and a group that is cut is named again', () => {
    const [left, right] = fold(linesOf(of('departments', 7)))
    expect([kinds(left ?? []), kinds(right ?? [])]).toEqual([
      ['departments', '-', '-', '-', '-'],
      ['departments', '-', '-', '-'],
    ])
    expect(right?.[0]).toMatchObject({ continued: true })
  })
  test('leave no heading alone at the foot of a column', () => {
    const [left, right] = fold(linesOf([...of('leaders', 3), ...of('districts', 4)]))
    expect([kinds(left ?? []), kinds(right ?? [])]).toEqual([
      ['leaders', '-', '-', '-'],
      ['districts', '-', '-', '-', '-'],
    ])
  })
  test('fold above 34 rows, and scroll instead beyond a hundred', () => {
    expect([foldable(34, 10), foldable(35, 10), foldable(101, 10), foldable(60, 101)]).toEqual([
      false,
      true,
      false,
      false,
    ])
  })
})

describe('columns', () => {
  test('that say nothing are missing minutes and those without a roll', () => {
    expect(gapsOf(COLUMNS)).toEqual([2, 3])
  })
  test('begin years', () => {
    expect(yearsOf(COLUMNS)).toEqual([
      { at: 0, year: '2022' },
      { at: 3, year: '2023' },
    ])
  })
  test('are found by day; what comes later is the last', () => {
    expect([
      columnOfDay(COLUMNS, '2022-12-05'),
      columnOfDay(COLUMNS, '2022-12-06'),
      columnOfDay(COLUMNS, '2024-01-01'),
    ]).toEqual([1, 3, 4])
  })
  test('are seen from the first to the last sign that is no gap', () => {
    expect(seenIn('-  M-.O -')).toEqual({ first: 3, last: 6 })
    expect(seenIn(' -  ')).toBeNull()
  })
  test('stand by sign', () => {
    expect(placesBySign('MO M')).toEqual({ M: [0, 3], O: [1] })
  })
})

test('an interval is known from meeting to meeting, and open between two', () => {
  const bar = barOf(COLUMNS, {
    from: { after: '2022-11-04', by: '2022-12-05' },
    until: { after: '2023-03-03', by: null },
  })
  expect(bar).toEqual({ known: [1, 4], before: [0, 1], after: null })
})

test('the keys stay within the matrix', () => {
  expect(moved(null, [1, 0], 3, 5)).toEqual({ row: 0, column: 0 })
  expect(moved({ row: 2, column: 4 }, [1, 1], 3, 5)).toEqual({ row: 2, column: 4 })
  expect(moved({ row: 2, column: 4 }, [0, -Infinity], 3, 5)).toEqual({ row: 2, column: 0 })
})
