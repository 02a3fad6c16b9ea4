import { describe, expect, test } from 'vitest'
import type { GraphEdge } from '../../../model/graph.ts'
import { aCity, type City } from '../a-city.ts'
import { at, changeOf, decisionOf, edgeOf, itemOf, LAN, meetingOf } from '../builders.ts'
import { byCodeUnits, type Given, ids, sortedIds } from './given.ts'

/** Read off the edges one by one. */
const eventsByEdge = ({ nodes, edges }: City, id: string, limit: number) => {
  const kindOf = (node: string) => nodes.find((known) => known.id === node)?.kind
  const at = (node: string) => edges.filter(({ from, to }) => from === node || to === node)
  const beside = ({ from, to }: GraphEdge, node: string) => (from === node ? to : from)
  const latest = at(id).sort((a, b) => byCodeUnits(b.date ?? '', a.date ?? '') || byCodeUnits(a.id, b.id))
  const items = [...new Set(latest.map((edge) => beside(edge, id)).filter((other) => kindOf(other) === 'item'))]
  const shown = items.slice(0, limit)
  const found = new Set(at(id).filter((edge) => !items.includes(beside(edge, id)) || shown.includes(beside(edge, id))))
  for (const item of shown)
    for (const edge of at(item)) {
      const other = beside(edge, item)
      // What else the item considers is there too; of this policy only the edges above.
      if (edge.type !== 'MENTIONS') found.add(edge)
      if (kindOf(other) === 'decision') for (const duty of at(other)) if (duty.type !== 'DECIDED') found.add(duty)
    }
  const ends = new Set([id, ...[...found].flatMap(({ from, to }) => [from, to])])
  return {
    policy: nodes.find((node) => node.id === id),
    nodes: nodes.filter((node) => ends.has(node.id)).sort((a, b) => byCodeUnits(a.id, b.id)),
    edges: [...found].sort((a, b) => byCodeUnits(a.id, b.id)),
    items: { total: items.length, shown: shown.length },
  }
}

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
    test.each([1, 2, 100])('in a whole city are what its edges say, of the latest %i items', async (limit) => {
      const city = aCity(7)
      await given.store.commit(changeOf(LAN, null, 'one', city))
      const policies = city.nodes.filter(({ kind }) => kind === 'policy')
      for (const { id } of policies)
        expect(await given.store.policyEvents(id, limit)).toEqual(eventsByEdge(city, id, limit))
      expect(policies.some(({ id }) => (eventsByEdge(city, id, limit)?.items.shown ?? 0) >= Math.min(limit, 3))).toBe(
        true,
      )
    })
    test('of what is unknown or no policy are null', async () => {
      const { housing } = await given.stored()
      expect(await given.store.policyEvents('nothing', 10)).toBeNull()
      expect(await given.store.policyEvents(housing.id, 10)).toBeNull()
    })
  })
}
