import type { Span } from './record.ts'

const CLOSING = new Set('”’」』）)》〉"')

const isEnd = (text: string, at: number): boolean => {
  const char = text[at]
  return char === '。' || char === '！' || char === '？' || char === '\n'
}

/**
 * The sentence, or the several sentences, around `span`: from behind the full stop or line break before it up to and
 * with the one after it. A span that already ends in a full stop is not extended to the right.
 */
export const sentenceAt = (text: string, span: Span): Span => {
  let start = span.start
  while (start > 0 && !isEnd(text, start - 1)) start--
  while (start < span.start && (CLOSING.has(text[start] ?? '') || /\s/.test(text[start] ?? ''))) start++
  let end = span.end
  if (end <= span.start || !isEnd(text, end - 1)) {
    while (end < text.length && !isEnd(text, end)) end++
    if (text[end] !== '\n' && end < text.length) end++
  }
  while (end < text.length && CLOSING.has(text[end] ?? '')) end++
  return { start, end }
}
