/** Files and folders that are made to do harm, each by its name. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from '../../ingest/parse/parse.ts'
import { findFiles } from '../../ingest/read/find-files.ts'
import { readFile, readGiven } from '../../ingest/read/read-file.ts'
import { repair } from '../../ingest/repair/repair.ts'
import { buildDocx, buildZip, docxEntries, paragraph } from '../ingest/read/build-docx.ts'
import { buildPdf } from '../ingest/read/build-pdf.ts'
import { read } from '../ingest/reading.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { recordFaults } from './record-faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-harm-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const given = async (name: string, content: string | Buffer) => {
  const found = await readGiven(name, Buffer.from(content))
  return found.is === 'refused' ? found.reason : found.text
}
const page = (body: string) => `<!DOCTYPE html><html><body>${body}</body></html>`

describe('a web page', () => {
  test.each([
    ['div', /elements inside each other without end, at most 6000/],
    ['table><tr><td', /elements inside each other without end/],
    ['template', /elements inside each other without end/],
  ])('of 100,000 nested <%s> is refused', async (tag, reason) => {
    expect(await given('a.html', page(`<${tag}>`.repeat(100_000)))).toMatch(reason)
  })
  test('as deep as pages are is read, and so is a long one of many lines, and a tag with many attributes', async () => {
    expect(await given('a.html', page(`${'<div>'.repeat(400)}会议`))).toBe('会议\n')
    expect(await given('a.html', page('<p>会议 审议</p>\n'.repeat(20_000)))).toHaveLength(20_000 * 6)
    const attributes = Array.from({ length: 1000 }, (_, at) => `a${at}="b > ${at}"`).join(' ')
    expect(await given('a.html', page(`<p ${attributes}>会议</p>`))).toBe('会议\n')
  })
  test('with a tag of 100,000 attributes, or of a million elements, is refused', async () => {
    const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')
    expect(await given('a.html', page(`<p ${attributes}>会议`))).toMatch(/a tag of too many attributes/)
    expect(await given('a.html', page('<p>'.repeat(1_000_000)))).toMatch(/too many elements/)
  })
  test('whose tables hold what belongs to no cell, again and again, is refused', async () => {
    expect(await given('a.html', page('<table>x'.repeat(50_000)))).toMatch(/belongs to no cell/)
  })
  test('of 50 MB is refused unread', async () => {
    const path = join(folder, 'large.html')
    writeFileSync(path, '<p>')
    truncateSync(path, 50 * 1024 * 1024)
    expect(await readFile(path)).toMatchObject({
      reason: expect.stringMatching(/too large: 50\.0 MB, at most 20\.0 MB/),
    })
  })
})

describe('a Word document', () => {
  test('that unpacks to gigabytes by its own word is refused unread', async () => {
    const parts = Array.from({ length: 20 }, (_, at) => ({
      name: `word/media/${at}`,
      content: 'x',
      claims: 200_000_000,
    }))
    expect(await given('a.docx', buildZip([...docxEntries(paragraph('会')), ...parts]))).toMatch(
      /unpacks to 4\d{9} bytes/,
    )
  })
  test('with another packed file in it is read without it', async () => {
    const inner = buildZip([{ name: 'a', content: Buffer.alloc(5_000_000) }])
    const bytes = buildZip([...docxEntries(paragraph('会议')), { name: 'word/embeddings/a.zip', content: inner }])
    expect(await given('a.docx', bytes)).toBe('会议\n')
  })
  test('that is a packed file of something else is refused', async () => {
    const sheet = [
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<a/>' },
    ]
    expect(await given('a.docx', buildZip(sheet))).toMatch(/packed file \(zip\), but no Word document/)
  })
  test('of more text than anybody writes, or nested without end, is refused', async () => {
    expect(await given('a.docx', buildDocx(paragraph('会').repeat(200_000)))).toMatch(
      /bytes beside pictures, at most 8 MB/,
    )
    const tables = '<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000)
    expect(await given('a.docx', buildDocx(tables))).toMatch(/nests its parts without end/)
  })
  test('that names half a character or a NUL has the sign for what is unknown in its place', async () => {
    const body = '<w:p><w:r><w:t>会&#xD800;议&#0;纪&#x20000;要</w:t></w:r></w:p>'
    expect(await given('a.docx', buildDocx(body))).toBe('会\ufffd议\ufffd纪\u{20000}要\n')
  })
})

describe('a PDF', () => {
  const whole = buildPdf([[{ text: '会议' }], [{ text: '会议纪要' }], [{ text: '议' }]])
  const text = whole.toString('latin1')
  const replaced = (from: string | RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1')
  test('of which two pages lie elsewhere than it says is refused, and the next file is read', async () => {
    const rows = [...text.matchAll(/^\d{10} 00000 n /gmu)].map(({ index }) => index)
    let broken = text
    for (const at of [rows[7] ?? 0, rows[9] ?? 0]) broken = `${broken.slice(0, at)}0000000003${broken.slice(at + 10)}`
    expect(await given('a.pdf', Buffer.from(broken, 'latin1'))).toMatch(/broken: .*XRef/)
    expect(await given('a.pdf', whole)).toMatch(/^会议\n/)
  })
  test.each([
    ['whose pages are their own children', () => replaced(/\/Kids \[[^\]]*\]/u, '/Kids [2 0 R 2 0 R]')],
    [
      'whose table of contents leads back to itself',
      () => replaced(/\/Size/u, `/Prev ${text.indexOf('xref\n')} /Size`),
    ],
    ['whose catalogue is a page', () => replaced('/Root 1 0 R', '/Root 6 0 R')],
    [
      'whose text unpacks to much more than it is',
      () => buildPdf([[]], { contents: [deflateSync(Buffer.alloc(30_000_000, ' '))] }),
    ],
    ['behind a password', () => buildPdf([[{ text: '会议' }]], { locked: true })],
  ])('%s is read or refused, and ends', async (_name, bytes) => {
    expect(await given('a.pdf', bytes())).toMatch(/^会议|the PDF (?:is broken|is encrypted|has no text layer)/)
  })
})

describe('a text', () => {
  const sound = smallMinutes()
  test.each([
    ['half characters', '\ud800', '\udc00'],
    ['marks of direction', '\u202e', '\u2066'],
    ['zero-width signs', '\u200b', '\ufeff'],
    ['controls', '\u0001', '\u009f'],
  ])('full of %s gives a record that its text proves', (_name, one, other) => {
    const full = Array.from(sound).join(one).replaceAll('。', `。${other}`)
    expect(recordFaults(repair(full).text, read(full))).toEqual([])
  })
  test('of one line of five megabytes gives a record as well', () => {
    const long = sound.replaceAll('\n', '') + '市财政局'.repeat(400_000)
    const repaired = repair(long)
    const record = parse(repaired, { path: 'a.txt', sha256: '0'.repeat(64), format: 'txt' })
    expect(recordFaults(repaired.text, record)).toEqual([])
  })
})

describe('a label of a roll that is printed with gaps', () => {
  test.each(['邀 请 列 席', '固　定　列　席'])('%s：, is one label, also where another one stands in it', (label) => {
    const roll = `出席：陆衡\n${label} ： 市财政局顾一鸣`
    const record = read(sound(roll))
    expect(record.attendance.map(({ person }) => person)).toEqual(['陆衡', '顾一鸣'])
  })
  const sound = (roll: string) => smallMinutes().replace(/出席：[^\n]*\n\n列席：[^\n]*/u, roll)
})

describe('a folder', () => {
  test('whose links lead back into it ends, and each file is read under its own name alone', async () => {
    const root = join(folder, 'loop')
    mkdirSync(join(root, 'a', 'b'), { recursive: true })
    writeFileSync(join(root, 'a', 'one.txt'), 'x')
    symlinkSync(root, join(root, 'a', 'b', 'back'))
    symlinkSync(join(root, 'a'), join(root, 'again'))
    symlinkSync(join(root, 'self.txt'), join(root, 'self.txt'))
    expect(await findFiles([root])).toEqual([{ is: 'file', path: join(root, 'a', 'one.txt') }])
  })
})
