import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incidenceOf, inPeriod, maskOf, viewOf } from '../../analysis/incidence.ts'

const names = (kind: string, length: number) =>
  Array.from({ length }, (_, at) => `${kind}${String(at).padStart(3, '0')}`)
const days = ['2022-01-05', null, '2022-03-01', '2023-01-01']
const what = (length: number) => names('item', length).map((id, at) => ({ id, date: days[at % days.length] ?? null }))

const given = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 8 }) })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      pairs: fc.array(fc.tuple(fc.nat(size.rows - 1), fc.nat(size.columns - 1)), { maxLength: 40 }),
    }),
  )

test('an incidence has each pair once, whatever the order and the repeats, and its columns rise', () => {
  fc.assert(
    fc.property(given, ({ size, pairs }) => {
      const { offsets, columns } = incidenceOf({
        who: names('body', size.rows),
        what: what(size.columns),
        rows: Int32Array.from(pairs, ([row]) => row),
        columns: Int32Array.from(pairs, ([, column]) => column),
      })
      for (let row = 0; row < size.rows; row++) {
        const wanted = [...new Set(pairs.filter(([one]) => one === row).map(([, column]) => column))].sort(
          (a, b) => a - b,
        )
        expect([...columns.subarray(offsets[row], offsets[row + 1])]).toEqual(wanted)
      }
    }),
  )
})

const small = () =>
  incidenceOf({
    who: ['a', 'b', 'c', 'd'],
    what: what(4),
    rows: Int32Array.of(0, 0, 1, 1, 2, 3),
    columns: Int32Array.of(0, 2, 2, 0, 1, 3),
  })

test('a view has the entries of the rows and columns that its masks keep, and drops the lines that keep none', () => {
  const incidence = small()
  const view = viewOf(incidence, {
    rows: maskOf(incidence.who, (id) => id !== 'b'),
    columns: maskOf(incidence.what, inPeriod({ from: '2022-01-05', until: '2022-03-01' })),
  })
  expect(view).toEqual({
    rows: Int32Array.of(0),
    columns: Int32Array.of(0, 2),
    rowDegrees: Int32Array.of(2),
    columnDegrees: Int32Array.of(1, 1),
    offsets: Int32Array.of(0, 1, 2),
    entries: Int32Array.of(0, 0),
  })
  expect(viewOf(incidence).entries).toEqual(Int32Array.of(0, 1, 2, 0, 1, 3))
})

test('what has no date is in no period that has an end', () => {
  const undated = { date: null }
  expect(inPeriod({ from: null, until: null })(undated)).toBe(true)
  expect(inPeriod({ from: '2022-01-01', until: null })(undated)).toBe(false)
  expect(inPeriod({ from: null, until: '2022-01-01' })(undated)).toBe(false)
})

test('wrong input is refused with what was expected', () => {
  const pairs = { who: ['a', 'b'], what: what(2), rows: Int32Array.of(0), columns: Int32Array.of(0) }
  expect(() => incidenceOf({ ...pairs, who: ['b', 'a'] })).toThrow(/who must be sorted by id.*a stands at 1/u)
  expect(() => incidenceOf({ ...pairs, rows: Int32Array.of(2) })).toThrow(/rows\[0\] is 2: expected 0 to 1/u)
  expect(() => incidenceOf({ ...pairs, columns: Int32Array.of(-1) })).toThrow(/columns\[0\] is -1/u)
  expect(() => incidenceOf({ ...pairs, rows: Int32Array.of(0, 1) })).toThrow(/2 rows and 1 columns/u)
  expect(() => viewOf(small(), { rows: new Uint8Array(3) })).toThrow(/mask of rows has 3 places: expected 4/u)
})
