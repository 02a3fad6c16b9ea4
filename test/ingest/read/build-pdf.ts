/** Writes small PDF files by hand: a font that is not embedded, with a map to Unicode, as Word and WPS write them. */
import { deflateSync } from 'node:zlib'

const EM = 16
const LEFT = 88
const TOP = 740
const LEADING = 24

/** A line of a page; `at` is its indent in widths of a sign. */
export type PdfLine = { text: string; at?: number }
export type PdfOptions = {
  /** Behind a password that nobody knows. */
  locked?: boolean
  /** A content stream for each page in place of its lines; bytes are deflated already. */
  contents?: readonly (string | Buffer)[]
}

const hex = (code: number): string => code.toString(16).padStart(4, '0')

const unicodeMap = (signs: readonly string[]): string => {
  const utf16 = (sign: string) => Buffer.from(sign, 'utf16le').swap16().toString('hex')
  const rows = signs.map((sign, at) => `<${hex(at + 1)}> <${utf16(sign)}>`)
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_none, nth) =>
    rows.slice(nth * 100, nth * 100 + 100),
  )
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Map def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar']),
    'endcmap end end',
  ].join('\n')
}

const drawn = (lines: readonly PdfLine[], codes: ReadonlyMap<string, number>): string => {
  const shown = lines.map(({ text, at = 0 }, nth) => {
    const string = Array.from(text, (sign) => hex(codes.get(sign) ?? 0)).join('')
    return `1 0 0 1 ${LEFT + at * EM} ${TOP - nth * LEADING} Tm <${string}> Tj`
  })
  return `BT /F ${EM} Tf ${shown.join('\n')} ET`
}

const stream = (content: string | Buffer): string => {
  const packed = (typeof content === 'string' ? deflateSync(content) : content).toString('latin1')
  return `<< /Length ${packed.length} /Filter /FlateDecode >> stream\n${packed}\nendstream`
}

const assembled = (objects: readonly string[], locked: boolean): Buffer => {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const secret = `<${'5a'.repeat(32)}>`
  const encrypt = locked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >> /ID [<00> <00>]`
    : ''
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R ${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1')
}

/** A PDF of these pages. */
export const buildPdf = (
  pages: readonly (readonly PdfLine[])[],
  { locked = false, contents }: PdfOptions = {},
): Buffer => {
  const signs = [...new Set(pages.flat().flatMap(({ text }) => Array.from(text)))]
  const codes = new Map(signs.map((sign, at) => [sign, at + 1]))
  const streams = contents ?? pages.map((lines) => drawn(lines, codes))
  const pageAt = (nth: number) => 6 + nth * 2
  const kids = streams.map((_content, nth) => `${pageAt(nth)} 0 R`).join(' ')
  const fixed = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${streams.length} /Kids [${kids}] /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /FangSong /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 900 /StemV 80 >> >>',
    stream(unicodeMap(signs)),
  ]
  const each = streams.flatMap((content, nth) => [
    `<< /Type /Page /Parent 2 0 R /Contents ${pageAt(nth) + 1} 0 R >>`,
    stream(content),
  ])
  return assembled([...fixed, ...each], locked)
}

const COLUMNS = 28

const wrapped = (paragraph: string): PdfLine[] => {
  // A roll hangs below its label; everything else is indented by two signs.
  const lines: PdfLine[] = [{ text: paragraph.slice(0, COLUMNS - 2), at: 2 }]
  for (let at = COLUMNS - 2; at < paragraph.length; at += COLUMNS)
    lines.push({ text: paragraph.slice(at, at + COLUMNS) })
  return lines
}

/** A text as an office prints it: indented and broken into lines of 28 signs, `perPage` lines a page, each with its number at the foot. */
export const printedPdf = (text: string, perPage: number): Buffer => {
  const [title = '', ...paragraphs] = text.split('\n').filter((line) => line !== '')
  const lines = [{ text: title, at: Math.max(0, (COLUMNS - title.length) / 2) }, ...paragraphs.flatMap(wrapped)]
  const pages = Array.from({ length: Math.ceil(lines.length / perPage) }, (_none, nth) => [
    ...lines.slice(nth * perPage, (nth + 1) * perPage),
    { text: `— ${nth + 1} —`, at: nth % 2 ? 1 : 22 },
  ])
  return buildPdf(pages)
}
