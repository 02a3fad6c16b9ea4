import { type Edit, editsFor } from './origins.ts'

const COLUMN = /(?<=^|\n)(?:\p{Script=Han}|[，。、；：])(?:\n(?:\p{Script=Han}|[，。、；：])(?=\n|$)){5,}/gu
/** Two lines of a sign each; a sign may be two code units. */
const MAY_HOLD = /\n..?\n..?\n/

/** A scan of vertical print gives one character a line: six and more such lines in a row become one. */
export const vertical = (text: string): Edit[] =>
  MAY_HOLD.test(text) ? editsFor(text, COLUMN, (match) => match.replaceAll('\n', '')) : []
