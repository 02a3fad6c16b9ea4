import type { MinutesRecord, RollPair, Warning } from '../../model/record.ts'
import { fold } from '../repair/fold.ts'
import type { RepairedText } from '../repair/origins.ts'
import { cityAbove } from './bodies/city-above.ts'
import { jurisdictionOf, NOWHERE } from './bodies/jurisdiction.ts'
import { recogniserOf } from './bodies/mentions.ts'
import type { Document } from './document.ts'
import { readItem } from './items/read-item.ts'
import { layout } from './layout/layout.ts'
import { readMeeting } from './meeting.ts'
import { readRolls } from './roll/read-rolls.ts'
import { hiddenItems } from './rules/hidden-items.ts'
import { segmentsOf } from './rules/item-verbs.ts'
import { PARSER_VERSION } from './version.ts'

/**
 * Reads the minutes in a repaired text. Whatever the text holds, there is a record: what cannot be read is a warning in it.
 * `known` are pairs that other documents of the place print: where a roll can be divided in two ways that are as good, they decide.
 */
export const parse = (
  repaired: RepairedText,
  source: MinutesRecord['source'],
  { known = [] }: { known?: readonly RollPair[] } = {},
): MinutesRecord => {
  const { text } = repaired
  const folded = fold(text)
  const doc: Document = { text, folded, layout: layout(folded) }
  const { meeting, warnings } = readMeeting(doc)
  const own = meeting.issuer ? jurisdictionOf(fold(meeting.issuer).replace(/\s/gu, '')) : NOWHERE
  const jurisdiction = own.parent ? own : { ...own, parent: cityAbove(folded, own) }
  const rolls = readRolls(
    text,
    folded,
    doc.layout.blocks.filter((block) => block.kind === 'roll').map((block) => block.span),
    jurisdiction,
    {
      told: doc.layout.blocks.filter((block) => block.kind === 'opening').map((block) => block.span),
      known: known.map(({ body, person }) => ({ body: fold(body), person: fold(person) })),
    },
  )
  const printedBodies = [
    ...rolls.attendance.map((entry) => entry.body ?? ''),
    ...rolls.representatives.map((one) => one.body),
  ].map(fold)
  const recogniser = recogniserOf(jurisdiction, printedBodies)
  const agenda = doc.layout.blocks
    .filter((block) => block.kind === 'opening' || block.kind === 'data' || block.kind === 'transition')
    .flatMap((block) => segmentsOf(folded, block.span))
  const items = doc.layout.items.map((laid) =>
    readItem(laid, { doc, held: meeting.date, kind: meeting.type, recogniser, agenda }),
  )
  const hidden = hiddenItems(doc)
  const missing: Warning[] = items.length
    ? []
    : [{ code: 'no-items', message: 'no item was found', quote: '', span: null }]
  return {
    source,
    parser: PARSER_VERSION,
    meeting,
    items: items.map((one) => one.item),
    attendance: rolls.attendance,
    representatives: rolls.representatives,
    warnings: [
      ...warnings,
      ...doc.layout.gaps.map((gap) => ({
        ...gap,
        quote: text.slice(gap.span?.start ?? 0, Math.min(gap.span?.end ?? 0, (gap.span?.start ?? 0) + 60)),
      })),
      ...missing,
      ...items.flatMap((one) => one.warnings),
      ...hidden.warnings,
      ...rolls.warnings,
    ],
    blocks: doc.layout.blocks,
    hiddenItems: hidden.hidden,
  }
}
