import type { CheerioAPI } from 'cheerio'
import type { PageFacts } from '../../model/record.ts'
import { WEB_LINE_STARTS, WEB_LINE_WORDS } from '../lexicon/labels.ts'
import {
  PAGE_LINE_STARTS,
  PAGE_LINE_WORDS,
  POSTED_LABELS,
  POSTED_META,
  SHARED_DAY_LABELS,
  SOURCE_LABELS,
  SOURCE_META,
} from '../lexicon/page-words.ts'

const LONGEST_LINE = 160
const STARTS = [...WEB_LINE_STARTS, ...PAGE_LINE_STARTS].map((start) => start.replaceAll(' ', ''))
const TRAIL = /^[^，。；：]{1,20}(?:[>＞»›→][^，。；：]{1,20}){2,9}$/u
const HOME = /^首页[>＞»›→/|]/u
const anyOf = (words: readonly string[]) => words.join('|')
/** Nothing but a day in figures, perhaps with a time of day: as machines write it, and seldom people. */
const BARE_DAY = new RegExp(
  `^(?:${anyOf(SHARED_DAY_LABELS)})：\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:\\d{1,2}：\\d{2}(?:：\\d{2})?)?$`,
  'u',
)
const DAY = '(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})'
const POSTED = new RegExp(`(?:${anyOf([...POSTED_LABELS, ...SHARED_DAY_LABELS])})[：:]\\s{0,9}${DAY}`, 'u')
const SOURCE = new RegExp(`(?:${anyOf(SOURCE_LABELS)})[：:]\\s{0,9}([^\\s：:|【\\[]{2,40})`, 'u')

const bare = (line: string): string => line.replace(/\s+/gu, '').replaceAll(':', '：')

const isPageLine = (line: string): boolean => {
  const words = bare(line)
  if (words.length > LONGEST_LINE || words.includes('。')) return false
  if (STARTS.some((start) => words.startsWith(start)) || PAGE_LINE_WORDS.some((word) => words.includes(word)))
    return true
  return (
    TRAIL.test(words) ||
    HOME.test(words) ||
    WEB_LINE_WORDS.filter((word) => words.includes(word)).length >= 2 ||
    isDated(words)
  )
}

/** 时间：2022-07-28 来源：…, where the minutes themselves would not name a source. */
const isDated = (words: string): boolean =>
  SHARED_DAY_LABELS.some((label) => words.startsWith(`${label}：`)) &&
  WEB_LINE_WORDS.some((word) => words.includes(word))

/** Parts the lines of the page around the document from those of the document; a bare day goes with its neighbours. */
export const partLines = (lines: readonly string[]): { document: string[]; page: string[] } => {
  const certain = lines.map(isPageLine)
  const isPage = lines.map(
    (line, at) =>
      certain[at] === true || (BARE_DAY.test(bare(line)) && (certain[at - 1] === true || certain[at + 1] === true)),
  )
  return { document: lines.filter((_line, at) => !isPage[at]), page: lines.filter((_line, at) => isPage[at]) }
}

const dayIn = (match: RegExpExecArray | null): string | null => {
  if (!match) return null
  const [year, month, day] = match.slice(1, 4).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

const metaOf = ($: CheerioAPI): Map<string, string> =>
  new Map(
    $('meta[content]')
      .toArray()
      .map(
        ({ attribs }) =>
          [(attribs['name'] ?? attribs['property'] ?? '').toLowerCase(), (attribs['content'] ?? '').trim()] as const,
      )
      .filter(([name, content]) => name !== '' && content !== ''),
  )

const firstOf = <Value>(values: readonly (Value | null)[]): Value | null =>
  values.find((value) => value !== null) ?? null

/** What a page says of itself, in its meta elements or in the lines around the document; `null` when it says nothing. */
export const pageFacts = ($: CheerioAPI, lines: readonly string[]): PageFacts | null => {
  const meta = metaOf($)
  const date = firstOf([
    ...POSTED_META.map((name) => dayIn(new RegExp(`^${DAY}`, 'u').exec(meta.get(name) ?? ''))),
    ...lines.map((line) => dayIn(POSTED.exec(line))),
  ])
  const source = firstOf([
    ...SOURCE_META.map((name) => meta.get(name)?.slice(0, 80) ?? null),
    ...lines.map((line) => SOURCE.exec(line)?.[1] ?? null),
  ])
  return date === null && source === null ? null : { date, source }
}
