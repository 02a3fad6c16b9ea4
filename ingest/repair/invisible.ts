import { type Edit, editsFor } from './origins.ts'

/** White space of a line stays, and so does the form feed: it tells that a page ends there. */
const INVISIBLE = /\r\n?|[\u2028\u2029\u0085\v]|(?:(?![\t\n\f\r\v\u0085])[\p{Cc}\p{Cf}])+|\u00a0/gu

/** True for what is neither a letter nor a sign of a page without question. */
const isSuspect = (code: number): boolean =>
  code < 0x7f
    ? code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0c
    : code < 0x3000
      ? code < 0x2010 || code > 0x2027
      : (code > 0x9fff && code < 0xff00) || code > 0xffef

const firstSuspect = (text: string): number => {
  for (let at = 0; at < text.length; at++) if (isSuspect(text.charCodeAt(at))) return at
  return -1
}

/** Signs without ink go, and line ends become one kind. */
export const invisible = (text: string): Edit[] => {
  const from = firstSuspect(text)
  if (from < 0) return []
  return editsFor(
    text,
    INVISIBLE,
    (match) => {
      if (match === '\u00a0') return ' '
      return /^[\r\u2028\u2029\u0085\v]/u.test(match) ? '\n' : ''
    },
    from,
  )
}
