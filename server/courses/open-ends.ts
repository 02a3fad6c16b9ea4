import { awaitedEdition } from '../../analysis/editions.ts'
import type { Silence } from '../../analysis/vanished.ts'
import type { OpenEnd } from '../../model/api/trace.ts'
import type { NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import { type Course, eventId, itemAt, lastDay } from './course.ts'
import type { Tied } from './related.ts'

const silenceAfter = ({ facts }: Course, meeting: NodeId): Silence => {
  const passed = facts.sittings.slice(facts.sittings.findIndex((one) => one.meeting === meeting) + 1)
  const missing = passed.filter((one) => one.meeting === null).length
  return { meetings: passed.length - missing, missing }
}

/** A plan that a later item about the policy names again is open there. Work to be done well is no step that could be seen. */
const openSteps = (course: Course): OpenEnd[] => {
  const { steps } = course
  const open = new Map<string, OpenEnd>()
  for (const step of steps) {
    const at = itemAt(course, step.item)
    const silence = silenceAfter(course, at.meeting)
    const of = eventId(step.item, 'considers')
    const due = step.duties.find((duty) => duty.of === 'decision')?.deadline ?? null
    for (const { next, submitTo, shown } of step.named) {
      const key = `${next} ${submitTo ?? ''}`
      open.delete(key)
      if (shown || next === 'follow_up' || next === 'resubmit' || silence.meetings === 0) continue
      open.set(key, { is: 'next', of, at, next, to: submitTo ? course.index.named(submitTo) : null, due, silence })
    }
  }
  const returned = new Set(steps.map(({ resumes }) => resumes))
  const deferred = steps.flatMap(({ state, item }): OpenEnd[] => {
    const at = itemAt(course, item)
    const silence = silenceAfter(course, at.meeting)
    if (state !== 'deferred' || returned.has(item) || silence.meetings === 0) return []
    return [{ is: 'deferred', of: eventId(item, 'considers'), at, silence }]
  })
  return [...deferred, ...open.values()]
}

/** The day of the decision's own step stands with that step. */
const openDuties = (course: Course, open: readonly OpenEnd[]): OpenEnd[] => {
  const steps = new Set(open.flatMap((one) => (one.is === 'next' ? [one.at.item] : [])))
  return course.steps.flatMap(({ item, duties }) =>
    duties
      .filter(({ due, shown, of }) => due && !shown && !(of === 'decision' && steps.has(item)))
      .map(({ id, deadline, who }): OpenEnd => {
        const { facts } = course
        const passed = facts.sittings.find(({ date }) => date !== null && date > deadline)
        const silence = silenceAfter(course, passed?.meeting ?? '')
        return {
          is: 'duty',
          of: id,
          at: itemAt(course, item),
          due: deadline,
          bodies: who.map((body) => course.index.named(body)),
          silence: { ...silence, meetings: silence.meetings + 1 },
        }
      }),
  )
}

const firstDay = ({ facts }: Course, policy: NodeId): string | null =>
  facts.index
    .into(policy, 'CONSIDERS')
    .flatMap(({ date }) => date ?? [])
    .sort(byCodeUnits)[0] ?? null

const openEditions = (course: Course, editions: readonly Tied[]): OpenEnd[] => {
  const all = [course.policy, ...editions.map(({ policy }) => policy)]
  const dated = all.flatMap((policy) => {
    const date = firstDay(course, policy.id)
    return policy.edition === null || date === null ? [] : [{ policy, year: policy.edition, date }]
  })
  const last = lastDay(course.facts)
  const awaited = last === null ? null : awaitedEdition(dated, last)
  const of = dated.find(({ year }) => year === (awaited?.year ?? 0) - 1)?.policy.id
  return awaited && of ? [{ is: 'edition', of, year: awaited.year, due: awaited.by, editions: dated.length }] : []
}

/** What was named and never seen again, of the policy and of the series of its editions. */
export const openEndsOf = (course: Course, editions: readonly Tied[]): OpenEnd[] => {
  const open = openSteps(course)
  return [...open, ...openDuties(course, open), ...openEditions(course, editions)]
}
