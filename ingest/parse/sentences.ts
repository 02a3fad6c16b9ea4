import type { Span } from '../../model/record.ts'

const OPENERS = '《（〈「『'
const CLOSERS = '》）〉」』'
const [ENDS_SENTENCE, ENDS_CLAUSE, OPENS] = [1, 2, 4] as const
/** What each sign does to a sentence, as flags: a table, because every sign of a document is looked up more than once. */
const marks = (() => {
  const flags = new Uint8Array(0x10000)
  for (const sign of '，；：') flags[sign.charCodeAt(0)] = ENDS_CLAUSE
  for (const sign of '。！？') flags[sign.charCodeAt(0)] = ENDS_SENTENCE | ENDS_CLAUSE
  for (const sign of OPENERS) flags[sign.charCodeAt(0)] = OPENS
  return flags
})()
/** A bracket that does not close within this many characters was never one. */
const LONGEST_BRACKET = 200

const closesAt = (text: string, at: number, end: number): number => {
  const opener = text.charCodeAt(at)
  const closer = CLOSERS.charCodeAt(OPENERS.indexOf(text[at] ?? ' '))
  const limit = Math.min(end, at + LONGEST_BRACKET)
  let depth = 0
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (code === opener) depth++
    else if (code === closer && --depth === 0) return i
  }
  return -1
}

const splitBy = (text: string, { start, end }: Span, ending: number, keepMark: boolean): Span[] => {
  const out: Span[] = []
  const limit = Math.min(end, text.length)
  let from = start
  let at = start
  while (at < limit) {
    const mark = marks[text.charCodeAt(at)] ?? 0
    if (mark & OPENS) {
      const close = closesAt(text, at, end)
      at = close > 0 ? close + 1 : at + 1
    } else if (mark & ending) {
      let to = at + 1
      // The closing quotation mark of the last words belongs to them.
      if (keepMark) while (to < end && '“”’'.includes(text[to] ?? ' ')) to++
      if (at > from) out.push({ start: from, end: keepMark ? to : at })
      from = to
      at = to
    } else at++
  }
  if (from < end) out.push({ start: from, end })
  return out
}

/** Sentences of a stretch of folded text, full stops included; a full stop inside brackets ends nothing. */
export const sentencesOf = (text: string, span: Span): Span[] => splitBy(text, span, ENDS_SENTENCE, true)

/** Clauses of a sentence, without the signs between them. */
export const clausesOf = (text: string, span: Span): Span[] => splitBy(text, span, ENDS_CLAUSE, false)
