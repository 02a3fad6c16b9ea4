import { describe, expect, test } from 'vitest'
import type { NodeKind } from '../../../model/graph.ts'
import { changeOf, hashOf, LAN, meetingOf, YUN } from '../builders.ts'
import { byCodeUnits, type Given, ids, PAGE } from './given.ts'

export const jurisdictionsContract = (given: Given): void => {
  describe('jurisdictions', () => {
    test('an empty store knows none', async () => {
      expect(await given.store.jurisdictions()).toEqual([])
      expect(await given.store.jurisdiction(LAN.id)).toBeNull()
      expect(await given.store.documentHeads()).toEqual([])
      expect(await given.store.documents(LAN.id)).toEqual([])
      expect(await given.store.fingerprints(LAN.id)).toEqual({ base: null, nodes: new Map(), edges: new Map() })
    })
    test('a summary counts documents and nodes of every kind', async () => {
      const sample = await given.stored()
      const count = (kind: NodeKind) => sample.nodes.filter((node) => node.kind === kind).length
      expect(await given.store.jurisdiction(LAN.id)).toEqual({
        ...LAN,
        version: { hash: hashOf('one'), day: '2024-01-31' },
        documents: sample.documents.length,
        counts: {
          meeting: count('meeting'),
          item: count('item'),
          decision: count('decision'),
          policy: count('policy'),
          department: count('department'),
          district: count('district'),
          person: count('person'),
        },
        from: '2022-07-19',
        to: '2022-07-19',
      })
    })
    test('first and last day come from the meetings that have one', async () => {
      const nodes = [meetingOf(LAN, 3, '2023-05-01'), meetingOf(LAN, 1, '2022-01-09'), meetingOf(LAN, 2, null)]
      await given.store.commit(changeOf(LAN, null, 'one', { nodes }))
      expect(await given.store.jurisdiction(LAN.id)).toMatchObject({ from: '2022-01-09', to: '2023-05-01' })
    })
    test('without a day in any meeting there is no first and no last', async () => {
      await given.store.commit(changeOf(LAN, null, 'one', { nodes: [meetingOf(LAN, 2, null)] }))
      expect(await given.store.jurisdiction(LAN.id)).toMatchObject({ from: null, to: null })
    })
    test('several are listed by id and do not mix', async () => {
      await given.stored(LAN)
      await given.store.commit(changeOf(YUN, null, 'other', { nodes: [meetingOf(YUN, 1, '2020-01-01')] }))
      const list = await given.store.jurisdictions()
      expect(ids(list)).toEqual([LAN.id, YUN.id].sort(byCodeUnits))
      expect(list.find(({ id }) => id === YUN.id)).toMatchObject({ documents: 0, counts: { meeting: 1, person: 0 } })
      expect((await given.store.meetings({ ...PAGE, jurisdiction: YUN.id })).total).toBe(1)
    })
  })
}
