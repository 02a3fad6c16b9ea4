/** Days to pixels, with a place for the numbers that are missing. Pure. */
import type { Slot } from '../../model/api/jurisdictions.ts'

export type CourseScale = {
  left: number
  right: number
  /** `null` for a day outside the period, and for none. */
  x: (day: string | null) => number | null
  /** As `x`, but held to the nearer end. */
  clamped: (day: string) => number
  meetings: number[]
  missing: { ordinal: number; x: number }[]
  /** Where each year begins, as far as it lies inside. */
  years: { year: number; x: number }[]
}

const time = (day: string): number => Date.parse(day)

const missingRuns = (slots: readonly Slot[]) => {
  const runs: { numbers: number[]; after: string; before: string }[] = []
  let [last, numbers]: [string | null, number[]] = [null, []]
  for (const slot of slots) {
    if (slot.is === 'missing') numbers.push(slot.ordinal)
    else if (slot.date !== null) {
      if (numbers.length && last !== null) runs.push({ numbers, after: last, before: slot.date })
      last = slot.date
      numbers = []
    }
  }
  return runs
}

/** Missing numbers stand at even distances between the meetings beside them. */
export const courseScale = (
  slots: readonly Slot[],
  days: { from: string; to: string },
  left: number,
  right: number,
): CourseScale => {
  const [first, last] = [time(days.from), time(days.to)]
  const span = Math.max(1, last - first)
  const at = (when: number) => left + ((when - first) / span) * (right - left)
  const inside = (when: number) => when >= first && when <= last
  const [from, to] = [Number(days.from.slice(0, 4)), Number(days.to.slice(0, 4))]
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return {
    left,
    right,
    x: (day) => (day !== null && inside(time(day)) ? at(time(day)) : null),
    clamped: (day) => Math.min(right, Math.max(left, at(time(day)))),
    meetings: slots.flatMap((slot) =>
      slot.is === 'meeting' && slot.date !== null && inside(time(slot.date)) ? [at(time(slot.date))] : [],
    ),
    missing: missingRuns(slots).flatMap(({ numbers, after, before }) =>
      numbers.flatMap((ordinal, index) => {
        const when = time(after) + ((time(before) - time(after)) * (index + 1)) / (numbers.length + 1)
        return inside(when) ? [{ ordinal, x: at(when) }] : []
      }),
    ),
    years: years.map((year) => ({ year, x: Math.max(left, at(time(`${year}-01-01`))) })),
  }
}

const WIDE = /[\u2e80-\u9fff\uff00-\uffef《》“”]/u

/** About how many pixels a label of 12 px takes. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (WIDE.test(sign) ? 12 : 6.8), 0)

/** The first row in which each label has room, from 0; labels in order of their left ends. */
export const packRows = (labels: readonly { from: number; to: number }[], gap = 8): number[] => {
  const ends: number[] = []
  return labels.map(({ from, to }) => {
    const row = ends.findIndex((end) => end + gap <= from)
    const place = row < 0 ? ends.length : row
    ends[place] = to
    return place
  })
}
