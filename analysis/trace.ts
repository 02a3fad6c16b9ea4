import type { NodeId } from '../model/graph.ts'
import type { ItemVerb, NextStep, Outcome } from '../model/record.ts'
import { placeIn, placesOf, type Sitting } from './sittings.ts'

/** What a decision on a policy says is to come (DECIDED, with what its decision names). */
export type TracedDecision = {
  outcome: Outcome
  next: NextStep | null
  submitTo: NodeId | null
  issuedAs: NodeId | null
  leads: NodeId[]
}

/** A duty with a deadline: TASKED, or the lead of a decision. `deadline` is a day. */
export type TracedDuty = { who: NodeId[]; deadline: string }

type Where = { item: NodeId; meeting: NodeId /** The item's number in its meeting. */; seq: number }

/** An item that has the policy as its object (CONSIDERS). */
export type Considered = Where & {
  kind: 'considered'
  stage: string | null
  /** This edition changes an earlier one (REVISES, EDITION_OF). */
  revision: boolean
  /** The deferred item that returns in this one (RESUMES); without one, the policy's last deferral is taken. */
  resumes: NodeId | null
  verbs: ItemVerb[]
  decisions: TracedDecision[]
  duties: TracedDuty[]
}

/** An item that cites the policy (CITES), with what it says that it does with it. */
export type Cited = Where & {
  kind: 'cited'
  relation: 'issued' | 'revises' | 'repeals' | 'implements' | 'conveys' | null
  docNumber: string | null
}

export type PolicyEvent = Considered | Cited

/**
 * What a step did to the policy. `resumed`: considered again after a deferral, and not deferred again. `reported`: heard, not decided.
 * `issued`: a citation says that it has been.
 */
export type TraceState =
  | 'considered'
  | 'deferred'
  | 'rejected'
  | 'resumed'
  | 'reported'
  | 'revised'
  | 'repealed'
  | 'cited'
  | 'issued'
  | 'implemented'

/** A later item that shows that a step was taken. */
export type Shown = {
  item: NodeId
  meeting: NodeId
  date: string | null
  by: 'issued' | 'implemented' | 'reported' | 'considered'
}

/**
 * A step that was named. `issued` and `done` rest on a later document that shows it, `resumed` on the matter's return; `open` is
 * what no later document shows.
 */
export type NamedStep = Omit<TracedDecision, 'outcome' | 'next'> & {
  next: NextStep
  state: 'issued' | 'done' | 'resumed' | 'open'
  shown: Shown | null
  /** The last later item that names the policy at all; `null`: never seen again. */
  seenAgain: NodeId | null
}

/** `due`: its day lies before the last meeting. */
export type DutyState = TracedDuty & { due: boolean; shown: Shown | null; seenAgain: NodeId | null }

export type TraceStep = {
  item: NodeId
  meeting: NodeId
  date: string | null
  state: TraceState
  outcomes: Outcome[]
  stage: string | null
  docNumber: string | null
  /** The item that had deferred what returns here. */
  resumes: NodeId | null
  named: NamedStep[]
  duties: DutyState[]
}

export type OpenEnd =
  | { item: NodeId; meeting: NodeId; date: string | null; kind: 'next'; step: NamedStep }
  | { item: NodeId; meeting: NodeId; date: string | null; kind: 'duty'; duty: DutyState }

export type Trace = {
  /** In order of time. */
  steps: TraceStep[]
  /** Named and shown by nothing later, and duties whose day has passed in silence; those of `steps`, in their order. */
  openEnds: OpenEnd[]
}

const CITED_AS: Record<NonNullable<Cited['relation']>, TraceState> = {
  issued: 'issued',
  revises: 'revised',
  repeals: 'repealed',
  implements: 'implemented',
  conveys: 'cited',
}

const outcomesOf = (event: PolicyEvent): Outcome[] =>
  event.kind === 'cited' ? [] : event.decisions.map(({ outcome }) => outcome)

/** Heard or reported on, with nothing decided but that it was heard. */
const isReport = (event: PolicyEvent): boolean =>
  event.kind === 'considered' &&
  event.verbs.some((verb) => verb === 'hear' || verb === 'report') &&
  event.decisions.every(({ outcome }) => outcome === 'heard' || outcome === 'discussed')

