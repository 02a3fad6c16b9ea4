/** Calendar days as `YYYY-MM-DD`, counted in UTC so that no clock or zone of the machine enters. */
const toDate = (day: string) => new Date(`${day}T00:00:00Z`)
const pad = (n: number) => String(n).padStart(2, '0')

export const dayOf = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`

export const addDays = (day: string, count: number): string =>
  new Date(toDate(day).getTime() + count * 86_400_000).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekday = (day: string) => toDate(day).getUTCDay()

export const yearOf = (day: string) => Number(day.slice(0, 4))
export const monthOf = (day: string) => Number(day.slice(5, 7))

export const monthEnd = (year: number, month: number): string =>
  addDays(dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1)

/** 2022年7月19日 */
export const inChinese = (day: string) => `${yearOf(day)}年${monthOf(day)}月${Number(day.slice(8))}日`

/** The same day or the next working day after it. */
export const workday = (day: string): string => {
  const at = weekday(day)
  if (at === 6) return addDays(day, 2)
  return at === 0 ? addDays(day, 1) : day
}
