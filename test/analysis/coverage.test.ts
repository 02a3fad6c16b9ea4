import { describe, expect, test } from 'vitest'
import { coverage } from '../../analysis/coverage.ts'
import type { MeetingNode } from '../../model/graph.ts'

const meeting = (date: string | null, ordinal: number | null, given: Partial<MeetingNode> = {}): MeetingNode => ({
  id: `岚州市/meeting/${date}-${ordinal}`,
  jurisdiction: '岚州市',
  kind: 'meeting',
  label: `第${ordinal}次常务会议`,
  forms: [],
  type: '常务会议',
  ordinal,
  term: null,
  year: null,
  extended: false,
  date,
  session: null,
  place: null,
  docNumber: null,
  issuedOn: null,
  documents: [],
  agenda: ['甲', '乙'],
  people: 0,
  bodies: 0,
  warnings: 0,
  hiddenItems: false,
  contradictions: [],
  ...given,
})
const told = (meetings: MeetingNode[]) =>
  coverage(meetings).map((slot) => (slot.is === 'missing' ? `缺${slot.ordinal}` : String(slot.ordinal)))

describe('coverage', () => {
  test('puts the numbers that are missing where they would stand', () => {
    expect(told([meeting('2022-03-01', 47), meeting('2022-01-01', 44), meeting('2022-02-01', 45)])).toEqual([
      '44',
      '45',
      '缺46',
      '47',
    ])
  })

  test('tells between which days a missing meeting was held', () => {
    expect(coverage([meeting('2022-01-01', 1), meeting('2022-03-01', 3)])[1]).toEqual({
      is: 'missing',
      type: '常务会议',
      ordinal: 2,
      after: '2022-01-01',
      before: '2022-03-01',
    })
  })

  test('counts each kind of meeting by itself', () => {
    const office = { type: '办公会议' }
    expect(
      told([
        meeting('2022-01-01', 1),
        meeting('2022-01-05', 7, office),
        meeting('2022-02-01', 2),
        meeting('2022-02-05', 9, office),
      ]),
    ).toEqual(['1', '7', '2', '缺8', '9'])
  })

  test('begins again at 1 when the number falls, and claims nothing about how far the old series ran', () => {
    expect(told([meeting('2021-12-01', 159), meeting('2022-02-01', 3)])).toEqual(['159', '缺1', '缺2', '3'])
  })

  test('claims no gap across two terms whose numbers rise', () => {
    expect(told([meeting('2021-12-01', 3, { term: 16 }), meeting('2022-02-01', 9, { term: 17 })])).toEqual(['3', '9'])
  })

  test('finds nothing missing before the first, behind the last, or beside a meeting without a number', () => {
    expect(told([meeting('2022-01-01', 40), meeting('2022-01-02', null), meeting('2022-01-03', 41)])).toEqual([
      '40',
      'null',
      '41',
    ])
    expect(coverage([])).toEqual([])
  })

  test('counts two meetings of one number as no gap', () => {
    expect(told([meeting('2022-01-01', 4), meeting('2022-01-02', 4), meeting('2022-01-03', 5)])).toEqual([
      '4',
      '4',
      '5',
    ])
  })
})
