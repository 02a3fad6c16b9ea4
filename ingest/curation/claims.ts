import type { CurationAction, CurationEvent, Mention, NameFact, RollFact, RollReading } from '../../model/curation.ts'
import { foldName } from '../resolve/fold.ts'
import { mentionKey, pairKey } from './mention-key.ts'

type Says =
  | { of: 'pair'; pair: [Mention, Mention]; is: 'same' | 'different' }
  | { of: 'name'; mention: Mention; name: string }
  | { of: 'roll'; fact: RollFact; readings: RollReading[] }
  | { of: 'fact'; fact: NameFact; right: string | null }
  | { of: 'warning'; meeting: string; code: string; quote: string; readings: RollReading[] }
  | { of: 'entry'; entry: string }

/** One thing that an event says about one thing: equal `subject` is about the same thing, equal `value` says the same about it. */
export type Claim<Of extends Says['of'] = Says['of']> = {
  subject: string
  value: string
  event: CurationEvent
} & Extract<Says, { of: Of }>

const fold = (name: string | null): string | null => (name === null ? null : foldName(name))

const factKey = (fact: RollFact | NameFact): unknown[] => {
  switch (fact.of) {
    case 'roll':
      return [fact.of, fact.meeting, fold(fact.person), fold(fact.body)]
    case 'body':
      return [fact.of, fact.meeting, fold(fact.heading), fact.nth, fact.part, fold(fact.body)]
    case 'title':
      return [fact.of, fact.meeting, fold(fact.heading), fact.nth, fold(fact.title)]
  }
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
      return `fact ${JSON.stringify(factKey(says.fact))}`
    case 'warning':
      return `warning ${JSON.stringify([says.meeting, says.code, says.quote])}`
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
      return JSON.stringify(readingsKey(says.readings))
    case 'fact':
      return JSON.stringify(says.right)
    case 'entry':
      return 'accepted'
  }
}

/** All that an event says; an undo says nothing by itself. */
export const claimsOf = (event: CurationEvent): Claim[] =>
  saysOf(event.action).map((says) => ({ ...says, subject: subjectOf(says), value: valueOf(says), event }))
