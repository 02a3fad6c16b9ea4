import type { Slot } from '../../model/api/jurisdictions.ts'

/** How long a record is, for the sentence that opens the overview. */
export type Extent =
  | { is: 'years'; years: number }
  | { is: 'year'; year: number }
  | { is: 'month' }
  | { is: 'months' }
  | { is: 'none' }

const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** Whole years where nearly all of them is there, else the year or the months. Days are `YYYY-MM-DD`. */
export const extentOf = (from: string | null, to: string | null): Extent => {
  if (!from || !to) return { is: 'none' }
  const span = months(to) - months(from) + 1
  if (span === 1) return { is: 'month' }
  const years = Math.round(span / 12)
  if (years >= 1 && Math.abs(span - years * 12) <= 2) return { is: 'years', years }
  if (from.slice(0, 4) === to.slice(0, 4)) return { is: 'year', year: Number(from.slice(0, 4)) }
  return { is: 'months' }
}

/** The type that every meeting has; `null` when there are several or none. */
export const commonType = (slots: readonly Slot[]): string | null => {
  const types = new Set(slots.map((slot) => slot.type))
  const [only] = types
  return types.size === 1 && only ? only : null
}

export type Numbering =
  | { is: 'single' }
  | { is: 'unnumbered' }
  | { is: 'whole'; first: number; last: number }
  | { is: 'gaps'; count: number; first: number; last: number }
  | { is: 'gaps-of-several'; count: number }

/** What the serial numbers say about what is missing. Numbers of meetings of several types do not make one series. */
export const numberingOf = (slots: readonly Slot[]): Numbering => {
  const missing = slots.filter(({ is }) => is === 'missing').length
  const numbers = slots.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal !== null)
  if (numbers.length === 0) return { is: 'unnumbered' }
  if (slots.length === 1) return { is: 'single' }
  const first = Math.min(...numbers)
  const last = Math.max(...numbers)
  const oneSeries = commonType(slots) !== null && last - first + 1 === numbers.length
  if (missing === 0) return oneSeries ? { is: 'whole', first, last } : { is: 'unnumbered' }
  return oneSeries ? { is: 'gaps', count: missing, first, last } : { is: 'gaps-of-several', count: missing }
}
