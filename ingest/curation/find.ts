/** From what a person writes to what an action is about. Whatever means nothing, or more than one thing, is refused with what there is. */
import type { Mention, NameFact, RollFact } from '../../model/curation.ts'
import type { Graph, GraphNode, NodeId } from '../../model/graph.ts'
import type { Item, RollRole, Warning } from '../../model/record.ts'
import { foldName } from '../resolve/fold.ts'
import type { ReadDocument } from '../work-list/matter.ts'
import { nthOfHeading } from './apply-readings.ts'
import type { Claim } from './claims.ts'
import { meetingKeyOf } from './mentions-of.ts'
import { samePrint } from './reading.ts'
import { CurationRefused } from './refuse-action.ts'

const MOST = 20

/** The only one of `found`; otherwise refused with what each of `found`, or of what comes near, is called. Throws `CurationRefused`. */
export const onlyOne = <Value>(
  words: string,
  found: readonly Value[],
  inWords: (value: Value) => string,
  near: readonly Value[] = [],
): Value => {
  const [first, second] = found
  if (first !== undefined && second === undefined) return first
  const list = found.length ? found : near
  const names = list.slice(0, MOST).map((value) => `  ${inWords(value)}`)
  const more = list.length > MOST ? [`  and ${list.length - MOST} more`] : []
  const what = found.length ? `means ${found.length}; name one:` : list.length ? 'is nothing; there is:' : 'is nothing'
  throw new CurationRefused([`“${words}” ${what}`, ...names, ...more].join('\n'))
}

const nodeInWords = ({ id, label }: GraphNode): string => `${id}  ${label}`

const distinctBy = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
]

/** A node by its id, or by a name that it is printed with, which has to be whole. Throws `CurationRefused`. */
export const findNode = (
  words: string,
  { nodes }: Pick<Graph, 'nodes'>,
  kinds: readonly GraphNode['kind'][],
): GraphNode => {
  const wanted = foldName(words)
  const ofKind = nodes.filter(({ kind }) => kinds.includes(kind))
  const names = ({ label, forms }: GraphNode): string[] => [label, ...forms].map(foldName)
  const byId = ofKind.filter(({ id }) => id === words)
  const whole = byId.length ? byId : ofKind.filter((node) => names(node).includes(wanted))
  const near = wanted === '' ? [] : ofKind.filter((node) => names(node).some((name) => name.includes(wanted)))
  return onlyOne(words, whole, nodeInWords, near)
}

/** A meeting by its id, its key, its label, its day or its number. Throws `CurationRefused`. */
export const findMeeting = (words: string, graph: Pick<Graph, 'nodes'>): NodeId => {
  const byKey = graph.nodes.find(({ id, kind }) => kind === 'meeting' && meetingKeyOf(id) === words)
  return byKey?.id ?? findNode(words, graph, ['meeting']).id
}

/** Those of the mentions of a node that `words` names: by body, form or title as printed, or by their meeting. Throws `CurationRefused`. */
export const selectMentions = (words: string, mentions: readonly Mention[], graph: Pick<Graph, 'nodes'>): Mention[] => {
  const printed = (mention: Mention): string | null =>
    mention.kind === 'person' ? mention.body : mention.kind === 'body' ? mention.form : mention.title
  const byPrint = mentions.filter((mention) => samePrint(printed(mention), words))
  if (byPrint.length) return byPrint
  const meetings = mentions.flatMap((mention) => (mention.kind === 'body' ? [] : [mention.meeting]))
  const own = graph.nodes.filter(({ id, kind }) => kind === 'meeting' && meetings.includes(meetingKeyOf(id)))
  const meeting = meetings.length ? meetingKeyOf(findMeeting(words, { nodes: own })) : null
  const found = mentions.filter((mention) => mention.kind !== 'body' && mention.meeting === meeting)
  if (found.length) return found
  return [onlyOne(words, [], (mention: Mention) => printed(mention) ?? '', mentions)]
}

/** `凌舟@市住建局`, `陆衡` for one without a body, `@市检察院` for a body without a name. */
export type PersonAtBody = { person: string | null; body: string | null }

export const personAtBody = (words: string): PersonAtBody => {
  const at = words.indexOf('@')
  const person = (at < 0 ? words : words.slice(0, at)).trim()
  const body = at < 0 ? '' : words.slice(at + 1).trim()
  return { person: person === '' ? null : person, body: body === '' ? null : body }
}

const inRoll = ({ person, body }: PersonAtBody): string => `${person ?? ''}${body === null ? '' : `@${body}`}`

export type PrintedEntry = { fact: RollFact; role: RollRole }

