import type { Span } from '../../../model/record.ts'
import { blocksOf, type Document, type Found, warn } from '../document.ts'
import { NUMBER, readNumber } from '../numbers.ts'

const WORDS = '[\\p{Script=Han}（） \\n]{0,24}?'
/** 五届104次, 十届四十二次, 第十七届人民政府第28次; 二十届中央纪委二次全会 is none of this government's. */
const BY_TERM = new RegExp(
  `第? {0,2}(?<term>${NUMBER}) {0,2}届(?!中央|中纪委|全国|省|[一二三四五六七八]中全会)${WORDS}第? {0,2}(?<ordinal>${NUMBER}) {0,2}次`,
  'u',
)
/** 2021年区政府第1次, 2026年第2次: no month between, which would make it the day. */
const BY_YEAR = new RegExp(
  `(?<year>(?:19|20)\\d{2}) {0,2}年度?(?!\\d)${WORDS}第 {0,2}(?<ordinal>${NUMBER}) {0,2}次`,
  'u',
)
const ALONE = new RegExp(`第 {0,4}(?<ordinal>${NUMBER}) {0,4}次`, 'u')
const DAMAGED = new RegExp(`第 {0,4}(?<ordinal>\\d{1,4})(?=(?:常务|办公|全体|专题))`, 'u')

/** Each with a sign that it cannot do without; `damaged`: a sign beside the ordinal is lost. */
const PATTERNS = [
  [BY_TERM, '届', false],
  [BY_YEAR, '次', false],
  [ALONE, '次', false],
  [DAMAGED, '第', true],
] as const

export type Ordinal = { ordinal: number; term: number | null; year: number | null }

const LATER = /[，。；《]/u

/** （2019年第14次）, below the kind of meeting. */
const isWholeLine = (words: string, start: number, stop: number): boolean =>
  /(?:^|\n) *（? *$/u.test(words.slice(0, start)) && /^ *）? *(?:\n|$)/u.test(words.slice(stop))

const readIn = (doc: Document, { start, end }: Span): Found<Ordinal> => {
  const words = doc.folded.slice(start, Math.min(end, start + 400))
  for (const [pattern, holds, damaged] of PATTERNS) {
    const match = words.includes(holds) ? pattern.exec(words) : null
    const ordinal = readNumber(match?.groups?.ordinal ?? '')
    if (!match || !ordinal || (pattern !== ALONE && LATER.test(match[0]))) continue
    const stop = match.index + match[0].length
    if (!/会|纪要/u.test(words.slice(stop - 1, stop + 24)) && !isWholeLine(words, match.index, stop)) continue
    const span = { start: start + match.index, end: start + match.index + match[0].length }
    const term = readNumber(match.groups?.term ?? '')
    const year = readNumber(match.groups?.year ?? '')
    return {
      value: { ordinal, term, year },
      span,
      ...(damaged ? { warnings: [warn(doc, 'number-damaged', 'a sign beside the ordinal is lost', span)] } : {}),
    }
  }
  return null
}

/** Which meeting it was, with the term or the year that scopes the count where the text gives one. */
export const ordinal = (doc: Document): Found<Ordinal> => {
  const found = [...blocksOf(doc, 'masthead', 'number', 'data', 'opening')]
    .map((block) => readIn(doc, block.span))
    .filter((one) => one !== null)
  const scoped = found.find((one) => one.value.term !== null || one.value.year !== null)
  const [first] = found
  return scoped && first && scoped.value.ordinal === first.value.ordinal ? scoped : (first ?? null)
}
