import { getDocumentProxy } from 'unpdf'
import { type Extraction, found, none } from './extraction.ts'
import { layLines, placed, type Run } from './pdf-lines.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

const MOST_PAGES = 500
const MOST_SIGNS = 5_000_000
/** The reader of PDF reports errors alone; what it warns of would go among our output. */
const ERRORS = 0

const runsOf = async (pdf: Pdf, number: number): Promise<Run[]> => {
  const page = await pdf.getPage(number)
  const view = page.getViewport({ scale: 1 }).transform
  const { items } = await page.getTextContent()
  page.cleanup()
  return items.flatMap((item) =>
    'str' in item ? [placed(item.str.replaceAll('\0', ''), item.width, item.transform, view)] : [],
  )
}

const listed = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? 'page' : 'pages'} ${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? ' and more' : ''}`

/** Signs that a font gives when it does not say which character a shape is. */
const UNNAMED = /[\ue000-\uf8ff\ufffd\x80-\x9f]/gu

const judge = (pages: readonly string[][]): Extraction => {
  const silent = pages.flatMap((lines, at) => (lines.length ? [] : [at + 1]))
  if (silent.length === pages.length)
    return none(
      'no-text',
      'the PDF has no text layer: its pages are pictures (a scan); run it through text recognition (OCR) first',
    )
  // The back of the last sheet may well be empty.
  const missing = silent.filter((number) => number < pages.length)
  if (missing.length)
    return none('no-text', `${listed(missing)} of the PDF have no text layer and may be pictures (a scan)`)
  const text = `${pages
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .trimEnd()}\n`
  const signs = text.replace(/\s+/gu, '').length
  if ((text.match(UNNAMED)?.length ?? 0) > signs * 0.2)
    return none('fonts', 'the fonts of the PDF do not say which characters they show; save the text as .txt')
  return found(text, null)
}

const read = async (pdf: Pdf): Promise<Extraction> => {
  if (pdf.numPages > MOST_PAGES)
    return none('too-large', `the PDF has ${pdf.numPages} pages, at most ${MOST_PAGES} are read`)
  const pages: Run[][] = []
  let signs = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const runs = await runsOf(pdf, number)
    signs += runs.reduce((sum, { text }) => sum + text.length, 0)
    if (signs > MOST_SIGNS) return none('too-large', `the PDF holds more than ${MOST_SIGNS} characters`)
    pages.push(runs)
  }
  return judge(layLines(pages))
}

const refused = (error: unknown): Extraction => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (name === 'PasswordException') return none('locked', 'the PDF is encrypted: it opens with a password only')
  return none('broken', `the PDF is broken: ${message}`)
}

/** Notes which of the tables that are not part of a PDF it asks for; there are none to give. */
const askedFor = () => {
  const tables: string[] = []
  class NoTables {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
      if (kind === 'cMapUrl') tables.push(filename)
      return Promise.reject(new Error(`${filename} is not at hand`))
    }
  }
  return { tables, options: { BinaryDataFactory: NoTables, useWorkerFetch: false } }
}

const readBytes = async (bytes: Uint8Array, options: object): Promise<Extraction> => {
  let pdf: Pdf | undefined
  try {
    pdf = await getDocumentProxy(bytes, { ...options, verbosity: ERRORS, stopAtErrors: true, useSystemFonts: false })
    return await read(pdf)
  } catch (error) {
    return refused(error)
  } finally {
    await pdf?.destroy()
  }
}

/** The text layer in reading order, one line a line on the paper, a blank line between pages. */
export const pdfText = async (bytes: Uint8Array): Promise<Extraction> => {
  const { tables, options } = askedFor()
  const read = await readBytes(bytes, options)
  const [table] = tables
  // Whatever was read then lacks the words of that font.
  if (table === undefined) return read
  return none(
    'fonts',
    `a font of the PDF names its characters by a table that is not at hand (${table}); save the text as .txt`,
  )
}
