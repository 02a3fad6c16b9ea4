import type { MissedName } from '../../model/curation.ts'
import type { Decision, Item, Span, Task } from '../../model/record.ts'
import { stageOf } from '../parse/rules/title-key.ts'
import { findWords } from './printed-words.ts'
import { entriesFor, type Reading, type Roll, samePrint } from './reading.ts'

type AddedEntries = Extract<Reading, { of: 'added-roll' }>
type AddedName = Extract<Reading, { of: 'added-name' }>

/** What is found when it is looked for: the item with the name in it, or `null` where there is no place for it. */
type Put = { item: Item; text: string; place: Span }

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Where in `place` the name itself stands; the whole of it where it does not. */
const within = (text: string, name: string, place: Span): Span =>
  findWords(text, { quote: name, nth: 1 }, place) ?? place

/** The entries that people add, each where its words stand; one that is read already is not there twice. */
export const addedEntries = (text: string, roll: Roll, readings: readonly Reading[], applied: Set<Reading>): Roll => {
  const added: Roll = { attendance: [], representatives: [] }
  for (const reading of readings.filter((one): one is AddedEntries => one.of === 'added-roll')) {
    const place = findWords(text, reading.words)
    if (!place) continue
    applied.add(reading)
    for (const one of reading.readings) {
      const personSpan = one.person === null ? place : within(text, one.person, place)
      const entries = entriesFor([one], { span: place, personSpan })
      added.attendance.push(
        ...entries.attendance.filter(({ person, body }) =>
          [...roll.attendance, ...added.attendance].every(
            (known) => !(samePrint(known.person, person) && samePrint(known.body, body)),
          ),
        ),
      )
      added.representatives.push(
        ...entries.representatives.filter(({ body }) =>
          [...roll.representatives, ...added.representatives].every((known) => !samePrint(known.body, body)),
        ),
      )
    }
  }
  return added
}

const withName = (names: readonly string[], name: string): string[] =>
  names.some((one) => samePrint(one, name)) ? [...names] : [...names, name]

/** A body that is named in the words is mentioned there as well, as the parser has it. */
const withMention = ({ item, text, place }: Put, body: string, otherwise: Span | null): Item => {
  const span = findWords(text, { quote: body, nth: 1 }, place) ?? otherwise
  const bodies = withName(item.bodies, body)
  const known = span === null || item.mentions.some((one) => samePrint(one.body, body) && meets(one.span, span))
  const mentions = known ? item.mentions : [...item.mentions, { body, span }]
  return { ...item, bodies, mentions }
}

const inDecision = (put: Put, change: (decision: Decision) => Decision | null): Item | null => {
  const at = put.item.decisions.findIndex(({ span }) => meets(span, put.place))
  const decision = put.item.decisions[at]
  const changed = decision && change(decision)
  return changed ? { ...put.item, decisions: put.item.decisions.with(at, changed) } : null
}

const inTask = ({ item, text, place }: Put, body: string): Item => {
  const at = item.tasks.findIndex(({ span }) => meets(span, place))
  const known = item.tasks[at]
  if (known) return { ...item, tasks: item.tasks.with(at, { ...known, lead: withName(known.lead, body) }) }
  const quote = text.slice(place.start, place.end)
  const nobody = { joint: [], cooperating: [], deadline: null, deadlineText: null }
  const made: Task = { lead: [body], ...nobody, quote, span: place }
  return { ...item, tasks: [...item.tasks, made] }
}

const inPart = (put: Put, { part, body }: Extract<MissedName, { of: 'body' }>): Item | null => {
  switch (part) {
    case 'mention':
      return put.item
    case 'task':
      return inTask(put, body)
    case 'lead':
    case 'joint':
    case 'cooperating':
      return inDecision(put, (decision) => ({ ...decision, [part]: withName(decision[part], body) }))
    case 'submitTo':
    case 'issuedAs':
      // One that is read otherwise is corrected, not added.
      return inDecision(put, (decision) => (decision[part] === null ? { ...decision, [part]: body } : null))
  }
}

const withTitle = ({ item, text, place }: Put, { part, title }: Extract<MissedName, { of: 'title' }>): Item => {
  const list = part === 'considers' ? item.policies : item.cites
  if (list.some((one) => samePrint(one.title, title))) return item
  const span = within(text, title, place)
  if (part === 'cites') return { ...item, cites: [...item.cites, { title, span }] }
  const stage = stageOf(title, text.slice(span.end).replace(/^》/u, ''))
  return { ...item, policies: [...item.policies, { title, ...(stage !== null && { stage }), span }] }
}

const withFact = (put: Put, fact: MissedName): Item | null => {
  if (fact.of === 'title') return withTitle(put, fact)
  const item = inPart(put, fact)
  return item && withMention({ ...put, item }, fact.body, fact.part === 'mention' ? put.place : null)
}

/** `nth` of the items that share its heading, with the bodies and titles that people add where their words stand in it. */
export const withMissed = (
  item: Item,
  nth: number,
  text: string,
  readings: readonly Reading[],
  applied: Set<Reading>,
): Item => {
  let read = item
  for (const reading of readings.filter((one): one is AddedName => one.of === 'added-name')) {
    const { fact, words } = reading
    if (fact.nth !== nth || !samePrint(fact.heading, item.heading)) continue
    const place = findWords(text, words, item.span)
    const changed = place && withFact({ item: read, text, place }, fact)
    if (!changed) continue
    applied.add(reading)
    read = changed
  }
  return read
}
