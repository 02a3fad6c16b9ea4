import { describe, expect, test } from 'vitest'
import { docxText } from '../../../ingest/read/docx-text.ts'
import { buildDocx, buildZip, docxEntries, numbered, numberingPart, paragraph, table } from './build-docx.ts'

const text = async (body: string) => {
  const found = await docxText(buildDocx(body))
  if (found.is === 'none') throw new Error(found.reason)
  return found.text
}

describe('the text of a Word document', () => {
  test('is a paragraph or a line of one a line, without empty ones', async () => {
    expect(await text(paragraph('第一段') + paragraph('') + paragraph('第二段\n换行'))).toBe('第一段\n第二段\n换行\n')
  })
  test('has its tables cell by cell', async () => {
    const rows = [
      ['时间', '2022年7月19日'],
      ['主持', '市长\n陆衡'],
    ]
    expect(await text(table(rows) + paragraph('纪要'))).toBe('时间\n2022年7月19日\n主持\n市长\n陆衡\n纪要\n')
  })
  test('has the numbers that Word puts in front of paragraphs', async () => {
    const body =
      numbered('审议《甲办法》') +
      numbered('原则同意。', 1) +
      numbered('各部门要落实。', 1) +
      paragraph('1.手写的编号') +
      numbered('审议《乙办法》') +
      numbered('同意。', 1)
    const levels = numberingPart([
      ['chineseCountingThousand', '%1、'],
      ['chineseCounting', '（%2）'],
    ])
    const found = await docxText(buildZip([...docxEntries(body), levels]))
    expect(found.is === 'text' && found.text.split('\n')).toEqual([
      '一、审议《甲办法》',
      '（一）原则同意。',
      '（二）各部门要落实。',
      '1.手写的编号',
      '二、审议《乙办法》',
      '（一）同意。',
      '',
    ])
  })
  test('has no number where Word sets a bullet, or the list is not described', async () => {
    const body = numbered('第一段') + numbered('第二段')
    const bullets = await docxText(buildZip([...docxEntries(body), numberingPart([['bullet', '●']])]))
    expect(bullets).toMatchObject({ text: '第一段\n第二段\n' })
    expect(await text(body)).toBe('第一段\n第二段\n')
  })
  test('has what was inserted and not what was deleted', async () => {
    const edited =
      '<w:p><w:ins><w:r><w:t>同意</w:t></w:r></w:ins><w:del><w:r><w:delText>暂缓</w:delText></w:r></w:del></w:p>'
    expect(await text(edited)).toBe('同意\n')
  })
})

describe('a Word document is refused', () => {
  const whole = buildDocx(paragraph('会议审议了《办法》。'))
  const bomb = (claims?: number) =>
    buildZip([
      ...docxEntries(paragraph('会')),
      { name: 'word/media/a.bin', content: new Uint8Array(120_000_000), ...(claims && { claims }) },
    ])
  test.each([
    ['that is cut off', 'broken', () => whole.subarray(0, whole.length - 40), /broken: .*cut off/],
    [
      'with a part that is damaged',
      'broken',
      () => Buffer.concat([whole.subarray(0, 60), Buffer.alloc(8), whole.subarray(68)]),
      /broken: .*damaged/,
    ],
    [
      'that unpacks to more than 100 MB',
      'too-large',
      () => bomb(),
      /too large: it unpacks to 12\d{7} bytes, at most 100 MB/,
    ],
    [
      'that says it unpacks to less than it does',
      'broken',
      () => bomb(1000),
      /broken: word\/media\/a\.bin in it is damaged, or larger/,
    ],
    [
      'that is another packed file',
      'not-as-named',
      () => buildZip([{ name: 'a.txt', content: '会议' }]),
      /no Word document/,
    ],
    ['without a body', 'broken', () => buildZip([{ name: 'word/a.xml', content: '<a/>' }]), /broken: /],
    ['without text', 'no-text', () => buildDocx(paragraph('')), /holds no text/],
  ])('%s', async (_name, fault, bytes, reason) => {
    expect(await docxText(bytes())).toEqual({ is: 'none', fault, reason: expect.stringMatching(reason) })
  })
  test('quickly, however large it claims to be', async () => {
    const bytes = bomb()
    const before = performance.now()
    await docxText(bytes)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
