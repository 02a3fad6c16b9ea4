import { describe, expect, test } from 'vitest'
import { familyOf } from '../../../ingest/resolve/policy-nodes.ts'
import type { EdgeType } from '../../../model/graph.ts'
import { decision, item, span } from '../record-builder.ts'
import { edgesOf, graphOf, heldOn, idsOf } from './city.ts'

type Given = Parameters<typeof item>[1]
const considers = (date: string, titles: string | string[], given: Given = {}) =>
  heldOn(date, { items: [item(1, { policies: [titles].flat().map((title) => ({ title, span: span() })), ...given })] })
const last = (id: string) => id.split('/').slice(2).join('/')
const ties = (type: EdgeType, ...sources: Parameters<typeof graphOf>[0]) =>
  edgesOf(graphOf(sources), type).map(({ from, to }) => [last(from), last(to)])
const putOff = { decisions: [decision({ outcome: 'deferred', lead: ['市司法局'] })] }

describe('a policy that comes back', () => {
  const steps = [
    considers('2022-01-05', '岚州市甲办法（草案）', putOff),
    considers('2022-06-05', '甲办法（送审稿）', { decisions: [decision({ outcome: 'rejected' })] }),
    considers('2023-01-05', '关于甲办法'),
  ]

  test('is one through its stages, and says which it has been through', () => {
    expect(graphOf(steps).nodes.filter(({ kind }) => kind === 'policy')).toMatchObject([
      { id: '岚州市/policy/甲办法', family: 'normative', edition: null, stages: [] },
    ])
    const staged = considers('2022-01-05', '甲办法', { policies: [{ title: '甲办法', stage: '草案', span: span() }] })
    expect(graphOf([staged]).nodes.find(({ kind }) => kind === 'policy')).toMatchObject({ stages: ['草案'] })
  })

  test('resumes the item before it that put it off or sent it back', () => {
    const resumes = edgesOf(graphOf(steps), 'RESUMES')
    expect(resumes.map(({ from, to, props }) => [last(from), last(to), props.after])).toEqual([
      ['2022-06-05-常务会议-20220605/1', '2022-01-05-常务会议-20220105/1', 'deferred'],
      ['2023-01-05-常务会议-20230105/1', '2022-06-05-常务会议-20220605/1', 'rejected'],
    ])
    expect(resumes[0]?.evidence).toHaveLength(2)
  })

  test('resumes nothing that was agreed to, and nothing of another policy', () => {
    expect(
      ties(
        'RESUMES',
        considers('2022-01-05', '甲办法', { decisions: [decision()] }),
        considers('2022-06-05', '甲办法'),
      ),
    ).toEqual([])
    expect(ties('RESUMES', considers('2022-01-05', '甲办法', putOff), considers('2022-06-05', '乙办法'))).toEqual([])
  })

  test('is put off only where the sentence names it, in an item of several', () => {
    const quote = '会议决定《乙办法》暂缓审议。'
    const two = considers('2022-01-05', ['甲办法', '乙办法'], {
      decisions: [decision({ quote: '会议原则同意《甲办法》。' }), decision({ outcome: 'deferred', quote })],
    })
    expect(ties('RESUMES', two, considers('2022-06-05', '甲办法'))).toEqual([])
    expect(ties('RESUMES', two, considers('2022-06-05', '乙办法'))).toHaveLength(1)
  })
})

describe('editions', () => {
  test('of one title are tied each to the one before', () => {
    const years = [
      considers('2022-01-05', '岚州市2022年度立法计划'),
      considers('2023-01-05', '2023年岚州市立法计划（草案）'),
      considers('2025-01-05', '2025年立法计划'),
    ]
    expect(ties('EDITION_OF', ...years)).toEqual([
      ['2023年立法计划', '2022年立法计划'],
      ['2025年立法计划', '2023年立法计划'],
    ])
    expect(graphOf(years).nodes.flatMap((node) => (node.kind === 'policy' ? [node.edition] : []))).toEqual([
      2022, 2023, 2025,
    ])
  })

  test('may have a period, or a year alone in front', () => {
    expect(
      ties(
        'EDITION_OF',
        considers('2021-01-05', '治水三年行动计划（2021—2023年）'),
        considers('2024-01-05', '治水三年行动计划(2024-2026年)'),
      ),
    ).toEqual([['治水三年行动计划(2024-2026年)', '治水三年行动计划(2021-2023年)']])
    expect(
      ties('EDITION_OF', considers('2023-01-05', '2023岚州市赛事方案'), considers('2024-01-05', '2024岚州市赛事方案')),
    ).toEqual([['2024赛事方案', '2023赛事方案']])
  })

  test('are not two titles of two things', () => {
    expect(
      ties('EDITION_OF', considers('2022-01-05', '2022年立法计划'), considers('2023-01-05', '2023年治水计划')),
    ).toEqual([])
  })
})

