import type { CorrectableFact, CorrectableWarning, Place } from '../../model/api/curation.ts'
import type { CurationAction } from '../../model/curation.ts'
import type { EdgeType, GraphEdge, GraphNode } from '../../model/graph.ts'
import type { MinutesRecord, Span } from '../../model/record.ts'
import { foldForm } from '../resolve/fold.ts'
import type { ReadDocument } from '../work-list/matter.ts'
import { nthOfHeading } from './apply-readings.ts'
import { type Claim, subjectOfFact, subjectOfWarning } from './claims.ts'
import { meetingKeyOf } from './mentions-of.ts'
import { findWords, wordsAt } from './printed-words.ts'
import { type FactRead, factsRead, ROLL_EDGES } from './read-facts.ts'
import { isReading, meetingOf, type Reading, samePrint } from './reading.ts'

/** What stands in a document today, by whatever it came there. */
type Stands = Pick<CorrectableFact, 'fact' | 'corrected' | 'draft'> & {
  span: Span
  types: readonly EdgeType[]
  names: readonly string[]
}

type Claims = readonly Claim[]

const LONGEST_QUOTE = 300

const cut = (words: string): string =>
  words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/u, '')}…` : words

/** For a link into the reader. */
export const placeIn = ({ id, text }: Pick<ReadDocument, 'id' | 'text'>, { start, end }: Span): Place => ({
  document: id,
  start,
  end,
  quote: cut(text.slice(start, end)),
})

/** The names that an action puts in the place of what was read. */
const namesIn = (action: CurationAction): string[] => {
  const present = (names: readonly (string | null | undefined)[]) => names.flatMap((name) => name ?? [])
  switch (action.do) {
    case 'correct-roll':
    case 'add-roll':
    case 'settle-warning':
      return present(action.readings.flatMap(({ person, body }) => [person, body]))
    case 'correct-name':
    case 'correct-recorder':
      return present([action.right])
    case 'correct-chair':
      return present([action.right?.name])
    case 'add-name':
      return [action.fact.of === 'body' ? action.fact.body : action.fact.title]
    default:
      return []
  }
}

const PARTS: Readonly<Record<string, EdgeType>> = {
  lead: 'LEADS',
  joint: 'JOINS',
  cooperating: 'ASSISTS',
  submitTo: 'SUBMITTED_TO',
  issuedAs: 'ISSUED_AS',
  task: 'TASKED',
  mention: 'MENTIONS',
  considers: 'CONSIDERS',
  cites: 'CITES',
}

const claimOn = (fact: FactRead['fact'], claims: Claims): Claim | undefined => {
  const about = (subject: string) => claims.find((claim) => claim.subject === subject)
  const own = about(subjectOfFact(fact))
  return own || fact.of !== 'body' ? own : about(subjectOfFact({ ...fact, part: 'any' }))
}

const readToday = ({ fact, draft, span, types }: FactRead, claims: Claims): Stands => {
  const claim = claimOn(fact, claims)
  // Each of these claims is all that its event says.
  const today = claim?.event.action ?? draft
  return { fact, corrected: claim?.event.id ?? null, draft: today, span, types, names: namesIn(today) }
}

const spanInItem = (record: MinutesRecord, text: string, reading: Extract<Reading, { of: 'added-name' }>) => {
  const nth = nthOfHeading(record.items.map(({ heading }) => heading))
  const item = record.items.find(
    ({ heading }, at) => nth[at] === reading.fact.nth && samePrint(heading, reading.fact.heading),
  )
  return item ? findWords(text, reading.words, item.span) : null
}

const addedToday = (reading: Reading, { text, parsed }: ReadDocument): Stands[] => {
  const { action, id } = reading.event
  const stands = (span: Span | null, types: readonly EdgeType[], fact: Stands['fact'] = null): Stands[] =>
    span ? [{ fact, corrected: id, draft: action, span, types, names: namesIn(action) }] : []
  switch (reading.of) {
    case 'warning': {
      const warning = parsed.warnings.find(({ code, quote }) => code === reading.code && quote === reading.quote)
      return reading.readings.length ? stands(warning?.span ?? null, ROLL_EDGES) : []
    }
    case 'added-roll':
      return stands(findWords(text, reading.words), ROLL_EDGES)
    case 'added-name': {
      const type = PARTS[reading.fact.part]
      const found = stands(spanInItem(parsed, text, reading), type ? [type, 'MENTIONS'] : [])
      return found.map((one) => ({ ...one, draft: { do: 'undo', event: id } }))
    }
    case 'chair':
      if (reading.fact.name !== null || parsed.meeting.chair || !reading.words) return []
      return stands(findWords(text, reading.words), ['CHAIRED'], reading.fact)
    case 'recorder':
      if (reading.fact.name !== null || !reading.words) return []
      return stands(findWords(text, reading.words), ['RECORDED'], reading.fact)
    default:
      return []
  }
}

/** All that stands in a document today and can be corrected; `claims` are those that stand. */
const standingIn = (document: ReadDocument, claims: Claims): Stands[] => {
  const key = meetingKeyOf(document.meeting)
  const readings = claims.filter(isReading).filter((reading) => meetingOf(reading) === key)
  return [
    ...factsRead(document.parsed, key).map((read) => readToday(read, readings)),
    ...readings.flatMap((reading) => addedToday(reading, document)),
  ]
}

const told = (found: readonly (Stands & { place: Place })[]): CorrectableFact[] => {
  const byMatter = new Map<string, CorrectableFact>()
  for (const { fact, corrected, draft, place } of found) {
    const key = JSON.stringify([fact, draft])
    const known = byMatter.get(key) ?? { fact, places: [], corrected, draft }
    byMatter.set(key, known)
    if (!known.places.some((one) => JSON.stringify(one) === JSON.stringify(place))) known.places.push(place)
  }
  return [...byMatter.values()]
}

/** What an edge between `ends` was read from. */
export const factsOfEdge = (
  edge: GraphEdge,
  ends: readonly GraphNode[],
  documents: readonly ReadDocument[],
  claims: Claims,
): CorrectableFact[] => {
  const printed = edge.type === 'CONSIDERS' || edge.type === 'CITES' ? [edge.props.printedTitle] : null
  const forms = new Set((printed ?? ends.flatMap((node) => node.forms)).map(foldForm))
  const found = documents.flatMap((document) => {
    const places = edge.evidence.filter((one) => one.document === document.id)
    if (places.length === 0) return []
    return standingIn(document, claims)
      .filter(({ span, types, names }) => {
        const here = places.some(({ start, end }) => span.start < end && start < span.end)
        return here && types.includes(edge.type) && names.some((name) => forms.has(foldForm(name)))
      })
      .map((one) => ({ ...one, place: placeIn(document, one.span) }))
  })
  return told(found)
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Where the name itself stands in the words that state it. */
const nameSpan = ({ fact, names, span }: Stands, text: string): Span => {
  const printed = fact?.of === 'body' ? fact.body : names[0]
  return printed === undefined ? span : (findWords(text, { quote: printed, nth: 1 }, span) ?? span)
}

/** What was read from words that touch `place`. */
export const factsAt = (document: ReadDocument, place: Span, claims: Claims): CorrectableFact[] =>
  told(
    standingIn(document, claims)
      .filter((one) => meets(one.span, place))
      .map((one) => ({ ...one, span: one.fact?.of === 'body' ? nameSpan(one, document.text) : one.span }))
      .filter((one) => meets(one.span, place))
      .map((one) => ({ ...one, place: placeIn(document, one.span) })),
  )

/** What the parser could not read in a document. */
export const warningsIn = ({ parsed, meeting }: ReadDocument, claims: Claims): CorrectableWarning[] => {
  const key = meetingKeyOf(meeting)
  return parsed.warnings.map((warning) => {
    const { code, quote } = warning
    const claim = claims.find(({ subject }) => subject === subjectOfWarning(key, code, quote))
    const draft: CurationAction = { do: 'settle-warning', meeting: key, code, quote, readings: [] }
    return { warning, settled: claim?.event.id ?? null, draft: claim?.event.action ?? draft }
  })
}

/** The item around a place, as `correct-name` and `add-name` name it; with the words as they are found in it. */
export const itemAt = ({ parsed: { items }, text }: ReadDocument, place: Span) => {
  const nth = nthOfHeading(items.map(({ heading }) => heading))
  const at = items.findIndex(({ span }) => place.start >= span.start && place.end <= span.end)
  const item = items[at]
  if (!item) return null
  return { seq: item.seq, heading: item.heading, nth: nth[at] ?? 1, words: wordsAt(text, place, item.span) }
}
