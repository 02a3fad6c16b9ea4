import type { Span } from '../../../model/record.ts'
import { COMPLETION, QUARTER_ENDS, RELATIVE_YEARS, SOFT_DEADLINES } from '../../lexicon/time-words.ts'
import { addDays, day, monthEnd, partsOf } from '../calendar.ts'
import { matchesOf } from '../matches.ts'
import { readNumber } from '../numbers.ts'

/** A deadline: `day` is `null` where its words name none (汛期前, 10个工作日内). */
export type Deadline = { day: string | null; span: Span }

const N = '[\\d一二三四五六七八九十两]{1,3}'
const YEAR = `(?<year>(?:19|20)\\d{2}年|${Object.keys(RELATIVE_YEARS).join('|')})?`
/** 元月 is January; in 500万元月底前 it is none. */
const MONTH = '\\d{1,2}|(?<![万亿千百\\d美欧])元'
/** 力争到2025年 is a goal; 每年3月底前 comes back every year. */
const GOAL = /(?:到|至|自|从|截至|每年|每月|每季度|每|力争|起|是)$/u

/** 确保上半年“双过半” says what is hoped for, 确保上半年完成 what is to be done by then. */
const AIMED_AT = /(?:确保|力争|争取|实现|推动|保持|圆满|做好|抓好)$/u
const BY_WHEN = new RegExp(`^[^，。；“《]{0,8}?(?:${COMPLETION.join('|')})`, 'u')

type Reader = (groups: Record<string, string | undefined>, held: string) => string | null

const yearOf = (words: string | undefined, held: string): number | null => {
  if (!words) return null
  const relative = RELATIVE_YEARS[words]
  return relative === undefined ? Number(words.slice(0, 4)) : partsOf(held).year + relative
}

/** Without a year: the next such day, counted from the meeting. */
const next = (held: string, make: (year: number) => string | null, named: number | null): string | null => {
  if (named !== null) return make(named)
  const { year } = partsOf(held)
  const same = make(year)
  return same && same >= held ? same : make(year + 1)
}

const number = (words: string | undefined) => readNumber((words ?? '').replaceAll('两', '二').replace('元', '1')) ?? 0
const PARTS: Readonly<Record<string, string>> = { 上半年: '06-30', 年中: '06-30', 三季度末: '09-30', 下半年: '12-31' }

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(`${YEAR}(?<month>${MONTH})月(?<date>\\d{1,2})日(?:之)?前`, 'gu'),
    (g, held) => next(held, (year) => day(year, number(g.month), number(g.date)), yearOf(g.year, held)),
  ],
  [
    new RegExp(`(?<=(?:完成|办理|落实)(?:时限|时间|期限)：)${YEAR}(?<month>\\d{1,2})月(?<date>\\d{1,2})日`, 'gu'),
    (g, held) => next(held, (year) => day(year, number(g.month), number(g.date)), yearOf(g.year, held)),
  ],
  [
    new RegExp(`${YEAR}(?<month>${MONTH})月(?:底|末|份底)(?:之?前)?`, 'gu'),
    (g, held) => next(held, (year) => monthEnd(year, number(g.month)), yearOf(g.year, held)),
  ],
  [
    new RegExp(`${YEAR}第?(?<quarter>[一二三四1-4])季度(?:末|底|前|内|结束前)(?:之?前)?`, 'gu'),
    (g, held) => next(held, (year) => `${year}-${QUARTER_ENDS[number(g.quarter) - 1]}`, yearOf(g.year, held)),
  ],
  [
    new RegExp(`${YEAR}(?<part>上半年)(?:内|前|底前|结束前)?`, 'gu'),
    (g, held) => next(held, (year) => `${year}-${PARTS[g.part ?? '']}`, yearOf(g.year, held)),
  ],
  [
    /(?<year>(?:19|20)\d{2}|今|本|当|明|次|来)?年(?:度)?(?:底|末)(?:之?前)?/gu,
    (g, held) => day(bareYear(g.year, held), 12, 31),
  ],
  [/(?<year>(?:19|20)\d{2}|今|本|当|明)?年(?:度)?内/gu, (g, held) => day(bareYear(g.year, held), 12, 31)],
  [/(?:本|当)?月(?:底|末)(?:之?前)?/gu, (_, held) => monthEnd(partsOf(held).year, partsOf(held).month)],
  [/(?:本月内)/gu, (_, held) => monthEnd(partsOf(held).year, partsOf(held).month)],
  [/(?:次|下)月底(?:之?前)?/gu, (_, held) => nextMonthEnd(held)],
  [
    /(?:本)?季度?末(?:之?前)?/gu,
    (_, held) => `${partsOf(held).year}-${QUARTER_ENDS[Math.floor((partsOf(held).month - 1) / 3)]}`,
  ],
  [new RegExp(`(?<count>${N})个工作日(?:之?内|前)`, 'gu'), () => null],
  [new RegExp(`(?<count>${N})(?:日|天)(?:之?内)`, 'gu'), (g, held) => addDays(held, number(g.count))],
  [new RegExp(`(?<count>${N})(?:周|个?星期)(?:之?内)`, 'gu'), (g, held) => addDays(held, 7 * number(g.count))],
  [new RegExp(`(?<count>${N})个月(?:之?内)`, 'gu'), (g, held) => afterMonths(held, number(g.count))],
  [new RegExp(SOFT_DEADLINES.join('|'), 'gu'), () => null],
]

