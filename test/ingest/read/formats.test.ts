import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDeflate } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { Extractor } from '../../../ingest/read/extractor.ts'
import { readMinutes } from '../../../ingest/read-minutes.ts'
import type { MinutesRecord } from '../../../model/record.ts'
import { smallMinutes } from '../small-minutes.ts'
import { buildDocx, paragraph } from './build-docx.ts'
import { buildPdf, printedPdf } from './build-pdf.ts'
import { encode } from './encode.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-formats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const minutes = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  const read = await readMinutes(path, { force: false })
  if (read.is === 'refused') throw new Error(`${name}: ${read.reason}`)
  return read
}

const PLACES = new Set(['span', 'spans', 'headingSpan', 'personSpan', 'blocks', 'source'])

/** What a record says, without where it says so. */
const facts = (record: MinutesRecord): unknown =>
  JSON.parse(JSON.stringify(record, (key, value: unknown) => (PLACES.has(key) ? undefined : value)))

const TEXT = smallMinutes({
  roll: '市住建局凌舟 市财政局顾一鸣 市司法局程渡远',
  more: '市司法局要会同市住建局加强指导。',
})
const PARAGRAPHS = TEXT.split('\n').filter((line) => line !== '')
const html = (
  charset: string,
) => `<!DOCTYPE html><html><head><meta charset="${charset}"><title>澜州市人民政府</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">互动交流</a></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a></div>
<p>发布时间：2022-08-03 09:12 来源：市政府办公室 浏览次数：128</p>
<div id="zoom">${PARAGRAPHS.map((words) => `<p>　　${words}</p>`).join('\n')}</div>
<p>【打印本页】 【关闭窗口】</p><p>分享到：</p><footer>版权所有：澜州市人民政府 澜ICP备00000000号</footer>
</body></html>`

describe('the same minutes give the same facts as their text', () => {
  test.each([
    ['as a web page', 'a.html', html('utf-8')],
    ['as a web page in GB18030', 'gb.htm', encode(html('gb2312'), 'gb18030')],
    ['as a web page whose name says text', 'page.txt', html('utf-8')],
    ['as a PDF', 'a.pdf', printedPdf(TEXT, 30)],
    ['as a PDF whose pages end in the middle of paragraphs', 'b.pdf', printedPdf(TEXT, 7)],
    ['as a PDF whose name says text', 'pdf.txt', printedPdf(TEXT, 30)],
    ['as a Word document', 'a.docx', buildDocx(PARAGRAPHS.map(paragraph).join(''))],
  ])('%s', async (_name, file, content) => {
    const [expected, read] = [await minutes('a.txt', TEXT), await minutes(file, content)]
    expect(facts(read.record)).toEqual(facts(expected.record))
    expect(expected.record.items[0]?.decisions).toHaveLength(1)
    expect(read.record.source.format).toBe(file.endsWith('.htm') || file.startsWith('page') ? 'html' : read.format)
    expect(read.format).not.toBe('txt')
  })
  test('and what the page says of itself is told beside them, and is not the day of the meeting', async () => {
    const { page, record } = await minutes('told.html', html('utf-8'))
    expect(page).toEqual({ date: '2022-08-03', source: '市政府办公室' })
    expect(record.meeting).toMatchObject({ date: '2022-07-19', issuedOn: '2022-07-28' })
    const undated = await minutes('undated.html', html('utf-8').replaceAll('2022年7月19日', '日前'))
    expect(undated.record.meeting.date).toBeNull()
  })
})

describe('a file that does harm is given up', () => {
  test('when it takes too long, and the next one is read all the same', async () => {
    const extractor = new Extractor({ time: 1, memory: 1e12 })
    const reason = expect.stringMatching(/more than 0\.001 seconds/)
    expect(await extractor.extract('html', Buffer.from('<b>'.repeat(100_000)))).toEqual({
      is: 'none',
      fault: 'too-heavy',
      reason,
    })
    const patient = new Extractor()
    const both = await Promise.all(['会议', '纪要'].map((words) => patient.extract('html', Buffer.from(`<p>${words}`))))
    expect(both).toMatchObject([{ text: '会议\n' }, { text: '纪要\n' }])
  })
  /** Deflated piece by piece: the memory of this process is what is measured. */
  const spaces = async (megabytes: number): Promise<Buffer> => {
    const piece = Buffer.alloc(1024 * 1024, ' ')
    return buffer(Readable.from(Array.from({ length: megabytes }, () => piece)).pipe(createDeflate()))
  }
  test('when it takes too much memory', async () => {
    const file = buildPdf([[]], { contents: [await spaces(800)] })
    expect(file.length).toBeLessThan(2 * 1024 * 1024)
    const extractor = new Extractor({ time: 25_000, memory: 200 * 1024 * 1024 })
    const found = await extractor.extract('pdf', file)
    expect(found).toEqual({ is: 'none', fault: 'too-heavy', reason: expect.stringMatching(/more memory/) })
    expect(await extractor.extract('html', Buffer.from('<p>会议'))).toMatchObject({ text: '会议\n' })
  })
})
