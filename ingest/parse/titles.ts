import type { Span } from '../../model/record.ts'

/** A title in 《》: `start` and `end` with the brackets. */
export type Title = Span & { inner: Span }

const LONGEST_TITLE = 240
const OPENS = '《'.charCodeAt(0)
const AFTER_TITLE = /^(?:[，。、；：！？《》（）“”\s和及与或等的执落实贯已编起情以为是暨—]|$)/u

/** Titles in a stretch of folded text; one in 〈〉 or 《》 inside another is part of it. Where the closing bracket is lost, there is none. */
export const titlesOf = (text: string, { start, end }: Span): Title[] => {
  const out: Title[] = []
  // Sign by sign: a search for the next bracket would run far beyond a sentence that has none.
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== OPENS) continue
    const close = closing(text, at, end)
    if (close <= at + 1) continue
    out.push({ start: at, end: close + 1, inner: { start: at + 1, end: close } })
    at = close
  }
  return out
}

const closing = (text: string, at: number, end: number): number => {
  const limit = Math.min(end, at + LONGEST_TITLE)
  let depth = 0
  let first = -1
  for (let i = at; i < limit; i++) {
    const sign = text[i]
    if (sign === '《') depth++
    else if (sign === '》') {
      if (first < 0) first = i
      if (--depth === 0) return i
    } else if (sign === '。' && depth <= 1) break
  }
  // Out of balance: the first bracket after which a title may end closes it.
  for (let i = first; i > 0 && i < limit; i = text.indexOf('》', i + 1)) {
    if (AFTER_TITLE.test(text.slice(i + 1, i + 2))) return i
  }
  return -1
}
