import { blocksOf, type Document, type Found, labelled, printed } from '../document.ts'

const ROOM = '(?:会议室|会议厅|会议中心|礼堂|会堂|会场|多功能厅|报告厅|指挥中心|\\d{3,4}室|楼|厅|室|行政中心|办公楼)'
const PATTERN = new RegExp(
  `在(?<place>[^，。；：《》在]{2,30}?${ROOM}(?:\\d{1,2}楼)?[^，。；：《》在]{0,12}?${ROOM}?)(?=主持|召开|，|举行|组织|研究|听取|专题)`,
  'u',
)

/** Where the meeting was held, as printed. */
export const place = (doc: Document): Found<string> => {
  for (const span of labelled(doc, 'place')) {
    const stop = doc.folded.slice(span.start, span.end).search(/[。；]|\s{2,}(?=\S{2,6}：)/u)
    const at = { start: span.start, end: stop < 0 ? span.end : span.start + stop }
    const value = printed(doc.text, at)
    if (value) return { value, span: at }
  }
  for (const { span } of blocksOf(doc, 'opening')) {
    const match = PATTERN.exec(doc.folded.slice(span.start, Math.min(span.end, span.start + 400)))
    const found = match?.groups?.place
    if (!match || !found) continue
    const at = { start: span.start + match.index + 1, end: span.start + match.index + 1 + found.length }
    return { value: printed(doc.text, at), span: at }
  }
  return null
}
