/** One year's edition of a plan that is made anew each year; `date` is the day on which it was first considered. */
export type Edition = { year: number; date: string }

const DAY = 86_400_000

const daysInto = ({ year, date }: Edition): number => (Date.parse(date) - Date.parse(`${year}-01-01`)) / DAY

/**
 * The edition that should have come by now: the one after the last of at least two in years that follow each other, when as much of its year has passed as
 * the latest of them took, and a month more. `null` where none is awaited. Days as YYYY-MM-DD.
 */
export const awaitedEdition = (editions: readonly Edition[], today: string): { year: number; by: string } | null => {
  const inOrder = [...editions].sort((a, b) => a.year - b.year)
  const last = inOrder.at(-1)
  if (!last || inOrder.length < 2) return null
  if (inOrder.some(({ year }, at) => at > 0 && year !== (inOrder[at - 1]?.year ?? 0) + 1)) return null
  const year = last.year + 1
  const latest = Math.max(...inOrder.map(daysInto)) + 31
  const by = new Date(Date.parse(`${year}-01-01`) + latest * DAY).toISOString().slice(0, 10)
  return by < today ? { year, by } : null
}
