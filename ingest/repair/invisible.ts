import { type Edit, editsFor } from './origins.ts'

/** Signs without ink go, and line ends become one kind; a form feed stays, because it tells that a page ends there. */
export const invisible = (text: string): Edit[] =>
  editsFor(
    text,
    /\r\n?|[\u2028\u2029\u0085\v]|[\ufeff\u200b-\u200f\u00ad\u202a-\u202e\u2060-\u2064\u0000-\u0008\u000e-\u001f]+|\u00a0/gu,
    (match) => {
      if (match === '\u00a0') return ' '
      return /^[\r\u2028\u2029\u0085\v]/u.test(match) ? '\n' : ''
    },
  )
