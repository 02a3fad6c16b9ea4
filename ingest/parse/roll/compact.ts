import type { Span } from '../../../model/record.ts'

/** A roll without line breaks and with one sign for each gap; every sign knows where it stood. */
export type Compact = {
  text: string
  /** Offset in the repaired text of each sign; one more at the end. */
  offsets: readonly number[]
  /** True where a line of the text ended right before this sign: no evidence of anything, but a typist rarely breaks a name there. */
  brokenBefore: readonly boolean[]
  /** Width of a gap in half columns; 0 for every other sign. */
  gaps: readonly number[]
}

/** `folded` and `text` have the same offsets; the width of a gap is read from the text itself. */
export const compact = (text: string, folded: string, { start, end }: Span): Compact => {
  const signs: string[] = []
  const offsets: number[] = []
  const brokenBefore: boolean[] = []
  const gaps: number[] = []
  let broken = false
  for (let at = start; at < end; at++) {
    const sign = folded[at] ?? ''
    if (sign === '\n') {
      broken = true
      continue
    }
    const width = sign === ' ' ? (text[at] === '\u3000' ? 2 : 1) : 0
    const last = gaps.length - 1
    if (width && (gaps[last] ?? 0) > 0 && !broken) {
      gaps[last] = (gaps[last] ?? 0) + width
      continue
    }
    signs.push(sign)
    offsets.push(at)
    brokenBefore.push(broken)
    gaps.push(width)
    broken = false
  }
  offsets.push(end)
  return { text: signs.join(''), offsets, brokenBefore, gaps }
}

/** Where signs `from` to `to` (exclusive) stand in the repaired text. */
export const spanOf = ({ offsets }: Compact, from: number, to: number): Span => ({
  start: offsets[from] ?? 0,
  end: (offsets[to - 1] ?? 0) + 1,
})
