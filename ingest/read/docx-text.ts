import mammoth from 'mammoth'
import { docxNumbers } from './docx-numbering.ts'
import { type Extraction, found, none } from './extraction.ts'
import { checkZip, zipText } from './zip-bound.ts'

const MEGABYTE = 1024 * 1024
const MOST_UNPACKED = 100 * MEGABYTE
/** Of what is text and not pictures. A tree of it takes some fifty times as much memory. */
const MOST_XML = 8 * MEGABYTE
const HARMFUL = 'it may be damaged, or made to do harm'
const XML = /\.(?:xml|rels)$/iu

/** What of mammoth's tree of a document is looked at. */
type Part = { type: string; value?: string; numbering?: object | null; children?: readonly Part[] }

const linesOf = (document: Part, numbers: readonly string[]): string[] => {
  let numbered = 0
  const lines: string[] = []
  let line = ''
  const end = () => {
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
  }
  const visit = ({ type, value, numbering, children }: Part): void => {
    if (type === 'paragraph' && numbering) line += numbers[numbered++] ?? ''
    if (type === 'text') line += value ?? ''
    else if (type === 'tab') line += '\t'
    else if (type === 'break') end()
    for (const child of children ?? []) visit(child)
    if (type === 'paragraph' || type === 'tableCell') end()
  }
  visit(document)
  end()
  return lines
}

const numberedIn = ({ type, numbering, children }: Part): number =>
  (type === 'paragraph' && numbering ? 1 : 0) + (children ?? []).reduce((sum, child) => sum + numberedIn(child), 0)

/** The numbers of paragraphs that Word numbers itself. Where they cannot be told apart for certain there are none, as no text has them. */
const numbersOf = (zip: Buffer, document: Part): readonly string[] => {
  const wanted = numberedIn(document)
  const [body, numbering] = [zipText(zip, 'word/document.xml'), zipText(zip, 'word/numbering.xml')]
  if (wanted === 0 || body === null || numbering === null) return []
  const numbers = docxNumbers(body, numbering)
  return numbers.length === wanted ? numbers : []
}

/** mammoth hands out its tree only on the way to HTML; an empty one goes on, so that no picture is unpacked. */
const treeOf = async (buffer: Buffer): Promise<Part> => {
  let tree: Part | undefined
  const transformDocument = (document: Part): Part => {
    tree = document
    return { ...document, children: [] }
  }
  await mammoth.convertToHtml({ buffer }, { transformDocument, includeEmbeddedStyleMap: false })
  if (!tree) throw new Error('no document is in it')
  return tree
}

/** The text of a Word document, a paragraph or a paragraph of a table's cell a line, with the numbers that Word puts in front. */
export const docxText = async (bytes: Uint8Array): Promise<Extraction> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = checkZip(buffer, MOST_UNPACKED)
  if (!zip.ok && zip.why === 'large')
    return none(
      'too-large',
      `the Word document is too large: ${zip.reason}, at most ${MOST_UNPACKED / MEGABYTE} MB are unpacked`,
    )
  if (!zip.ok) return none('broken', `the Word document is broken: ${zip.reason}`)
  if (!zip.entries.some(({ name }) => /^word\/.*\.xml$/u.test(name)))
    return none('not-as-named', 'is a packed file (zip), but no Word document (docx)')
  const xml = zip.entries.reduce((sum, { name, unpacked }) => sum + (XML.test(name) ? unpacked : 0), 0)
  if (xml > MOST_XML)
    return none(
      'too-large',
      `the Word document is too large: it holds ${xml} bytes beside pictures, at most ${MOST_XML / MEGABYTE} MB are read`,
    )
  try {
    const tree = await treeOf(buffer)
    const lines = linesOf(tree, numbersOf(buffer, tree))
    return lines.length
      ? found(`${lines.join('\n')}\n`, null)
      : none('no-text', 'the Word document holds no text; it may be made of pictures')
  } catch (error) {
    // It is read by functions that call themselves for what stands inside.
    if (error instanceof RangeError) return none('broken', `the Word document nests its parts without end; ${HARMFUL}`)
    return none('broken', `the Word document is broken: ${error instanceof Error ? error.message : String(error)}`)
  }
}
