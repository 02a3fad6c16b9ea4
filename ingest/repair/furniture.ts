import { WEB_LINE_STARTS, WEB_LINE_WORDS } from '../lexicon/labels.ts'
import { fold } from './fold.ts'
import { lineStart } from './line-start.ts'
import type { Edit } from './origins.ts'

const PAGE_NUMBER =
  /^(?:[—–\-－‐―─ー_·~]{1,3} {0,3}\d{1,3} {0,3}[—–\-－‐―─ー_·~]{1,3}|第? {0,2}\d{1,3} {0,2}页 {0,2}[，/]? {0,2}(?:共 {0,2}\d{1,3} {0,2}页)?|\d{1,3}(?: {0,2}\/ {0,2}\d{1,3})?)$/u
const LONGEST_HEADER = 40
const REPEATS_OF_A_HEADER = 3

type Line = { start: number; end: number; words: string }

const linesOf = (text: string): Line[] => {
  const out: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const words = end - start > 400 ? '' : fold(text.slice(start, end)).replaceAll('\f', '').trim()
    out.push({ start, end, words })
    start = end + 1
  }
  return out
}

const isWebLine = (words: string): boolean => {
  if (words.length > 160) return false
  if (WEB_LINE_STARTS.some((start) => words.startsWith(start))) return true
  const hits = WEB_LINE_WORDS.filter((word) => words.includes(word)).length
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

/** Page numbers become form feeds (a page ended there); the repeats of a running header and the lines of a web page around the text go. */
export const furniture = (text: string): Edit[] => {
  const lines = linesOf(text)
  const headers = runningHeaders(lines)
  const seen = new Set<string>()
  const edits: Edit[] = []
  for (const { start, end, words } of lines) {
    if (!words) continue
    if (PAGE_NUMBER.test(words)) edits.push({ start, end, insert: '\f' })
    else if (isWebLine(words)) edits.push({ start, end, insert: '' })
    else if (headers.has(words)) {
      if (seen.has(words)) edits.push({ start, end, insert: '\f' })
      seen.add(words)
    }
  }
  return edits
}
