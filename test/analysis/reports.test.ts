import { describe, expect, test } from 'vitest'
import { awaitedEdition } from '../../analysis/editions.ts'
import { reportsOnDuties } from '../../analysis/reports.ts'

const duty = (id: string, words: string, at = 1, who = ['water']) => ({ id, at, who, words })
const report = (item: string, heading: string, at: number, bodies = ['water']) => ({
  item,
  at,
  heading,
  bodies: new Set(bodies),
})
const found = (duties: ReturnType<typeof duty>[], reports: ReturnType<typeof report>[], names: string[] = []) =>
  Object.fromEntries(reportsOnDuties(duties, reports, names))

describe('a report on a duty', () => {
  const given = duty('flood', '市水务局要于9月底前完成主城区易积水点普查。')

  test('is a later item that names the body and whose heading shares the subject', () => {
    expect(found([given], [report('r', '听取主城区易积水点普查情况的汇报', 4)])).toEqual({ flood: ['r'] })
  })

  test('is not of the same or an earlier meeting, of another body, or on another subject', () => {
    const heading = '听取主城区易积水点普查情况的汇报'
    expect(
      found(
        [given],
        [report('same', heading, 1), report('before', heading, 0), report('others', heading, 4, ['roads'])],
      ),
    ).toEqual({ flood: [] })
    expect(found([given], [report('r', '听取主城区供水管网改造情况的汇报', 4)])).toEqual({ flood: [] })
  })

  test('is not known by the name of a body alone, nor by words that many duties share', () => {
    const port = duty('port', '澜州港口投资集团要于年底前完成泊位改造。', 1, ['port'])
    const heading = '听取澜州港口投资集团经营情况的汇报'
    expect(found([port], [report('r', heading, 4, ['port'])], ['澜州港口投资集团'])).toEqual({ port: [] })
    const many = ['甲', '乙', '丙', '丁', '戊'].map((name) => duty(name, `${name}要做好安全生产专项整治工作`))
    expect(Object.values(found(many, [report('r', '听取安全生产专项整治情况', 4)])).flat()).toEqual([])
  })
})

describe('an edition that is awaited', () => {
  const editions = [
    { year: 2022, date: '2022-01-14' },
    { year: 2023, date: '2023-02-28' },
  ]
  test('has not come a month after the latest time of the year at which the others came', () => {
    expect(awaitedEdition(editions, '2024-06-01')).toEqual({ year: 2024, by: '2024-03-30' })
    expect(awaitedEdition(editions, '2024-03-01')).toBeNull()
  })
  test('is none after one edition, or where years were left out before', () => {
    expect(awaitedEdition(editions.slice(0, 1), '2030-01-01')).toBeNull()
    expect(awaitedEdition([...editions, { year: 2026, date: '2026-01-01' }], '2030-01-01')).toBeNull()
  })
})
