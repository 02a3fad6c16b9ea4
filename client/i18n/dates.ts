import type { Language } from './setup.ts'

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const ENGLISH_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const ENGLISH_SHORT_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** `2022-07-19` as `2022 年 7 月 19 日` or `19 July 2022`. */
export const dayInWords = (day: string, language: Language): string => {
  if (language === 'en') return ENGLISH_DAY.format(new Date(day))
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

/** `2022-07-19` as `2022 年 7 月` or `July 2022`. */
export const monthInWords = (day: string, language: Language): string => {
  if (language === 'en') return ENGLISH_MONTH.format(new Date(day))
  const [year, month] = day.split('-').map(Number)
  return `${year} 年 ${month} 月`
}

/** For a narrow place: `2022 年 7 月` or `Jul 2022`. */
export const monthInShort = (day: string, language: Language): string =>
  language === 'en' ? ENGLISH_SHORT_MONTH.format(new Date(day)) : monthInWords(day, language)

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const ENGLISH_SMALL = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** 1 to 99 as 一 to 九十九; figures beyond. */
export const chineseNumeral = (count: number): string => {
  if (!Number.isInteger(count) || count < 0 || count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  if (tens === 0) return DIGITS[ones] ?? String(count)
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones ? DIGITS[ones] : ''}`
}

/** A count that opens a sentence: 三, `Three`. */
export const countInWords = (count: number, language: Language): string =>
  language === 'zh' ? chineseNumeral(count) : (ENGLISH_SMALL[count] ?? String(count))
