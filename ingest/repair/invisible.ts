import { type Edit, editsFor } from './origins.ts'

/** White space of a line stays, and so does the form feed: it tells that a page ends there. */
const INVISIBLE = /\r\n?|[\u2028\u2029\u0085\v]|(?:(?![\t\n\f\r\v\u0085])[\p{Cc}\p{Cf}])+|\u00a0/gu

/** Signs without ink go, and line ends become one kind. */
export const invisible = (text: string): Edit[] =>
  editsFor(text, INVISIBLE, (match) => {
    if (match === '\u00a0') return ' '
    return /^[\r\u2028\u2029\u0085\v]/u.test(match) ? '\n' : ''
  })
