import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { decode } from '../../../ingest/read/decode.ts'
import { findFiles } from '../../../ingest/read/find-files.ts'
import { readFile } from '../../../ingest/read/read-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const write = (content: string | Uint8Array, name = `${++files}.txt`): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const TEXT = '澜州市人民政府常务会议纪要\n会议审议了《办法》，原则同意。\n'
const TRADITIONAL = '瀾州市人民政府常務會議紀要\n會議審議了《辦法》，原則同意。\n'

/** The other way round than a decoder goes, from all pairs of bytes that it knows; ASCII stays. */
const encode = (text: string, encoding: 'gb18030' | 'big5'): Uint8Array => {
  const decoder = new TextDecoder(encoding)
  const pairs = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const bytes = char < '\x80' ? [char.charCodeAt(0)] : pairs.get(char)
      if (!bytes) throw new Error(`${char} is not in ${encoding}`)
      return bytes
    }),
  )
}

describe('a text is decoded from', () => {
  const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(TEXT), TEXT],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['UTF-16, little end first', utf16, TEXT],
    ['UTF-16, big end first', Buffer.from(utf16).swap16(), TEXT],
    ['GB18030', encode(TEXT, 'gb18030'), TEXT],
    ['Big5, which is nonsense in GB18030 without an error', encode(TRADITIONAL, 'big5'), TRADITIONAL],
    ['lines that end in CRLF or CR', Buffer.from('一\r\n二\r三\n四'), '一\n二\n三\n四'],
  ])('%s', (_name, bytes, text) => expect(decode(bytes)).toBe(text))

  test.each([
    ['bytes with a zero among them', Buffer.from('会议\0纪要')],
    ['UTF-16 with a zero character', Buffer.from('\ufeff会议\0', 'utf16le')],
    ['bytes that are text in no encoding', Uint8Array.of(0xff, 0xff, 0xff, 0x80, 0xff)],
  ])('and not from %s', (_name, bytes) => expect(decode(bytes)).toBeNull())
})

describe('a file', () => {
  test('gives its text, its format and the hash of its bytes', async () => {
    const path = write(`\ufeff${TEXT}`, 'a.md')
    const sha256 = createHash('sha256').update(`\ufeff${TEXT}`).digest('hex')
    expect(await readFile(path)).toEqual({ is: 'text', path, sha256, format: 'md', text: TEXT })
  })
  test('of an ending that says nothing is read as plain text', async () => {
    expect(await readFile(write(TEXT, '纪要'))).toMatchObject({ is: 'text', format: 'txt' })
    expect(await readFile(write(TEXT, '纪要.2022'))).toMatchObject({ is: 'text', format: 'txt' })
  })

  const huge = write('x')
  truncateSync(huge, 20 * 1024 * 1024 + 1)
  mkdirSync(join(folder, 'folder.txt'))
  symlinkSync(join(folder, 'gone'), join(folder, 'dangling.txt'))
  test.each([
    ['that is missing', 'missing', join(folder, 'none.txt'), /no such file/],
    ['below a file', 'missing', join(huge, 'x.txt'), /no such file/],
    ['that is a link to nowhere', 'missing', join(folder, 'dangling.txt'), /no such file/],
    ['that is a folder', 'not-a-file', join(folder, 'folder.txt'), /not a regular file/],
    ['that is a device', 'not-a-file', '/dev/null', /not a regular file/],
    ['of no bytes', 'empty', write(''), /empty/],
    ['of white space', 'empty', write('\ufeff \n\r\n　'), /empty/],
    ['over 20 MB', 'too-large', huge, /too large: 20\.0 MB, at most 20\.0 MB/],
    ['with a zero byte', 'encoding', write('会议\0'), /not text/],
    [
      'that is a web page without text',
      'no-text',
      write('<!DOCTYPE html><script>load()</script>'),
      /the page shows no text/,
    ],
    ['that is a PDF by its name alone', 'not-as-named', write(TEXT, 'a.pdf'), /its name says PDF, but it is none/],
    ['that is a PDF by its content, and broken', 'broken', write('%PDF-1.7 '), /the PDF is broken/],
    ['that is a packed file by its content, and broken', 'broken', write('PK\x03\x04 '), /the Word document is broken/],
    [
      'that is a Word document by its name alone',
      'not-as-named',
      write(TEXT, 'A.DOCX'),
      /its name says Word document.*but it is none/,
    ],
    ['that is an old Word document', 'old-word', write(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), /old Word/],
    ['that is a picture', 'picture', write(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), /picture/],
  ])('%s is refused with that reason', async (_name, fault, file, reason) => {
    expect(await readFile(file)).toEqual({ is: 'refused', file, fault, reason: expect.stringMatching(reason) })
  })
})

describe('files are found', () => {
  const inside = (...parts: string[]) => join(folder, 'tree', ...parts)
  mkdirSync(inside('b', 'c'), { recursive: true })
  mkdirSync(inside('empty'))
  for (const name of ['z.txt', 'a.TXT', 'note.csv', '.hidden.txt', 'b/m.md', 'b/c/p.pdf', '纪要[1].txt'])
    writeFileSync(inside(name), TEXT)
  const found = async (...paths: string[]) =>
    (await findFiles(paths)).map((one) => (one.is === 'file' ? one.path : `${one.file}: ${one.reason}`))

  test('in a folder and below it, by their endings, in one order', async () => {
    expect(await found(inside())).toEqual(
      ['a.TXT', 'b/c/p.pdf', 'b/m.md', 'z.txt', '纪要[1].txt'].map((name) => inside(name)),
    )
  })
  test('in the order given, each once', async () => {
    expect(await found(inside('z.txt'), inside('b'), inside('b', '..', 'z.txt'), inside('b', 'm.md'))).toEqual([
      inside('z.txt'),
      inside('b/c/p.pdf'),
      inside('b/m.md'),
    ])
  })
  test('by a pattern, and by a name that looks like one', async () => {
    expect(await found(inside('*.txt'))).toEqual([inside('z.txt'), inside('纪要[1].txt')])
    expect(await found(inside('纪要[1].txt'))).toEqual([inside('纪要[1].txt')])
    expect(await found(inside('{b,b/c}/*'))).toEqual([inside('b/c/p.pdf'), inside('b/m.md')])
  })
  test('in a folder also what is a document and cannot be read, so that it is refused by name', async () => {
    const folder = inside('old')
    mkdirSync(folder)
    for (const name of ['a.DOC', 'b.wps', 'c.rtf'])
      writeFileSync(join(folder, name), Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))
    writeFileSync(join(folder, 'd.xls'), 'x')
    expect(await found(folder)).toEqual(['a.DOC', 'b.wps', 'c.rtf'].map((name) => join(folder, name)))
    expect(await readFile(join(folder, 'a.DOC'))).toMatchObject({
      is: 'refused',
      reason: expect.stringMatching(/^old Word/),
    })
  })
  test('also by a name whose ending a folder would pass over', async () => {
    expect(await found(inside('note.csv'))).toEqual([inside('note.csv')])
  })
  test('and what cannot be found is refused in its place', async () => {
    expect(await found(inside('none.txt'), inside('z.txt'), inside('empty'), inside('*.none'))).toEqual([
      `${inside('none.txt')}: no such file`,
      inside('z.txt'),
      expect.stringMatching(/empty: the folder holds no file that ends in \.txt, \.md/),
      `${inside('*.none')}: no file matches`,
    ])
  })
})