describe('policies that speak of each other', () => {
  const cites = (relation: 'revises' | 'repeals' | 'implements' | 'issued') => ({
    cites: [{ title: '乙办法', relation, span: span() }],
  })

  test.each([
    ['revises', 'REVISES'],
    ['repeals', 'REPEALS'],
    ['implements', 'IMPLEMENTS'],
  ] as const)('a citation that %s', (relation, type) => {
    expect(ties(type, considers('2022-01-05', '甲办法', cites(relation)))).toEqual([['甲办法', '乙办法']])
  })

  test('no tie where nobody can tell whose citation it is, nor to itself', () => {
    expect(ties('REVISES', considers('2022-01-05', ['甲办法', '丙办法'], cites('revises')))).toEqual([])
    expect(ties('REVISES', considers('2022-01-05', '乙办法（修订草案）', cites('revises')))).toEqual([])
    expect(graphOf([considers('2022-01-05', '甲办法', cites('issued'))]).edges.map(({ type }) => type)).not.toContain(
      'REVISES',
    )
  })

  test.each([
    ['甲管理办法实施细则', '甲管理办法', 'IMPLEMENTS'],
    ['关于落实甲振兴计划的扶持政策', '甲振兴计划', 'IMPLEMENTS'],
    ['关于修订〈甲办法〉的决定', '甲办法', 'REVISES'],
    ['关于废止<甲规定>的决定', '甲规定', 'REPEALS'],
    ['甲办法', '甲办法（试行）', 'REVISES'],
  ] as const)('%s and %s', (later, earlier, type) => {
    const [pair, ...others] = ties(type, considers('2022-01-05', earlier), considers('2023-01-05', later))
    expect(others).toEqual([])
    expect(pair?.[1]).toBe(earlier.replace('（', '(').replace('）', ')'))
  })

  test('siblings that carry out one plan', () => {
    const pair = [
      considers('2022-01-05', '关于甲产业倍增计划的实施意见'),
      considers('2022-01-06', '关于落实甲产业倍增计划的扶持政策'),
    ]
    expect(ties('SIBLING_OF', ...pair)).toHaveLength(1)
    expect(ties('SIBLING_OF', considers('2022-01-05', '甲实施意见'), considers('2022-01-06', '乙实施意见'))).toEqual([])
  })

  test('titles that hardly differ, of one lead body within a year, are candidates and stay two', () => {
    const [a, b] = ['加强城市地下综合管廊建设运营管理工作方案', '加强城市地下综合管廊建设运营管理工作的意见']
    const sources = [considers('2022-01-05', a, putOff), considers('2022-09-05', b, putOff)]
    const doubts = edgesOf(graphOf(sources), 'POSSIBLY_SAME')
    expect(doubts.map(({ props }) => props.why.map(({ code }) => code))).toEqual([['similar_title', 'same_lead']])
    expect(idsOf(graphOf(sources), 'policy')).toHaveLength(2)
    expect(ties('POSSIBLY_SAME', considers('2022-01-05', a, putOff), considers('2024-09-05', b, putOff))).toEqual([])
    const other = { decisions: [decision({ lead: ['市财政局'] })] }
    expect(ties('POSSIBLY_SAME', considers('2022-01-05', a, putOff), considers('2022-09-05', b, other))).toEqual([])
    const batches = ['加强城市地下综合管廊建设第一批项目方案', '加强城市地下综合管廊建设第二批项目方案']
    expect(
      ties('POSSIBLY_SAME', ...batches.map((title, at) => considers(`2022-0${at + 1}-05`, title, putOff))),
    ).toEqual([])
  })
})

test.each([
  ['岚州市桥梁管理条例', 'law'],
  ['中华人民共和国噪声污染防治法', 'law'],
  ['桥梁管理办法(试行)', 'normative'],
  ['关于改革的实施意见', 'normative'],
  ['治水三年行动计划(2021-2023年)', 'plan'],
  ['促进就业的若干措施', 'measures'],
  ['关于病死林木采伐的请示', 'report'],
  ['战略合作框架协议', 'contract'],
  ['优化营商环境创新', 'other'],
])('%s is of the family %s', (title, family) => expect(familyOf(title)).toBe(family))
