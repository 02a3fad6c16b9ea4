import { describe, expect, test } from 'vitest'
import { pdfText } from '../../../ingest/read/pdf-text.ts'
import { buildPdf, type PdfLine, type PdfOptions } from './build-pdf.ts'

const read = (pages: readonly (readonly PdfLine[])[], options?: PdfOptions) =>
  pdfText(new Uint8Array(buildPdf(pages, options)))
const text = async (...pages: (readonly PdfLine[])[]) => {
  const found = await read(pages)
  if (found.is === 'none') throw new Error(found.reason)
  return found.text
}

const LONG = { text: '澜州市人民政府常务会议纪要' }

describe('the text of a PDF', () => {
  test('is its lines with their indent, and a blank line between pages', async () => {
    const first = [LONG, { text: '一、审议《办法》', at: 2 }]
    expect(await text(first, [{ text: '列席：市财政局', at: 2 }])).toBe(
      '澜州市人民政府常务会议纪要\n　　一、审议《办法》\n\n　　列席：市财政局\n',
    )
  })
  test('is in the order in which it is read, not in which it was drawn', async () => {
    const codes = ['<00010002>', '<00030002>', '<00040005>']
    const at = (x: number, y: number, code = '') => `BT /F 16 Tf 1 0 0 1 ${x} ${y} Tm ${code} Tj ET`
    const contents = [[at(120, 600, codes[2]), at(168, 700, codes[1]), at(120, 700, codes[0])].join('\n')]
    expect(await read([[{ text: '会议审议同意' }]], { contents })).toMatchObject({ text: '会议  审议\n同意\n' })
  })
  test('leaves out what runs aslant, such as a watermark, and what is printed twice for weight', async () => {
    const aslant = 'BT /F 16 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <00030004> Tj ET'
    const twice = 'BT /F 16 Tf 1 0 0 1 100 700 Tm <00010002> Tj ET BT /F 16 Tf 1 0 0 1 100.3 700 Tm <00010002> Tj ET'
    expect(await read([[{ text: '会议内部' }]], { contents: [`${aslant} ${twice} ${aslant}`] })).toMatchObject({
      text: '会议\n',
    })
  })
  test('may lack on the back of the last sheet', async () => {
    expect(await text([LONG], [])).toBe('澜州市人民政府常务会议纪要\n')
  })
})

describe('a PDF is refused', () => {
  const whole = buildPdf([[LONG], [LONG]])
  const foreign = Buffer.from(whole.toString('latin1').replace('/Identity-H', '/GBK-EUC-H'), 'latin1')
  const broken = (bytes: Uint8Array) => pdfText(new Uint8Array(bytes))
  test.each([
    [
      'without a text layer',
      'no-text',
      () => read([[], []], { contents: ['0 0 m 9 9 l S', '0 0 m 9 9 l S'] }),
      /no text layer.*scan/,
    ],
    [
      'with a page that is a picture',
      'no-text',
      () => read([[LONG], [], [LONG]]),
      /page 2 of the PDF have no text layer/,
    ],
    ['behind a password', 'locked', () => read([[LONG]], { locked: true }), /encrypted.*password/],
    ['that is cut off in the middle', 'broken', () => broken(whole.subarray(0, 700)), /broken/],
    [
      'whose font is of a kind that needs a table',
      'fonts',
      () => broken(foreign),
      /a table that is not at hand \(GBK-EUC-H/,
    ],
    ['that is nothing but a beginning', 'broken', () => broken(Buffer.from('%PDF-1.7\n')), /broken/],
    [
      'of more pages than anybody prints',
      'too-large',
      () => read(Array.from({ length: 501 }, () => [LONG])),
      /501 pages, at most 500/,
    ],
    [
      'whose font names no characters',
      'fonts',
      () => read([[{ text: '\ue001\ue002\ue003会' }]]),
      /do not say which characters/,
    ],
  ])('%s', async (_name, fault, found, reason) => {
    expect(await found()).toEqual({ is: 'none', fault, reason: expect.stringMatching(reason) })
  })
})
