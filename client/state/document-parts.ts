import type { DocumentReply } from '../../model/api/documents.ts'
import type { Block, Span } from '../../model/record.ts'

type Text = Pick<DocumentReply, 'text' | 'blocks'>

/** Which part of a document is being read; `head` is what belongs neither to an item nor to a roll. */
export type Part = { is: 'head' } | { is: 'item'; seq: number } | { is: 'roll' }

/** Blocks in order, with whatever lies between them as `unread`, so that no character is dropped. */
export const withGaps = ({ text, blocks }: Text): Block[] => {
  const all: Block[] = []
  let at = 0
  const gap = (end: number) => {
    if (end > at && text.slice(at, end).trim()) all.push({ kind: 'unread', item: null, span: { start: at, end } })
  }
  for (const block of [...blocks].sort((a, b) => a.span.start - b.span.start)) {
    gap(block.span.start)
    all.push(block)
    at = Math.max(at, block.span.end)
  }
  gap(text.length)
  return all
}

const ROLL: ReadonlySet<Block['kind']> = new Set(['roll', 'recorder'])

export const partOfBlock = (block: Block): Part => {
  if (block.item !== null) return { is: 'item', seq: block.item }
  return ROLL.has(block.kind) ? { is: 'roll' } : { is: 'head' }
}

export const samePart = (a: Part, b: Part): boolean =>
  a.is === b.is && (a.is !== 'item' || b.is !== 'item' || a.seq === b.seq)

/** The spans of a part's blocks, in order. */
export const spansOfPart = (blocks: readonly Block[], part: Part): Span[] =>
  blocks.filter((block) => samePart(partOfBlock(block), part)).map(({ span }) => span)

export const partAt = (blocks: readonly Block[], offset: number): Part => {
  const block = blocks.find(({ span }) => span.start <= offset && offset < span.end)
  return block ? partOfBlock(block) : { is: 'head' }
}

export type RollPiece = { is: 'label' | 'entry' | 'text'; spans: Span[] }

/** 出席：, 列席: and the like, at the head of what stands between entries. */
const LABEL = /^\s*[^\s：:]{1,8}[：:]/

const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char)

/** `span` without its white space, as the stretches between. */
const withoutBlanks = (text: string, span: Span): Span[] => {
  const spans: Span[] = []
  let start = -1
  for (let at = span.start; at <= span.end; at++) {
    const blank = at === span.end || isBlank(text[at])
    if (!blank && start < 0) start = at
    if (blank && start >= 0) {
      spans.push({ start, end: at })
      start = -1
    }
  }
  return spans
}

/** A roll as the entries in it and the words between them; line breaks and padding, which say nothing there, are gone. */
export const rollPieces = (text: string, range: Span, entries: readonly Span[]): RollPiece[] => {
  const pieces: RollPiece[] = []
  const add = (is: RollPiece['is'], span: Span) => {
    const spans = withoutBlanks(text, span)
    if (spans.length) pieces.push({ is, spans })
  }
  const addWords = (span: Span) => {
    const label = LABEL.exec(text.slice(span.start, span.end))?.[0].length ?? 0
    add('label', { start: span.start, end: span.start + label })
    add('text', { start: span.start + label, end: span.end })
  }
  let at = range.start
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    if (entry.start < at || entry.end > range.end) continue
    addWords({ start: at, end: entry.start })
    add('entry', entry)
    at = entry.end
  }
  addWords({ start: at, end: range.end })
  return pieces
}
