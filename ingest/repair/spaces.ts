import { fold } from './fold.ts'
import { endsRoll, keepsSpaces, lineStart } from './line-start.ts'
import type { Edit } from './origins.ts'

/** As much of a line as tells what kind of line it is. */
const HEAD = 240

const isWide = (code: number) => code >= 0x2000 || code === 0xb7
const isSpace = (code: number) => code === 0x20 || code === 9 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)

const nextSpace = (text: string, from: number, end: number): number => {
  let at = from
  while (at < end && !isSpace(text.charCodeAt(at))) at++
  return at
}

/** Spaces of running text go where a Chinese character or sign stands on either side; in rolls and lists of names they divide, and stay. */
export const spaces = (text: string): Edit[] => {
  const edits: Edit[] = []
  const folded = fold(text)
  let start = 0
  let inRoll = false
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const words = folded.slice(start, Math.min(end, start + HEAD))
    const kind = lineStart(words)
    inRoll = kind === 'roll' || (inRoll && !endsRoll(kind, words))
    if (!inRoll && !keepsSpaces(kind))
      for (let from = nextSpace(text, start, end); from < end; ) {
        let to = from + 1
        while (to < end && isSpace(text.charCodeAt(to))) to++
        const glued = from === start || to === end || isWide(text.charCodeAt(from - 1)) || isWide(text.charCodeAt(to))
        if (glued || to > from + 1 || text[from] !== ' ') edits.push({ start: from, end: to, insert: glued ? '' : ' ' })
        from = nextSpace(text, to, end)
      }
    start = end + 1
  }
  return edits
}