/** An entry of a meeting's roll, by what the parser read there or by what a correction put in its place. Throws `CurationRefused`. */
export const findRollFact = (
  words: string,
  meeting: NodeId,
  documents: readonly ReadDocument[],
  claims: readonly Claim[],
): PrintedEntry => {
  const key = meetingKeyOf(meeting)
  const wanted = personAtBody(words)
  const fits = ({ person, body }: PersonAtBody): boolean =>
    samePrint(person, wanted.person) &&
    (samePrint(body, wanted.body) || (wanted.body === null && wanted.person !== null))
  const entry = (person: string | null, body: string | null, role: RollRole): PrintedEntry => ({
    fact: { of: 'roll', meeting: key, person, body },
    role,
  })
  const printed = documents
    .filter((document) => document.meeting === meeting)
    .flatMap(({ parsed }) => [
      ...parsed.attendance.map(({ person, body, role }) => entry(person, body, role)),
      ...parsed.representatives.map(({ body, role }) => entry(null, body, role)),
    ])
  const corrected = claims.flatMap((claim) =>
    claim.of === 'roll' && claim.fact.meeting === key && claim.readings.some(fits) ? [claim.fact] : [],
  )
  const found = printed.filter(
    ({ fact }) =>
      fits(fact) || corrected.some((one) => samePrint(one.person, fact.person) && samePrint(one.body, fact.body)),
  )
  const distinct = (entries: readonly PrintedEntry[]) => distinctBy(entries, ({ fact }) => inRoll(fact))
  const near = printed.filter(
    ({ fact }) => wanted.person !== null && (fact.person ?? '').startsWith(wanted.person.slice(0, 1)),
  )
  return onlyOne(words, distinct(found), ({ fact }) => inRoll(fact), distinct(near))
}

const bodiesIn = (item: Item): string[] => [
  ...item.bodies,
  ...[...item.decisions, ...item.tasks].flatMap(({ lead, joint, cooperating }) => [...lead, ...joint, ...cooperating]),
  ...item.decisions.flatMap(({ submitTo, issuedAs }) => [submitTo, issuedAs].filter((body) => body !== null)),
]

type ItemFact = { fact: NameFact; seq: number; heading: string }

const factsIn = (item: Item, nth: number, meeting: string, name: string, part: BodyPartName): ItemFact[] => {
  const { seq, heading } = item
  const titles = [...item.policies, ...item.cites].map(({ title }) => title).filter((title) => samePrint(title, name))
  const bodies = bodiesIn(item).filter((body) => samePrint(body, name))
  return [
    ...titles
      .slice(0, 1)
      .map((title): ItemFact => ({ fact: { of: 'title', meeting, heading, nth, title }, seq, heading })),
    ...bodies
      .slice(0, 1)
      .map((body): ItemFact => ({ fact: { of: 'body', meeting, heading, nth, part, body }, seq, heading })),
  ]
}

type BodyPartName = Extract<NameFact, { of: 'body' }>['part']

/** A body or a title (with or without 《》) in an item of a meeting; `seq` tells which item where several have it. Throws `CurationRefused`. */
export const findNameFact = (
  words: string,
  meeting: NodeId,
  documents: readonly ReadDocument[],
  { seq, part }: { seq: number | null; part: BodyPartName },
): NameFact => {
  const name = words.replace(/^《(.*)》$/u, '$1')
  const found = documents
    .filter((document) => document.meeting === meeting)
    .flatMap(({ parsed: { items } }) => {
      const nth = nthOfHeading(items.map(({ heading }) => heading))
      return items.flatMap((item, at) => factsIn(item, nth[at] ?? 1, meetingKeyOf(meeting), name, part))
    })
    .filter((one) => seq === null || one.seq === seq)
  const distinct = distinctBy(found, ({ fact }) => JSON.stringify([fact.of, foldName(fact.heading), fact.nth]))
  return onlyOne(words, distinct, (one) => `item ${one.seq}: ${one.heading}`).fact
}

type FoundItem = { seq: number; heading: string; nth: number }

/** The item of a meeting's documents that `has` the words; `seq` tells which where several have them. Throws `CurationRefused`. */
export const findItem = (
  words: string,
  documents: readonly ReadDocument[],
  { seq, has }: { seq: number | null; has: (item: Item, text: string) => boolean },
): FoundItem => {
  const found = documents.flatMap(({ parsed: { items }, text }) => {
    const nth = nthOfHeading(items.map(({ heading }) => heading))
    return items.flatMap((item, at): FoundItem[] =>
      (seq === null || item.seq === seq) && has(item, text)
        ? [{ seq: item.seq, heading: item.heading, nth: nth[at] ?? 1 }]
        : [],
    )
  })
  const distinct = distinctBy(found, ({ heading, nth }) => JSON.stringify([foldName(heading), nth]))
  return onlyOne(words, distinct, (one) => `item ${one.seq}: ${one.heading}`)
}

/** A warning of a meeting by its code, and by words of its quote where several have the code. Throws `CurationRefused`. */
export const findWarning = (
  code: string,
  quote: string,
  meeting: NodeId,
  documents: readonly ReadDocument[],
): Warning => {
  const all = documents.filter((document) => document.meeting === meeting).flatMap(({ record }) => record.warnings)
  const distinct = distinctBy(all, (warning) => JSON.stringify([warning.code, warning.quote]))
  const found = distinct.filter((warning) => warning.code === code && warning.quote.includes(quote))
  return onlyOne([code, quote].join(' ').trim(), found, (warning) => `${warning.code}  ${warning.quote}`, distinct)
}
