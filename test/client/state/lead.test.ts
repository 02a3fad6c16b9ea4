import { describe, expect, test } from 'vitest'
import { commonType, extentOf, numberingOf } from '../../../client/state/lead.ts'
import { byYear } from '../../../client/state/meeting-years.ts'
import { shortIssuer, versionText } from '../../../client/state/names.ts'
import type { Slot } from '../../../model/api/jurisdictions.ts'
import { meeting } from '../graph-builders.ts'

const held = (ordinal: number | null, type = '常务会议'): Slot => ({
  is: 'meeting',
  meeting: `m${type}${ordinal}`,
  label: '会',
  type,
  ordinal,
  date: null,
  items: 1,
})
const lost = (ordinal: number): Slot => ({ is: 'missing', type: '常务会议', ordinal, after: null, before: null })

describe('how long the record is', () => {
  test.each([
    ['2022-01-14', '2024-12-11', { is: 'years', years: 3 }],
    ['2022-02-14', '2022-12-20', { is: 'years', years: 1 }],
    ['2022-03-01', '2022-06-30', { is: 'year', year: 2022 }],
    ['2022-11-01', '2023-04-30', { is: 'months' }],
    ['2020-12-14', '2020-12-14', { is: 'month' }],
    [null, null, { is: 'none' }],
  ])('%s to %s', (from, to, extent) => {
    expect(extentOf(from, to)).toEqual(extent)
  })
})

describe('what the numbers say', () => {
  test('a gap is counted between the first and the last number', () => {
    expect(numberingOf([held(38), lost(39), held(40)])).toEqual({ is: 'gaps', count: 1, first: 38, last: 40 })
  })

  test('an unbroken series is whole', () => {
    expect(numberingOf([held(38), held(39)])).toEqual({ is: 'whole', first: 38, last: 39 })
  })

  test('one meeting alone says nothing, nor do meetings without numbers', () => {
    expect(numberingOf([held(121)])).toEqual({ is: 'single' })
    expect(numberingOf([held(null), held(null)])).toEqual({ is: 'unnumbered' })
  })

  test('numbers of several kinds of meeting are not taken for one series', () => {
    expect(numberingOf([held(1, '全体会议'), held(38), lost(39), held(40)])).toEqual({
      is: 'gaps-of-several',
      count: 1,
    })
    expect(commonType([held(1, '全体会议'), held(38)])).toBeNull()
    expect(commonType([held(1), lost(2)])).toBe('常务会议')
  })
})

test('meetings come by year, in the order of the list, those without a day under none', () => {
  const rows = [meeting('a', '2024-03-01'), meeting('b', '2024-01-01'), meeting('c', '2023-12-01'), meeting('d', null)]
  expect(byYear(rows).map(({ year, meetings }) => [year, meetings.map(({ label }) => label).join('')])).toEqual([
    [2024, 'ab'],
    [2023, 'c'],
    [null, 'd'],
  ])
})

test('a masthead is said shorter, a version in ten and six characters', () => {
  expect(shortIssuer('苏州市人民政府')).toBe('苏州市政府')
  expect(shortIssuer('岚州高新区管理委员会')).toBe('岚州高新区管委会')
  expect(shortIssuer('某局')).toBe('某局')
  const hash = '3f9ac1'.padEnd(64, '0')
  expect(versionText({ day: '2025-01-06', hash })).toBe('2025-01-06 3f9ac1')
  expect(versionText({ day: null, hash })).toBe('3f9ac1')
})
