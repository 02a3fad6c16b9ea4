import {
  type DutyState,
  type NamedStep as FoundStep,
  type Shown,
  type TraceStep,
  traceOf,
} from '../../analysis/trace.ts'
import { monthsBetween } from '../../ingest/resolve/days.ts'
import type { CourseDuty, CourseEvent, NamedStep, RelatedPolicy, TraceReply } from '../../model/api/trace.ts'
import type { GraphEdge, NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { GraphReader, PolicyEvents } from '../../store/port.ts'
import { type EdgePiece, firstPieces, pieceQuotations } from '../quotations.ts'
import type { CityFacts } from './city-facts.ts'
import { type Course, eventId, itemAt, lastDay, type Part } from './course.ts'
import { type DutyFound, dutiesOf } from './duties.ts'
import { GraphIndex } from './graph-index.ts'
import { openEndsOf } from './open-ends.ts'
import { decidedOn, edgesBehind, policyEventsIn } from './policy-events.ts'
import { editionsOf, type Tied, tiedTo } from './related.ts'

/** Of a related policy the items that are shown. */
const RELATED_ITEMS = 6

/** What cites says so: an item that considers a policy and cites it gives two steps, the considering one first. */
const partsOf = ({ steps, own }: Pick<Course, 'steps' | 'own'>): Part[] => {
  const seen = new Set<NodeId>()
  return steps.map(({ item }) => {
    const part = own.has(item) && !seen.has(item) ? 'considers' : 'cites'
    seen.add(item)
    return part
  })
}

const shownBy = (course: Course, shown: Shown | null) =>
  shown ? { at: itemAt(course, shown.item), by: shown.by } : null

const namedStep = (
  course: Course,
  { next, submitTo, issuedAs, leads, state, shown, seenAgain }: FoundStep,
): NamedStep => {
  const name = (id: NodeId | null) => (id === null ? null : course.index.named(id))
  return {
    next,
    submitTo: name(submitTo),
    issuedAs: name(issuedAs),
    leads: leads.map((id) => course.index.named(id)),
    state,
    shown: shownBy(course, shown),
    seenAgain: seenAgain === null ? null : itemAt(course, seenAgain),
  }
}

const behind = ({ index, policy, facts }: Course, { item }: TraceStep, part: Part): GraphEdge[] =>
  part === 'considers'
    ? edgesBehind(index, item, policy.id, facts)
    : index.from(item, 'CITES').filter(({ to }) => to === policy.id)

const bodiesOf = ({ index, policy, facts }: Course, item: NodeId, type: 'LEADS' | 'JOINS') => {
  const decided = decidedOn(index, item, policy.id, facts)
  return [...new Set(decided.flatMap(({ to }) => index.into(to, type).map(({ from }) => from)))].map((id) =>
    index.named(id),
  )
}

const eventsIn = async (course: Course): Promise<CourseEvent[]> => {
  const { store, index, steps, own } = course
  const parts = partsOf(course)
  const shown = steps
    .map((step, at) => ({ step, part: parts[at] ?? 'cites' }))
    // An item that is about the policy and gives its number says nothing more by that.
    .filter(({ step, part }) => part === 'considers' || step.state !== 'cited' || !own.has(step.item))
  return Promise.all(
    shown.map(async ({ step, part }): Promise<CourseEvent> => {
      const considers = part === 'considers'
      const { item, state, outcomes, stage, docNumber, resumes, named } = step
      const about = considers ? [] : [...new Set(index.from(item, 'CONSIDERS').map(({ to }) => to))]
      return {
        id: eventId(item, part),
        at: itemAt(course, item),
        part,
        state,
        outcomes,
        stage,
        docNumber,
        resumes: resumes === null ? null : eventId(resumes, 'considers'),
        leads: considers ? bodiesOf(course, item, 'LEADS') : [],
        joint: considers ? bodiesOf(course, item, 'JOINS') : [],
        named: named.map((one) => namedStep(course, one)),
        policies: about.map((id) => index.named(id)),
        quotations: await pieceQuotations(store, firstPieces(behind(course, step, part))),
      }
    }),
  )
}

const followedOf = (state: DutyState | undefined): CourseDuty['followed'] => {
  if (state?.shown) return 'seen'
  return state?.due ? 'never' : 'open'
}

const dutiesIn = async (course: Course): Promise<CourseDuty[]> => {
  const { store, index, steps } = course
  const states = new Map(steps.flatMap(({ duties }) => duties.map((duty) => [duty.id, duty] as const)))
  const found = [...new Set(steps.map(({ item }) => item))]
    .filter((item) => course.own.has(item))
    .flatMap((item) => dutiesOf(index, item))
  const pieces = found.map(({ evidence }): EdgePiece => ({ edge: evidence.edge.id, piece: evidence.piece }))
  const quoted = await pieceQuotations(store, pieces)
  return found.map(({ id, of, item, bodies, deadline, deadlineText }: DutyFound, at): CourseDuty => {
    const state = states.get(id)
    const quotation = quoted[at]
    return {
      id,
      of,
      at: itemAt(course, item),
      bodies: bodies.map(({ id: body, role }) => ({ ...index.named(body), role })),
      deadline,
      deadlineText,
      followed: followedOf(state),
      shown: shownBy(course, state?.shown ?? null),
      seenAgain: state?.seenAgain ? itemAt(course, state.seenAgain) : null,
      quotations: quotation ? [quotation] : [],
    }
  })
}

const relatedIn = async (course: Course, tied: readonly Tied[]): Promise<RelatedPolicy[]> =>
  Promise.all(
    tied.map(async ({ relation, inward, policy, edge }) => {
      const items = [...new Set(course.facts.index.into(policy.id, 'CONSIDERS').map(({ from }) => from))]
        .map((item) => itemAt(course, item))
        .sort((a, b) => byCodeUnits(a.date ?? '', b.date ?? '') || byCodeUnits(a.item, b.item))
      const quotations = await pieceQuotations(course.store, firstPieces([edge]))
      return { relation, inward, policy, items: items.slice(0, RELATED_ITEMS), total: items.length, quotations }
    }),
  )

const returnsIn = ({ steps }: Course): TraceReply['returns'] =>
  steps.flatMap(({ item, resumes, date }) => {
    if (resumes === null) return []
    const before = steps.find((step) => step.item === resumes)?.date ?? null
    const months = before && date ? Math.round(monthsBetween(before, date)) : null
    return [{ from: eventId(resumes, 'considers'), to: eventId(item, 'considers'), months }]
  })

/** The whole course of a policy, with the sentence behind each step. */
export const courseReply = async (
  store: GraphReader,
  facts: CityFacts,
  { policy, nodes, edges, items }: PolicyEvents,
): Promise<TraceReply> => {
  const index = new GraphIndex(nodes, edges)
  const events = policyEventsIn(index, policy.id, facts)
  const own = new Set(events.flatMap(({ kind, item }) => (kind === 'considered' ? [item] : [])))
  const course: Course = { store, facts, policy, index, own, steps: traceOf(events, facts.sittings).steps }
  const editions = await editionsOf(store, policy)
  const shown = await eventsIn(course)
  const citing = new Set(shown.flatMap(({ part, policies }) => (part === 'cites' ? policies.map(({ id }) => id) : [])))
  return {
    version: facts.version,
    policy,
    events: shown,
    items,
    returns: returnsIn(course),
    related: await relatedIn(course, [...editions, ...tiedTo(policy.id, nodes, edges)]),
    duties: await dutiesIn(course),
    openEnds: openEndsOf(course, editions),
    meetings: new Set(shown.map(({ at }) => at.meeting)).size,
    citingPolicies: [...citing].filter((id) => id !== policy.id).length,
    until: lastDay(facts),
  }
}
