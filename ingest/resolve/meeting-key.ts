import type { DocumentId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { MeetingFacts, MinutesRecord } from '../../model/record.ts'

export type Source = {
  document: DocumentId
  record: MinutesRecord
  /** SHA-256 of the record's JSON, where somebody has it already. */
  print?: string | undefined
}

export type MeetingSources = {
  key: string
  day: string | null
  /** The fullest document first. */
  sources: Source[]
}

type Group = { sources: Source[] }

const factsOf = ({ record }: Source): MeetingFacts => record.meeting
const bothAnd = <Value>(a: Value | null, b: Value | null, holds: (a: Value, b: Value) => boolean): boolean =>
  a !== null && b !== null && holds(a, b)
const equal = (a: unknown, b: unknown): boolean => a === b
const differ = (a: unknown, b: unknown): boolean => a !== b

/** 〔2020〕43号 is one document; 第7期 comes again every year. */
const namesYear = (docNumber: string | null): boolean => /(?:19|20)\d\d/u.test(docNumber ?? '')
const yearOf = ({ year, date }: MeetingFacts): number | null =>
  year ?? (date === null ? null : Number(date.slice(0, 4)))

const contradicts = (a: MeetingFacts, b: MeetingFacts): boolean =>
  bothAnd(a.date, b.date, differ) ||
  bothAnd(a.type, b.type, differ) ||
  bothAnd(a.ordinal, b.ordinal, differ) ||
  bothAnd(a.term, b.term, differ) ||
  bothAnd(yearOf(a), yearOf(b), differ)

/** A serial number comes again in every term: two documents of one meeting share more than that. */
const sameMeeting = (a: MeetingFacts, b: MeetingFacts): boolean => {
  if (contradicts(a, b)) return false
  const sameNumber = bothAnd(a.ordinal, b.ordinal, equal)
  const sameDocument = namesYear(a.docNumber) && a.docNumber === b.docNumber
  if (bothAnd(a.date, b.date, equal)) return sameNumber || sameDocument || a.docNumber === null || b.docNumber === null
  if (sameDocument) return true
  const sameScope =
    bothAnd(a.term, b.term, equal) || bothAnd(yearOf(a), yearOf(b), equal) || bothAnd(a.issuedOn, b.issuedOn, equal)
  return sameNumber && sameScope
}

const exactKey = ({ date, type, ordinal, docNumber }: MeetingFacts): string =>
  JSON.stringify([date, type, ordinal ?? docNumber])
const isPlain = ({ date, type, ordinal }: MeetingFacts): boolean => date !== null && type !== null && ordinal !== null

/** Documents with day, kind and serial number make the meetings; one that lacks any of these joins the only one that it can belong to. */
const groupsOf = (sources: readonly Source[]): Group[] => {
  const groups: Group[] = []
  const exact = new Map<string, Group>()
  const sorted = [...sources].sort((a, b) => byCodeUnits(a.document, b.document))
  const start = (source: Source): Group => {
    const group = { sources: [source] }
    groups.push(group)
    return group
  }
  for (const source of sorted.filter((one) => isPlain(factsOf(one)))) {
    const key = exactKey(factsOf(source))
    const known = exact.get(key)
    if (known) known.sources.push(source)
    else exact.set(key, start(source))
  }
  // The most telling first, so that those which say little find all meetings that there are.
  const lacking = sorted
    .filter((one) => !isPlain(factsOf(one)))
    .sort((a, b) => told(factsOf(b)) - told(factsOf(a)) || byCodeUnits(a.document, b.document))
  for (const source of lacking) {
    const fitting = groups.filter((group) => group.sources.every((one) => fits(factsOf(one), factsOf(source))))
    const [only, ...others] = fitting.filter((group) =>
      group.sources.some((one) => sameMeeting(factsOf(one), factsOf(source))),
    )
    if (only && others.length === 0) only.sources.push(source)
    else start(source)
  }
  return groups
}

const fits = (a: MeetingFacts, b: MeetingFacts): boolean => !contradicts(a, b)
const told = ({ date, type, ordinal, docNumber, term, year, issuedOn }: MeetingFacts): number =>
  [date, date, type, ordinal, docNumber, term, year, issuedOn].filter((fact) => fact !== null).length

const firstOf = <Value>(group: Group, fact: (facts: MeetingFacts) => Value | null): Value | null =>
  group.sources.map((source) => fact(factsOf(source))).find((value) => value !== null) ?? null

/** What scopes the serial number of a meeting without a day. */
const scopeOf = (group: Group): string | null => {
  const [term, year] = [firstOf(group, (facts) => facts.term), firstOf(group, (facts) => facts.year)]
  if (term !== null) return `${term}届`
  if (year !== null) return `${year}年`
  return firstOf(group, ({ docNumber }) => docNumber) ?? firstOf(group, ({ issuedOn }) => issuedOn)
}

const keyOf = (group: Group): string => {
  const date = firstOf(group, (facts) => facts.date)
  const ordinal = firstOf(group, (facts) => facts.ordinal)
  const docNumber = firstOf(group, (facts) => facts.docNumber)
  const [{ document } = { document: '' }] = group.sources
  if (date === null && ordinal === null && docNumber === null) return document.slice(document.lastIndexOf('/') + 1)
  const number = ordinal === null ? docNumber : String(ordinal)
  const scope = date ?? scopeOf(group)
  const parts = [scope === number ? null : scope, firstOf(group, ({ type }) => type) ?? '会议', number]
  return parts.filter((part) => part !== null).join('-')
}

/** The documents of each meeting, in an order that does not depend on the order they came in. */
export const meetingsOf = (sources: readonly Source[]): MeetingSources[] => {
  const taken = new Map<string, number>()
  return groupsOf(sources)
    .map((group) => ({
      key: keyOf(group),
      day: firstOf(group, ({ date }) => date),
      sources: group.sources.sort(
        (a, b) => b.record.items.length - a.record.items.length || byCodeUnits(a.document, b.document),
      ),
    }))
    .sort(
      (a, b) => byCodeUnits(a.key, b.key) || byCodeUnits(a.sources[0]?.document ?? '', b.sources[0]?.document ?? ''),
    )
    .map((meeting) => {
      const count = (taken.get(meeting.key) ?? 0) + 1
      taken.set(meeting.key, count)
      return count === 1 ? meeting : { ...meeting, key: `${meeting.key}-${nameOf(meeting.sources)}` }
    })
}

const nameOf = ([first]: readonly Source[]): string => first?.document.slice(first.document.lastIndexOf('/') + 1) ?? ''
