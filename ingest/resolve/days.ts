const DAYS_IN_MONTH = 30.4375

const ZERO = 48
/** Asked for every two mentions of a name that follow each other, so it makes no strings. */
const digits = (day: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + day.charCodeAt(at) - ZERO
  return number
}

/** From one day to another in months, to a day or two; negative when `b` is before `a`. */
export const monthsBetween = (a: string, b: string): number => {
  const months = (digits(b, 0, 4) - digits(a, 0, 4)) * 12 + digits(b, 5, 7) - digits(a, 5, 7)
  return months + (digits(b, 8, 10) - digits(a, 8, 10)) / DAYS_IN_MONTH
}
