import { describe, expect, test } from 'vitest'
import { at, changeOf, edgeOf, itemOf, LAN, meetingOf } from '../builders.ts'
import { byCodeUnits, type Given, ids, sortedIds } from './given.ts'

export const meetingGraphContract = (given: Given): void => {
  describe('the graph of a meeting', () => {
    test('the agenda has its items and all that hangs on them, and not the roll', async () => {
      const sample = await given.stored()
      const { chair, delegate } = sample
      const roll = new Set(['CHAIRED', 'ATTENDED', 'REPRESENTED'])
      const edges = sample.edges.filter(({ type }) => !roll.has(type)).sort((a, b) => byCodeUnits(a.id, b.id))
      const nodes = sample.nodes.filter((node) => node !== chair && node !== delegate)
      expect(await given.store.meetingGraph(sample.meeting.id, { of: 'agenda' }, 100)).toEqual({
        nodes: nodes.toSorted((a, b) => byCodeUnits(a.id, b.id)),
        edges,
        total: { nodes: nodes.length, edges: edges.length },
      })
    })
    test('one item has what hangs on it, and the meeting', async () => {
      const { meeting, second, water, district } = await given.stored()
      const slice = await given.store.meetingGraph(meeting.id, { of: 'item', item: second.id }, 100)
      expect(ids(slice?.nodes ?? [])).toEqual(sortedIds([meeting, second, water, district]))
      expect(slice?.edges.map(({ type }) => type).sort()).toEqual(['HAS_ITEM', 'MENTIONS', 'TASKED'])
    })
    test('the roll has the people and bodies that came', async () => {
      const { meeting, chair, delegate, housing } = await given.stored()
      const slice = await given.store.meetingGraph(meeting.id, { of: 'roll' }, 100)
      expect(ids(slice?.nodes ?? [])).toEqual(sortedIds([meeting, chair, delegate, housing]))
      expect(slice?.edges.map(({ type }) => type).sort()).toEqual(['ATTENDED', 'ATTENDED', 'CHAIRED', 'REPRESENTED'])
    })
    test('a body in two items does not draw in the other meeting', async () => {
      const { housing, meeting, documents } = await given.stored()
      const other = meetingOf(LAN, 46, '2022-08-19')
      const item = itemOf(other, 1, '听取住房工作情况的汇报')
      const [pdf] = documents
      if (!pdf) throw new Error('the sample has documents')
      const edges = [edgeOf('HAS_ITEM', other, item, [at(pdf, 0, 1)]), edgeOf('TASKED', housing, item, [at(pdf, 0, 1)])]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [other, item], edges }))
      const slice = await given.store.meetingGraph(meeting.id, { of: 'agenda' }, 100)
      expect(ids(slice?.nodes ?? [])).not.toContain(item.id)
      expect(slice?.total).toEqual({ nodes: 9, edges: 8 })
    })
    test('an item that is resumed, or resumes, does not draw in the other meeting', async () => {
      const { first, meeting, documents } = await given.stored()
      const other = meetingOf(LAN, 46, '2022-08-19')
      const item = itemOf(other, 1, '审议《澜州市城市更新实施办法》')
      const [pdf] = documents
      if (!pdf) throw new Error('the sample has documents')
      const place = [at(pdf, 0, 1)]
      const edges = [
        edgeOf('HAS_ITEM', other, item, place),
        edgeOf('RESUMES', item, first, place, { basis: 'inferred' }),
      ]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [other, item], edges }))
      for (const part of [{ of: 'agenda' }, { of: 'item', item: first.id }] as const) {
        const slice = await given.store.meetingGraph(meeting.id, part, 100)
        expect(ids(slice?.nodes ?? [])).not.toContain(item.id)
        expect(slice?.edges.map(({ type }) => type)).not.toContain('RESUMES')
      }
      expect((await given.store.node(first.id))?.degrees).toContainEqual({ type: 'RESUMES', direction: 'in', count: 1 })
    })
    test('a limit keeps meeting, items, policies, decisions, departments, districts, and tells the whole', async () => {
      const { meeting, first, second, policy, decision, housing, water, office, district } = await given.stored()
      const departments = [housing, water, office].sort((a, b) => byCodeUnits(a.id, b.id))
      const order = [meeting, first, second, policy, decision, ...departments, district]
      for (let limit = 1; limit <= order.length; limit++) {
        const slice = await given.store.meetingGraph(meeting.id, { of: 'agenda' }, limit)
        const kept = new Set(ids(order.slice(0, limit)))
        expect(ids(slice?.nodes ?? [])).toEqual([...kept].sort(byCodeUnits))
        expect(slice?.edges.every(({ from, to }) => kept.has(from) && kept.has(to))).toBe(true)
        expect(slice?.total).toEqual({ nodes: 9, edges: 8 })
      }
    })
    test('edges between the nodes that are kept are all there', async () => {
      const { meeting, first, second } = await given.stored()
      const slice = await given.store.meetingGraph(meeting.id, { of: 'agenda' }, 3)
      expect(slice?.edges.map(({ to }) => to)).toEqual(sortedIds([first, second]))
    })
    test('a meeting without items is a meeting alone', async () => {
      const meeting = meetingOf(LAN, 1, '2024-01-01')
      await given.store.commit(changeOf(LAN, null, 'one', { nodes: [meeting] }))
      const alone = { nodes: [meeting], edges: [], total: { nodes: 1, edges: 0 } }
      expect(await given.store.meetingGraph(meeting.id, { of: 'agenda' }, 10)).toEqual(alone)
      expect(await given.store.meetingGraph(meeting.id, { of: 'roll' }, 10)).toEqual(alone)
    })
    test('an unknown meeting, a node that is none, and an item of another meeting give null', async () => {
      const { first, meeting, housing } = await given.stored()
      const other = meetingOf(LAN, 46, '2022-08-19')
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [other] }))
      expect(await given.store.meetingGraph('nowhere', { of: 'agenda' }, 10)).toBeNull()
      expect(await given.store.meetingGraph(housing.id, { of: 'roll' }, 10)).toBeNull()
      expect(await given.store.meetingGraph(other.id, { of: 'item', item: first.id }, 10)).toBeNull()
      expect(await given.store.meetingGraph(meeting.id, { of: 'item', item: 'nothing' }, 10)).toBeNull()
    })
  })
}
