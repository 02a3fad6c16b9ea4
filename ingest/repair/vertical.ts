import { type Edit, editsFor } from './origins.ts'

/** A scan of vertical print gives one character a line: six and more such lines in a row become one. */
export const vertical = (text: string): Edit[] =>
  editsFor(
    text,
    /(?<=^|\n)(?:\p{Script=Han}|[，。、；：])(?:\n(?:\p{Script=Han}|[，。、；：])(?=\n|$)){5,}/gu,
    (match) => match.replaceAll('\n', ''),
  )
