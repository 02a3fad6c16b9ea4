import type { Span } from '../../model/record.ts'

/** Those of a list that lie within a stretch; the list is in the order of the text, and none overlaps another. */
export const within = <One extends Span>(list: readonly One[], { start, end }: Span): One[] => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? start) < start) low = middle + 1
    else high = middle
  }
  let stop = low
  while (stop < list.length && (list[stop]?.end ?? end + 1) <= end) stop++
  return list.slice(low, stop)
}
