const DAYS_IN_MONTH = 30.4375
const MILLISECONDS = 86_400_000

/** From one day to another, in months of average length; negative when `b` is before `a`. */
export const monthsBetween = (a: string, b: string): number => {
  // Years and months first: most pairs are decided by them, and reading two dates is dear.
  const [year, month] = [Number(b.slice(0, 4)) - Number(a.slice(0, 4)), Number(b.slice(5, 7)) - Number(a.slice(5, 7))]
  const near = year * 12 + month
  return Math.abs(near) > 60 ? near : (Date.parse(b) - Date.parse(a)) / MILLISECONDS / DAYS_IN_MONTH
}
