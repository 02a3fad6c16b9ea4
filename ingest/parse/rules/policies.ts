import type { ItemVerb, PolicyMention, Span } from '../../../model/record.ts'
import { CITING_BEFORE, DOCUMENT_KINDS, EXECUTION_WORDS, MATTER_KINDS } from '../../lexicon/policy-kinds.ts'
import { printed } from '../document.ts'
import { readNumber } from '../numbers.ts'
import { type Title, titlesOf } from '../titles.ts'
import type { Alias } from './aliases.ts'
import type { Segment } from './item-verbs.ts'
import { stageLength, stageOf, titleKey } from './title-key.ts'

const UNNAMED =
  /^(?:等)?及(?:其)?(?<count>[\d一二三四五六七八九十两]{1,3})(?:个|项)(?:子方案|配套|附件|实施细则|细则|专项|方案)/u
const JOINTS = /^(?:、|和|及|以及|与|暨|，|等)+/u
const JOINTS_AT_END = /(?:、|和|及|以及|与|暨|，)+$/u
const kinds = [...DOCUMENT_KINDS].sort((a, b) => b.length - a.length)
/** 修订 and the like make a document in a heading its object; elsewhere they make it one that the item leans on. */
const REVISING: ReadonlySet<string> = new Set(['修订', '修改', '国家', '省', '实施', '制定的', '印发的', '中央'])

const isReview = (verbs: readonly ItemVerb[]) => verbs.includes('review') || verbs.includes('repeal')

export const policyOf = (text: string, folded: string, title: Title): PolicyMention => {
  const after = folded.slice(title.end, title.end + 24)
  const stage = stageOf(folded.slice(title.inner.start, title.inner.end), after)
  const count = readNumber(UNNAMED.exec(after.slice(stageLength(after)))?.groups?.count ?? '')
  return {
    title: printed(text, title.inner),
    ...(stage ? { stage } : {}),
    ...(count ? { unnamed: count } : {}),
    span: title.inner,
  }
}

/** True where a title is what the words are about, and not what they lean on or report the execution of. */
export const isObject = (folded: string, title: Title, from: number, inHeading: boolean): boolean => {
  const before = folded.slice(Math.max(from, title.start - 8), title.start)
  const after = folded
    .slice(title.end + stageLength(folded.slice(title.end, title.end + 12)), title.end + 24)
    .replace(/^的/u, '')
  if (EXECUTION_WORDS.some((word) => after.startsWith(word))) return false
  return !CITING_BEFORE.some((word) => before.endsWith(word) && !(inHeading && REVISING.has(word)))
}

/** The policies that a heading names under 审议 and its kin, with 《》 or without. */
export const headingPolicies = (
  text: string,
  folded: string,
  segments: readonly Segment[],
  fallback: readonly ItemVerb[],
  aliases: readonly Alias[],
): PolicyMention[] => {
  const out: PolicyMention[] = []
  for (const segment of segments) {
    if (!isReview(segment.verbs.length ? segment.verbs : fallback)) continue
    const titles = titlesOf(folded, segment.object).filter(
      (title) => !aliases.some((alias) => alias.name.start >= title.start && alias.name.end <= title.end),
    )
    for (const title of titles)
      if (isObject(folded, title, segment.object.start, true)) out.push(policyOf(text, folded, title))
    for (const bare of bareObjects(folded, segment.object, titles)) out.push({ title: printed(text, bare), span: bare })
  }
  return unique(folded, out)
}

export const unique = (folded: string, policies: readonly PolicyMention[]): PolicyMention[] => {
  const seen = new Set<string>()
  return policies.filter(({ span }) => {
    const key = titleKey(folded.slice(span.start, span.end))
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Objects without 《》 that end in a kind of document; those that end in 情况 or 问题 are matters. */
const bareObjects = (folded: string, object: Span, titles: readonly Title[]): Span[] => {
  const out: Span[] = []
  let at = object.start
  for (const stop of [...titles.map((title) => title.start), object.end]) {
    const isFirst = at === object.start
    const words = folded.slice(at, stop)
    const start = at + (JOINTS.exec(words)?.[0].length ?? 0)
    const end = stop - (JOINTS_AT_END.exec(words)?.[0].length ?? 0)
    const joined = isFirst || JOINTS.test(words)
    const whole = stop === object.end || JOINTS_AT_END.test(words)
    if (joined && whole && end - start >= 4 && !(isFirst && stop !== object.end && !/[、和及]$/u.test(words))) {
      const span = bareTitle(folded, { start, end })
      if (span) out.push(span)
    }
    at = titles.find((title) => title.start === stop)?.end ?? stop
  }
  return out
}

/** 关于…的请示等3件请示: the first of several. */
const AND_OTHERS = /(?<=.{4})等[\d一二三四五六七八九十]{1,3}(?:件|项|个|份).{0,8}$/u

/** 关于2021年度政府投资项目计划 is a heading about a plan; 关于…的通知 is a title. */
const NOT_OF_TITLE = /^关于(?!.*的.{0,6}$)(?=.*(?:计划|规划|方案|名单|办法|细则|规定|条例|目录|清单|预案)$)/u

const bareTitle = (folded: string, span: Span): Span | null => {
  let words = folded
    .slice(span.start, span.end)
    .replace(/（[^（）]{1,12}）$/u, '')
    .replace(AND_OTHERS, '')
  if (/[（）]$/u.test(words) || /^(?:等|及|的|[\d一二三四五六七八九十两]{1,3}(?:个|项|份))/u.test(words)) return null
  const start = span.start + introduction(words)
  words = words.slice(start - span.start)
  const about = NOT_OF_TITLE.exec(words)?.[0].length ?? 0
  words = words.slice(about)
  if (
    MATTER_KINDS.some((kind) => words.endsWith(kind)) ||
    !kinds.some((kind) => words.endsWith(kind) && words.length > kind.length + 1)
  )
    return null
  return { start: start + about, end: start + about + words.length }
}

/** Who brings a document is no part of its title: 市水利局关于…的请示. */
const introduction = (words: string): number => {
  const at = words.indexOf('关于')
  return at > 0 && /(?:局|委|办|室|部|院|会|中心|公司|提交的|报送的|提请的|政府)$/u.test(words.slice(0, at)) ? at : 0
}
