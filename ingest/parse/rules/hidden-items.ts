import type { MinutesRecord, Warning } from '../../../model/record.ts'
import { type Document, warn } from '../document.ts'
import { readNumber } from '../numbers.ts'

const OTHER =
  /会议还?(?:听取|审议|研究|讨论|通报|学习|传达|部署)?[^。]{0,8}(?:其他|其它)[^。]{0,16}(?:事项|工作|议题|问题)/u
const DECLARED = /(?<count>\d{1,2}|[一二三四五六七八九十]{1,3})(?:项|个)(?:议题|事项)/u

/** Matters that the text says were dealt with and does not print; the opening may declare how many there were in all. */
export const hiddenItems = (doc: Document): { hidden: MinutesRecord['hiddenItems']; warnings: Warning[] } => {
  const opening = doc.layout.blocks.filter(
    (block) => block.kind === 'opening' || block.kind === 'data' || block.kind === 'transition',
  )
  for (const { span } of opening) {
    const match = DECLARED.exec(doc.folded.slice(span.start, Math.min(span.end, span.start + 2000)))
    const count = readNumber(match?.groups?.count ?? '')
    const missing = count ? count - doc.layout.items.length : 0
    if (!match || missing <= 0) continue
    const at = { start: span.start + match.index, end: span.start + match.index + match[0].length }
    return {
      hidden: { count: missing, span: at },
      warnings: [warn(doc, 'agenda-count', `${count} items are declared, ${doc.layout.items.length} are printed`, at)],
    }
  }
  const first = doc.layout.items[0]?.span.start ?? 0
  const other = OTHER.exec(doc.folded.slice(first))
  return {
    hidden: other
      ? { count: null, span: { start: first + other.index, end: first + other.index + other[0].length } }
      : null,
    warnings: [],
  }
}
