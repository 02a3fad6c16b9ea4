import { addDays, workday, yearOf } from './days.ts'
import type { Rng } from './prng.ts'

export type Meeting = {
  /** From 0, in order of time, counting only what is published. */
  index: number
  ordinal: number
  date: string
  session: '上午' | '下午'
  docNumber: string
  compiledOn: string
  issuedOn: string
  /** `2022-07-19-045` */
  stem: string
}

const FIRST_ORDINAL = 38
/** Meetings of the three years that no document tells of. */
export const MISSING_ORDINALS: readonly number[] = [46, 59, 60, 71]

/** Public holidays of the three years, first and last day; later years do without. */
const HOLIDAYS: readonly (readonly [string, string])[] = [
  ['2022-01-01', '2022-01-03'],
  ['2022-01-30', '2022-02-06'],
  ['2022-04-03', '2022-04-05'],
  ['2022-04-30', '2022-05-04'],
  ['2022-06-03', '2022-06-05'],
  ['2022-09-10', '2022-09-12'],
  ['2022-10-01', '2022-10-07'],
  ['2022-12-31', '2023-01-02'],
  ['2023-01-20', '2023-01-28'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
  ['2023-12-30', '2024-01-01'],
  ['2024-02-08', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-08', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
]

const isHoliday = (day: string) => HOLIDAYS.some(([first, last]) => first <= day && day <= last)

/** The same day or the next one that offices are open. */
const openDay = (day: string): string => {
  const at = workday(day)
  return isHoliday(at) ? openDay(addDays(at, 1)) : at
}

/** `count` published meetings, one in about four weeks; ordinals that are missing take their time all the same. */
export const buildCalendar = (count: number, rng: Rng): Meeting[] => {
  const meetings: Meeting[] = []
  let number = 0
  let year = 0
  for (let slot = 0; meetings.length < count; slot++) {
    const ordinal = FIRST_ORDINAL + slot
    const date = openDay(addDays('2022-01-11', Math.round(slot * 27.4) + rng.int(-4, 4)))
    const step = rng.int(1, 2)
    const session = rng.chance(0.7) ? '上午' : '下午'
    const [compiling, printing] = [rng.int(5, 10), rng.int(2, 6)]
    if (yearOf(date) !== year) number = 0
    year = yearOf(date)
    number += step
    if (MISSING_ORDINALS.includes(ordinal)) continue
    const compiledOn = openDay(addDays(date, compiling))
    const issuedOn = openDay(addDays(compiledOn, printing))
    const stem = `${date}-${String(ordinal).padStart(3, '0')}`
    meetings.push({
      index: meetings.length,
      ordinal,
      date,
      session,
      docNumber: `〔${year}〕${number}号`,
      compiledOn,
      issuedOn,
      stem,
    })
  }
  return meetings
}
