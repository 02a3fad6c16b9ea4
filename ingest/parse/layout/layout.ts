import type { Block, Span, Warning } from '../../../model/record.ts'
import { isSpokenRoll } from '../rules/spoken-roll.ts'
import { type BlockKind, type Line, linesOf } from './lines.ts'
import { type Marker, markerOf, numberingOf } from './markers.ts'

/** An item as it lies on the page: `heading` without its number, `paragraphs` without theirs. */
export type LaidItem = { seq: number; span: Span; heading: Span; paragraphs: Span[] }

export type Layout = { lines: readonly Line[]; blocks: Block[]; items: LaidItem[]; gaps: Warning[] }

type Laid = { line: Line; kind: BlockKind; item: number | null }

const LABELS: Readonly<Partial<Record<NonNullable<Line['start']>, BlockKind>>> = {
  roll: 'roll',
  chair: 'data',
  time: 'data',
  place: 'data',
  topic: 'data',
  recorder: 'recorder',
  compiler: 'recorder',
  distribution: 'distribution',
  closing: 'openness',
  openness: 'openness',
  transition: 'transition',
  compiled: 'compiled',
  printed: 'printed',
}
const NUMBER_LINE =
  /^[^，。；]{0,24}(?:\d{2,4}|[〇零一二三四五六七八九]{4}).{0,10}[号期][^，。；]{0,16}$|^（?总?第.{1,6}[号期]）?$/u
const SPOKEN_ITEM = /^会议(?:书面|集体|专题|再次|首先|还)?(?:审议|听取|传达|学习|研究|讨论|通报|部署)/u
const HIDDEN = /^会议还?(?:听取|审议|研究|讨论|通报|学习|传达)?.{0,8}(?:其他|其它)/u
const LONGEST_HEADING = 400
/** No paragraph of minutes is as long: what is belongs to another document, or is damage. */
const LONGEST_LINE = 30_000

/** Divides the document into blocks and items, top to bottom. */
export const layout = (folded: string): Layout => {
  const lines = linesOf(folded)
  const { style, agenda } = numberingOf(lines)
  const spoken = style === null
  const laid: Laid[] = []
  const items: LaidItem[] = []
  const gaps: Warning[] = []
  let zone: 'head' | 'body' | 'tail' = 'head'
  let last = 0

  lines.forEach((line, at) => {
    if (line.words.length > LONGEST_LINE && !line.inRoll) {
      gaps.push(tooLong(line))
      laid.push({ line, kind: 'unread', item: null })
      return
    }
    if (agenda.has(line)) {
      laid.push({ line, kind: 'data', item: null })
      return
    }
    const marker = line.inRoll ? null : markerOf(line.words)
    const isItem = spoken
      ? zone !== 'tail' && SPOKEN_ITEM.test(line.words) && !HIDDEN.test(line.words)
      : marker !== null && marker.style === style && startsItem(marker.value, last, items)
    if (isItem && (line.start === null || isNumbering(line))) {
      if (marker && marker.value === 1 && items.length && items.every((item) => !item.paragraphs.length))
        dropList(items, laid)
      if (marker && marker.value > last + 1 && last > 0) gaps.push(gapBefore(line, last, marker.value))
      last = marker?.value ?? last + 1
      items.push(itemOf(line, marker, items.length + 1, spoken))
      laid.push({ line, kind: 'heading', item: items.length })
      zone = 'body'
    } else {
      const kind = isOffice(line, lines[at + 1]) ? 'printed' : kindOf(line, zone, laid.at(-1)?.kind)
      zone = zoneAfter(kind, zone, items.length > 0)
      const item = kind === 'paragraph' ? items.at(-1) : undefined
      if (item) {
        item.paragraphs.push({ start: line.span.start + (marker?.length ?? 0), end: line.span.end })
        item.span = { start: item.span.start, end: line.span.end }
      }
      laid.push({
        line,
        kind: kind === 'paragraph' && !item ? (zone === 'tail' ? 'unread' : 'opening') : kind,
        item: item?.seq ?? null,
      })
    }
  })
  return { lines, blocks: blocksOf(laid), items, gaps }
}

const isNumbering = (line: Line) => line.start === 'numbered' || line.start === 'point' || line.start === 'arabic'

/** A number continues the list, skips what was cut out, or repeats the last one by mistake; a smaller one belongs to another list. */
const startsItem = (value: number, last: number, items: readonly LaidItem[]): boolean =>
  (value > last && value <= last + 6) ||
  (value === 1 && items.every((item) => !item.paragraphs.length)) ||
  (value === last && (items.at(-1)?.paragraphs.length ?? 0) > 0 && value > 1)

