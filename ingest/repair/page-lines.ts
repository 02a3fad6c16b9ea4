import { columns } from './columns.ts'
import { fold } from './fold.ts'
import { type LineStart, lineStart } from './line-start.ts'

/** A line of the text: `start` and `end` leave out indent and trailing space. */
export type Line = { start: number; end: number; words: string; indent: number; kind: LineStart | null; gap: Gap }
/** What stands between a line and the one before it. */
export type Gap = 'newline' | 'blank' | 'page'

const NEWLINE = 0x0a
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

/** The lines that hold something, top to bottom. */
export const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  const folded = fold(text)
  let gap: Gap = 'newline'
  let at = 0
  while (at <= text.length) {
    if (text.charCodeAt(at) === NEWLINE) {
      gap = gap === 'page' ? 'page' : 'blank'
      at++
      continue
    }
    const found = text.indexOf('\n', at)
    const stop = found < 0 ? text.length : found
    const { start, end, page } = trimmed(text, at, stop)
    if (page) gap = 'page'
    if (start === end) gap = gap === 'page' ? 'page' : 'blank'
    else {
      const words = folded.slice(start, end)
      lines.push({
        start,
        end,
        words,
        indent: start > at ? columns(text.slice(at, start).replaceAll('\f', '')) : 0,
        kind: lineStart(words),
        gap,
      })
      gap = text.charCodeAt(end) === 0x0c ? 'page' : 'newline'
    }
    at = stop + 1
  }
  return lines
}
