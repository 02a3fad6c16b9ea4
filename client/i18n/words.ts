import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { GraphEdge, GraphNode } from '../../model/graph.ts'
import { chineseNumeral, dayInWords, monthInShort, monthInWords } from './dates.ts'
import { isLanguage, type Language } from './setup.ts'
import { zh } from './zh.ts'

export type Words = { t: TFunction; language: Language }

export const useWords = (): Words => {
  const { t, i18n } = useTranslation()
  return { t, language: isLanguage(i18n.language) ? i18n.language : 'zh' }
}

type MeetingType = keyof typeof zh.meetingType
const isMeetingType = (type: string): type is MeetingType => Object.hasOwn(zh.meetingType, type)

/** A type that no table knows stands as it is printed. */
export const meetingType = ({ t }: Words, type: string): string =>
  isMeetingType(type) ? t(`meetingType.${type}`) : type

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Numbered = { label: string; type: string | null; ordinal: number | null }

/** 第 45 次常务会议, `Executive meeting 45`; without a number as the minutes print it. */
export const meetingName = (words: Words, { label, type, ordinal }: Numbered): string =>
  ordinal === null || type === null
    ? label
    : capital(words.t('meeting.nth', { ordinal, type: meetingType(words, type) }))

export const meetingShort = ({ t }: Words, { label, ordinal }: Pick<Numbered, 'label' | 'ordinal'>): string =>
  ordinal === null ? label : t('meeting.nthShort', { ordinal })

export const seqInWords = (language: Language, seq: number): string =>
  language === 'zh' ? chineseNumeral(seq) : String(seq)

export const itemName = ({ t, language }: Words, seq: number): string =>
  t('meeting.itemName', { seq: seqInWords(language, seq) })

/** The number of the item that a decision belongs to; `null` where it is not at hand. */
export type SeqOfItem = (item: string) => number | null

/** How a node is called in a sentence of ours. */
export const nodeName = (words: Words, node: GraphNode, seqOfItem: SeqOfItem): string => {
  switch (node.kind) {
    case 'meeting':
      return meetingName(words, node)
    case 'item':
      return itemName(words, node.seq)
    case 'decision': {
      const seq = seqOfItem(node.item)
      return seq === null
        ? words.t(`outcome.${node.outcome}`)
        : words.t('meeting.decisionOf', { seq: seqInWords(words.language, seq) })
    }
    case 'policy':
      return node.title
    case 'department':
    case 'district':
    case 'person':
      return node.label
  }
}

/** Names of people, bodies and policies are the document's; the rest is ours. */
export const isData = ({ kind }: GraphNode): boolean =>
  kind === 'policy' || kind === 'department' || kind === 'district' || kind === 'person'

/** The relation in a word: 牵头, 原则同意, 列席. */
export const edgeName = ({ t }: Words, edge: GraphEdge): string => {
  switch (edge.type) {
    case 'DECIDED':
      return t(`outcome.${edge.props.outcome}`)
    case 'ATTENDED':
      return t(`role.${edge.props.role}`)
    case 'TASKED':
      return t(`duty.${edge.props.role}`)
    default:
      return t(`edge.${edge.type}`)
  }
}

const RELATIONS = new Set(Object.keys(zh.relation))
const isRelation = (relation: string): relation is keyof typeof zh.relation => RELATIONS.has(relation)

export type PropLine = { name: string; value: string; data: boolean }

const deadlines = (
  { t, language }: Words,
  props: { deadline: string | null; deadlineText: string | null },
): PropLine[] => {
  const value = [props.deadlineText, props.deadline ? dayInWords(props.deadline, language) : null].filter(
    (part) => part !== null,
  )
  return value.length ? [{ name: t('prop.deadline'), value: value.join(' · '), data: false }] : []
}

/** A day that is known only to lie after one day and before another; an open side is `…`. */
const between = ({ language }: Words, after: string | null, before: string | null): string =>
  [after, before].map((day) => (day === null ? '…' : dayInWords(day, language))).join(' – ')

