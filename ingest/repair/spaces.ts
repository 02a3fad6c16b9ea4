import { fold } from './fold.ts'
import { endsRoll, keepsSpaces, lineStart } from './line-start.ts'
import type { Edit } from './origins.ts'

const isWide = (code: number) => code >= 0x2000 || code === 0xb7 || Number.isNaN(code)

/** Spaces of running text go where a Chinese character or sign stands on either side; in rolls and lists of names they divide, and stay. */
export const spaces = (text: string): Edit[] => {
  const edits: Edit[] = []
  let start = 0
  let inRoll = false
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const words = fold(text.slice(start, Math.min(end, start + 240)))
    const kind = lineStart(words)
    inRoll = kind === 'roll' || (inRoll && !endsRoll(kind, words))
    if (!inRoll && !keepsSpaces(kind))
      for (const match of text.slice(start, end).matchAll(/[ \t\u3000\u2000-\u200a]+/gu)) {
        const from = start + match.index
        const to = from + match[0].length
        const glued = isWide(text.charCodeAt(from - 1)) || isWide(text.charCodeAt(to)) || from === start || to === end
        if (glued || match[0] !== ' ') edits.push({ start: from, end: to, insert: glued ? '' : ' ' })
      }
    start = end + 1
  }
  return edits
}
