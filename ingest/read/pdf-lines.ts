/** A run of signs as a page places it: `x` and `y` of the beginning of its base line from the top left, all in points. */
export type Run = { text: string; x: number; y: number; width: number; size: number; quarter: number | null }

/** Six numbers of an affine map, as PDF writes them. */
export type Matrix = readonly number[]

type Line = { y: number; size: number; runs: Run[] }

const QUARTER = Math.PI / 2

/** Where a run stands on the page as it is seen. `quarter` counts quarter turns of its direction, `null` when it runs aslant. */
export const placed = (text: string, width: number, run: Matrix, view: Matrix): Run => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = run
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view
  const turns = Math.atan2(vb * a + vd * b, va * a + vc * b) / QUARTER
  const nearest = Math.round(turns)
  const quarter = Math.abs(turns - nearest) < 0.05 ? (nearest + 4) % 4 : null
  return { text, width, size: Math.hypot(c, d) || 1, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, quarter }
}

/** Turned so that it runs from left to right. */
const upright = (run: Run): Run => {
  if (run.quarter === 1) return { ...run, x: run.y, y: -run.x }
  if (run.quarter === 2) return { ...run, x: -run.x, y: -run.y }
  return run.quarter === 3 ? { ...run, x: -run.y, y: run.x } : run
}

/** The direction of most signs of the page: what runs otherwise is a stamp, a watermark or the edge of a form. */
const mainQuarter = (runs: readonly Run[]): number => {
  const signs = [0, 0, 0, 0]
  for (const { quarter, text } of runs) if (quarter !== null) signs[quarter] = (signs[quarter] ?? 0) + text.length
  return signs.indexOf(Math.max(...signs))
}

const gather = (runs: readonly Run[]): Line[] => {
  const lines: Line[] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (last && run.y - last.y <= 0.4 * Math.min(last.size, run.size)) last.runs.push(run)
    else lines.push({ y: run.y, size: run.size, runs: [run] })
  }
  for (const line of lines) line.runs.sort((a, b) => a.x - b.x)
  return lines
}

const WIDEST_GAP = 40

/** Spaces of half a sign's width. */
const spaces = (width: number, size: number): string => ' '.repeat(Math.min(WIDEST_GAP, Math.round(width / (size / 2))))

const written = ({ runs }: Line): string => {
  let text = ''
  let before: Run | undefined
  for (const run of runs) {
    // A heavy type is often the same words printed twice, a hair apart.
    if (before && before.text === run.text && run.x - before.x < 0.2 * run.size) continue
    const gap = before ? run.x - before.x - before.width : 0
    if (gap > 0.3 * run.size && !text.endsWith(' ') && !run.text.startsWith(' ')) text += spaces(gap, run.size) || ' '
    text += run.text
    before = run
  }
  return text.trimEnd()
}

const FULL_LINE = 10
const ENOUGH_LINES = 3

const edgeOf = (lines: readonly Line[]): number =>
  lines.reduce((left, { runs }) => Math.min(left, runs[0]?.x ?? left), Infinity)

/**
 * The left edges of odd and even pages, whose margins may differ: of their longer lines, since a page number may stand outside,
 * or of all lines where a side has too few to tell, as a last page with nothing but a roll.
 */
const edgesOf = (pages: readonly (readonly Line[])[]): number[] => {
  const isLong = (line: Line) => written(line).length >= FULL_LINE
  const long = pages.flat().filter(isLong)
  const whole = edgeOf(long.length ? long : pages.flat())
  return [0, 1].map((side) => {
    const own = pages.filter((_lines, at) => at % 2 === side).flatMap((lines) => lines.filter(isLong))
    return own.length >= ENOUGH_LINES ? edgeOf(own) : whole
  })
}

const linesOf = (runs: readonly Run[]): Line[] => {
  const main = mainQuarter(runs)
  return gather(runs.filter(({ quarter, text }) => quarter === main && text.trim() !== '').map(upright))
}

const indented = (line: Line, left: number): string => {
  const [first] = line.runs
  const indent = first ? Math.round((first.x - left) / first.size) : 0
  return '\u3000'.repeat(Math.max(0, Math.min(WIDEST_GAP, indent))) + written(line).trimStart()
}

/** The lines of each page from top to bottom, each with its indent, a full-width space for the width of a sign. */
export const layLines = (pages: readonly (readonly Run[])[]): string[][] => {
  const laid = pages.map(linesOf)
  const edges = edgesOf(laid)
  return laid.map((lines, at) => lines.map((line) => indented(line, edges[at % 2] ?? 0)))
}
