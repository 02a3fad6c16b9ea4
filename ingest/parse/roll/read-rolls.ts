import type { RollRole, Span } from '../../../model/record.ts'
import { ROLL_LABELS } from '../../lexicon/labels.ts'
import { ROLL_LABEL, rollLabel } from '../../repair/line-start.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { bestPath } from './best-path.ts'
import { compact } from './compact.ts'
import { entriesOf } from './entries.ts'
import type { RollFacts } from './entry-writer.ts'

/** Longer than the roll of any meeting: such a stretch is no roll. */
const LONGEST_ROLL = 40_000

type Part = { role: RollRole; span: Span }

const roles = new Map<string, RollRole>(ROLL_LABELS)
const INLINE_LABEL = new RegExp(`(?<=[ \\n。；])${ROLL_LABEL.source.slice(1)}`, 'gu')

/** One block may hold several labels: 出席：… 列席：…. */
const partsOf = (folded: string, { start, end }: Span): Part[] => {
  const text = folded.slice(start, end)
  const labels: { at: number; length: number; word: string }[] = []
  const first = rollLabel(text)
  if (first) labels.push({ at: 0, ...first })
  for (const match of text.matchAll(INLINE_LABEL))
    labels.push({ at: match.index, length: match[0].length, word: (match[1] ?? '').replaceAll(' ', '') })
  return labels.map(({ at, length, word }, i) => ({
    role: roles.get(word) ?? 'observer',
    span: { start: start + at + length, end: start + (labels[i + 1]?.at ?? text.length) },
  }))
}

/** Everyone and every body in the blocks of rolls, in order. */
export const readRolls = (
  text: string,
  folded: string,
  blocks: readonly Span[],
  jurisdiction: Jurisdiction,
): RollFacts => {
  const facts: RollFacts = { attendance: [], representatives: [], warnings: [] }
  for (const block of blocks)
    for (const { role, span } of partsOf(folded, block)) {
      if (span.end - span.start > LONGEST_ROLL) {
        facts.warnings.push({
          code: 'roll-unread',
          message: 'too long for a roll',
          quote: text.slice(span.start, span.start + 200),
          span,
        })
        continue
      }
      const roll = compact(text, folded, span)
      const read = entriesOf(text, roll, bestPath(roll, jurisdiction), role, jurisdiction)
      facts.attendance.push(...read.attendance)
      facts.representatives.push(...read.representatives)
      facts.warnings.push(...read.warnings)
    }
  return facts
}
