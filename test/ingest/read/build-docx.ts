/** Writes small Word documents, and the zip files that they are. */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = {
  name: string
  content: string | Uint8Array
  /** The size that the file claims it unpacks to, where that is a lie. */
  claims?: number
}

const header = (signature: string, fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer => {
  const bytes = fields.map(([size, value]) => {
    const field = Buffer.alloc(size)
    field.writeUIntLE(value, 0, size)
    return field
  })
  return Buffer.concat([Buffer.from(signature, 'latin1'), ...bytes])
}

export const buildZip = (entries: readonly ZipEntry[]): Buffer => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, content, claims } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const path = Buffer.from(name)
    const sizes = [
      [4, crc32(bytes)],
      [4, packed.length],
      [4, claims ?? bytes.length],
      [2, path.length],
      [2, 0],
    ] as const
    const common = [[2, 0x800], [2, 8], [2, 0], [2, 0x21], ...sizes] as const
    const entry = Buffer.concat([header('PK\x03\x04', [[2, 20], ...common]), path, packed])
    const extra = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const
    central.push(Buffer.concat([header('PK\x01\x02', [[2, 20], [2, 20], ...common, ...extra]), path]))
    local.push(entry)
    at += entry.length
  }
  const size = central.reduce((sum, one) => sum + one.length, 0)
  const counts = [
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, size],
    [4, at],
    [2, 0],
  ] as const
  return Buffer.concat([...local, ...central, header('PK\x05\x06', counts)])
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A paragraph; `\n` in it is a line break of Word's. */
export const paragraph = (text: string): string =>
  `<w:p><w:r>${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')}</w:r></w:p>`

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A paragraph that Word numbers itself, at a level of list 1. */
export const numbered = (text: string, level = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`

/** The part that describes list 1: the format and the text of each of its levels. */
export const numberingPart = (levels: readonly (readonly [format: string, text: string])[]): ZipEntry => ({
  name: 'word/numbering.xml',
  content: `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${levels
    .map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
})

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** The entries of a document with this body. */
export const docxEntries = (body: string): ZipEntry[] => [
  {
    name: '[Content_Types].xml',
    content:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${MAIN}" Target="word/document.xml"/></Relationships>`,
  },
  {
    name: 'word/document.xml',
    content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  },
]

export const buildDocx = (body: string): Buffer => buildZip(docxEntries(body))
