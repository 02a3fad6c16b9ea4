import { load } from 'cheerio'
import { type Extraction, found, none } from './extraction.ts'
import { boundedTree, checkAttributes, UnboundedPage } from './page-bound.ts'
import { decodePage } from './page-encoding.ts'
import { pageFacts, partLines } from './page-facts.ts'
import { BLOCKS, isElement, isNoise, measure, type PageNode, textOf, walk } from './page-nodes.ts'

/**
 * A line of the source that ends is a space, and none stands at the beginning of a line. Unlike in a browser a run of spaces stays
 * one: in a roll it tells a name that was spread from two names.
 */
const append = (line: string, text: string): string => {
  const words = text.replace(/[ \t\r\n\f]+/gu, (run) => (/[\r\n\f]/u.test(run) ? ' ' : run.replaceAll('\t', ' ')))
  return line === '' ? words.replace(/^ +/u, '') : line + words
}

/** What a reader sees of the page, a block or a cell a line. */
const linesOf = (root: PageNode): string[] => {
  const sizes = measure(root)
  const lines: string[] = []
  let line = ''
  let verbatim = 0
  const end = () => {
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
  }
  const enter = (node: PageNode): boolean => {
    const size = sizes.get(node)
    if (!size || isNoise(node, size)) return false
    if (isElement(node)) {
      if (BLOCKS.has(node.name) || node.name === 'br') end()
      if (node.name === 'pre') verbatim++
      return true
    }
    const [first = '', ...rest] = verbatim > 0 ? textOf(node).split('\n') : [textOf(node)]
    line = append(line, first)
    for (const more of rest) {
      end()
      line = append(line, more)
    }
    return true
  }
  walk(root, enter, (node) => {
    if (!isElement(node)) return
    if (node.name === 'pre') verbatim--
    if (BLOCKS.has(node.name)) end()
  })
  end()
  return lines
}

const MARKUP = /<(?:!|\/?[a-z])/iu

const documentOf = (html: string): Extraction => {
  checkAttributes(html)
  const $ = load(html, { treeAdapter: boundedTree() })
  const [root] = $.root().toArray()
  const { document, page } = partLines(root ? linesOf(root) : [])
  if (document.length === 0)
    return none('no-text', 'the page shows no text: it may be put together by a script, or be made of pictures')
  return found(`${document.join('\n')}\n`, pageFacts($, page))
}

/** The text of a web page: its document, one paragraph a line, without what stands around it. */
export const pageText = (bytes: Uint8Array): Extraction => {
  const html = decodePage(bytes)
  if (html === null)
    return none('encoding', 'not text in UTF-8, UTF-16, GB18030, Big5 or the encoding that the page names')
  if (!MARKUP.test(html)) return found(html.replace(/\r\n?/gu, '\n'), null)
  try {
    return documentOf(html)
  } catch (error) {
    if (error instanceof UnboundedPage) return none('broken', error.message)
    throw error
  }
}
