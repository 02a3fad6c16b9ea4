import type { Span } from '../../model/record.ts'

/** What a stretch of the text was read as. */
export type Fact = { span: Span; kind: FactKind; label: string }
export type FactKind = 'meeting' | 'person' | 'body' | 'policy' | 'item' | 'decision' | 'warning'

/** A text with marks in it: bare text, or a fact with what stands inside it. */
export type Marked = { text: string } | { fact: Fact; inside: Marked[] }

/** A stack: what comes first lies on top, of what begins together the longest, and of what is the same the one given first. */
const stacked = (facts: readonly Fact[]): Fact[] =>
  [...facts].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end).reverse()

/** Takes what begins before the end of `span` off the stack; of what goes on behind it, the rest is put back. */
const take = (stack: Fact[], { start, end }: Span): Fact[] => {
  const inside: Fact[] = []
  const rests: Fact[] = []
  for (let fact = stack.at(-1); fact && fact.span.start < end; fact = stack.at(-1)) {
    stack.pop()
    const from = Math.max(start, fact.span.start)
    if (fact.span.end > end) {
      rests.push({ ...fact, span: { start: end, end: fact.span.end }, label: `… ${fact.label}` })
      inside.push({ ...fact, span: { start: from, end }, label: `${fact.label} …` })
    } else if (fact.span.end > from) inside.push({ ...fact, span: { start: from, end: fact.span.end } })
  }
  stack.push(...stacked(rests))
  return inside
}

const nest = (text: string, span: Span, facts: readonly Fact[]): Marked[] => {
  const stack = stacked(facts)
  const marked: Marked[] = []
  let at = span.start
  for (let fact = stack.pop(); fact; fact = stack.pop()) {
    if (fact.span.start > at) marked.push({ text: text.slice(at, fact.span.start) })
    marked.push({ fact, inside: nest(text, fact.span, take(stack, fact.span)) })
    at = fact.span.end
  }
  if (at < span.end) marked.push({ text: text.slice(at, span.end) })
  return marked
}

/**
 * The text of each stretch with its facts, an outer one around those it holds; of two that cross, the later one is cut in two.
 * The stretches stand in order and do not overlap.
 */
export const mark = (text: string, stretches: readonly Span[], facts: readonly Fact[]): Marked[][] => {
  const stack = stacked(facts)
  return stretches.map((span) => nest(text, span, take(stack, span)))
}
