import { columns, fillsOfficialLines } from './columns.ts'
import { endsRoll, type LineStart } from './line-start.ts'
import type { Edit } from './origins.ts'
import { type Line, linesOf } from './page-lines.ts'
import { atMargin, type PageShape, pageShape } from './page-shape.ts'

const SENTENCE_END = /[。！？；：…][“’」』）》〉]{0,2}$/u
const OPENS_LATE = 160

/** True where a bracket that opened not long before the end of `words` is still open. */
const isOpen = (words: string): boolean => {
  const tail = words.slice(-OPENS_LATE)
  const title = tail.lastIndexOf('《')
  if (title >= 0 && title > tail.lastIndexOf('》')) return true
  const bracket = tail.lastIndexOf('（')
  return bracket >= 0 && tail.length - bracket < 40 && bracket > tail.lastIndexOf('）')
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

/** No paragraph begins with these. */
const CLOSING_SIGN = /^[。，、；：！？）》〉]/u
/** The number of an issue stands alone, whatever is above. */
const NUMBER_ALONE = /^(?:[（〔]?\d{4}[）〕] {0,3})?(?:总 {0,2})?第? {0,3}\d{1,4} {0,3}[期号]$/u
/** How the text below a heading begins. */
const BODY_WORDS = /^(?:会议|原则|同意|听取|由)/u
const BEGINS_TEXT = /^(?:会议|原则同意|原则通过)/u
const BEGINS_WITH_DAY = /^\d{4} {0,2}年 {0,2}\d{1,2} {0,2}月 {0,2}\d{1,2} {0,2}日[上下晚，]/u
const PRINTED_ON = /(?<!\d)\d{4} {0,2}年 {0,2}\d{1,2} {0,2}月 {0,2}\d{1,2} {0,2}日 {0,9}印(?:发|制)?$/u
const LONGEST_DAY = 24

/** The day of printing, in two lines: 2023年9月 and 8日印发. */
const cutsDay = (before: string, after: string): boolean => {
  if (after.length > LONGEST_DAY || !/^[\d年月日印发]/u.test(after)) return false
  const tail = before.slice(-LONGEST_DAY)
  const found = PRINTED_ON.exec(tail + after)
  return found !== null && found.index < tail.length
}

/** A number and clauses that fill two lines and more are a sentence and no heading. */
const isSentence = (words: string): boolean => words.includes('，') && columns(words) >= 56

const joinsHeading = (paragraph: Paragraph, line: Line, full: boolean): boolean => {
  if (/[、，和及与]$/u.test(paragraph.words)) return true
  // The rest of a heading is short and ends without a full stop; what ends with one is the text below it.
  if (BODY_WORDS.test(line.words) || (/[。；！]$/u.test(line.words) && !(full && isSentence(paragraph.words))))
    return false
  return full || (line.gap !== 'newline' && columns(paragraph.words) > 20 && fillsOfficialLines(paragraph.words))
}

/** An indent is no beginning where the sentence before it has not ended at the edge of the paper. */
const goesOn = (line: Line, full: boolean, page: PageShape): boolean =>
  atMargin(line) || !page.indented || line.gap === 'page' || (full && !BODY_WORDS.test(line.words))

const joins = (paragraph: Paragraph, line: Line, page: PageShape): boolean => {
  const { words, kind } = paragraph
  if (isOpen(words) && line.kind !== 'roll' && line.kind !== 'printed') return true
  if (CLOSING_SIGN.test(line.words) || cutsDay(words, line.words)) return true
  if (NUMBER_ALONE.test(line.words) && words.length < 60 && !/[，。；]/u.test(words)) return false
  if (line.kind !== null && line.kind !== 'opening') return false
  if (kind === 'compiled' || kind === 'printed' || kind === 'day' || kind === 'openness') return false
  if (/[，、]$/u.test(words)) return true
  // The office and the day on a line of their own, and the opening below them.
  if (BEGINS_WITH_DAY.test(line.words) && words.endsWith('日') && !/[，。；]/u.test(words)) return false
  const full = page.fills(paragraph.last, line)
  const continues = full && page.indented && line.gap !== 'blank' && atMargin(line)
  if (SENTENCE_END.test(words)) return continues && line.gap === 'newline' && !words.endsWith('：')
  if (continues || kind === 'distribution') return true
  // （二）《…》 in a list, and 会议审议… below it.
  if (!full && isHeading(kind) && !/[，。；]/u.test(words) && BEGINS_TEXT.test(line.words)) return false
  if (isProse(words, kind) && !(isHeading(kind) && !/[。；]/u.test(words) && kind === 'numbered'))
    return goesOn(line, full, page)
  if (isHeading(kind)) return joinsHeading(paragraph, line, full)
  if (kind !== null) return line.gap === 'newline' && full
  return full && /[，。；]/u.test(line.words)
}

/**
 * One paragraph a line: what a page break or the edge of the paper cut in two is joined again, blank lines go.
 * The lines of a roll stay as they are: a line break there is no evidence of anything.
 */
export const paragraphs = (text: string): Edit[] => {
  const lines = linesOf(text)
  const page = pageShape(lines)
  const edits: Edit[] = []
  let paragraph: Paragraph | undefined
  let inRoll = false
  let at = 0
  for (const line of lines) {
    const before: Paragraph | undefined = paragraph
    const wasRoll = inRoll
    inRoll = line.kind === 'roll' || (inRoll && !endsRoll(line.kind, line.words))
    const joined: boolean =
      before !== undefined && (wasRoll || inRoll ? cutsDay(before.words, line.words) : joins(before, line, page))
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
