import { readFileSync } from 'node:fs'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseGenre } from '../../ingest/parse/genre.ts'
import { applyEdits, toRaw } from '../../ingest/repair/origins.ts'
import { repair } from '../../ingest/repair/repair.ts'
import { MinutesRecord } from '../../model/record.ts'
import { factsOf } from './facts.ts'
import { people, read, readRoll } from './reading.ts'

const SIGNS =
  '一二、（）《》〈〉“”。，；：！？ \n\f\t　市县区局委办会由请要同意通过出席列席记录整理年月日第号次〔〕20231·—审议听取《以下简称会同配合牵头前'
const scrap = array(
  oneof(
    constantFrom(...Array.from(SIGNS)),
    constantFrom(
      '出席：',
      '一、审议',
      '会议原则同意',
      '市财政局',
      '2022年3月1日',
      '的代表',
      '以市政府名义',
      '提请市委常委会审议',
      '王 岩',
    ),
    string({ unit: 'binary', maxLength: 3 }),
  ),
  { maxLength: 120 },
).map((parts) => parts.join(''))

describe('whatever the text is', () => {
  test('there is a record, and it has the shape of one', () => {
    assert(
      property(scrap, (text) => {
        const record = read(text)
        expect(MinutesRecord.safeParse(record).success).toBe(true)
        recogniseGenre(repair(text).text)
      }),
      { numRuns: 400 },
    )
  })

  test('every sign of the repaired text leads back to the sign it came from', () => {
    assert(
      property(scrap, (raw) => {
        const { text, origins } = repair(raw)
        for (let at = 0; at < text.length; at++) {
          const from = raw[toRaw(origins, at)] ?? ''
          if (text[at] !== '\n' && text[at] !== ' ' && !/[\u2e80-\u2fdf]/u.test(from)) expect(from).toBe(text[at])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('blocks stand in order, do not overlap, and cover every line', () => {
    assert(
      property(scrap, (raw) => {
        const { text } = repair(raw)
        const { blocks } = read(raw)
        let end = 0
        for (const { span } of blocks) {
          expect(text.slice(end, span.start)).toMatch(/^\n*$/u)
          expect(span.start).toBeGreaterThanOrEqual(end)
          end = span.end
        }
        expect(text.slice(end)).toMatch(/^\n*$/u)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a line break in a roll', () => {
  const fixture = readFileSync('test/fixtures/minutes/damaged-scan/source.txt', 'utf8')
  const entries = [
    '市财政局顾一鸣',
    '市司法局阙知行',
    '市政府研究室卢简',
    '团市委施衡',
    '岚州海关祁远',
    '张河市焦允',
    '市人大环资城建工委姜荷',
    '人行岚州中支张蘅',
    '市“404”专班李玉棠',
    '太云港口管委会邵禾',
  ]
  const names = new Set(['顾一鸣', '阙知行', '卢简', '施衡', '祁远', '焦允', '姜荷', '张蘅', '李玉棠', '邵禾'])

  test('changes nothing anywhere but inside a name', () => {
    const roll = entries.join(' ')
    const whole = people(readRoll(`列席：${roll}`))
    expect(whole).toHaveLength(entries.length)
    const allowed = Array.from(roll)
      .map((_, at) => at)
      .filter(
        (at) => at > 0 && ![...names].some((name) => at > roll.indexOf(name) && at < roll.indexOf(name) + name.length),
      )
    assert(
      property(constantFrom(...allowed), (at) => {
        expect(people(readRoll(`列席：${roll.slice(0, at).trimEnd()}\n${roll.slice(at).trimStart()}`))).toEqual(whole)
      }),
      { numRuns: 120 },
    )
  })

  test('and Windows line ends change nothing at all', () => {
    expect(factsOf(read(fixture.replaceAll('\n', '\r\n')))).toEqual(factsOf(read(fixture)))
  })
})

describe('edits', () => {
  test('an edit that inserts and one that deletes keep the way back', () => {
    const done = applyEdits({ text: 'abcdef', origins: [[0, 0]] }, [
      { start: 1, end: 2, insert: 'XY' },
      { start: 4, end: 5, insert: '' },
    ])
    expect(done.text).toBe('aXYcdf')
    expect([0, 1, 3, 4, 5].map((at) => toRaw(done.origins, at))).toEqual([0, 1, 2, 3, 5])
  })
})
