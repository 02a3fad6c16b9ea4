import { describe, expect, test } from 'vitest'
import type { NeighboursQuery } from '../../../store/port.ts'
import { at, changeOf, departmentOf, edgeOf, itemOf, LAN, meetingOf } from '../builders.ts'
import { type Given, ids, sortedIds } from './given.ts'

const ALL = { kinds: null, types: null, from: null, to: null, limit: 100, offset: 0 }

export const neighboursContract = (given: Given): void => {
  describe('neighbours', () => {
    const ask = (node: string, more: Partial<NeighboursQuery> = {}) => given.store.neighbours({ node, ...ALL, ...more })

    test('are the other ends, with the edges between', async () => {
      const { first, meeting, policy, decision, edges } = await given.stored()
      const found = await ask(first.id)
      expect(found?.node).toEqual(first)
      expect(sortedIds(found?.nodes ?? [])).toEqual(sortedIds([meeting, policy, decision]))
      const own = edges.filter(({ from, to }) => from === first.id || to === first.id)
      expect(found?.edges).toEqual(own.sort((a, b) => (a.id < b.id ? -1 : 1)))
      expect(found?.total).toBe(3)
      expect(found?.byKind).toEqual({ meeting: 1, policy: 1, decision: 1 })
    })
    test('those with more edges come first, then the latest, then by kind and id', async () => {
      const { meeting, chair, housing, pdf } = await given.stored()
      const later = departmentOf(LAN, '市信访局')
      const edges = [edgeOf('REPRESENTED', later, meeting, [at(pdf, 0, 1)], { date: '2022-07-19' })]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [later], edges }))
      const found = await ask(meeting.id, { kinds: ['department', 'person'] })
      expect(ids(found?.nodes ?? []).slice(0, 3)).toEqual([chair.id, later.id, housing.id])
    })
    test('a limit cuts off and says of how many; an offset goes on', async () => {
      const { meeting } = await given.stored()
      const whole = await ask(meeting.id)
      const pages = await Promise.all([0, 2, 4].map((offset) => ask(meeting.id, { limit: 2, offset })))
      expect(pages.flatMap((page) => ids(page?.nodes ?? []))).toEqual(ids(whole?.nodes ?? []))
      expect(pages.map((page) => page?.total)).toEqual([5, 5, 5])
    })
    test('kinds and types choose; what there is of the others is still counted', async () => {
      const { meeting, first, second } = await given.stored()
      const items = await ask(meeting.id, { kinds: ['item'] })
      expect(sortedIds(items?.nodes ?? [])).toEqual(sortedIds([first, second]))
      expect(items?.total).toBe(2)
      expect(items?.byKind).toEqual({ item: 2, person: 2, department: 1 })
      expect((await ask(meeting.id, { types: ['CHAIRED'] }))?.total).toBe(1)
      expect((await ask(meeting.id, { types: [] }))?.total).toBe(0)
    })
    test('a period keeps the edges of its days, both ends included', async () => {
      const { housing, pdf } = await given.stored()
      const meeting = meetingOf(LAN, 46, '2022-09-01')
      const items = [1, 2].map((seq) => itemOf(meeting, seq, `议题${seq}`))
      const days = ['2022-08-31', '2022-09-01']
      const edges = items.map((item, place) =>
        edgeOf('MENTIONS', item, housing, [at(pdf, 0, 1)], { date: days[place] ?? null }),
      )
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [meeting, ...items], edges }))
      const period = (from: string | null, to: string | null) => ask(housing.id, { from, to })
      expect(ids((await period('2022-09-01', null))?.nodes ?? [])).toEqual([items[1]?.id])
      expect((await period('2022-08-31', '2022-09-01'))?.total).toBe(2)
      expect((await period(null, '2022-08-30'))?.total).toBe(0)
    })
    test('of an unknown node are null', async () => {
      await given.stored()
      expect(await ask('nobody')).toBeNull()
    })
  })
}
