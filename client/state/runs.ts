import type { Span } from '../../model/record.ts'

/** A stretch of text over which the same marks lie; `marks` in the order in which they were given. */
export type Run<Mark> = Span & { marks: Mark[] }

/**
 * Cuts `range` where a mark begins or ends. Marks may overlap, nest, repeat and reach beyond the range; empty ones
 * are passed over. Linear in text, and in marks but for their sorting; the runs cover the range without gaps.
 */
export const segment = <Mark extends Span>(range: Span, marks: readonly Mark[]): Run<Mark>[] => {
  if (range.end <= range.start) return []
  const inside = marks
    .map((mark, order) => ({
      mark,
      order,
      start: Math.max(mark.start, range.start),
      end: Math.min(mark.end, range.end),
    }))
    .filter(({ start, end }) => start < end)
  const cuts = [...new Set([range.start, range.end, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const openings = [...inside].sort((a, b) => a.start - b.start || a.order - b.order)
  const runs: Run<Mark>[] = []
  let open: typeof inside = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] ?? range.start
    const end = cuts[i + 1] ?? range.end
    open = open.filter((candidate) => candidate.end > start)
    for (let opening = openings[next]; opening && opening.start <= start; opening = openings[++next]) open.push(opening)
    runs.push({ start, end, marks: [...open].sort((a, b) => a.order - b.order).map(({ mark }) => mark) })
  }
  return runs
}

/**
 * For each of `ranges`, which stand in order and do not overlap, the marks that touch it; a mark over several is in each.
 * One pass over both.
 */
export const deal = <Mark extends Span>(ranges: readonly Span[], marks: readonly Mark[]): Mark[][] => {
  const dealt: Mark[][] = ranges.map(() => [])
  let first = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    while (first < ranges.length && (ranges[first]?.end ?? 0) <= mark.start) first++
    for (let at = first; at < ranges.length && (ranges[at]?.start ?? 0) < mark.end; at++) dealt[at]?.push(mark)
  }
  return dealt
}