const bareYear = (words: string | undefined, held: string): number => {
  const { year } = partsOf(held)
  if (words && /^\d{4}$/u.test(words)) return Number(words)
  return words && '明次来'.includes(words) ? year + 1 : year
}

const nextMonthEnd = (held: string): string | null => {
  const { year, month } = partsOf(held)
  return month === 12 ? monthEnd(year + 1, 1) : monthEnd(year, month + 1)
}

const afterMonths = (held: string, count: number): string | null => {
  const { year, month, date } = partsOf(held)
  const index = year * 12 + month - 1 + count
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return day(y, m, date) ?? monthEnd(y, m)
}

const MAY_HOLD = /[前内底末]|上半年|[时期][限间]：/u

const DAYS = '\\d{1,2}月(?:\\d{1,2}日|底|末|中旬|上旬)?'
/** 分别于5月10日、6月10日前: a day for each of several, which one field cannot hold. */
export const SEVERAL_DAYS = new RegExp(`分别[^，。；]{0,6}?${DAYS}(?:、|和)${DAYS}`, 'u')

/** The first deadline of a stretch, resolved against the day of the meeting (`null`: no form resolves). */
export const deadlineIn = (folded: string, { start, end }: Span, held: string | null): Deadline | null => {
  const words = folded.slice(start, end)
  let best: Deadline | null = null
  if (!MAY_HOLD.test(words)) return null
  const several = SEVERAL_DAYS.exec(words)
  if (several)
    return { day: null, span: { start: start + several.index, end: start + several.index + several[0].length } }
  for (const [pattern, read] of FORMS)
    for (const match of matchesOf(words, pattern)) {
      const before = words.slice(Math.max(0, match.index - 4), match.index)
      const after = words.slice(match.index + match[0].length, match.index + match[0].length + 12)
      if (GOAL.test(before) || /[\d去前近这]$/u.test(before) || insideTitle(words, match.index)) continue
      // 印发后3个月内 counts from a day that nobody knows yet.
      const from = /(?:印发|实施|施行|公布|发布|出台|批准|批复|通过|下达|到位|签订|受理)(?:之日起?|后|之后)$/u.test(
        before,
      )
      // 关于上半年计划执行情况 is about the time that has passed.
      if (match[0].endsWith('上半年') && (/(?:关于|听取)$/u.test(before) || !BY_WHEN.test(after))) continue
      if (match[0].endsWith('年内') && AIMED_AT.test(before) && !BY_WHEN.test(after)) continue
      const span = { start: start + match.index, end: start + match.index + match[0].length }
      // 6月底 is longer than the 月底 inside it, and begins before it.
      if (best && (best.span.start < span.start || (best.span.start === span.start && best.span.end >= span.end)))
        continue
      best = { day: held && !from ? read(match.groups ?? {}, held) : null, span }
    }
  return best
}

const insideTitle = (words: string, at: number): boolean => words.lastIndexOf('《', at) > words.lastIndexOf('》', at)
