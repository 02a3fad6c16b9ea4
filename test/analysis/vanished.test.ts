import { describe, expect, test } from 'vitest'
import { type Deferral, type Duty, vanishedDeferrals, vanishedDuties } from '../../analysis/vanished.ts'

/** m1 to m9, one a month; the minutes of m4 are missing. */
const series = () =>
  Array.from({ length: 9 }, (_, at) => ({
    meeting: at === 3 ? null : `m${at + 1}`,
    date: at === 3 ? null : `2022-0${at + 1}-15`,
  }))

const deferral = (meeting: string, ...returned: string[]): Deferral => ({ item: `${meeting}/1`, meeting, returned })
const duty = (meeting: string, deadline: string, ...mentioned: string[]): Duty => ({
  item: `${meeting}/2`,
  meeting,
  who: ['water'],
  deadline,
  mentioned,
})

describe('deferred and not back', () => {
  test('after so many meetings whose minutes were read; those that are missing are counted beside', () => {
    expect(vanishedDeferrals([deferral('m7'), deferral('m2'), deferral('m8')], series(), 2)).toEqual([
      { kind: 'deferred', item: 'm2/1', meeting: 'm2', date: '2022-02-15', silence: { meetings: 6, missing: 1 } },
      { kind: 'deferred', item: 'm7/1', meeting: 'm7', date: '2022-07-15', silence: { meetings: 2, missing: 0 } },
    ])
  })

  test('not where it came back, and not because of what came before', () => {
    expect(vanishedDeferrals([deferral('m2', 'm9')], series(), 1)).toEqual([])
    expect(vanishedDeferrals([deferral('m2', 'm1', 'm2')], series(), 1)).toHaveLength(1)
  })

  test('of two equal silences the smaller id stands first', () => {
    const given = [{ ...deferral('m2'), item: 'm2/9' }, deferral('m2')]
    expect(vanishedDeferrals(given, series(), 1).map(({ item }) => item)).toEqual(['m2/1', 'm2/9'])
  })
})

describe('due and never mentioned again', () => {
  test('so many meetings after its day', () => {
    expect(vanishedDuties([duty('m1', '2022-06-30')], series(), 3)).toEqual([
      {
        kind: 'duty',
        item: 'm1/2',
        meeting: 'm1',
        date: '2022-01-15',
        who: ['water'],
        deadline: '2022-06-30',
        silence: { meetings: 3, missing: 0 },
      },
    ])
    expect(vanishedDuties([duty('m1', '2022-06-30')], series(), 4)).toEqual([])
  })

  test('not while its day has not passed, nor on the day itself', () => {
    expect(vanishedDuties([duty('m1', '2023-01-01'), duty('m1', '2022-09-15')], series(), 0)).toEqual([])
  })

  test('not where a later meeting names it, before its day or after', () => {
    expect(vanishedDuties([duty('m1', '2022-06-30', 'm3'), duty('m1', '2022-06-30', 'm9')], series(), 1)).toEqual([])
    expect(vanishedDuties([duty('m2', '2022-06-30', 'm1', 'm2')], series(), 1)).toHaveLength(1)
  })

  test('a day that had passed when the duty was given counts from the next meeting', () => {
    expect(vanishedDuties([duty('m5', '2022-01-01')], series(), 1)).toMatchObject([
      { silence: { meetings: 4, missing: 0 } },
    ])
  })
})
