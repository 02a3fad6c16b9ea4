import { describe, expect, test } from 'vitest'
import type { GraphNode } from '../../../model/graph.ts'
import {
  at,
  changeOf,
  decisionOf,
  departmentOf,
  districtOf,
  documentOf,
  edgeOf,
  itemOf,
  LAN,
  meetingOf,
  personOf,
  policyOf,
  YUN,
} from '../builders.ts'
import { type Given, sortedIds } from './given.ts'

export const searchContract = (given: Given): void => {
  describe('search', () => {
    const found = async (query: string, limit = 50) =>
      (await given.store.search(LAN.id, query, limit)).rows.map(({ node, match }) => `${match} ${node.label}`)
    const put = (...nodes: GraphNode[]) => given.store.commit(changeOf(LAN, null, 'one', { nodes }))

    test('finds a Chinese word of two characters whole, at the start and inside', async () => {
      await put(departmentOf(LAN, '法院'), departmentOf(LAN, '市法院办公室'), departmentOf(LAN, '法院路街道'))
      expect(await found('法院')).toEqual(['whole 法院', 'start 法院路街道', 'inside 市法院办公室'])
    })
    test('finds one character anywhere, also the last', async () => {
      await put(departmentOf(LAN, '市住建局'), departmentOf(LAN, '团市委'), districtOf(LAN, '临江区'))
      expect(await found('局')).toEqual(['inside 市住建局'])
      expect(await found('市')).toEqual(['start 市住建局', 'inside 团市委'])
      expect(await found('区')).toEqual(['inside 临江区'])
    })
    test('does not find characters that stand apart or in another order', async () => {
      await put(departmentOf(LAN, '市政府办公室'), departmentOf(LAN, '市政协'))
      expect(await found('市府')).toEqual([])
      expect(await found('政市')).toEqual([])
      expect(await found('政府办')).toEqual(['inside 市政府办公室'])
    })
    test('matching pairs of characters are not enough: the query itself must stand there', async () => {
      await put(departmentOf(LAN, '甲乙乙丙'))
      expect(await found('甲乙丙')).toEqual([])
    })
    test('nothing is found for an empty query, for white space, or in an unknown jurisdiction', async () => {
      await put(departmentOf(LAN, '市住建局'))
      const nothing = { total: 0, rows: [] }
      expect(await given.store.search(LAN.id, '', 10)).toEqual(nothing)
      expect(await given.store.search(LAN.id, ' 　', 10)).toEqual(nothing)
      expect(await given.store.search(YUN.id, '市', 10)).toEqual(nothing)
    })
    test('width, case, white space and the shape of quotes do not count', async () => {
      await put(departmentOf(LAN, '市“331”专班'), policyOf(LAN, 'GDP核算（2024年）'))
      expect(await found('市"331"')).toEqual(['start 市“331”专班'])
      expect(await found('３３１')).toEqual(['inside 市“331”专班'])
      expect(await found('gdp 核算(2024')).toEqual(['start GDP核算（2024年）'])
    })
    test('punctuation and signs of a query language are searched for, not obeyed', async () => {
      await put(policyOf(LAN, '办法（试行）'), policyOf(LAN, 'a*b AND "c"'), policyOf(LAN, '〈甲〉-乙:丙'))
      expect(await found('（')).toEqual(['inside 办法（试行）'])
      expect(await found('*')).toEqual(['inside a*b AND "c"'])
      expect(await found('AND "')).toEqual(['inside a*b AND "c"'])
      expect(await found('〉-乙:')).toEqual(['inside 〈甲〉-乙:丙'])
      expect(await found("'); DROP")).toEqual([])
    })
    test('characters beyond the basic plane are found', async () => {
      await put(personOf(LAN, '𬭼伟', null))
      expect(await found('𬭼')).toEqual(['start 𬭼伟'])
      expect(await found('𬭼伟')).toEqual(['whole 𬭼伟'])
      expect(await found('伟')).toEqual(['inside 𬭼伟'])
    })
    test('every printed form leads to its node, once, and the best form is named', async () => {
      await put(departmentOf(LAN, '市发改委', ['市发展改革委', '市发改委', '市发改委（市粮储局）']))
      const { total, rows } = await given.store.search(LAN.id, '市发改委', 10)
      expect(total).toBe(1)
      expect(rows).toMatchObject([{ form: '市发改委', match: 'whole' }])
      expect((await given.store.search(LAN.id, '发展', 10)).rows).toMatchObject([
        { form: '市发展改革委', match: 'inside' },
      ])
    })
    test('within a match by kind, then by number of edges, then by id', async () => {
      const meeting = meetingOf(LAN, 1, '2024-01-01')
      const item = itemOf(meeting, 1, '听取水利')
      const decision = decisionOf(item, 1, '同意水利')
      const [busy, idle, other] = [
        departmentOf(LAN, '丁水利'),
        departmentOf(LAN, '乙水利'),
        departmentOf(LAN, '丙水利'),
      ]
      const rest = [policyOf(LAN, '甲水利'), districtOf(LAN, '戊水利'), personOf(LAN, '己水利', null)]
      const pdf = documentOf(LAN, 'a')
      const edges = [edgeOf('LEADS', busy, decision, [at(pdf, 0, 1)])]
      const nodes = [...rest, idle, other, busy, decision, item, meeting]
      await given.store.commit(changeOf(LAN, null, 'one', { documents: [pdf], nodes, edges }))
      expect(await found('水利')).toEqual(
        ['丁水利', '丙水利', '乙水利', '戊水利', '甲水利', '己水利', '听取水利', '同意水利'].map(
          (label) => `inside ${label}`,
        ),
      )
    })
    test('a cut-off list tells how many there are', async () => {
      const nodes = Array.from({ length: 30 }, (_, at) => departmentOf(LAN, `市${at}局`))
      await given.store.commit(changeOf(LAN, null, 'one', { nodes }))
      const { total, rows } = await given.store.search(LAN.id, '局', 12)
      expect(total).toBe(30)
      expect(rows.map(({ node }) => node.id)).toEqual(sortedIds(nodes).slice(0, 12))
    })
    test('stays within its jurisdiction', async () => {
      await given.stored(LAN)
      await given.stored(YUN)
      const hits = (await given.store.search(YUN.id, '住建', 10)).rows
      expect(hits.map(({ node }) => node.jurisdiction)).toEqual([YUN.id])
    })
    test('a new name is found and the old one no longer', async () => {
      await put(departmentOf(LAN, '市大数据局'))
      const renamed = { ...departmentOf(LAN, '市大数据局'), label: '市数据局', forms: ['市数据局'] }
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [renamed] }))
      expect(await found('数据局')).toEqual(['inside 市数据局'])
      expect(await found('大数据')).toEqual([])
    })
  })
}
