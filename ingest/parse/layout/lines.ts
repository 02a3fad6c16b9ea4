import type { Block, Span } from '../../../model/record.ts'
import { endsRoll, type LineStart, lineStart } from '../../repair/line-start.ts'

/** A line of the repaired text: a paragraph, or one line of a roll. `words` is folded. */
export type Line = { span: Span; words: string; start: LineStart | null; inRoll: boolean }
export type BlockKind = Block['kind']

export const linesOf = (folded: string): Line[] => {
  const lines: Line[] = []
  let at = 0
  let inRoll = false
  while (at < folded.length) {
    const found = folded.indexOf('\n', at)
    const end = found < 0 ? folded.length : found
    const words = folded.slice(at, end)
    const start = lineStart(words)
    inRoll = start === 'roll' || (inRoll && !endsRoll(start, words))
    if (end > at) lines.push({ span: { start: at, end }, words, start, inRoll })
    at = end + 1
  }
  return lines
}
