import type { RefusalReason } from '../../model/api/endpoint.ts'
import type { CurationAction, CurationEvent, Mention } from '../../model/curation.ts'
import { claimsOf } from './claims.ts'
import type { Holding } from './holding.ts'
import { mentionKey } from './mention-key.ts'
import type { Standing } from './standing.ts'

/** An action cannot be taken; the message says why, and what to do instead. */
export class CurationRefused extends Error {
  /** Those that stand against it. */
  readonly events: readonly string[]
  /** `unfit`: it is about nothing that there is. `conflict`: what is decided or written already stands against it. */
  readonly why: 'unfit' | 'conflict'
  /** `null` where only the message says it. */
  readonly reason: RefusalReason | null
  constructor(message: string, { why = 'unfit', reason = null, events = [] }: Partial<Against> = {}) {
    super(message)
    this.name = 'CurationRefused'
    this.why = why
    this.reason = reason
    this.events = events
  }
}
type Against = Pick<CurationRefused, 'why' | 'reason' | 'events'>

const refuse = (reason: RefusalReason, message: string, against: Partial<Against> = {}): never => {
  throw new CurationRefused(message, { ...against, reason })
}

const KINDS = { person: 'a person', body: 'a body', policy: 'a policy' }

const checkSides = (a: readonly Mention[], b: readonly Mention[]): void => {
  const kinds = [...new Set([...a, ...b].map(({ kind }) => kind))]
  const [one, other] = kinds
  if (one && other) refuse('kinds-differ', `${KINDS[one]} and ${KINDS[other]} are never one: name two of one kind`)
  const keys = new Set(a.map(mentionKey))
  if (b.some((mention) => keys.has(mentionKey(mention))))
    refuse('same-mention', 'both sides name the same mention: name two')
}

const checkUndo = (target: string, events: readonly CurationEvent[], { undoneBy }: Holding): void => {
  const known = events.find(({ id }) => id === target)
  if (!known) refuse('unknown-event', `there is no event ${target}: \`log\` lists those that there are`)
  const undo = undoneBy.get(target)
  if (undo)
    refuse(
      'undone-already',
      `event ${target} is undone already, by ${undo.by} in ${undo.id}: undo that one to let it hold again`,
      { why: 'conflict', events: [target, undo.id] },
    )
}

/** Nobody in the place of nobody says nothing, and what was not read has to be shown in the text. */
const checkMissed = (action: Extract<CurationAction, { do: 'correct-chair' | 'correct-recorder' }>): void => {
  if (action.fact.name !== null) return
  if (action.right === null)
    refuse('nobody-there', 'nobody was read there, so that nobody can be rejected: say who it was')
  if (action.words === null)
    refuse('name-nowhere', 'nobody was read there: say in which words of the text the name stands')
}

/** What can be said against an action from what is decided so far. Throws `CurationRefused`. */
export const refuseAction = (action: CurationAction, events: readonly CurationEvent[], held: Holding): void => {
  if (action.do === 'undo') checkUndo(action.event, events, held)
  if (action.do === 'same' || action.do === 'different') checkSides([action.a], [action.b])
  if (action.do === 'split') checkSides(action.apart, action.from)
  if (action.do === 'correct-chair' || action.do === 'correct-recorder') checkMissed(action)
}

/** Refuses an event that says nothing which its author has not said, and which stands. Throws `CurationRefused`. */
export const refuseRepetition = (event: CurationEvent, { events }: Holding, { replacedBy }: Standing): void => {
  const said = claimsOf(event)
  if (said.length === 0) return
  const own = events.filter((one) => one.by === event.by && !replacedBy.has(one.id)).flatMap(claimsOf)
  const latest = new Map(own.map((claim) => [claim.subject, claim]))
  const same = said.map(({ subject, value }) => {
    const known = latest.get(subject)
    return known?.value === value ? known.event : null
  })
  const [first] = same
  if (first && same.every((one) => one !== null))
    refuse('said-already', `${event.by} has said so already, in event ${first.id}`, {
      why: 'conflict',
      events: [first.id],
    })
}

const DECIDED: ReadonlySet<string> = new Set(['lead', 'joint', 'cooperating', 'submitTo', 'issuedAs'])

/** An action that is about nothing. Throws `CurationRefused`. */
export const refuseUnfound = (action: CurationAction): never => {
  if (action.do === 'add-name' && DECIDED.has(action.fact.part))
    refuse(
      'no-decision',
      'in these words of the item no decision is read that has room for it: name words of a decision, or add the body as a task or a mention',
    )
  if (action.do === 'add-roll' || action.do === 'add-name')
    refuse('not-printed', 'the words are printed nowhere so in that meeting')
  return refuse('not-printed', 'what the action is about is printed nowhere so: name it as the parser reads it')
}
