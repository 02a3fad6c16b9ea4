import { describe, expect, test } from 'vitest'
import { chineseNumeral, countInWords, dayInWords, monthInWords } from '../../../client/i18n/dates.ts'
import { en } from '../../../client/i18n/en.ts'
import { createI18n } from '../../../client/i18n/setup.ts'
import { edgeName, meetingName, nodeName, openPeriodInWords } from '../../../client/i18n/words.ts'
import { zh } from '../../../client/i18n/zh.ts'
import { EDGE_TYPES, NodeKind } from '../../../model/graph.ts'
import { Likelihood, SignalCode } from '../../../model/inference.ts'
import { NextStep, Outcome, RollRole } from '../../../model/record.ts'
import { department, item, leads } from '../graph-builders.ts'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )
const stem = (key: string) => key.replace(/_(?:one|other)$/, '')
const holes = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort((a, b) => (a < b ? -1 : 1))
const tags = (text: string) => [...text.matchAll(/<(\w+)>/g)].map(([, name]) => name)

describe('the two languages', () => {
  const chinese = new Map(leaves(zh))
  const english = new Map(leaves(en))

  test('say the same things', () => {
    const keys = (words: Map<string, string>) => [...new Set([...words.keys()].map(stem))].sort()
    expect(keys(english)).toEqual(keys(chinese))
  })

  test('count in English wherever they count in Chinese', () => {
    const counted = [...chinese.keys()].filter((key) => key.endsWith('_other'))
    for (const key of counted)
      expect([english.has(key), english.has(key.replace(/_other$/, '_one'))]).toEqual([true, true])
  })

  test('fill the same holes and mark the same words', () => {
    for (const [key, text] of english) {
      const other = chinese.get(key) ?? chinese.get(key.replace(/_one$/, '_other'))
      expect([key, ...holes(text)]).toEqual([key, ...holes(other ?? '')])
      expect([key, ...tags(text)]).toEqual([key, ...tags(other ?? '')])
    }
  })

  test('leave nothing empty but the glyphs of kinds that carry none', () => {
    const empty = [...chinese, ...english].filter(
      ([key, text]) => text === '' && !/^glyph\.(?:item|decision)$/.test(key),
    )
    expect(empty).toEqual([])
  })

  test('have a word for everything that the model can say', () => {
    for (const words of [zh, en]) {
      expect(Object.keys(words.kind).sort()).toEqual([...NodeKind.options].sort())
      expect(Object.keys(words.outcome).sort()).toEqual([...Outcome.options].sort())
      expect(Object.keys(words.next).sort()).toEqual([...NextStep.options].sort())
      expect(Object.keys(words.role).sort()).toEqual([...RollRole.options].sort())
      expect(Object.keys(words.signal).sort()).toEqual([...SignalCode.options].sort())
      expect(Object.keys(words.likelihood).sort()).toEqual([...Likelihood.options].sort())
      expect(Object.keys(words.edge).sort()).toEqual([...EDGE_TYPES].sort())
      expect(Object.keys(words.degree).sort()).toEqual(
        EDGE_TYPES.flatMap((type) => [`${type}_in`, `${type}_out`]).sort(),
      )
    }
  })
})

describe('words', () => {
  const words = (language: 'zh' | 'en') => ({ t: createI18n(language).t, language })

  test('days, months and counts', () => {
    expect([dayInWords('2022-07-09', 'zh'), dayInWords('2022-07-09', 'en')]).toEqual([
      '2022 年 7 月 9 日',
      '9 July 2022',
    ])
    expect([monthInWords('2022-07-09', 'zh'), monthInWords('2022-07-09', 'en')]).toEqual(['2022 年 7 月', 'July 2022'])
    expect([1, 10, 11, 20, 45, 99, 100].map(chineseNumeral)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '四十五',
      '九十九',
      '100',
    ])
    expect([countInWords(3, 'zh'), countInWords(3, 'en'), countInWords(40, 'en')]).toEqual(['三', 'Three', '40'])
  })

  test('a meeting is called by its number, or as it is printed', () => {
    const numbered = { label: '第121次常务会议', type: '常务会议', ordinal: 121 }
    expect(meetingName(words('zh'), numbered)).toBe('第 121 次常务会议')
    expect(meetingName(words('en'), numbered)).toBe('Executive meeting 121')
    expect(meetingName(words('zh'), { label: '全体会议', type: '全体会议', ordinal: null })).toBe('全体会议')
    expect(meetingName(words('zh'), { label: 'x', type: '圆桌会', ordinal: 2 })).toBe('第 2 次圆桌会')
  })

  test('a relation and its ends in words', () => {
    const fact = leads({ from: department('市司法局'), to: item(4), at: [[0, 1]] })
    expect([edgeName(words('zh'), fact), edgeName(words('en'), fact)]).toEqual(['牵头', 'Leads'])
    expect([nodeName(words('zh'), item(4), () => null), nodeName(words('en'), item(4), () => null)]).toEqual([
      '议题四',
      'Item 4',
    ])
  })

  test('a period may be open at either end', () => {
    expect(openPeriodInWords(words('zh'), '2022-07-09', null)).toBe('2022 年 7 月以后')
    expect(openPeriodInWords(words('en'), null, '2022-07-09')).toBe('Until July 2022')
    expect(openPeriodInWords(words('zh'), null, null)).toBeNull()
  })
})
