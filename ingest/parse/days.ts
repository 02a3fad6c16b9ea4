import { day } from './calendar.ts'
import { matchesOf } from './matches.ts'
import { readNumber } from './numbers.ts'

/** A day read in folded text; `damaged` where signs beside the digits were lost and one reading alone is left. */
export type FoundDay = { value: string | null; start: number; end: number; damaged: boolean }

const WHOLE = /(\d{4}) {0,2}年 {0,2}(\d{1,2}|元) {0,2}月 {0,2}(\d{1,2}) {0,2}日/gu
const CHINESE = /([〇零○Oo0一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/gu
const DASHED = /(?<!\d)(\d{4}) {0,2}[-./] {0,2}(\d{1,2}) {0,2}[-./] {0,2}(\d{1,2})(?!\d)/gu
const DAMAGED = /(?<!\d)((?:19|20)\d{2}) {0,2}(?:年(\d{1,2})月|年(\d{2,4})|(\d{1,2})月|(\d{2,4}))(\d{0,2})(?=日|号)/gu
const YEARLESS = /(?<![\d年])(\d{1,2})月(\d{1,2})日/gu

const collect = (
  text: string,
  pattern: RegExp,
  read: (match: RegExpMatchArray) => FoundDay['value'],
  damaged: boolean,
  tail = 0,
): FoundDay[] =>
  matchesOf(text, pattern).map((match) => ({
    value: read(match),
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length + tail,
    damaged,
  }))

const chinese = (words: string) => readNumber(words.replace(/[○Oo0]/gu, '〇'))

/** All readings of digits that have lost the sign between month and day. */
const splits = (year: number, digits: string): string[] => {
  const found: string[] = []
  for (let cut = 1; cut < digits.length && cut <= 2; cut++) {
    const [month, date] = [digits.slice(0, cut), digits.slice(cut)]
    if (date.length > 2 || month.startsWith('0') !== date.startsWith('0') || date === '') continue
    const value = day(year, Number(month), Number(date))
    if (value) found.push(value)
  }
  return [...new Set(found)]
}

const readDamaged = (match: RegExpMatchArray): string | null => {
  const year = Number(match[1])
  const month = match[2] ?? match[4]
  if (month) return match[6] ? day(year, Number(month), Number(match[6])) : null
  const readings = splits(year, `${match[3] ?? match[5] ?? ''}${match[6] ?? ''}`)
  return readings.length === 1 ? (readings[0] ?? null) : null
}

/** Days with a year, in the order of the text. */
export const findDays = (text: string): FoundDay[] => {
  const whole = [
    ...collect(text, WHOLE, (m) => day(Number(m[1]), m[2] === '元' ? 1 : Number(m[2]), Number(m[3])), false),
    ...collect(
      text,
      CHINESE,
      (m) => day(chinese(m[1] ?? '') ?? 0, chinese(m[2] ?? '') ?? 0, chinese(m[3] ?? '') ?? 0),
      false,
    ),
    ...collect(text, DASHED, (m) => day(Number(m[1]), Number(m[2]), Number(m[3])), false),
  ]
  const damaged = collect(text, DAMAGED, readDamaged, true, 1).filter(
    (found) => !whole.some((other) => other.start < found.end && found.start < other.end),
  )
  return [...whole, ...damaged].sort((a, b) => a.start - b.start)
}

/** Month and day without a year: the year is the caller's to know. */
export const findYearlessDay = (text: string): { month: number; date: number; start: number; end: number } | null => {
  const match = YEARLESS.exec(text)
  YEARLESS.lastIndex = 0
  return match
    ? { month: Number(match[1]), date: Number(match[2]), start: match.index, end: match.index + match[0].length }
    : null
}
