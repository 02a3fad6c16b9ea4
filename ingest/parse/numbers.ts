import { DIGITS, NUMERAL_CLASS, TENS, UNITS } from '../lexicon/numerals.ts'

/** The source of a pattern for a whole number in either script, spaces inside allowed. */
export const NUMBER = `(?:\\d[\\d ]{0,5}|[${NUMERAL_CLASS}]{1,6})`

/** Reads 121, １２１ (folded), 一百二十一, 四十二, 二〇二一; `null` for anything else. */
export const readNumber = (words: string): number | null => {
  const bare = words.replaceAll(' ', '')
  if (/^\d{1,6}$/u.test(bare)) return Number(bare)
  let total = 0
  let digits = ''
  let units = false
  for (const sign of bare) {
    const digit = DIGITS[sign]
    const unit = UNITS[sign]
    const tens = TENS[sign]
    if (digit !== undefined) digits += digit
    else if (unit !== undefined) {
      total += (digits === '' ? 1 : Number(digits)) * unit
      digits = ''
      units = true
    } else if (tens !== undefined) {
      total += tens
      units = true
    } else return null
  }
  if (!bare) return null
  return units ? total + (digits === '' ? 0 : Number(digits)) : digits === '' ? null : Number(digits)
}
