import { type Deferral, type Duty, type Silence, vanishedDeferrals, vanishedDuties } from '../../analysis/vanished.ts'
import type { NodeId } from '../../model/graph.ts'
import type { CityFacts } from './city-facts.ts'
import type { DutyFound } from './duties.ts'
import { decidedOn } from './policy-events.ts'

/** Something that was put off and is not back; without a policy, the matter of the item. */
export type LostDeferral = { is: 'deferred'; item: NodeId; policy: NodeId | null; silence: Silence }
export type LostDuty = { is: 'duty'; item: NodeId; duty: DutyFound; silence: Silence }

/** All that was put off and all duties with a day, and which of them have vanished. */
export type Silences = {
  deferrals: readonly { item: NodeId; policy: NodeId | null }[]
  duties: readonly DutyFound[]
  lostDeferrals: readonly LostDeferral[]
  lostDuties: readonly LostDuty[]
}

const policiesOf = ({ index }: CityFacts, item: NodeId): NodeId[] => [
  ...new Set(index.from(item, 'CONSIDERS').map(({ to }) => to)),
]

const deferralsIn = (facts: CityFacts): { item: NodeId; policy: NodeId | null }[] =>
  [...facts.duties.keys()].flatMap((item): { item: NodeId; policy: NodeId | null }[] => {
    const { index } = facts
    if (!index.item(item).outcomes.includes('deferred')) return []
    const put = policiesOf(facts, item).filter((policy) =>
      decidedOn(index, item, policy, facts).some(({ props }) => props.outcome === 'deferred'),
    )
    return put.length ? put.map((policy) => ({ item, policy })) : [{ item, policy: null }]
  })

const meetingsOf = ({ index }: CityFacts, items: readonly NodeId[]): NodeId[] =>
  items.map((item) => index.item(item).meeting)

const consideringAgain = (facts: CityFacts, item: NodeId, policy: NodeId | null): NodeId[] => {
  const { index } = facts
  const again = policy === null ? [] : index.into(policy, 'CONSIDERS').map(({ from }) => from)
  const resuming = index
    .into(item, 'RESUMES')
    .map(({ from }) => from)
    // An item that resumes another policy of the same item does not bring this one back.
    .filter((from) => policy === null || index.from(from, 'CONSIDERS').some(({ to }) => to === policy))
  return meetingsOf(facts, [...again, ...resuming])
}

const mentioning = (facts: CityFacts, { id, item }: DutyFound): NodeId[] => {
  const { index } = facts
  const naming = policiesOf(facts, item).flatMap((policy) => [
    ...index.into(policy, 'CONSIDERS').map(({ from }) => from),
    ...index.into(policy, 'CITES').map(({ from }) => from),
  ])
  const resuming = index.into(item, 'RESUMES').map(({ from }) => from)
  return [...facts.reportsOn(id).map(({ meeting }) => meeting), ...meetingsOf(facts, [...naming, ...resuming])]
}

/** After `least` meetings that were read. Longest silence first, deferrals and duties each. */
export const silencesOf = (facts: CityFacts, least: number): Silences => {
  const { index, sittings } = facts
  const deferrals = deferralsIn(facts)
  const duties = [...facts.duties.values()].flat().filter(({ deadline }) => deadline !== null)
  // The place in the list stands for the item: one item may put off two policies, or give two duties.
  const asked = deferrals.map(
    ({ item, policy }, at): Deferral => ({
      item: `${item} ${at}`,
      meeting: index.item(item).meeting,
      returned: consideringAgain(facts, item, policy),
    }),
  )
  const owed = duties.map(
    (duty, at): Duty => ({
      item: `${duty.item} ${at}`,
      meeting: index.item(duty.item).meeting,
      who: duty.bodies.map(({ id }) => id),
      deadline: duty.deadline ?? '',
      mentioned: mentioning(facts, duty),
    }),
  )
  const place = (item: string): number => Number(item.slice(item.lastIndexOf(' ') + 1))
  return {
    deferrals,
    duties,
    lostDeferrals: vanishedDeferrals(asked, sittings, least).flatMap(({ item, silence }) => {
      const found = deferrals[place(item)]
      return found ? [{ is: 'deferred' as const, ...found, silence }] : []
    }),
    lostDuties: vanishedDuties(owed, sittings, least).flatMap(({ item, silence }) => {
      const duty = duties[place(item)]
      return duty ? [{ is: 'duty' as const, item: duty.item, duty, silence }] : []
    }),
  }
}
