import type { Block, Span, Warning } from '../../model/record.ts'
import type { Layout } from './layout/layout.ts'

/** A document under the eyes of the rules: the repaired text, the same text folded (offsets agree), and its layout. */
export type Document = { text: string; folded: string; layout: Layout }

/** A value and where it was read; `null` where the text does not say. */
export type Found<Value> = { value: Value; span: Span; warnings?: Warning[] } | null

export const blocksOf = ({ layout }: Document, ...kinds: readonly Block['kind'][]): Block[] =>
  layout.blocks.filter((block) => kinds.includes(block.kind))

export const cut = (text: string, { start, end }: Span): string => text.slice(start, end)

/** The text of a stretch without any white space. */
export const printed = (text: string, span: Span): string => withoutSpace(cut(text, span))

/** White space is rare where bodies and names stand; looking for it costs less than a replacement that finds none. */
export const withoutSpace = (words: string): string => (/\s/u.test(words) ? words.replace(/\s+/gu, '') : words)

export const warn = ({ text }: Document, code: string, message: string, span: Span): Warning => ({
  code,
  message,
  quote: cut(text, span),
  span,
})

/** The lines with a label of this kind, and what stands behind the label. */
export const labelled = ({ layout }: Document, kind: NonNullable<Layout['lines'][number]['start']>): Span[] =>
  layout.lines
    .filter((line) => line.start === kind)
    .map((line) => ({ start: line.span.start + line.words.indexOf('：') + 1, end: line.span.end }))
    .filter((span) => span.end > span.start)
