import type { Span } from '../../../model/record.ts'
import { findDays } from '../days.ts'
import { blocksOf, type Document, type Found } from '../document.ts'

const firstDay = (doc: Document, spans: readonly Span[]): Found<string> => {
  for (const span of spans) {
    const [found] = findDays(doc.folded.slice(span.start, span.end))
    if (found?.value)
      return { value: found.value, span: { start: span.start + found.start, end: span.start + found.end } }
  }
  return null
}

/** The day on which the minutes were compiled: 整理 and the day on its line or the next. */
export const compiledOn = (doc: Document): Found<string> => {
  const spans = doc.layout.blocks
    .filter(
      (block) =>
        block.kind === 'compiled' ||
        (block.kind === 'recorder' && /^整 {0,4}理/u.test(doc.folded.slice(block.span.start, block.span.end))),
    )
    .map((block) => block.span)
  return firstDay(doc, spans)
}

/** The day of printing: beside 印发, else the day that stands alone under the number. */
export const issuedOn = (doc: Document): Found<string> => {
  const lines = doc.layout.lines.filter((line) => line.start === 'printed').map((line) => line.span)
  const itemsFrom = doc.layout.items[0]?.span.start ?? Number.POSITIVE_INFINITY
  const underNumber = blocksOf(doc, 'printed')
    .map((block) => block.span)
    .filter((span) => span.end <= itemsFrom)
  const beside = blocksOf(doc, 'number', 'masthead').map((block) => block.span)
  return firstDay(doc, lines) ?? firstDay(doc, underNumber) ?? firstDay(doc, beside)
}
