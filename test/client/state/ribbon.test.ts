import { describe, expect, test } from 'vitest'
import {
  moveEnd,
  periodOfRange,
  rangeOfPeriod,
  ribbonLabels,
  ribbonScale,
  yearStarts,
} from '../../../client/state/ribbon.ts'
import type { Slot } from '../../../model/api/jurisdictions.ts'

const held = (ordinal: number, date: string | null): Slot => ({
  is: 'meeting',
  meeting: `m${ordinal}`,
  label: `第${ordinal}次`,
  type: '常务会议',
  ordinal,
  date,
  items: 5,
})
const lost = (ordinal: number): Slot => ({ is: 'missing', type: '常务会议', ordinal, after: null, before: null })

const SERIES = [
  held(38, '2022-01-14'),
  held(39, '2022-03-01'),
  lost(40),
  lost(41),
  held(42, '2023-01-05'),
  held(43, null),
  held(44, '2023-04-01'),
]

describe('the period as a range of slots', () => {
  test('no period is the whole series', () => {
    expect(rangeOfPeriod(SERIES, { from: null, to: null })).toEqual({ first: 0, last: 6 })
  })

  test('both days belong to the period, and what has no day belongs by its place', () => {
    expect(rangeOfPeriod(SERIES, { from: '2022-03-01', to: '2023-01-05' })).toEqual({ first: 1, last: 4 })
    expect(rangeOfPeriod(SERIES, { from: '2023-01-01', to: null })).toEqual({ first: 4, last: 6 })
  })

  test('a period without a meeting has no range', () => {
    expect(rangeOfPeriod(SERIES, { from: '2030-01-01', to: null })).toBeNull()
    expect(rangeOfPeriod([], { from: null, to: null })).toBeNull()
  })

  test('an end at the end of the series is open', () => {
    expect(periodOfRange(SERIES, { first: 0, last: 6 })).toEqual({ from: null, to: null })
    expect(periodOfRange(SERIES, { first: 1, last: 6 })).toEqual({ from: '2022-03-01', to: null })
  })

  test('an end on a slot without a day takes the nearest day inside', () => {
    expect(periodOfRange(SERIES, { first: 2, last: 5 })).toEqual({ from: '2023-01-05', to: '2023-01-05' })
  })

  test('a period made from a range gives meetings of the same range again', () => {
    for (let first = 0; first < SERIES.length; first++) {
      for (let last = first; last < SERIES.length; last++) {
        const again = rangeOfPeriod(SERIES, periodOfRange(SERIES, { first, last }))
        const days = (a: number, b: number) =>
          SERIES.slice(a, b + 1).flatMap((slot) => (slot.is === 'meeting' && slot.date ? [slot.date] : []))
        if (again && days(first, last).length) expect(days(again.first, again.last)).toEqual(days(first, last))
      }
    }
  })

  test('ends stop at the series and at each other', () => {
    expect(moveEnd({ first: 2, last: 4 }, 'first', -Infinity, 7)).toEqual({ first: 0, last: 4 })
    expect(moveEnd({ first: 2, last: 4 }, 'first', 9, 7)).toEqual({ first: 4, last: 4 })
    expect(moveEnd({ first: 2, last: 4 }, 'last', Infinity, 7)).toEqual({ first: 2, last: 6 })
    expect(moveEnd({ first: 2, last: 4 }, 'last', -9, 7)).toEqual({ first: 2, last: 2 })
  })
})

describe('the scale of the ribbon', () => {
  test('a pixel and the slot that is drawn there agree', () => {
    const scale = ribbonScale(40, 1000)
    for (let i = 0; i < 40; i++) expect(scale.indexAt(scale.centre(i))).toBe(i)
  })

  test('pixels outside belong to the nearest slot', () => {
    const scale = ribbonScale(10, 500)
    expect([scale.indexAt(-20), scale.indexAt(4000)]).toEqual([0, 9])
  })

  test('a short series stays together', () => {
    expect(ribbonScale(1, 1000).step).toBeLessThan(100)
  })

  test('years begin at their first dated meeting', () => {
    expect(yearStarts(SERIES)).toEqual([
      { year: 2022, index: 0 },
      { year: 2023, index: 4 },
    ])
  })

  test('missing numbers in a row share one label', () => {
    const labels = ribbonLabels(SERIES, 1000, 'zh').filter(({ kind }) => kind === 'missing')
    expect(labels).toMatchObject([{ value: 40, to: 41, index: 2 }])
  })

  test('labels never overlap, and years come before numbers when there is no room', () => {
    const many = Array.from({ length: 120 }, (_, i) => held(i + 1, `20${10 + Math.floor(i / 12)}-0${1 + (i % 9)}-01`))
    const labels = ribbonLabels(many, 700, 'zh')
    expect(labels.filter(({ kind }) => kind === 'year').length).toBeGreaterThan(5)
    const years = labels.filter(({ kind }) => kind === 'year').map(({ at }) => at)
    for (const [i, at] of years.slice(1).entries()) expect(at - (years[i] ?? 0)).toBeGreaterThanOrEqual(56)
  })
})