const stateOf = (event: PolicyEvent, resumes: NodeId | null): TraceState => {
  if (event.kind === 'cited') return event.relation ? CITED_AS[event.relation] : 'cited'
  const outcomes = outcomesOf(event)
  if (outcomes.includes('repealed')) return 'repealed'
  if (outcomes.includes('deferred')) return 'deferred'
  if (outcomes.includes('rejected')) return 'rejected'
  if (resumes) return 'resumed'
  if (event.revision) return 'revised'
  return isReport(event) ? 'reported' : 'considered'
}

type Dated = PolicyEvent & { at: number; date: string | null }

const shownBy = (event: Dated): Shown['by'] | null => {
  if (event.kind === 'considered') return isReport(event) ? 'reported' : 'considered'
  if (event.relation === 'issued') return 'issued'
  return event.relation === 'implements' ? 'implemented' : null
}

/** A return is shown by the item that considers it again; every other step only by what is cited as issued or carried out, or reported on. */
const evidenceFor = (next: NextStep | 'duty', later: readonly Dated[]): Shown | null => {
  for (const event of later) {
    const by = shownBy(event)
    if (by !== null && (by !== 'considered' || next === 'resubmit'))
      return { item: event.item, meeting: event.meeting, date: event.date, by }
  }
  return null
}

const stepState = (next: NextStep, shown: Shown | null): NamedStep['state'] => {
  if (!shown) return 'open'
  // What is carried out has been issued; a report says only that something was done.
  if (shown.by === 'issued' || (next === 'issue' && shown.by === 'implemented')) return 'issued'
  return next === 'resubmit' && shown.by !== 'implemented' ? 'resumed' : 'done'
}

/** `later` are the events of later meetings: what one meeting says of a policy in several items shows nothing. */
const stepOf = (event: Dated, later: readonly Dated[], resumes: NodeId | null, today: string | null): TraceStep => {
  const considered = event.kind === 'considered' ? event : null
  const seenAgain = later.at(-1)?.item ?? null
  return {
    item: event.item,
    meeting: event.meeting,
    date: event.date,
    state: stateOf(event, resumes),
    outcomes: outcomesOf(event),
    stage: considered?.stage ?? null,
    docNumber: event.kind === 'cited' ? event.docNumber : null,
    resumes,
    named: (considered?.decisions ?? []).flatMap(({ next, submitTo, issuedAs, leads }) => {
      if (next === null) return []
      const shown = evidenceFor(next, later)
      return [{ next, submitTo, issuedAs, leads, state: stepState(next, shown), shown, seenAgain }]
    }),
    duties: (considered?.duties ?? []).map((duty) => ({
      ...duty,
      due: today !== null && duty.deadline < today,
      shown: evidenceFor('duty', later),
      seenAgain,
    })),
  }
}

const openEndsOf = ({ item, meeting, date, named, duties }: TraceStep): OpenEnd[] => [
  ...named.flatMap((step): OpenEnd[] => (step.shown ? [] : [{ item, meeting, date, kind: 'next', step }])),
  ...duties.flatMap((duty): OpenEnd[] =>
    duty.due && !duty.shown ? [{ item, meeting, date, kind: 'duty', duty }] : [],
  ),
]

/** What became of one policy: `events` are all that name it, in any order; `sittings` the series of meetings. The last meeting's day is today. */
export const traceOf = (
  events: readonly PolicyEvent[],
  sittings: readonly Pick<Sitting, 'meeting' | 'date'>[],
): Trace => {
  const places = placesOf(sittings)
  const inOrder = events
    .map((event): Dated => {
      const at = placeIn(places, event.meeting)
      return { ...event, at, date: sittings[at]?.date ?? null }
    })
    .sort((a, b) => a.at - b.at || a.seq - b.seq || (a.kind === b.kind ? 0 : a.kind === 'considered' ? -1 : 1))
  const today = sittings.findLast(({ date }) => date !== null)?.date ?? null
  let deferred: NodeId | null = null
  const steps = inOrder.map((event) => {
    const resumes = event.kind === 'considered' ? (event.resumes ?? deferred) : null
    if (event.kind === 'considered') deferred = outcomesOf(event).includes('deferred') ? event.item : null
    const later = inOrder.filter(({ at }) => at > event.at)
    return stepOf(event, later, resumes, today)
  })
  return { steps, openEnds: steps.flatMap(openEndsOf) }
}
