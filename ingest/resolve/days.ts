const DAYS_IN_MONTH = 30.4375

/** From one day to another in months, to a day or two; negative when `b` is before `a`. */
export const monthsBetween = (a: string, b: string): number => {
  const part = (from: number, to: number) => Number(b.slice(from, to)) - Number(a.slice(from, to))
  return part(0, 4) * 12 + part(5, 7) + part(8, 10) / DAYS_IN_MONTH
}
