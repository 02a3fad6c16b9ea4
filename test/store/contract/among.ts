import { describe, expect, test } from 'vitest'
import { at, changeOf, departmentOf, edgeOf, LAN } from '../builders.ts'
import { byCodeUnits, type Given, ids } from './given.ts'

export const amongContract = (given: Given): void => {
  describe('among', () => {
    const ask = (nodes: string[], from: string | null = null, to: string | null = null) =>
      given.store.among({ nodes, from, to })

    test('gives the edges with both ends among the nodes, and no others', async () => {
      const { first, meeting, policy, edges } = await given.stored()
      const asked = [first.id, meeting.id, policy.id]
      const found = await ask(asked)
      expect(found.edges).toEqual(
        edges
          .filter(({ from, to }) => asked.includes(from) && asked.includes(to))
          .sort((a, b) => byCodeUnits(a.id, b.id)),
      )
      expect(found.edges.length).toBeGreaterThan(1)
    })
    test('counts the neighbours of each, whether they were asked for or not', async () => {
      const { first, meeting } = await given.stored()
      const [one, other] = (await ask([meeting.id, first.id])).totals
      const beside = async (node: string) =>
        (await given.store.neighbours({ node, kinds: null, types: null, from: null, to: null, limit: 1, offset: 0 }))
          ?.total
      expect([one, other].map((total) => total?.id)).toEqual([first.id, meeting.id].sort(byCodeUnits))
      for (const total of [one, other]) expect(total?.neighbours).toBe(await beside(total?.id ?? ''))
    })
    test('a period keeps the edges of its days', async () => {
      const { meeting, pdf } = await given.stored()
      const body = departmentOf(LAN, '市信访局')
      const edges = [edgeOf('REPRESENTED', body, meeting, [at(pdf, 0, 1)], { date: '2022-07-19' })]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [body], edges }))
      expect(ids((await ask([body.id, meeting.id], '2022-07-19', '2022-07-19')).edges)).toEqual([edges[0]?.id])
      expect((await ask([body.id, meeting.id], '2022-07-20')).edges).toEqual([])
    })
    test('unknown nodes have nothing', async () => {
      await given.stored()
      expect(await ask(['nobody'])).toEqual({ edges: [], totals: [{ id: 'nobody', neighbours: 0 }] })
    })
  })
}
