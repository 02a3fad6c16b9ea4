import { WEB_LINE_STARTS, WEB_LINE_WORDS } from '../lexicon/labels.ts'
import { fold } from './fold.ts'
import { lineStart } from './line-start.ts'
import type { Edit } from './origins.ts'

const PAGE_NUMBER =
  /^(?:[—–\-－‐―─ー_·~]{1,3} {0,3}\d{1,3} {0,3}[—–\-－‐―─ー_·~]{1,3}|第? {0,2}\d{1,3} {0,2}页 {0,2}[，/]? {0,2}(?:共 {0,2}\d{1,3} {0,2}页)?|\d{1,3}(?: {0,2}\/ {0,2}\d{1,3})?)$/u
const LONGEST_NUMBER = 30
const LONGEST_HEADER = 40
const REPEATS_OF_A_HEADER = 3

type Line = { start: number; end: number; words: string }

const bare = (line: string): string => (line.includes('\f') ? line.replaceAll('\f', '') : line).trim()

/** The lines that hold something and are not too long for furniture. */
const linesOf = (text: string): Line[] => {
  const out: Line[] = []
  const folded = fold(text)
  let start = 0
  while (start < text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const words = end === start || end - start > 400 ? '' : bare(folded.slice(start, end))
    if (words) out.push({ start, end, words })
    start = end + 1
  }
  return out
}

/** 无障碍卫生间堆放杂物: the words go on as a sentence does, and no menu. */
const isProse = (words: string, from: number): boolean =>
  /^\p{Script=Han}/u.test(words.slice(from)) && (/[，。；、《》]/u.test(words) || words.length > 16)

/** What a line of a web page begins with, by its first sign. */
const webStarts = new Map(
  WEB_LINE_STARTS.map(([first = '']) => [first, WEB_LINE_STARTS.filter((start) => start.startsWith(first))]),
)

const WEB_WORD = new RegExp(WEB_LINE_WORDS.map((word) => word.replace(/[|\\[\](){}.*+?^$]/gu, '\\$&')).join('|'), 'u')

const isWebLine = (words: string): boolean => {
  if (words.length > 160) return false
  const start = webStarts.get(words[0] ?? '')?.find((one) => words.startsWith(one))
  if (start) return start.endsWith('：') || !isProse(words, start.length)
  const hits =
    /[：【|]/u.test(words) && WEB_WORD.test(words) ? WEB_LINE_WORDS.filter((word) => words.includes(word)).length : 0
  return hits >= 2 || (hits === 1 && /^(?:发布)?(?:时间|日期)：/u.test(words))
}

const runningHeaders = (lines: readonly Line[]): Set<string> => {
  const counts = new Map<string, number>()
  for (const { words } of lines)
    if (words.length >= 4 && words.length <= LONGEST_HEADER) counts.set(words, (counts.get(words) ?? 0) + 1)
  const isHeader = (words: string) => !/[，。；：、！？]/u.test(words) && lineStart(words) === null
  return new Set(
    [...counts].filter(([words, count]) => count >= REPEATS_OF_A_HEADER && isHeader(words)).map(([words]) => words),
  )
}

/** 2023 cut in two: 20 at the end of a line, 23 alone on the next. */
const goesOnANumber = (before: string, words: string): boolean => {
  const [digits] = /\d{1,4}$/u.exec(before) ?? ['']
  return /^(?:19|20)\d\d$/u.test(digits + words) && digits !== ''
}

/** Page numbers become form feeds (a page ended there); the repeats of a running header and the lines of a web page around the text go. */
export const furniture = (text: string): Edit[] => {
  const lines = linesOf(text)
  const headers = runningHeaders(lines)
  const seen = new Set<string>()
  const edits: Edit[] = []
  let above = ''
  for (const { start, end, words } of lines) {
    const before = above
    above = words
    if (words.length <= LONGEST_NUMBER && PAGE_NUMBER.test(words) && !goesOnANumber(before, words))
      edits.push({ start, end, insert: '\f' })
    else if (isWebLine(words)) edits.push({ start, end, insert: '' })
    else if (headers.has(words)) {
      if (seen.has(words)) edits.push({ start, end, insert: '\f' })
      seen.add(words)
    }
  }
  return edits
}
