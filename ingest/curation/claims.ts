import type {
  ChairReading,
  CurationAction,
  CurationEvent,
  Mention,
  MissedName,
  PrintedWords,
  ReadFact,
  RollFact,
  RollReading,
} from '../../model/curation.ts'
import { foldName } from '../resolve/fold.ts'
import { mentionKey, pairKey } from './mention-key.ts'

type FactOf<Of extends ReadFact['of']> = Extract<ReadFact, { of: Of }>

type Says =
  | { of: 'pair'; pair: [Mention, Mention]; is: 'same' | 'different' }
  | { of: 'name'; mention: Mention; name: string }
  | { of: 'roll'; fact: RollFact; readings: RollReading[] }
  | { of: 'fact'; fact: Extract<ReadFact, { of: 'body' | 'title' }>; right: string | null }
  | { of: 'chair'; fact: FactOf<'chair'>; right: ChairReading | null; words: PrintedWords | null }
  | { of: 'recorder'; fact: FactOf<'recorder'>; right: string | null; words: PrintedWords | null }
  | { of: 'added-roll'; meeting: string; words: PrintedWords; readings: RollReading[] }
  | { of: 'added-name'; fact: MissedName; words: PrintedWords }
  | { of: 'warning'; meeting: string; code: string; quote: string; readings: RollReading[] }
  | { of: 'entry'; entry: string }

/** One thing that an event says about one thing: equal `subject` is about the same thing, equal `value` says the same about it. */
export type Claim<Of extends Says['of'] = Says['of']> = {
  subject: string
  value: string
  event: CurationEvent
} & Extract<Says, { of: Of }>

const fold = (name: string | null): string | null => (name === null ? null : foldName(name))

const factKey = (fact: ReadFact): unknown[] => {
  switch (fact.of) {
    case 'roll':
      return [fact.of, fact.meeting, fold(fact.person), fold(fact.body)]
    case 'body':
      return [fact.of, fact.meeting, fold(fact.heading), fact.nth, fact.part, fold(fact.body)]
    case 'title':
      return [fact.of, fact.meeting, fold(fact.heading), fact.nth, fold(fact.title)]
    case 'chair':
    case 'recorder':
      return [fact.of, fact.meeting, fold(fact.name)]
  }
}

/** What a correction of the fact is about. */
export const subjectOfFact = (fact: ReadFact): string => `fact ${JSON.stringify(factKey(fact))}`

/** What settling a warning is about. */
export const subjectOfWarning = (meeting: string, code: string, quote: string): string =>
  `warning ${JSON.stringify([meeting, code, quote])}`

const wordsKey = ({ quote, nth }: PrintedWords): unknown[] => [fold(quote), nth]

const missedKey = (fact: MissedName): unknown[] => {
  const { of, meeting, heading, nth, part } = fact
  return [of, meeting, fold(heading), nth, part, fold(fact.of === 'body' ? fact.body : fact.title)]
}

const readingsKey = (readings: readonly RollReading[]): unknown[] =>
  readings.map(({ person, role, body, post, onBehalfOf }) => [person, role, body, post, onBehalfOf])

const pairsOf = (action: CurationAction): Extract<Says, { of: 'pair' }>[] => {
  if (action.do === 'same' || action.do === 'different')
    return [{ of: 'pair', pair: [action.a, action.b], is: action.do }]
  if (action.do !== 'split') return []
  const [first, ...rest] = action.apart
  return [
    ...rest.map((mention) => ({ of: 'pair' as const, pair: pairOf(first, mention), is: 'same' as const })),
    ...action.apart.flatMap((mention) =>
      action.from.map((other) => ({ of: 'pair' as const, pair: pairOf(mention, other), is: 'different' as const })),
    ),
  ]
}

const pairOf = (a: Mention | undefined, b: Mention): [Mention, Mention] => [a ?? b, b]

const saysOf = (action: CurationAction): Says[] => {
  switch (action.do) {
    case 'same':
    case 'different':
    case 'split':
      return pairsOf(action)
    case 'rename':
      return [{ of: 'name', mention: action.mention, name: action.name }]
    case 'correct-roll':
      return [{ of: 'roll', fact: action.fact, readings: action.readings }]
    case 'correct-name':
      return [{ of: 'fact', fact: action.fact, right: action.right }]
    case 'correct-chair':
      return [{ of: 'chair', fact: action.fact, right: action.right, words: action.words }]
    case 'correct-recorder':
      return [{ of: 'recorder', fact: action.fact, right: action.right, words: action.words }]
    case 'add-roll':
      return [{ of: 'added-roll', meeting: action.meeting, words: action.words, readings: action.readings }]
    case 'add-name':
      return [{ of: 'added-name', fact: action.fact, words: action.words }]
    case 'settle-warning': {
      const { meeting, code, quote, readings } = action
      return [{ of: 'warning', meeting, code, quote, readings }]
    }
    case 'accept':
      return [{ of: 'entry', entry: action.entry }]
    case 'undo':
      return []
  }
}

const subjectOf = (says: Says): string => {
  switch (says.of) {
    case 'pair':
      return `pair ${pairKey(...says.pair)}`
    case 'name':
      return `name ${mentionKey(says.mention)}`
    case 'roll':
    case 'fact':
    case 'chair':
      return subjectOfFact(says.fact)
    case 'recorder': {
      // Of those who were not read there may be several, each a matter of its own.
      const missed = says.fact.name === null ? ` ${fold(says.right) ?? ''}` : ''
      return `${subjectOfFact(says.fact)}${missed}`
    }
    case 'added-roll':
      return `added ${JSON.stringify(['roll', says.meeting, ...wordsKey(says.words)])}`
    case 'added-name':
      return `added ${JSON.stringify([...missedKey(says.fact), ...wordsKey(says.words)])}`
    case 'warning':
      return subjectOfWarning(says.meeting, says.code, says.quote)
    case 'entry':
      return `entry ${says.entry}`
  }
}

const valueOf = (says: Says): string => {
  switch (says.of) {
    case 'pair':
      return says.is
    case 'name':
      return says.name
    case 'roll':
    case 'warning':
    case 'added-roll':
      return JSON.stringify(readingsKey(says.readings))
    case 'fact':
    case 'recorder':
      return JSON.stringify(says.right)
    case 'chair': {
      const { name, post, acting, onBehalfOf } = says.right ?? {}
      return JSON.stringify(says.right && [name, post, acting, onBehalfOf])
    }
    case 'added-name':
      return 'added'
    case 'entry':
      return 'accepted'
  }
}

/** All that an event says; an undo says nothing by itself. */
export const claimsOf = (event: CurationEvent): Claim[] =>
  saysOf(event.action).map((says) => ({ ...says, subject: subjectOf(says), value: valueOf(says), event }))
