import { setImmediate as turn } from 'node:timers/promises'
import type { StoredDocument } from '../../model/document.ts'
import type { MeetingNode } from '../../model/graph.ts'
import type { Span } from '../../model/record.ts'
import { sentenceAt } from '../../model/sentence.ts'
import { foldForSearch } from '../../store/fold.ts'

/** Where folded text and text run in step: from this offset of the one, and of the other. */
type Step = { folded: number; text: number }
type Entry = {
  meeting: MeetingNode
  document: string
  text: string
  folded: string
  steps: readonly Step[]
  blocks: StoredDocument['record']['blocks']
}
/** Newest meeting first. */
export type TextIndex = readonly Entry[]

export type TextHit = {
  node: MeetingNode
  /** The sentence without line breaks, cut where it is long, and the place of the words in it. */
  form: string
  matched: Span
  where: { document: string; start: number; end: number; item: number | null }
}

// All else is what `foldForSearch` may change: nine characters in ten of these documents are not.
const MAY_CHANGE = /[^\u3001\u3002\u300a\u300b\u4e00-\u9fff]/gu

const foldText = (text: string): { folded: string; steps: Step[] } => {
  const pieces: string[] = []
  const steps: Step[] = [{ folded: 0, text: 0 }]
  let length = 0
  let at = 0
  const put = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const { 0: character, index } of text.matchAll(MAY_CHANGE)) {
    put(text.slice(at, index))
    const folded = foldForSearch(character)
    put(folded)
    at = index + character.length
    if (folded.length !== character.length) steps.push({ folded: length, text: at })
  }
  put(text.slice(at))
  return { folded: pieces.join(''), steps }
}

const DOCUMENTS_AT_ONCE = 10

/**
 * The texts of a jurisdiction, ready to be looked through. They are looked through, not indexed: the texts of 500 meetings are
 * a few million characters, which a machine passes in some milliseconds (bench/search.md).
 */
export const textIndex = async (
  meetings: readonly MeetingNode[],
  documentOf: (id: string) => Promise<StoredDocument | null>,
): Promise<TextIndex> => {
  const entries: Entry[] = []
  for (const meeting of meetings)
    for (const id of meeting.documents) {
      const document = await documentOf(id)
      if (!document) continue
      const { text, record } = document
      entries.push({ meeting, document: id, text, ...foldText(text), blocks: record.blocks })
      if (entries.length % DOCUMENTS_AT_ONCE === 0) await turn()
    }
  return entries
}

/** Offset in the text of one in the folded text. */
const unfolded = (steps: readonly Step[], offset: number): number => {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((steps[middle]?.folded ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const step = steps[low] ?? { folded: 0, text: 0 }
  return step.text + offset - step.folded
}

const BEFORE = 30
const BEHIND = 60

const flat = (text: string): string => text.replaceAll(/\s+/g, '')

const excerpt = (text: string, span: Span): { form: string; matched: Span } => {
  const sentence = sentenceAt(text, span)
  const before = flat(text.slice(sentence.start, span.start))
  const words = flat(text.slice(span.start, span.end))
  const behind = flat(text.slice(span.end, sentence.end))
  const head = before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before
  const tail = behind.length > BEHIND ? `${behind.slice(0, BEHIND)}…` : behind
  return { form: head + words + tail, matched: { start: head.length, end: head.length + words.length } }
}

const itemAt = ({ blocks }: Entry, at: number): number | null =>
  blocks.find(({ span }) => span.start <= at && at < span.end)?.item ?? null

/** What is said under an item tells more than the list of headings and the roll, which often come first. */
const bestPlace = (entry: Entry, first: number, query: string): { from: number; item: number | null } => {
  for (let from = first; from >= 0; from = entry.folded.indexOf(query, from + 1)) {
    const item = itemAt(entry, unfolded(entry.steps, from))
    if (item !== null) return { from, item }
  }
  return { from: first, item: null }
}

const hitOf = (entry: Entry, first: number, query: string): TextHit => {
  const { from, item } = bestPlace(entry, first, query)
  const start = unfolded(entry.steps, from)
  const end = Math.max(start + 1, unfolded(entry.steps, from + query.length - 1) + 1)
  return {
    node: entry.meeting,
    ...excerpt(entry.text, { start, end }),
    where: { document: entry.document, start, end, item },
  }
}

const SHORTEST = 2

/** One place in each meeting that `wanted` takes, newest meeting first; nothing for a query of one character, which stands everywhere. */
export const searchText = (
  index: TextIndex,
  query: string,
  wanted: (meeting: MeetingNode) => boolean,
): { total: number; first: (count: number) => TextHit[] } => {
  const folded = foldForSearch(query)
  const found = new Map<string, { entry: Entry; from: number }>()
  if (Array.from(folded).length >= SHORTEST)
    for (const entry of index) {
      if (found.has(entry.meeting.id)) continue
      const from = entry.folded.indexOf(folded)
      if (from >= 0 && wanted(entry.meeting)) found.set(entry.meeting.id, { entry, from })
    }
  return {
    total: found.size,
    first: (count) =>
      Array.from(found.values())
        .slice(0, count)
        .map(({ entry, from }) => hitOf(entry, from, folded)),
  }
}
