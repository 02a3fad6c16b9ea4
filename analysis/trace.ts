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

/** Of a task beside the decision (TASKED), or of the decision itself (LEADS): to issue, to submit by a day. */
export type DutyOf = 'task' | 'decision'

/** A duty with a deadline. `deadline` is a day. */
export type TracedDuty = {
  id: string
  of: DutyOf
  who: NodeId[]
  deadline: string
  /** Items that report on this very duty, whether or not they name the policy. */
  reported: Where[]
}

export type Where = { item: NodeId; meeting: NodeId /** The item's number in its meeting. */; seq: number }

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
 * `issued`: a citation says that it has been, or names it by a number under which it was not known before.
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
export type DutyState = Omit<TracedDuty, 'reported'> & { due: boolean; shown: Shown | null; seenAgain: NodeId | null }

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

/** `numbered`: cited by a number under which no item of this or an earlier meeting knows it, after it was considered here. */
type Dated = PolicyEvent & { at: number; date: string | null; numbered: boolean }

const stateOf = (event: Dated, resumes: NodeId | null): TraceState => {
  if (event.kind === 'cited') return event.relation ? CITED_AS[event.relation] : event.numbered ? 'issued' : 'cited'
  const outcomes = outcomesOf(event)
  if (outcomes.includes('repealed')) return 'repealed'
  if (outcomes.includes('deferred')) return 'deferred'
  if (outcomes.includes('rejected')) return 'rejected'
  if (resumes) return 'resumed'
  if (event.revision) return 'revised'
  return isReport(event) ? 'reported' : 'considered'
}

const shownBy = (event: Dated): Shown['by'] | null => {
  if (event.kind === 'considered') return isReport(event) ? 'reported' : 'considered'
  if (event.relation === 'issued' || event.numbered) return 'issued'
  return event.relation === 'implements' ? 'implemented' : null
}

const asShown = ({ item, meeting, date }: Dated, by: Shown['by']): Shown => ({ item, meeting, date, by })

/** A return is shown by the item that considers it again; every other step only by what is cited as issued or carried out, or reported on. */
const evidenceFor = (next: NextStep, later: readonly Dated[]): Shown | null => {
  for (const event of later) {
    const by = shownBy(event)
    if (by !== null && (by !== 'considered' || next === 'resubmit')) return asShown(event, by)
  }
  return null
}

type Series = readonly Pick<Sitting, 'meeting' | 'date'>[]

/** The first report on it, or on its policy; what is issued or carried out shows the decision's own duty, and no task beside it. */
const dutyShown = (
  duty: TracedDuty,
  later: readonly Dated[],
  reports: readonly (Shown & { at: number })[],
): Shown | null => {
  const event = later.find((one) => {
    const by = shownBy(one)
    return by === 'reported' || (duty.of === 'decision' && (by === 'issued' || by === 'implemented'))
  })
  const [report] = reports
  if (report && (!event || report.at <= event.at)) {
    const { at: _at, ...shown } = report
    return shown
  }
  const by = event ? shownBy(event) : null
  return event && by ? asShown(event, by) : null
}

const stepState = (next: NextStep, shown: Shown | null): NamedStep['state'] => {
  if (!shown) return 'open'
  // What is carried out has been issued; a report says only that something was done.
  if (shown.by === 'issued' || (next === 'issue' && shown.by === 'implemented')) return 'issued'
  return next === 'resubmit' && shown.by !== 'implemented' ? 'resumed' : 'done'
}

const stepOf = (event: Dated, later: readonly Dated[], resumes: NodeId | null): Omit<TraceStep, 'duties'> => {
  const considered = event.kind === 'considered' ? event : null
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
      const seenAgain = later.at(-1)?.item ?? null
      return [{ next, submitTo, issuedAs, leads, state: stepState(next, shown), shown, seenAgain }]
    }),
  }
}

const openEndsOf = ({ item, meeting, date, named, duties }: TraceStep): OpenEnd[] => [
  ...named.flatMap((step): OpenEnd[] => (step.shown ? [] : [{ item, meeting, date, kind: 'next', step }])),
  ...duties.flatMap((duty): OpenEnd[] =>
    duty.due && !duty.shown ? [{ item, meeting, date, kind: 'duty', duty }] : [],
  ),
]

type Places = ReadonlyMap<NodeId, number>

const inOrderOf = (events: readonly PolicyEvent[], sittings: Series, places: Places): Dated[] => {
  const placed = events
    .map((event) => {
      const at = placeIn(places, event.meeting)
      return { ...event, at, date: sittings[at]?.date ?? null }
    })
    .sort((a, b) => a.at - b.at || a.seq - b.seq || (a.kind === b.kind ? 0 : a.kind === 'considered' ? -1 : 1))
  const firstWith = new Map<string, number>()
  for (const event of placed)
    if (event.kind === 'cited' && event.docNumber !== null && !firstWith.has(event.docNumber))
      firstWith.set(event.docNumber, event.at)
  const considered = placed.find(({ kind }) => kind === 'considered')?.at ?? Number.POSITIVE_INFINITY
  return placed.map((event) => ({
    ...event,
    numbered:
      event.kind === 'cited' &&
      event.docNumber !== null &&
      firstWith.get(event.docNumber) === event.at &&
      event.at > considered,
  }))
}

const reportsAfter = (at: number, reported: readonly Where[], sittings: Series, places: Places) =>
  reported
    .map(({ item, meeting }) => ({ item, meeting, at: placeIn(places, meeting), by: 'reported' as const }))
    .filter((report) => report.at > at)
    .sort((a, b) => a.at - b.at)
    .map((report) => ({ ...report, date: sittings[report.at]?.date ?? null }))

/** What became of one policy: `events` are all that name it, in any order; `sittings` the series of meetings. The last meeting's day is today. */
export const traceOf = (events: readonly PolicyEvent[], sittings: Series): Trace => {
  const places = placesOf(sittings)
  const inOrder = inOrderOf(events, sittings, places)
  const today = sittings.findLast(({ date }) => date !== null)?.date ?? null
  let deferred: NodeId | null = null
  const steps = inOrder.map((event): TraceStep => {
    const resumes = event.kind === 'considered' ? (event.resumes ?? deferred) : null
    if (event.kind === 'considered') deferred = outcomesOf(event).includes('deferred') ? event.item : null
    // Events of later meetings: what one meeting says of a policy in several items shows nothing.
    const later = inOrder.filter(({ at }) => at > event.at)
    const seenAgain = later.at(-1)?.item ?? null
    const duties = event.kind === 'considered' ? event.duties : []
    return {
      ...stepOf(event, later, resumes),
      duties: duties.map((duty) => {
        const { reported, ...given } = duty
        const reports = reportsAfter(event.at, reported, sittings, places)
        const shown = dutyShown(duty, later, reports)
        return {
          ...given,
          due: today !== null && duty.deadline < today,
          shown,
          seenAgain: reports.at(-1)?.item ?? seenAgain,
        }
      }),
    }
  })
  return { steps, openEnds: steps.flatMap(openEndsOf) }
}
