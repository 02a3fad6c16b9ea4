import type { RollPair, RollRole, Span } from '../../../model/record.ts'
import { ROLL_LABELS } from '../../lexicon/labels.ts'
import { ROLL_LABEL, rollLabel } from '../../repair/line-start.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { matchesOf } from '../matches.ts'
import { spokenParts } from '../rules/spoken-roll.ts'
import { bestPath } from './best-path.ts'
import { readColumns } from './columns.ts'
import { compact } from './compact.ts'
import { entriesOf } from './entries.ts'
import type { RollFacts } from './entry-writer.ts'

/** Longer than the roll of any meeting: such a stretch is no roll. */
const LONGEST_ROLL = 40_000

const NOBODY = /^\s*无[。；]?\s*$/u

type Part = { role: RollRole; span: Span }

const roles = new Map<string, RollRole>(ROLL_LABELS)
const INLINE_LABEL = new RegExp(`(?<=[ \\n。；])${ROLL_LABEL.source.slice(1)}`, 'gu')

/** Every label ends in a colon, and one inside a roll stands behind a gap or a stop. */
const mayHoldMore = (text: string, label: number): boolean =>
  text.includes('：', label) || /[ \n。；]/u.test(text.slice(0, label))

/** One block may hold several labels: 出席：… 列席：…. */
const partsOf = (folded: string, { start, end }: Span): Part[] => {
  const text = folded.slice(start, end)
  const labels: { at: number; length: number; word: string }[] = []
  const first = rollLabel(text)
  if (first) labels.push({ at: 0, ...first })
  for (const match of mayHoldMore(text, first?.length ?? 0) ? matchesOf(text, INLINE_LABEL) : []) {
    const last = labels.at(-1)
    // 邀 请 列 席 is one label, though 列 席 stands in it behind a gap.
    if (last && match.index < last.at + last.length) continue
    labels.push({ at: match.index, length: match[0].length, word: (match[1] ?? '').replaceAll(' ', '') })
  }
  return labels.map(({ at, length, word }, i) => ({
    role: roles.get(word) ?? 'observer',
    span: { start: start + at + length, end: start + (labels[i + 1]?.at ?? text.length) },
  }))
}

/** True where a stretch is people and bodies and nothing else. */
const isRoll =
  (text: string, folded: string, jurisdiction: Jurisdiction) =>
  (span: Span): boolean => {
    const words = folded.slice(span.start, span.end)
    if (span.end - span.start > 400 || /[《》\d：]/u.test(words)) return false
    const { edges } = bestPath(compact(text, folded, span), jurisdiction)
    const names = edges.filter((edge) => edge.kind === 'name')
    const people = names.length > 0 || edges.some((edge) => edge.kind === 'delegates' && edge.from === 'body')
    return people && edges.every((edge) => edge.kind !== 'unread') && names.every((edge) => edge.score > 0)
  }

/** Everyone and every body in the blocks of rolls, in order; `told` are sentences that may say who came, `known` (folded) what rolls of other documents say. */
export const readRolls = (
  text: string,
  folded: string,
  blocks: readonly Span[],
  jurisdiction: Jurisdiction,
  { told, known }: { told: readonly Span[]; known: readonly RollPair[] } = { told: [], known: [] },
): RollFacts => {
  const spoken = (span: Span): Part[] => spokenParts(folded, span, isRoll(text, folded, jurisdiction))
  const partsIn = (block: Span): Part[] => {
    const parts = partsOf(folded, block)
    return parts.length ? parts : spoken(block)
  }
  const unread = (span: Span, message: string) =>
    facts.warnings.push({
      code: 'roll-unread',
      message,
      quote: text.slice(span.start, Math.min(span.end, span.start + 200)),
      span,
    })
  const facts: RollFacts = { attendance: [], representatives: [], warnings: [] }
  const rolls = blocks.map(partsIn)
  for (const [at, parts] of rolls.entries()) {
    const block = blocks[at]
    if (block && !parts.length) unread(block, 'nobody could be told apart in this roll')
  }
  const readPart = ({ role, span }: Part): RollFacts => {
    if (span.end - span.start > LONGEST_ROLL) {
      unread(span, 'too long for a roll')
      return nobodyCame
    }
    if (NOBODY.test(folded.slice(span.start, span.end))) return nobodyCame
    const roll = compact(text, folded, span)
    return (
      readColumns(text, roll, role, jurisdiction) ??
      entriesOf(text, roll, bestPath(roll, jurisdiction, known), role, jurisdiction)
    )
  }
  const listed = joined(rolls.flat().map(readPart))
  return joined([facts, withoutListed(joined(told.flatMap(spoken).map(readPart)), listed), listed])
}

const nobodyCame: RollFacts = { attendance: [], representatives: [], warnings: [] }

const joined = (parts: readonly RollFacts[]): RollFacts => ({
  attendance: parts.flatMap((part) => part.attendance),
  representatives: parts.flatMap((part) => part.representatives),
  warnings: parts.flatMap((part) => part.warnings),
})

/** 芭蕉侗族乡人民政府 and 芭蕉侗族乡 are one. */
const bodyKey = (body: string | null): string | undefined => body?.replace(/(?:人民)?政府$/u, '')

/** Who is told of in a sentence and stands in the roll as well came once. */
const withoutListed = (told: RollFacts, { attendance, representatives }: RollFacts): RollFacts => ({
  attendance: told.attendance.filter(
    (one) =>
      !attendance.some((other) => other.person === one.person && (!one.body || !other.body || one.body === other.body)),
  ),
  representatives: told.representatives.filter(
    (one) => ![...attendance, ...representatives].some((other) => bodyKey(other.body) === bodyKey(one.body)),
  ),
  warnings: told.warnings,
})
