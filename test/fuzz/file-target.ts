/** Files of all formats, damaged before they are packed, after it, or both. */
import { readGiven } from '../../ingest/read/read-file.ts'
import type { Rng } from '../../scripts/samples/prng.ts'
import {
  buildDocx,
  buildZip,
  docxEntries,
  numbered,
  numberingPart,
  paragraph,
  table,
} from '../ingest/read/build-docx.ts'
import { printedPdf } from '../ingest/read/build-pdf.ts'
import { mutateBytes } from './byte-mutations.ts'
import { ENCODINGS, encodeAs } from './encodings.ts'
import { judgeOf } from './parser-target.ts'
import { pickText, type Seeds } from './seeds.ts'
import { kindOf, type Target } from './target.ts'
import { mutateText } from './text-mutations.ts'

export const FILE_FORMATS = ['txt', 'md', 'html', 'docx', 'pdf'] as const
type FileFormat = (typeof FILE_FORMATS)[number]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const SCRAPS = [
  '<table><tr>',
  '<b><i><p>',
  '</div>',
  '<script>',
  '<!--',
  '<svg><p>',
  '&#xD800;',
  '&#0;',
  '<p hidden>',
  '<a href="#">',
  '<plaintext>',
  '<template>',
  ']]>',
  '<frameset>',
  '<select><option>',
]

const htmlOf = (rng: Rng, text: string): string => {
  const tag = rng.pick(['p', 'div', 'td', 'span', 'li', 'h1'])
  const body = text
    .split('\n')
    .map((line) => `<${tag}>${escaped(line)}</${tag}>${rng.chance(0.05) ? rng.pick(SCRAPS) : ''}`)
  return `<!DOCTYPE html><html><head><meta charset="${rng.pick(['utf-8', 'gb2312', 'big5', 'utf-16', 'x-none'])}"><title>a</title></head><body>${body.join('\n')}</body></html>`
}

const docxOf = (rng: Rng, text: string): Buffer => {
  const lines = text.split('\n')
  const body = lines.map((line) =>
    rng.chance(0.1) ? numbered(line, rng.int(0, 3)) : rng.chance(0.05) ? table([[line, line]]) : paragraph(line),
  )
  if (rng.chance(0.5)) return buildDocx(body.join(''))
  const levels = numberingPart([
    ['chineseCountingThousand', rng.pick(['%1、', '%9', '%%', ''])],
    [rng.pick(['decimal', 'bullet', 'none', 'x']), '（%2）'],
  ])
  return buildZip([...docxEntries(mutateText(rng, body.join(''), text)), levels])
}

const bytesOf = (rng: Rng, format: FileFormat, text: string): Buffer => {
  if (format === 'docx') return docxOf(rng, text)
  if (format === 'pdf') return printedPdf(text.slice(0, 3000).replaceAll(/\p{Surrogate}/gu, ''), rng.int(5, 30))
  return encodeAs(rng.pick(ENCODINGS), format === 'html' ? htmlOf(rng, text) : text)
}

/** Texts are given in every encoding that is read. */
export const fileTarget = (format: FileFormat, seeds: Seeds): Target => {
  const wholes = seeds.files(`.${format}`)
  const begin = (rng: Rng): Buffer => {
    if (wholes.length && (format === 'html' || format === 'docx' || format === 'pdf') && rng.chance(0.25))
      return rng.pick(wholes)
    const text = pickText(rng, seeds)
    return bytesOf(rng, format, rng.chance(0.5) ? mutateText(rng, text, pickText(rng, seeds)) : text)
  }
  return {
    name: `files: ${format}`,
    attack: async (rng) => {
      const whole = begin(rng)
      const bytes = rng.chance(format === 'txt' || format === 'md' || format === 'html' ? 0.4 : 0.7)
        ? mutateBytes(rng, whole, begin(rng))
        : whole
      const name = `a.${rng.chance(0.95) ? format : rng.pick(FILE_FORMATS)}`
      const read = await readGiven(name, bytes)
      if (read.is === 'refused') {
        const ours = /fault of Jiyao|seconds to read/u.test(read.reason) ? [read.reason] : []
        return { kind: `refused: ${kindOf(read.reason)}`, bytes: bytes.length, faults: ours }
      }
      // No store keeps half a character, or what stands behind a NUL.
      const broken = /[\0\p{Surrogate}]/u.test(read.text) ? ['the text of a file holds a NUL or half a character'] : []
      const { kind, faults } = judgeOf()(name, read.text, read.format, rng.chance(0.1))
      return { kind, bytes: bytes.length, faults: [...broken, ...faults] }
    },
    close: () => Promise.resolve(),
  }
}
