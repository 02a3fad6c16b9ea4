import { columns } from './columns.ts'
import { endsRoll } from './line-start.ts'
import type { Line } from './page-lines.ts'

/** A grid gives every sign one width, type gives digits and Latin letters half of it. */
type Measure = (text: string) => number
const MEASURES: readonly Measure[] = [columns, (text) => text.length]

/** How the lines of a document lie on its pages. */
export type PageShape = {
  /** The lines have an edge on the right, and a break there means nothing. */
  wrapped: boolean
  /** An indent tells where a paragraph begins. */
  indented: boolean
  /** True where the first word of `next` had no room left at the end of `line`. */
  fills: (line: Line, next: Line) => boolean
}

const FEWEST_LINES = 8
const SHORTEST = 15
const WIDEST = 60

/** The width of a full line and how many lines come near it; `null` in a text whose paragraphs are not broken into lines. */
const fullWidth = (lines: readonly Line[], measure: Measure): { width: number; near: number } | null => {
  const widths = lines.map((line) => measure(line.words) + line.indent).filter((width) => width >= SHORTEST)
  if (widths.length < FEWEST_LINES) return null
  // Where more than one line in ten is wider than any page, the rest need no sorting.
  const narrow = widths.filter((width) => width <= WIDEST).length
  if (narrow <= Math.floor(widths.length * 0.9)) return null
  const sorted = new Float64Array(widths).sort()
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const near = widths.filter((one) => one >= width - 2 && one <= width + 1.5).length
  const exact = widths.filter((one) => one > width - 0.5 && one < width + 0.5).length
  return near >= widths.length * 0.4 ? { width, near: exact } : null
}

/** What a line break does not divide: a number or a word, and the signs that may not begin a line. */
const FIRST_WORD = /^(?:[\dA-Za-z.,%]{1,8}|.)[。，、；：！？）》〉]{0,3}/u
const SLACK = 1.5

/** A roll of one person a line has many short lines, which say nothing of the edge that the paragraphs have. */
const outsideRolls = (lines: readonly Line[]): Line[] => {
  let inRoll = false
  return lines.filter((line) => {
    inRoll = line.kind === 'roll' || (inRoll && !endsRoll(line.kind, line.words))
    return !inRoll
  })
}

/** Reads the edge on the right and the indents from the lines themselves. */
export const pageShape = (lines: readonly Line[]): PageShape => {
  const indents = lines.filter((line) => line.indent >= INDENT && line.kind !== 'roll').length
  const indented = indents >= 3 && indents < lines.length * 0.9
  let best: { measure: Measure; width: number; near: number } | null = null
  const prose = outsideRolls(lines)
  for (const measure of MEASURES) {
    const found = fullWidth(prose, measure) ?? fullWidth(lines, measure)
    if (found && (!best || found.near > best.near)) best = { measure, ...found }
  }
  if (!best) return { wrapped: false, indented, fills: () => false }
  const { measure, width } = best
  const fills = (line: Line, next: Line) => {
    const room = width - measure(line.words) - line.indent
    return room <= SLACK || room < measure(FIRST_WORD.exec(next.words)?.[0] ?? '')
  }
  return { wrapped: true, indented, fills }
}

const INDENT = 1.5

/** True where a line stands at the margin of the page, or nearly. */
export const atMargin = (line: Line): boolean => line.indent < INDENT