/** What was read as items was the list of the agenda: the items themselves follow. */
const dropList = (items: LaidItem[], laid: Laid[]): void => {
  items.length = 0
  for (const one of laid) if (one.item !== null) Object.assign(one, { kind: 'data', item: null })
}

const gapBefore = ({ span, words }: Line, last: number, value: number): Warning => ({
  code: 'heading-gap',
  message: `items ${last + 1} to ${value - 1} are missing`,
  quote: words.slice(0, 60),
  span: { start: span.start, end: Math.min(span.end, span.start + 60) },
})

/** The office that stands on the line above the day of printing. */
const isOffice = (line: Line, next: Line | undefined): boolean =>
  (next?.start === 'printed' || next?.start === 'day') &&
  line.words.length <= 30 &&
  /(?:办公室|办公厅|管委会|人民政府)$/u.test(line.words) &&
  !/[，。；：]/u.test(line.words)

const tooLong = ({ span, words }: Line): Warning => ({
  code: 'paragraph-unread',
  message: 'too long for a paragraph',
  quote: words.slice(0, 60),
  span,
})

const itemOf = ({ span, words }: Line, marker: Marker | null, seq: number, spoken: boolean): LaidItem => {
  const from = marker?.length ?? 0
  const stop = headingEnd(words, from, spoken)
  const rest = stop + 1 < words.length
  const heading = { start: span.start + from, end: span.start + stop }
  // The sentence of a heading that is one may decide as well.
  const body =
    rest || spoken || words[stop] === '。'
      ? [
          {
            start: span.start + (spoken ? 0 : decides(words.slice(from, stop)) ? from : rest ? stop + 1 : from),
            end: span.end,
          },
        ]
      : []
  return { seq, span: { ...span }, heading, paragraphs: body }
}

const decides = (heading: string) => /(?:同意|通过|暂缓|议定)/u.test(heading)

/** 会议审议并原则通过了《…》，由…: what came of it is no heading. */
const CAME_OF_IT = /^，(?:由|要求|决定|责成|请|原则同意|同意|会后|并由)/u

const headingEnd = (words: string, from: number, spoken: boolean): number => {
  let depth = 0
  for (let at = from; at < Math.min(words.length, from + LONGEST_HEADING); at++) {
    const sign = words[at]
    if (sign === '《' || sign === '（') depth++
    else if (sign === '》' || sign === '）') depth--
    else if (sign === '。' && depth <= 0) return at
    else if (spoken && sign === '，' && depth <= 0 && CAME_OF_IT.test(words.slice(at, at + 6))) return at
  }
  return words.length
}

const kindOf = (line: Line, zone: 'head' | 'body' | 'tail', before: BlockKind | undefined): BlockKind => {
  if (line.inRoll || isSpokenRoll(line.words)) return 'roll'
  if (line.start === 'day') return zone === 'head' ? 'printed' : before === 'compiled' ? 'compiled' : 'printed'
  const labelled = line.start && LABELS[line.start]
  if (labelled) return labelled
  if (zone === 'body') return 'paragraph'
  if (zone === 'tail') return /(?:办公室|办公厅|秘书处|管委会|人民政府)$/u.test(line.words) ? 'printed' : 'unread'
  if (NUMBER_LINE.test(line.words)) return 'number'
  if (line.start === 'opening' || /[。；]/u.test(line.words) || (line.words.includes('，') && line.words.length > 20))
    return 'opening'
  return before === undefined ||
    before === 'masthead' ||
    before === 'number' ||
    before === 'printed' ||
    before === 'data'
    ? 'masthead'
    : 'opening'
}

const TAIL: ReadonlySet<BlockKind> = new Set(['roll', 'recorder', 'compiled', 'distribution', 'openness', 'printed'])
const zoneAfter = (kind: BlockKind, zone: 'head' | 'body' | 'tail', started: boolean) =>
  started && TAIL.has(kind) ? 'tail' : zone

/** Neighbouring lines of one kind and item are one block, but for paragraphs and headings. */
const blocksOf = (laid: readonly Laid[]): Block[] => {
  const blocks: Block[] = []
  for (const { line, kind, item } of laid) {
    const last = blocks.at(-1)
    const newRoll = kind === 'roll' && line.start === 'roll'
    if (
      last &&
      last.kind === kind &&
      kind !== 'paragraph' &&
      kind !== 'heading' &&
      kind !== 'data' &&
      kind !== 'recorder' &&
      !newRoll
    )
      last.span = { start: last.span.start, end: line.span.end }
    else blocks.push({ kind, item, span: { ...line.span } })
  }
  return blocks
}
