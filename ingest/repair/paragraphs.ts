import { columns, fillsOfficialLines } from './columns.ts'
import { fold } from './fold.ts'
import { endsRoll, type LineStart, lineStart } from './line-start.ts'
import type { Edit } from './origins.ts'

/** A line of the text: `start` and `end` leave out indent and trailing space. */
type Line = { start: number; end: number; words: string; indent: number; kind: LineStart | null; gap: Gap }
/** What stands between a line and the one before it. */
type Gap = 'newline' | 'blank' | 'page'

const isSpace = (code: number) =>
  code === 0x20 || code === 0x3000 || code === 9 || code === 0x0c || (code >= 0x2000 && code <= 0x200a)

const trimmed = (text: string, from: number, to: number): { start: number; end: number; page: boolean } => {
  let start = from
  let end = to
  let page = false
  while (start < end && isSpace(text.charCodeAt(start))) if (text.charCodeAt(start++) === 0x0c) page = true
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end, page: page || text.charCodeAt(end) === 0x0c }
}

const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  let gap: Gap = 'newline'
  let at = 0
  while (at <= text.length) {
    const found = text.indexOf('\n', at)
    const stop = found < 0 ? text.length : found
    const { start, end, page } = trimmed(text, at, stop)
    if (page) gap = 'page'
    if (start === end) gap = gap === 'page' ? 'page' : 'blank'
    else {
      const words = fold(text.slice(start, end))
      lines.push({
        start,
        end,
        words,
        indent: columns(text.slice(at, start).replaceAll('\f', '')),
        kind: lineStart(words),
        gap,
      })
      gap = text.charCodeAt(end) === 0x0c ? 'page' : 'newline'
    }
    at = stop + 1
  }
  return lines
}

/** The width of a full line in a text whose paragraphs are broken into lines; `null` where they are not. */
const wrapWidth = (lines: readonly Line[]): number | null => {
  const widths = lines.map((line) => columns(line.words) + line.indent).filter((width) => width >= 15)
  if (widths.length < 8) return null
  const sorted = [...widths].sort((a, b) => a - b)
  const full = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const near = widths.filter((width) => width >= full - 2 && width <= full + 1.5).length
  return full <= 60 && near >= widths.length * 0.4 ? full : null
}

const SENTENCE_END = /[。！？；：…][“’」』）》〉]{0,2}$/u
const OPENS_LATE = 160

/** True where a bracket that opened not long before the end of `words` is still open. */
const isOpen = (words: string): boolean => {
  const tail = words.slice(-OPENS_LATE)
  return (
    tail.lastIndexOf('《') > tail.lastIndexOf('》') ||
    (tail.lastIndexOf('（') > tail.lastIndexOf('）') && tail.length - tail.lastIndexOf('（') < 40)
  )
}

const isHeading = (kind: LineStart | null) =>
  kind === 'numbered' || kind === 'point' || kind === 'arabic' || kind === 'circled'
/** （一）审议…: a heading of the second level, or of the first where a document has no other. */
const HEADING_WORDS = /^（[^（）]{1,4}）(?:审议|听取|传达|关于|研究|学习|通报|部署|讨论|审定)/u
const isProse = (words: string, kind: LineStart | null) =>
  kind === 'opening' ||
  kind === 'transition' ||
  /[，。；]/u.test(words) ||
  (kind === 'point' && !HEADING_WORDS.test(words))

type Paragraph = { words: string; kind: LineStart | null; last: Line }
type Page = { width: number | null; indented: boolean }

const joinsHeading = (paragraph: Paragraph, line: Line, { width }: Page): boolean => {
  if (/[、，和及与]$/u.test(paragraph.words)) return true
  // The rest of a heading is short and ends without a full stop; what ends with one is the text below it.
  if (/[。；！]$/u.test(line.words) || /^(?:会议|原则|同意|听取|由)/u.test(line.words)) return false
  const full = width !== null && columns(paragraph.last.words) + paragraph.last.indent >= width - 1.5
  return full || (line.gap !== 'newline' && columns(paragraph.words) > 20 && fillsOfficialLines(paragraph.words))
}

const joins = (paragraph: Paragraph, line: Line, page: Page): boolean => {
  const { words, kind } = paragraph
  if (isOpen(words) && line.kind !== 'roll' && line.kind !== 'printed') return true
  if (line.kind !== null && line.kind !== 'opening') return false
  if (kind === 'compiled' || kind === 'printed' || kind === 'day' || kind === 'openness') return false
  if (/[，、]$/u.test(words)) return true
  const { width } = page
  const full = width !== null && columns(paragraph.last.words) + paragraph.last.indent >= width - 1.5
  if (SENTENCE_END.test(words))
    return full && line.gap === 'newline' && line.indent < 1.5 && page.indented && !words.endsWith('：')
  if (kind === 'distribution') return true
  if (isProse(words, kind) && !(isHeading(kind) && !/[。；]/u.test(words) && kind === 'numbered'))
    return line.indent < 1.5 || !page.indented || line.gap === 'page'
  if (isHeading(kind)) return joinsHeading(paragraph, line, page)
  if (kind !== null) return line.gap === 'newline' && full
  return line.kind === null && full && /[，。；]/u.test(line.words)
}

/**
 * One paragraph a line: what a page break or the edge of the paper cut in two is joined again, blank lines go.
 * The lines of a roll stay as they are: a line break there is no evidence of anything.
 */
export const paragraphs = (text: string): Edit[] => {
  const lines = linesOf(text)
  const indents = lines.filter((line) => line.indent >= 1.5 && line.kind !== 'roll').length
  const page: Page = { width: wrapWidth(lines), indented: indents >= 3 && indents < lines.length * 0.9 }
  const edits: Edit[] = []
  let paragraph: Paragraph | undefined
  let inRoll = false
  let at = 0
  for (const line of lines) {
    const before: Paragraph | undefined = paragraph
    const wasRoll = inRoll
    inRoll = line.kind === 'roll' || (inRoll && !endsRoll(line.kind, line.words))
    const joined: boolean = before !== undefined && !wasRoll && !inRoll && joins(before, line, page)
    const insert = before === undefined ? '' : joined ? glue(before.words, line.words) : '\n'
    if (line.start > at || insert) edits.push({ start: at, end: line.start, insert })
    paragraph =
      joined && before
        ? { words: (before.words + line.words).slice(-2000), kind: before.kind, last: line }
        : { words: line.words, kind: line.kind, last: line }
    at = line.end
  }
  if (at < text.length) edits.push({ start: at, end: text.length, insert: '' })
  return edits
}

const glue = (before: string, after: string): string =>
  /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after) ? ' ' : ''
