import type { Item, PolicyMention, Span, Warning } from '../../../model/record.ts'
import { type Mention, mentionsIn, type Recogniser } from '../bodies/mentions.ts'
import { type Document, printed, warn } from '../document.ts'
import type { LaidItem } from '../layout/layout.ts'
import { type Alias, aliasesIn } from '../rules/aliases.ts'
import { citationsIn } from '../rules/citations.ts'
import { SEVERAL_DAYS } from '../rules/deadline.ts'
import { type Segment, segmentsOf, verbsOf } from '../rules/item-verbs.ts'
import { mattersOf } from '../rules/matters.ts'
import { outcomesIn, resolutionIn } from '../rules/outcome.ts'
import { headingPolicies, unique } from '../rules/policies.ts'
import { titleKey } from '../rules/title-key.ts'
import { verbsElsewhere } from '../rules/unverbed-heading.ts'
import { sentencesOf } from '../sentences.ts'
import { titlesOf } from '../titles.ts'
import { decidedPolicies, listedPolicies, referredPolicies } from './decided-policies.ts'
import { decide, type Sentence } from './decisions.ts'
import { undecided } from './undecided.ts'

export type ItemContext = {
  doc: Document
  held: string | null
  kind: string | null
  recogniser: Recogniser
  agenda: readonly Segment[]
}

const DECIDING_HEADING = /同意|通过|暂缓|不予/u

/** Heading and paragraphs, each sign once: a heading that runs on into its paragraph is part of that. */
const partsOf = ({ heading, paragraphs }: LaidItem): Span[] =>
  paragraphs.some((span) => span.start < heading.end) ? paragraphs : [heading, ...paragraphs]

const sentencesIn = (folded: string, { heading, paragraphs }: LaidItem): Sentence[] => {
  const sentences = paragraphs.flatMap((span, paragraph) =>
    sentencesOf(folded, span).map((one) => sentenceOf(folded, one, paragraph)),
  )
  const apart = !paragraphs.some((span) => span.start < heading.end)
  // A heading that is a sentence may decide, where nothing below it does: 会议审议并原则通过了《…》.
  const decides = apart && DECIDING_HEADING.test(folded.slice(heading.start, heading.end))
  if (decides && !sentences.some(({ outcomes }) => outcomes.length)) sentences.unshift(sentenceOf(folded, heading, -1))
  return sentences.some(({ outcomes }) => outcomes.length) ? sentences : sentences.map((one) => resolved(folded, one))
}

const resolved = (folded: string, sentence: Sentence): Sentence => {
  const found = resolutionIn(folded, sentence.span)
  return found ? { ...sentence, outcomes: [found] } : sentence
}

const sentenceOf = (folded: string, whole: Span, paragraph: number): Sentence => {
  const span = trimMarker(folded, whole)
  return { span, paragraph, numbered: span.start > whole.start, outcomes: outcomesIn(folded, span) }
}

/** Reads one item: heading, policies, decisions, tasks and every body it names. */
export const readItem = (
  laid: LaidItem,
  { doc, held, kind, recogniser, agenda }: ItemContext,
): { item: Item; warnings: Warning[] } => {
  const { text, folded } = doc
  const segments = segmentsOf(folded, laid.heading)
  const own = segments.some((segment) => segment.verbs.length)
  const governing = own ? segments : verbsElsewhere(folded, laid.heading, laid.paragraphs, agenda)
  const verbs = verbsOf(governing)
  const parts = partsOf(laid)
  const mentions = parts.flatMap((span) => mentionsIn(folded, span, recogniser))
  const titles = parts.flatMap((span) => titlesOf(folded, span))
  const sentences = sentencesIn(folded, laid)
  const reading = { text, folded, held, kind, mentions }
  const { decisions, tasks } = decide(reading, sentences)
  const aliases = parts.flatMap((span) => aliasesIn(folded, span, titles))
  const named = [
    ...headingPolicies(text, folded, segments, verbs, aliases),
    ...decidedPolicies(doc, sentences, titles, aliases),
    ...(verbs.includes('review') ? listedPolicies(doc, laid.paragraphs, titles) : []),
  ]
  // 关于《…》: the heading has no verb, and what is decided on below is not named again.
  const meant =
    !own && !named.length && decisions.length
      ? headingPolicies(text, folded, segments, ['review'], aliases).filter(
          ({ span }) => folded[span.start - 1] === '《',
        )
      : named
  const objects = meant.length ? meant : referredPolicies(doc, laid.heading, sentences, titles)
  const policies = withAliases(doc, aliases, unique(folded, objects))
  const spans = policies.map((policy) => policy.span)
  const studied = governing.some((segment) => /^(?:研究|讨论)/u.test(segment.word))
  const plain = decisions.length ? null : undecided(reading, { heading: laid.heading, verbs, studied }, sentences)
  return {
    item: {
      seq: laid.seq,
      heading: printed(text, laid.heading),
      headingSpan: laid.heading,
      span: laid.span,
      verbs,
      policies,
      cites: citationsIn(titles, { folded, text, policies: spans, aliases }),
      matters: mattersOf(text, folded, segments, spans, mentions),
      decisions: plain ? [plain] : decisions,
      tasks,
      ...bodiesIn(doc, mentions, spans),
    },
    warnings: [
      ...(decisions.length || plain
        ? []
        : [warn(doc, 'no-decision', `item ${laid.seq} states no decision`, laid.heading)]),
      ...sentences
        .filter(({ span }) => SEVERAL_DAYS.test(folded.slice(span.start, span.end)))
        .map(({ span }) => warn(doc, 'deadline-several', 'one day for each of several bodies', span)),
    ],
  }
}

/** 一是, （1） and the like in front of a sentence are no part of it. */
const trimMarker = (folded: string, { start, end }: Span): Span => {
  const marker = /^(?:（[\d一二三四五六七八九十]{1,3}）|[①-⑳]|\d{1,2}[.、](?!\d))/u.exec(folded.slice(start, start + 8))
  return { start: start + (marker?.[0].length ?? 0), end }
}

const withAliases = (
  { text, folded }: Document,
  aliases: readonly Alias[],
  policies: PolicyMention[],
): PolicyMention[] =>
  policies.map((policy) => {
    const key = titleKey(folded.slice(policy.span.start, policy.span.end))
    const alias = aliases.find(({ title }) => titleKey(folded.slice(title.inner.start, title.inner.end)) === key)
    return alias ? { ...policy, abbreviation: printed(text, alias.name) } : policy
  })

/** The bodies that an item names; what a title names, with 《》 or without, is part of the title. */
const bodiesIn = (
  { text }: Document,
  mentions: readonly Mention[],
  titles: readonly Span[],
): Pick<Item, 'bodies' | 'mentions'> => {
  const places = mentions
    .filter(
      ({ level, start, end }) => level === 'body' && !titles.some((title) => title.start <= start && end <= title.end),
    )
    .map((mention) => ({ body: printed(text, mention), span: { start: mention.start, end: mention.end } }))
  return { bodies: [...new Set(places.map((place) => place.body))], mentions: places }
}
