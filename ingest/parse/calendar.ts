const pad = (value: number, size: number) => String(value).padStart(size, '0')

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `YYYY-MM-DD`, or `null` where the calendar has no such day or the year is out of the range of such documents. */
export const day = (year: number, month: number, date: number): string | null => {
  if (year < 1949 || year > 2100 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

export const addDays = (from: string, count: number): string | null => {
  const time = Date.parse(`${from}T00:00:00Z`) + count * 86_400_000
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}

export const partsOf = (value: string): { year: number; month: number; date: number } => ({
  year: Number(value.slice(0, 4)),
  month: Number(value.slice(5, 7)),
  date: Number(value.slice(8, 10)),
})

/** The last day of a month. */
export const monthEnd = (year: number, month: number): string | null =>
  day(year, month, daysInMonth(year, Math.min(12, Math.max(1, month))))
