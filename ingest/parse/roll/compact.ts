import type { Span } from '../../../model/record.ts'
import { codeOf } from '../signs.ts'

/** A roll without line breaks and with one sign for each gap; every sign knows where it stood. */
export type Compact = {
  text: string
  /** Offset in the repaired text of each sign; one more at the end. */
  offsets: Int32Array
  /** 1 where a line of the text ended right before this sign: no evidence of anything, but a typist rarely breaks a name there. */
  brokenBefore: Uint8Array
  /** Width of a gap in half columns; 0 for every other sign. */
  gaps: Int32Array
}

const [NEWLINE, SPACE, WIDE_SPACE] = ['\n', ' ', '\u3000'].map(codeOf)

/** `folded` and `text` have the same offsets; the width of a gap is read from the text itself. */
export const compact = (text: string, folded: string, { start, end }: Span): Compact => {
  const offsets = new Int32Array(end - start + 1)
  const brokenBefore = new Uint8Array(end - start)
  const gaps = new Int32Array(end - start)
  const runs: string[] = []
  let count = 0
  let broken = false
  let from = start
  for (let at = start; at < end; at++) {
    const code = folded.charCodeAt(at)
    const width = code === SPACE ? (text.charCodeAt(at) === WIDE_SPACE ? 2 : 1) : 0
    const widens = width > 0 && !broken && count > 0 && (gaps[count - 1] ?? 0) > 0
    if (code === NEWLINE || widens) {
      if (at > from) runs.push(folded.slice(from, at))
      from = at + 1
      if (widens) gaps[count - 1] = (gaps[count - 1] ?? 0) + width
      else broken = true
      continue
    }
    offsets[count] = at
    brokenBefore[count] = broken ? 1 : 0
    gaps[count] = width
    broken = false
    count++
  }
  if (end > from) runs.push(folded.slice(from, end))
  offsets[count] = end
  return {
    text: runs.join(''),
    offsets: offsets.subarray(0, count + 1),
    brokenBefore: brokenBefore.subarray(0, count),
    gaps: gaps.subarray(0, count),
  }
}

/** Where signs `from` to `to` (exclusive) stand in the repaired text. */
export const spanOf = ({ offsets }: Compact, from: number, to: number): Span => ({
  start: offsets[from] ?? 0,
  end: (offsets[to - 1] ?? 0) + 1,
})
