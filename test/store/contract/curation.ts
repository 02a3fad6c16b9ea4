import { describe, expect, test } from 'vitest'
import { StaleBase } from '../../../store/port.ts'
import { changeOf, departmentOf, LAN, YUN } from '../builders.ts'
import { eventOf } from '../event-builder.ts'
import { everything, type Given, ids } from './given.ts'

export const curationContract = (given: Given): void => {
  describe('curation events', () => {
    test('come back as they were put, sorted by id', async () => {
      const events = ['2024-02-03T00:00:00Z-2', '2024-02-03T00:00:00Z-1', '2024-01-31T00:00:00Z-1'].map((id) =>
        eventOf(LAN, id),
      )
      await given.store.commit(changeOf(LAN, null, 'one', { nodes: [departmentOf(LAN, '市审计局')], events }))
      expect(await given.store.curation(LAN.id)).toEqual(events.toReversed())
    })
    test('of a known id stay as they are', async () => {
      await given.stored()
      const event = eventOf(LAN, '1')
      await given.store.commit(changeOf(LAN, 'one', 'two', { events: [event] }))
      const events = [eventOf(LAN, '1', { why: 'anders' }), eventOf(LAN, '2')]
      await given.store.commit(changeOf(LAN, 'two', 'three', { events }))
      expect(await given.store.curation(LAN.id)).toEqual([event, events[1]])
    })
    test('may be all of a change, and change nothing else', async () => {
      await given.stored()
      const { curation: none, ...before } = await everything(given.store, LAN.id)
      expect(none).toEqual([])
      await given.store.commit(changeOf(LAN, 'one', 'one', { events: [eventOf(LAN, '1')] }))
      const { curation, ...after } = await everything(given.store, LAN.id)
      expect(ids(curation)).toEqual(['1'])
      expect(after).toEqual(before)
    })
    test('are no nodes: neither counted nor found', async () => {
      await given.stored()
      await given.store.commit(changeOf(LAN, 'one', 'two', { events: [eventOf(LAN, '同一单位')] }))
      expect((await given.store.search(LAN.id, '同一', 10)).total).toBe(0)
      expect(await given.store.node(`${LAN.id}/curation/同一单位`)).toBeNull()
      expect(await given.store.nodes(['同一单位', `${LAN.id}/curation/同一单位`])).toEqual([])
    })
    test('are written with the rest or not at all', async () => {
      await given.stored()
      const late = changeOf(LAN, null, 'three', { events: [eventOf(LAN, '1')] })
      await expect(given.store.commit(late)).rejects.toThrow(StaleBase)
      const broken = changeOf(LAN, 'one', 'two', {
        events: [eventOf(LAN, '1')],
        remove: { nodes: [`${LAN.id}/department/市住建局`] },
      })
      await expect(given.store.commit(broken)).rejects.toThrow()
      expect(await given.store.curation(LAN.id)).toEqual([])
    })
    test('of another place than the change are refused', async () => {
      const change = changeOf(LAN, null, 'one', { events: [eventOf(YUN, '1')] })
      await expect(given.store.commit(change)).rejects.toThrow(/云汀区/)
      expect(await given.store.curation(null)).toEqual([])
    })
    test('outlive the last document', async () => {
      const sample = await given.stored()
      await given.store.commit(changeOf(LAN, 'one', 'two', { events: [eventOf(LAN, '1')] }))
      const remove = { documents: ids(sample.documents), nodes: ids(sample.nodes), edges: ids(sample.edges) }
      await given.store.commit(changeOf(LAN, 'two', null, { remove }))
      expect(await given.store.jurisdiction(LAN.id)).toBeNull()
      expect(await given.store.curation(LAN.id)).toEqual([eventOf(LAN, '1')])
      await given.store.commit(changeOf(LAN, null, 'again', sample))
      expect(await given.store.curation(LAN.id)).toEqual([eventOf(LAN, '1')])
    })
    test('may come before any document', async () => {
      await given.store.commit(changeOf(LAN, null, null, { events: [eventOf(LAN, '1')] }))
      expect(await given.store.jurisdictions()).toEqual([])
      expect(ids(await given.store.curation(LAN.id))).toEqual(['1'])
    })
    test('of several places do not mix, though their ids be the same', async () => {
      for (const place of [YUN, LAN])
        await given.store.commit(changeOf(place, null, 'one', { events: [eventOf(place, '1'), eventOf(place, '2')] }))
      expect(await given.store.curation(YUN.id)).toEqual([eventOf(YUN, '1'), eventOf(YUN, '2')])
      expect((await given.store.curation(null)).map(({ jurisdiction, id }) => `${jurisdiction} ${id}`)).toEqual(
        // 云 comes before 澜 in code units.
        [`${YUN.id} 1`, `${YUN.id} 2`, `${LAN.id} 1`, `${LAN.id} 2`],
      )
      expect(await given.store.curation('青桐县')).toEqual([])
    })
  })
}
