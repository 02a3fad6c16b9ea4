import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '../../../ingest/parse/parse.ts'
import { pdfText } from '../../../ingest/read/pdf-text.ts'
import { readMinutes } from '../../../ingest/read-minutes.ts'
import { columns } from '../../../ingest/repair/columns.ts'
import { toRaw } from '../../../ingest/repair/origins.ts'
import { repair } from '../../../ingest/repair/repair.ts'
import { factsOf } from '../facts.ts'
import { printedPdf } from '../read/build-pdf.ts'

const FIXTURES = 'test/fixtures/minutes'
const SAMPLES = 'samples/minutes'
/** As many lines as the printed page has room for, its number included. */
const LINES_A_PAGE = 25
/** Names of four signs that a line break cuts between two that are names themselves. */
const CUT_NAMES: ReadonlySet<string> = new Set(['banner-district'])

const COLUMNS = 28
/** Digits and Latin letters are half as wide as a Chinese sign. */
const cut = (paragraph: string, first: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const sign of paragraph) {
    if (columns(line + sign) > (lines.length ? COLUMNS : first)) {
      lines.push(line)
      line = ''
    }
    line += sign
  }
  return [...lines, line]
}
const indented = (text: string) => {
  const [title = '', ...paragraphs] = text.split('\n')
  return [title, ...paragraphs.flatMap((one) => cut(one, COLUMNS - 2).map((line, at) => (at ? line : `　　${line}`)))]
    .join('\n')
    .trimEnd()
}
const plain = (text: string) =>
  text
    .split('\n')
    .flatMap((one) => cut(one, COLUMNS))
    .join('\n')
const printed = async (text: string) => {
  const found = await pdfText(new Uint8Array(printedPdf(text, LINES_A_PAGE)))
  if (found.is === 'none') throw new Error(found.reason)
  return found.text
}

const recordOf = (text: string) => parse(repair(text), { path: 'a.txt', sha256: '0'.repeat(64), format: 'txt' })
const body = (lines: readonly string[]) => repair(lines.join('\n')).text.split('\n')

const documents = [
  ...readdirSync(FIXTURES).map((name) => {
    const folder = join(FIXTURES, name)
    const source = readdirSync(folder).find((file) => file.startsWith('source.')) ?? 'source.txt'
    return { name, source: join(folder, source), gold: join(folder, 'expected.gold.json') }
  }),
  ...readdirSync(SAMPLES)
    .filter((_name, at) => at % 9 === 0)
    .map((name) => ({
      name,
      source: join(SAMPLES, name),
      gold: join('samples/truth/records', name.replace('.txt', '.gold.json')),
    })),
]

describe('a document broken into lines of 28 signs', () => {
  test.each(documents)('$name says the same as before', async ({ name, source, gold }) => {
    const minutes = await readMinutes(source, { force: false })
    if (minutes.is === 'refused') throw new Error(minutes.reason)
    const { text } = minutes.repaired
    const expected = factsOf(JSON.parse(readFileSync(gold, 'utf8')))
    for (const page of [indented(text), await printed(text)]) {
      const record = recordOf(page)
      if (CUT_NAMES.has(name)) expect(record.warnings.map(({ code }) => code)).toContain('roll-low-confidence')
      else expect(factsOf(record)).toEqual(expected)
    }
    if (!CUT_NAMES.has(name)) expect(factsOf(recordOf(plain(text)))).toEqual(expected)
  })

  test('leads every sign back to the place it came from', async () => {
    const raw = indented(readFileSync(join(FIXTURES, 'zone-office-meeting/source.txt'), 'utf8'))
    const { text, origins } = repair(raw)
    for (let at = 0; at < text.length; at++) if (text[at] !== '\n') expect(raw[toRaw(origins, at)]).toBe(text[at])
  })
})

const CLAUSES = '会议听取了市财政局关于全市预算执行情况的汇报并指出今年以来各级各部门认真履职尽责'
/** Lines of 28 signs, no two alike: what is repeated is taken for the head of a page. */
const filler = Array.from({ length: 10 }, (_none, at) => (CLAUSES.slice(at) + CLAUSES).slice(0, 28))
const pageOf = (...lines: readonly string[]) => [
  `　　${CLAUSES.slice(0, 26)}`,
  ...filler,
  '肯定。',
  '　　各地要抓好落实。',
  '　　各部门要通力配合。',
  ...lines,
]
const end = (...lines: readonly string[]) => body(pageOf(...lines)).slice(3)

describe('the indent', () => {
  test('tells a heading that goes on from the text below it', () => {
    expect(
      end(
        '　　四、审议《政府工作报告》（修改稿）和2021年民生实',
        '事项目安排情况',
        '　　原则同意《政府工作报告》（修改稿）。',
      ),
    ).toEqual([
      '四、审议《政府工作报告》（修改稿）和2021年民生实事项目安排情况',
      '原则同意《政府工作报告》（修改稿）。',
    ])
  })
  test('begins a paragraph after a full line that ends a sentence, and the margin does not', () => {
    const line = '　　各县（市、区）要压实责任，完善机制，按时办结有关事宜。'
    expect(line).toHaveLength(29)
    const full = `${line.slice(0, 27)}。`
    expect(end(full, '　　市财政局要抓紧办理。')).toHaveLength(2)
    expect(end(full, '市财政局要抓紧办理。')).toHaveLength(1)
  })
})

describe('a line that is not full', () => {
  test('ends a heading, whatever stands below it at the margin', () => {
    expect(end('　　五、研究停车收费有关问题', '市城管局要抓紧办理')).toHaveLength(2)
  })
  test('is full where the next word had no room', () => {
    expect(end('　　三、审议全市产业项目用地和建设情况的汇报及方案投入', '1200.5万元的工作要点')).toHaveLength(1)
  })
})

describe('no paragraph begins', () => {
  test.each([['。'], ['，由市司法局牵头。'], ['）的汇报'], ['》']])('with %s', (line) => {
    expect(end('　　（一）会议同意', line)).toHaveLength(1)
  })
  test.each([
    ['2023年9月', '8日印发'],
    ['20', '23年9月8日印发'],
    ['2023年9月8日印', '发'],
  ])('in the middle of the day of printing, %s', (first, second) => {
    expect(end(`岚州市人民政府办公室　　${first}`, second)).toHaveLength(1)
  })
  test('with a day of printing that is whole, though: it has a line to itself', () => {
    expect(end('岚州市人民政府办公室', '2023年9月8日印发')).toHaveLength(2)
    expect(end('　　附件共', '8日印发')).toHaveLength(2)
  })
})

describe('a number alone on its line', () => {
  test('is the rest of a year where the line above ends with the beginning of one', () => {
    expect(repair('一、审议《行动计划（20\n23\n—2025年）》').text).toBe('一、审议《行动计划（2023—2025年）》')
  })
  test('is that of a page elsewhere, and the number of an issue stays by itself', () => {
    expect(repair('（一）各地要选择\n23\n基础较好的地方。').text).toBe('（一）各地要选择基础较好的地方。')
    expect(body(['岚州市人民政府常务会议纪要', '第21期', ...pageOf()]).slice(0, 2)).toEqual([
      '岚州市人民政府常务会议纪要',
      '第21期',
    ])
  })
})
