import { describe, expect, test } from 'vitest'
import { edgesOf, graphOf, idsOf, meets } from './city.ts'

const succeeds = (...given: Parameters<typeof graphOf>) =>
  edgesOf(graphOf(...given), 'SUCCEEDS').map(({ from, to }) => [from.split('/').at(-1), to.split('/').at(-1)])

describe('a body that took the place of another in a reform', () => {
  const reform = [
    meets('2024-01-10', '市大数据局 凌舟'),
    meets('2024-02-20', '市大数据局 凌舟'),
    meets('2024-04-02', '市数据局 凌舟'),
  ]

  test('keeps its own name and is tied to the former one, with the days between which it happened', () => {
    const [edge, ...others] = edgesOf(graphOf(reform), 'SUCCEEDS')
    expect(others).toEqual([])
    expect(edge).toMatchObject({
      from: '岚州市/department/市数据局',
      to: '岚州市/department/市大数据局',
      basis: 'inferred',
      props: { on: { after: '2024-02-20', before: '2024-04-02' } },
    })
    expect(edge?.evidence.map(({ document }) => document)).toEqual([
      '岚州市/document/2024-02-20',
      '岚州市/document/2024-04-02',
    ])
  })

  test('keeps its people, however common their names', () => {
    expect(idsOf(graphOf(reform), 'person')).toEqual(['凌舟@市大数据局'])
    const common = [meets('2024-01-10', '市大数据局 王伟'), meets('2024-04-02', '市数据局 王伟')]
    expect(edgesOf(graphOf(common), 'POSSIBLY_SAME')).toHaveLength(0)
    expect(idsOf(graphOf(common), 'person')).toEqual(['王伟@市大数据局'])
  })

  test('may have the name of the place inside', () => {
    const banks = [
      meets('2023-05-10', '人行岚州中支 夏禾', '岚州银保监分局 祁远'),
      meets('2023-10-09', '人行岚州市分行 夏禾', '金融监管总局岚州监管分局 祁远'),
    ]
    expect(succeeds(banks)).toEqual([
      ['人行岚州市分行', '人行岚州中支'],
      ['金融监管总局岚州监管分局', '岚州银保监分局'],
    ])
  })

  test('has two before it where two were made one', () => {
    const merged = [meets('2018-10-10', '市国土局 夏禾', '市规划局 祁远'), meets('2019-03-09', '市自然资源局 夏禾')]
    expect(succeeds(merged)).toEqual([
      ['市资源规划局', '市国土局'],
      ['市资源规划局', '市规划局'],
    ])
  })

  test('is tied to the last one that the documents know, over names that they do not print', () => {
    const gap = [meets('2017-05-10', '市金融办 夏禾'), meets('2024-06-09', '市委金融办 夏禾')]
    expect(succeeds(gap)).toEqual([['市委金融办', '市金融办']])
    const three = [...gap, meets('2020-05-10', '市金融监管局 夏禾')]
    expect(succeeds(three)).toEqual([
      ['市委金融办', '市金融监管局'],
      ['市金融监管局', '市金融办'],
    ])
  })
})

describe('what is no reform', () => {
  test('two bodies that sit side by side', () => {
    const both = ['2024-01-10', '2024-04-02', '2024-06-02'].map((day) =>
      meets(day, '市行政审批局 凌舟', ...(day > '2024-02' ? ['市数据局 祁远'] : [])),
    )
    expect(succeeds(both)).toEqual([])
  })

  test('a change of other years, other names, or of another level', () => {
    expect(succeeds([meets('2013-01-10', '市经信委 凌舟'), meets('2014-01-10', '市工信局 凌舟')])).toEqual([])
    expect(succeeds([meets('2018-12-10', '市人力资源局 凌舟'), meets('2019-05-10', '市自然资源局 祁远')])).toEqual([])
    expect(succeeds([meets('2024-01-10', '县大数据局 凌舟'), meets('2024-04-10', '市数据局 祁远')])).toEqual([])
  })
})
