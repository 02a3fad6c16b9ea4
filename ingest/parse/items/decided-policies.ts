import type { PolicyMention, Span } from '../../../model/record.ts'
import type { Document } from '../document.ts'
import type { Alias } from '../rules/aliases.ts'
import { isObject, policyOf } from '../rules/policies.ts'
import type { Title } from '../titles.ts'
import { within } from '../within.ts'
import type { Sentence } from './decisions.ts'

/** Titles that a sentence of decision decides on: 原则同意《…》. */
export const decidedPolicies = (
  { text, folded }: Document,
  sentences: readonly Sentence[],
  titles: readonly Title[],
  aliases: readonly Alias[],
): PolicyMention[] =>
  sentences.flatMap(({ span, outcomes }) => {
    if (!outcomes.length) return []
    return within(titles, span)
      .filter(
        (title) =>
          !aliases.some(
            (alias) =>
              (alias.name.start >= title.start && alias.name.end <= title.end) ||
              folded.slice(alias.name.start, alias.name.end) === folded.slice(title.inner.start, title.inner.end),
          ),
      )
      .filter((title) =>
        isDecidedOn(
          folded,
          title,
          span,
          outcomes.map((one) => one.span),
        ),
      )
      .map((title) => policyOf(text, folded, title))
  })

const isDecidedOn = (folded: string, title: Title, sentence: Span, outcomes: readonly Span[]): boolean => {
  // 同意停止执行《…》: the words of the outcome end where the title begins.
  if (outcomes.some((one) => one.end === title.start)) return true
  if (
    !outcomes.length ||
    !isObject(folded, title, sentence.start, false) ||
    /(?:该|此|上述)$/u.test(folded.slice(title.start - 2, title.start))
  )
    return false
  const before = outcomes.findLast((one) => one.end <= title.start)
  // Between the word of the outcome and its object no clause ends; 《…》暂缓审议 has them the other way round.
  if (before)
    return (
      !/[，；。：]/u.test(folded.slice(before.end, title.start).replace(/（[^（）]*）/gu, '')) &&
      !/(?:列入|纳入|按照|根据|依据|依照)/u.test(folded.slice(before.end, title.start))
    )
  // 会议传达学习了《…》，原则同意《…》: what was conveyed was not decided on.
  return (
    title.start - sentence.start <= 8 &&
    !/(?:传达|学习|贯彻|听取|通报)了?$/u.test(folded.slice(sentence.start, title.start))
  )
}

/** Paragraphs of an item under review that are a title and nothing else. */
export const listedPolicies = (
  { text, folded }: Document,
  paragraphs: readonly Span[],
  titles: readonly Title[],
): PolicyMention[] =>
  paragraphs.flatMap((span) => {
    const [title, ...others] = within(titles, span)
    const around = title && folded.slice(span.start, title.start) + folded.slice(title.end, span.end)
    return title && !others.length && /^[；。、， ]*$/u.test(around ?? '') ? [policyOf(text, folded, title)] : []
  })

/** 同意该方案, 上述规划: what was reported on is decided on. */
const REFERS = /^了?(?:该|此|上述|这一|前述)《?(?<kind>\p{Script=Han}{2,8}?)(?:》|[，。；、和]|$)/u

/** 听取关于《…方案》的汇报, and below it 原则同意该方案: the titles of the heading that a decision refers to by their kind. */
export const referredPolicies = (
  { text, folded }: Document,
  heading: Span,
  sentences: readonly Sentence[],
  titles: readonly Title[],
): PolicyMention[] => {
  const kinds = sentences.flatMap(({ span, outcomes }) =>
    outcomes.flatMap((one) => REFERS.exec(folded.slice(one.span.end, span.end))?.groups?.kind ?? []),
  )
  if (!kinds.length) return []
  return within(titles, heading)
    .filter(({ inner }) => kinds.some((kind) => withoutStage(folded.slice(inner.start, inner.end)).endsWith(kind)))
    .map((title) => policyOf(text, folded, title))
}

const withoutStage = (title: string): string => title.replace(/（[^（）]{1,12}）$/u, '')
