import type { Span } from '../model/record.ts'

const QUOTES = /[“”„‟"＂「」『』]/u
const DOTS = /[·•・‧∙]/u

const foldCharacter = (char: string): string => {
  if (QUOTES.test(char)) return '"'
  if (DOTS.test(char)) return '·'
  return char.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
}

/** How a query and a printed form are made comparable: width, case and shape of quotes do not count, white space neither. */
export const foldForSearch = (text: string): string => Array.from(text, foldCharacter).join('')

/** Where in `form` the query stands, as offsets into `form`; `null` when it does not. */
export const matchedSpan = (form: string, query: string): Span | null => {
  const wanted = foldForSearch(query)
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const char of form) {
    const piece = foldCharacter(char)
    for (let i = 0; i < piece.length; i++) starts.push(at)
    folded += piece
    at += char.length
  }
  const found = wanted === '' ? -1 : folded.indexOf(wanted)
  if (found < 0) return null
  const last = starts[found + wanted.length - 1] ?? 0
  return { start: starts[found] ?? 0, end: last + String.fromCodePoint(form.codePointAt(last) ?? 0).length }
}

/**
 * Every pair of neighbouring characters as a word, and the last character alone: `市政府` → `市政 政府 府`.
 * A full-text index over such words finds Chinese words of two characters, and of one as the beginning of a word.
 */
export const bigrams = (folded: string): string => {
  const chars = Array.from(folded)
  return chars.map((char, at) => char + (chars[at + 1] ?? '')).join(' ')
}
