import { describe, expect, test } from 'vitest'
import { explain } from '../../ingest/explain/explain.ts'
import { type Fact, mark } from '../../ingest/explain/marks.ts'
import { colours, plain } from '../../ingest/explain/paint.ts'
import { parse } from '../../ingest/parse/parse.ts'
import { repair } from '../../ingest/repair/repair.ts'
import { smallMinutes } from './small-minutes.ts'

const SOURCE = { path: 'a.txt', sha256: '0'.repeat(64), format: 'txt' } as const

const explained = (raw: string, paint = plain) => {
  const repaired = repair(raw)
  return explain({ path: SOURCE.path, text: repaired.text, record: parse(repaired, SOURCE) }, paint)
}

const fact = (start: number, end: number, label: string): Fact => ({ span: { start, end }, kind: 'body', label })
const marked = (text: string, ...facts: Fact[]) =>
  mark(text, [{ start: 0, end: text.length }], facts)
    .map(plain.marked)
    .join('\n')

describe('marks', () => {
  test('stand around what they mark, the outer one around the inner one', () => {
    expect(marked('由市司法局牵头。', fact(1, 5, 'lead'), fact(0, 8, 'task'))).toBe('⟦由⟦市司法局|lead⟧牵头。|task⟧')
  })
  test('that begin together lie in each other, and each of two that are the same is shown', () => {
    expect(marked('会议纪要', fact(0, 2, 'a'), fact(0, 4, 'b'), fact(0, 2, 'c'))).toBe('⟦⟦⟦会议|c⟧|a⟧纪要|b⟧')
  })
  test('that cross are cut where the first one ends, and lose nothing', () => {
    expect(marked('甲乙丙丁', fact(0, 3, 'a'), fact(2, 4, 'b'))).toBe('⟦甲乙⟦丙|b …⟧|a⟧⟦丁|… b⟧')
  })
  test('that reach from one stretch into the next are shown in both', () => {
    const stretches = [
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]
    expect(mark('甲乙\n丙丁', stretches, [fact(1, 4, 'a')]).map(plain.marked)).toEqual(['甲⟦乙|a …⟧', '⟦丙|… a⟧丁'])
  })
  test('of a hundred thousand facts take no time to speak of', () => {
    const text = '会'.repeat(200_000)
    const facts = Array.from({ length: 100_000 }, (_none, at) => fact(at * 2, at * 2 + 2, 'a'))
    const before = performance.now()
    expect(marked(text, ...facts)).toHaveLength(200_000 + 4 * 100_000)
    expect(performance.now() - before).toBeLessThan(5000)
  })
  test('in colour end before they begin anew, and keep the text', () => {
    const shown = explained(smallMinutes(), colours)
    // oxlint-disable-next-line no-control-regex
    const bare = shown.replace(/\u001b\[[\d;]*m/gu, '')
    expect(bare).toContain('由市住建局‹lead›根据')
    // oxlint-disable-next-line no-control-regex
    const codes = shown.match(/\u001b\[[\d;]*m/gu) ?? []
    expect(codes.filter((_code, at) => at % 2 === 1).every((code) => code === '\u001b[0m')).toBe(true)
  })
  test('let no document steer the terminal', () => {
    const text = '会议\u009b2J\u001b[31m纪要'
    expect(marked(text, fact(0, 2, '\u001bc'))).toBe('⟦会议|\ufffdc⟧\ufffd2J\ufffd[31m纪要')
  })
})

describe('an explanation', () => {
  const text = explained(smallMinutes({ more: '市司法局要会同市财政局加强指导。' }))
  test('goes block by block, in order', () => {
    const titles = text.split('\n').flatMap((line) => (line.startsWith('── ') ? [line.slice(3)] : []))
    expect(titles).toEqual([
      'masthead',
      'number',
      'opening',
      'transition',
      'heading, item 1',
      'paragraph, item 1',
      'paragraph, item 1',
      'roll',
      'roll',
      'recorder',
      'compiled',
      'openness',
      'printed',
    ])
  })
  test('marks every fact with what it was read as', () => {
    for (const mark of [
      '⟦澜州市人民政府|issuer 澜州市人民政府⟧',
      '⟦〔2022〕45号|docNumber 〔2022〕45号⟧',
      '⟦2022年7月19日|date 2022-07-19⟧',
      '|chair 陆衡, 市长⟧',
      '|policy 澜州市城市更新实施办法⟧',
      '|item 1, review⟧',
      '⟦市住建局|lead⟧',
      '|decision 1.1 approved_in_principle, next issue⟧',
      '⟦⟦市司法局|lead⟧要会同⟦市财政局|joint⟧加强指导。|task⟧',
      '⟦陆衡|member 陆衡⟧',
      '⟦市财政局顾一鸣|observer 顾一鸣, of 市财政局⟧',
      '⟦栗溪|recorders 栗溪⟧',
    ])
      expect(text).toContain(mark)
  })
  test('has the repaired text whole', () => {
    const { text: repaired } = repair(smallMinutes({ more: '市司法局要会同市财政局加强指导。' }))
    const [body = ''] = text.split('\nmeeting\n')
    let bare = body.replace(/^── .*\n/gmu, '')
    for (let before = ''; before !== bare; ) {
      before = bare
      bare = bare.replace(/⟦([^⟦⟧|]*)\|[^⟦⟧]*⟧/gu, '$1')
    }
    expect(bare.slice(bare.indexOf('\n')).replace(/\s+/gu, '')).toBe(repaired.replace(/\s+/gu, ''))
  })
  test('ends with every fact of the meeting, those that the text lacks too, and the warnings', () => {
    const [, table = ''] = text.split('\nmeeting\n')
    expect(table).toMatch(/^ {2}ordinal +45$/m)
    expect(table).toMatch(/^ {2}place +—$/m)
    expect(table).toMatch(/^ {2}chair +陆衡, 市长$/m)
    expect(table).toContain('warnings: 0')
  })
  test('shows warnings with their raw text', () => {
    const gap = explained(smallMinutes().replace('出席：', '四、审议《澜州市桥梁管理办法》\n\n原则同意。\n\n出席：'))
    expect(gap).toMatch(/warnings: \d+\n(?:.*\n)*? {2}heading-gap: items 2 to 3 are missing\n {4}│ 四、审议/)
  })
  test('tells what a web page says of itself as no fact of the meeting', () => {
    const repaired = repair(smallMinutes())
    const page = { date: '2022-08-03', source: null }
    const shown = explain({ path: 'a.html', text: repaired.text, record: parse(repaired, SOURCE), page }, plain)
    expect(shown).toMatch(
      /web page \(says nothing about the day of the meeting\)\n {2}put up {2}2022-08-03\n {2}source {2}—/,
    )
  })
})
