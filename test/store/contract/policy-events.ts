import { describe, expect, test } from 'vitest'
import { at, changeOf, decisionOf, edgeOf, itemOf, LAN, meetingOf } from '../builders.ts'
import { type Given, ids, sortedIds } from './given.ts'

export const policyEventsContract = (given: Given): void => {
  describe('the events of a policy', () => {
    test('are its items with their meetings, decisions and duties', async () => {
      const { policy, first, meeting, decision, housing, office } = await given.stored()
      const found = await given.store.policyEvents(policy.id, 100)
      expect(found?.policy).toEqual(policy)
      expect(ids(found?.nodes ?? [])).toEqual(sortedIds([policy, first, meeting, decision, housing, office]))
      expect(found?.edges.map(({ type }) => type).sort()).toEqual(
        ['CONSIDERS', 'DECIDED', 'HAS_ITEM', 'ISSUED_AS', 'LEADS'].sort(),
      )
      expect(found?.items).toEqual({ total: 1, shown: 1 })
    })
    test('hold who is tasked in an item, and leave out who is merely named in it', async () => {
      const { policy, first, water, district, pdf } = await given.stored()
      const edges = [
        edgeOf('TASKED', water, first, [at(pdf, 0, 1)]),
        edgeOf('MENTIONS', first, district, [at(pdf, 0, 1)]),
      ]
      await given.store.commit(changeOf(LAN, 'one', 'two', { edges }))
      const found = await given.store.policyEvents(policy.id, 100)
      expect(ids(found?.nodes ?? [])).toContain(water.id)
      expect(ids(found?.nodes ?? [])).not.toContain(district.id)
    })
    test('cut off keep the latest items, and say how many there are', async () => {
      const { policy, first, pdf } = await given.stored()
      const meeting = meetingOf(LAN, 50, '2023-01-10')
      const item = itemOf(meeting, 1, '听取情况')
      const decision = decisionOf(item, 1)
      const edges = [
        edgeOf('HAS_ITEM', meeting, item, [at(pdf, 0, 1)]),
        edgeOf('CITES', item, policy, [at(pdf, 0, 1)], { date: '2023-01-10' }),
        edgeOf('DECIDED', item, decision, [at(pdf, 0, 1)]),
      ]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [meeting, item, decision], edges }))
      const one = await given.store.policyEvents(policy.id, 1)
      expect(ids(one?.nodes ?? [])).toEqual(sortedIds([policy, item, meeting, decision]))
      expect(one?.items).toEqual({ total: 2, shown: 1 })
      expect(ids((await given.store.policyEvents(policy.id, 5))?.nodes ?? [])).toContain(first.id)
    })
    test('of what is unknown or no policy are null', async () => {
      const { housing } = await given.stored()
      expect(await given.store.policyEvents('nothing', 10)).toBeNull()
      expect(await given.store.policyEvents(housing.id, 10)).toBeNull()
    })
  })
}
