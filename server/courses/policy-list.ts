import { inPeriod, type Period } from '../../analysis/incidence.ts'
import { type TraceStep, traceOf } from '../../analysis/trace.ts'
import type { ListedPolicy, PolicyFilter } from '../../model/api/trace.ts'
import type { NodeId, PolicyNode } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { CityFacts } from './city-facts.ts'
import { policyEventsIn } from './policy-events.ts'
import { silencesOf } from './silences.ts'

/** Meetings after which silence counts in the list. */
const LEAST = 2

/** A policy with the meetings that name it; what the period changes is counted when it is asked. */
export type PolicyCourse = Omit<ListedPolicy, 'meetings' | 'first' | 'last'> & {
  at: ListedPolicy['at']
  named: readonly { meeting: NodeId; date: string | null }[]
}

const CONSIDERED = new Set<TraceStep['state']>([
  'considered',
  'deferred',
  'rejected',
  'resumed',
  'reported',
  'revised',
  'repealed',
])

const courseOf = (facts: CityFacts, policy: PolicyNode): PolicyCourse => {
  const { index, sittings } = facts
  const events = policyEventsIn(index, policy.id, facts)
  const { steps } = traceOf(events, sittings)
  const own = new Set(events.flatMap(({ kind, item }) => (kind === 'considered' ? [item] : [])))
  const last = steps.findLast(({ item, state }) => own.has(item) && CONSIDERED.has(state))
  const decisions = last ? index.from(last.item, 'DECIDED') : []
  const leads = new Set(decisions.flatMap(({ to }) => index.into(to, 'LEADS').map(({ from }) => from)))
  return {
    policy,
    state: last?.state ?? null,
    outcomes: last?.outcomes ?? [],
    at: last ? index.itemAt(last.item) : null,
    leads: [...leads].map((id) => index.named(id)),
    deferrals: steps.filter(({ state }) => state === 'deferred').length,
    returns: steps.filter(({ resumes }) => resumes !== null).length,
    vanished: null,
    silentDuties: 0,
    named: steps.map(({ meeting, date }) => ({ meeting, date })),
  }
}

/** Every policy that an item considers or cites, in order of id. */
export const policyCourses = (facts: CityFacts): PolicyCourse[] => {
  const { lostDeferrals, lostDuties } = silencesOf(facts, LEAST)
  const lost = new Map(lostDeferrals.flatMap(({ policy, silence }) => (policy ? [[policy, silence] as const] : [])))
  const silent = new Map<NodeId, number>()
  for (const { item } of lostDuties)
    for (const { to } of facts.index.from(item, 'CONSIDERS')) silent.set(to, (silent.get(to) ?? 0) + 1)
  return [...facts.index.nodes()]
    .filter((node) => node.kind === 'policy')
    .sort((a, b) => byCodeUnits(a.id, b.id))
    .map((policy) => ({
      ...courseOf(facts, policy),
      vanished: lost.get(policy.id) ?? null,
      silentDuties: silent.get(policy.id) ?? 0,
    }))
}

export const inFilter = (
  { vanished, silentDuties, deferrals }: Pick<ListedPolicy, 'vanished' | 'silentDuties' | 'deferrals'>,
  only: PolicyFilter,
): boolean => {
  if (only === 'vanished') return vanished !== null
  if (only === 'silent') return silentDuties > 0
  return only === 'all' || deferrals > 0
}

/** What the period leaves of the courses; `q` is a part of a printed title, white space and 《》 aside. */
export const listedIn = (courses: readonly PolicyCourse[], period: Period, q: string): ListedPolicy[] => {
  const wanted = inPeriod(period)
  const fold = (text: string) => text.replace(/[\s《》〈〉]/gu, '').toLowerCase()
  const part = fold(q)
  return courses.flatMap(({ named, ...course }) => {
    const { title, forms } = course.policy
    if (part && ![title, ...forms].some((form) => fold(form).includes(part))) return []
    const inside = named.filter(wanted)
    if (inside.length === 0) return []
    const days = inside.flatMap(({ date }) => date ?? []).sort(byCodeUnits)
    const meetings = new Set(inside.map(({ meeting }) => meeting)).size
    return [{ ...course, meetings, first: days[0] ?? null, last: days.at(-1) ?? null }]
  })
}

const openness = ({ vanished, silentDuties, deferrals }: ListedPolicy): number =>
  vanished ? 3 : silentDuties > 0 ? 2 : deferrals > 0 ? 1 : 0

const byTitle = (a: ListedPolicy, b: ListedPolicy): number =>
  byCodeUnits(a.policy.title, b.policy.title) || byCodeUnits(a.policy.id, b.policy.id)

const ORDERS: Record<'open' | 'recent' | 'activity' | 'name', (a: ListedPolicy, b: ListedPolicy) => number> = {
  open: (a, b) =>
    openness(b) - openness(a) ||
    (b.vanished?.meetings ?? 0) - (a.vanished?.meetings ?? 0) ||
    byCodeUnits(b.last ?? '', a.last ?? '') ||
    byTitle(a, b),
  recent: (a, b) => byCodeUnits(b.last ?? '', a.last ?? '') || byTitle(a, b),
  activity: (a, b) => b.meetings - a.meetings || byCodeUnits(b.last ?? '', a.last ?? '') || byTitle(a, b),
  name: byTitle,
}

export const sortPolicies = (rows: readonly ListedPolicy[], by: keyof typeof ORDERS): ListedPolicy[] =>
  rows.toSorted(ORDERS[by])
