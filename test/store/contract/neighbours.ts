import { describe, expect, test } from 'vitest'
import type { NeighboursQuery } from '../../../store/port.ts'
import { aCity } from '../a-city.ts'
import { at, changeOf, departmentOf, edgeOf, itemOf, LAN, meetingOf } from '../builders.ts'
import { neighboursByEdge } from '../neighbours-reference.ts'
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
    describe('in a whole city are what its edges say, in the order of the port:', () => {
      test.each([
        ['all', {}],
        ['of some kinds', { kinds: ['person', 'item'] }],
        ['by some types', { types: ['LEADS', 'ASSISTS', 'MENTIONS', 'ATTENDED', 'SERVED_AT'] }],
        ['in a period', { from: '2023-02-01', to: '2023-04-30' }],
        ['until a day, of one kind, cut off', { to: '2023-03-31', kinds: ['department'], limit: 2 }],
        ['the second page', { limit: 3, offset: 3 }],
        ['beyond the last page', { offset: 1000 }],
      ] as const)('%s', async (_, more) => {
        const city = aCity(7)
        await given.store.commit(changeOf(LAN, null, 'one', city))
        let edges = 0
        for (const { id } of city.nodes.filter((_node, place) => place % 3 === 0)) {
          const query = { node: id, ...ALL, ...more }
          const found = await given.store.neighbours(query)
          expect(found).toEqual(neighboursByEdge(city, query))
          edges += found?.total ?? 0
        }
        expect(edges).toBeGreaterThan(10)
      })
    })
    test('a node that points to itself is not beside itself', async () => {
      const { office, pdf } = await given.stored()
      const edges = [edgeOf('SUCCEEDS', office, office, [at(pdf, 0, 1)])]
      await given.store.commit(changeOf(LAN, 'one', 'two', { edges }))
      const found = await ask(office.id)
      expect(found?.nodes.some(({ id }) => id === office.id)).toBe(false)
      expect(found?.byType).toEqual({ ISSUED_AS: 1 })
    })
    test('equal in all else, the one that has more edges of its own comes first', async () => {
      const { meeting, pdf } = await given.stored()
      const [idle, busy] = [departmentOf(LAN, '市一局'), departmentOf(LAN, '市二局')]
      const [one, two] = [1, 2].map((seq) => itemOf(meeting, seq + 5, `议题${seq}`))
      if (!one || !two) throw new Error('two items were made above')
      const beside = [idle, busy].map((body) => edgeOf('MENTIONS', one, body, [at(pdf, 0, 1)]))
      const edges = [...beside, edgeOf('MENTIONS', two, busy, [at(pdf, 0, 1)])]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [one, two, idle, busy], edges }))
      expect(ids((await ask(one.id))?.nodes ?? [])).toEqual([busy.id, idle.id])
    })
    test('of an unknown node are null', async () => {
      await given.stored()
      expect(await ask('nobody')).toBeNull()
    })
  })
}