const stay = (
  words: Words,
  { from, until }: { from: { after: string | null; by: string }; until: { after: string; by: string | null } },
): PropLine[] => [
  { name: words.t('prop.from'), value: between(words, from.after, from.by), data: false },
  { name: words.t('prop.until'), value: between(words, until.after, until.by), data: false },
]

/** What is concluded, with how sure it is. */
const inferredLines = (words: Words, edge: GraphEdge): PropLine[] => {
  const { t } = words
  switch (edge.type) {
    case 'SERVED_AT':
      return [
        ...(edge.props.post ? [{ name: t('prop.post'), value: edge.props.post, data: true }] : []),
        ...stay(words, edge.props),
      ]
    case 'SUCCEEDS': {
      const { after, before } = edge.props.on
      return [{ name: t('prop.between'), value: between(words, after, before), data: false }]
    }
    case 'POSSIBLY_SAME':
      return [
        { name: t('prop.likelihood'), value: t(`likelihood.${edge.props.grade}`), data: false },
        {
          name: t('prop.why'),
          value: edge.props.why.map(({ code }) => t(`signal.${code}`)).join(t('join.clause')),
          data: false,
        },
      ]
    default:
      return []
  }
}

/** What else an edge says, line by line; what the text does not give is left out. */
export const propLines = (words: Words, edge: GraphEdge): PropLine[] => {
  const { t } = words
  const data = (name: string, value: string | null): PropLine[] => (value ? [{ name, value, data: true }] : [])
  const yes = (name: string, flag: boolean): PropLine[] => (flag ? [{ name, value: t('prop.yes'), data: false }] : [])
  switch (edge.type) {
    case 'ATTENDED':
      return [
        ...data(t('prop.as'), edge.props.as),
        ...data(t('prop.post'), edge.props.post),
        ...data(t('prop.onBehalfOf'), edge.props.onBehalfOf),
      ]
    case 'ABSENT_FROM':
      return [...data(t('prop.as'), edge.props.as), ...data(t('prop.reason'), edge.props.reason)]
    case 'CHAIRED':
      return [
        ...data(t('prop.post'), edge.props.post),
        ...yes(t('prop.acting'), edge.props.acting),
        ...data(t('prop.onBehalfOf'), edge.props.onBehalfOf),
      ]
    case 'REPRESENTED':
      return [
        { name: t('prop.role'), value: t(`role.${edge.props.role}`), data: false },
        ...yes(t('prop.named'), !edge.props.named),
      ]
    case 'CONSIDERS':
      return [...data(t('prop.stage'), edge.props.stage), ...data(t('prop.printedTitle'), edge.props.printedTitle)]
    case 'CITES': {
      const { relation } = edge.props
      return [
        ...(relation
          ? [
              {
                name: t('prop.relation'),
                value: isRelation(relation) ? t(`relation.${relation}`) : relation,
                data: false,
              },
            ]
          : []),
        ...data(t('prop.docNumber'), edge.props.docNumber),
        ...data(t('prop.printedTitle'), edge.props.printedTitle),
      ]
    }
    case 'LEADS':
    case 'JOINS':
    case 'ASSISTS':
    case 'TASKED':
      return deadlines(words, edge.props)
    default:
      return inferredLines(words, edge)
  }
}

/** A period with an open end; `null` when both are open. */
export const openPeriodInWords = (words: Words, from: string | null, to: string | null): string | null => {
  const { t, language } = words
  if (from && to) return periodInWords(words, from, to)
  if (from) return t('ribbon.since', { month: monthInWords(from, language) })
  return to ? t('ribbon.until', { month: monthInWords(to, language) }) : null
}

/** `2022 年 1 月 — 2024 年 12 月`. */
export const periodInWords = ({ language }: Words, from: string, to: string): string => {
  const first = monthInShort(from, language)
  const last = monthInShort(to, language)
  return first === last ? first : `${first} — ${last}`
}
