import type { Span } from '../../model/record.ts'

const SENTENCE_MARKS = /[。！？《（〈「『]/gu
const CLAUSE_MARKS = /[，；：。！？《（〈「『]/gu
const OPENERS = '《（〈「『'
const CLOSERS = '》）〉」』'
/** A bracket that does not close within this many characters was never one. */
const LONGEST_BRACKET = 200

const closesAt = (text: string, at: number, end: number): number => {
  const closer = CLOSERS[OPENERS.indexOf(text[at] ?? '')] ?? ''
  const opener = text[at]
  let depth = 0
  for (let i = at; i < Math.min(end, at + LONGEST_BRACKET); i++) {
    if (text[i] === opener) depth++
    else if (text[i] === closer && --depth === 0) return i
  }
  return -1
}

const splitBy = (text: string, { start, end }: Span, pattern: RegExp, keepMark: boolean): Span[] => {
  const out: Span[] = []
  let from = start
  pattern.lastIndex = start
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    const at = match.index
    if (OPENERS.includes(match[0])) {
      const close = closesAt(text, at, end)
      if (close > 0) pattern.lastIndex = close + 1
      continue
    }
    let to = at + 1
    // The closing quotation mark of the last words belongs to them.
    if (keepMark) while (to < end && '“”’'.includes(text[to] ?? ' ')) to++
    if (at > from) out.push({ start: from, end: keepMark ? to : at })
    from = keepMark ? to : at + 1
    pattern.lastIndex = from
  }
  if (from < end) out.push({ start: from, end })
  return out
}

/** Sentences of a stretch of folded text, full stops included; a full stop inside brackets ends nothing. */
export const sentencesOf = (text: string, span: Span): Span[] => splitBy(text, span, SENTENCE_MARKS, true)

/** Clauses of a sentence, without the signs between them. */
export const clausesOf = (text: string, span: Span): Span[] => splitBy(text, span, CLAUSE_MARKS, false)
