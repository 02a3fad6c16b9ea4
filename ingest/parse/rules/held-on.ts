import type { Span, Warning } from '../../../model/record.ts'
import { SESSIONS } from '../../lexicon/time-words.ts'
import { day, partsOf } from '../calendar.ts'
import { findDays, findYearlessDay } from '../days.ts'
import { blocksOf, type Document, type Found, labelled, warn } from '../document.ts'

/** Where the day of the meeting may stand: behind its label, or in the sentences before the items. */
const places = (doc: Document): Span[] => [
  ...labelled(doc, 'time'),
  ...blocksOf(doc, 'opening', 'data').map((block) => block.span),
]

/** The day on which the meeting was held; `known` is a later day of the document, which gives the year where the text leaves it out. */
export const heldOn = (doc: Document, known: string | null): Found<string> => {
  for (const span of places(doc)) {
    const [found] = findDays(doc.folded.slice(span.start, Math.min(span.end, span.start + 300)))
    if (!found) continue
    const at = { start: span.start + found.start, end: span.start + found.end }
    if (found.value === null) return null
    const warnings = [
      ...(found.damaged
        ? [warn(doc, 'date-damaged', 'signs beside the digits are lost; one reading is left', at)]
        : []),
      ...severalDays(doc, at),
    ]
    return { value: found.value, span: at, ...(warnings.length ? { warnings } : {}) }
  }
  for (const span of places(doc)) {
    const found = findYearlessDay(doc.folded.slice(span.start, Math.min(span.end, span.start + 120)))
    const value = found && known ? lastSuchDay(known, found.month, found.date) : null
    if (!found || !value) continue
    const at = { start: span.start + found.start, end: span.start + found.end }
    const warnings = severalDays(doc, at)
    return { value, span: at, ...(warnings.length ? { warnings } : {}) }
  }
  return null
}

/** 12月3日至4日, 12月3日、5日; 上午 and the day of the week may stand between. */
const MORE_DAYS = /^(?:[上下]午|晚上?|（[^（）]{1,6}）)?(?:至|到|—|-|~|、|和|及)(?:\d{1,2}月)?\d{1,2}日/u

/** A meeting of several days was held on the first of them, for the record has room for one. */
const severalDays = (doc: Document, { start, end }: Span): Warning[] => {
  const more = MORE_DAYS.exec(doc.folded.slice(end, end + 24))
  if (!more) return []
  return [
    warn(doc, 'several-days', 'the meeting took several days; the first is kept', { start, end: end + more[0].length }),
  ]
}

/** The last day with this month and date that is not after `known`. */
const lastSuchDay = (known: string, month: number, date: number): string | null => {
  const { year } = partsOf(known)
  const same = day(year, month, date)
  return same && same <= known ? same : day(year - 1, month, date)
}

/** 上午, 下午 …, where it stands right behind the day. */
export const session = (doc: Document, date: Span | null): Found<'上午' | '下午' | '晚上' | '全天'> => {
  if (!date) return null
  const after = doc.folded.slice(date.end, date.end + 16)
  for (const [word, value] of SESSIONS) {
    const at = after.indexOf(word)
    if (at >= 0 && /^[（）星期周一二三四五六日天 ，]*$/u.test(after.slice(0, at)))
      return { value, span: { start: date.end + at, end: date.end + at + word.length } }
  }
  return null
}
