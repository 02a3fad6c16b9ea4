import { describe, expect, test } from 'vitest'
import { aMeeting, at, changeOf, documentOf, edgeOf, itemOf, LAN, meetingOf, policyOf, YUN } from '../builders.ts'
import { type Given, ids, sortedIds } from './given.ts'

/** A second meeting that takes up what the first put off, of the same policy, which has an edition before it. */
const another = (sample: ReturnType<typeof aMeeting>) => {
  const document = documentOf(LAN, '046')
  const meeting = meetingOf(LAN, 46, '2022-08-19', { documents: [document.id] })
  const item = itemOf(meeting, 1, '审议《澜州市城市更新实施办法》')
  const former = policyOf(LAN, '2021年城市更新实施办法')
  const own = [
    edgeOf('HAS_ITEM', meeting, item, [at(document, 0, 4)]),
    edgeOf('CONSIDERS', item, sample.policy, [at(document, 1, 3)]),
    edgeOf('REPRESENTED', sample.housing, meeting, [at(document, 1, 2)]),
  ]
  const ties = [
    edgeOf('RESUMES', item, sample.first, [at(document, 0, 4)]),
    edgeOf('EDITION_OF', sample.policy, former, [at(document, 1, 3)]),
  ]
  return {
    documents: [document],
    nodes: [meeting, item, former],
    edges: [...own, ...ties],
    meeting,
    item,
    former,
    own,
    ties,
  }
}

const stored = async (given: Given) => {
  const sample = await given.stored()
  const second = another(sample)
  await given.store.commit(changeOf(LAN, 'one', 'two', second))
  return { sample, second }
}

export const partPrintsContract = (given: Given): void => {
  describe('meetingPrints and partPrints', () => {
    test('the meetings are there with the fingerprints that were put, and the base is the version', async () => {
      const { sample, second } = await stored(given)
      const all = await given.store.fingerprints(LAN.id)
      const { base, meetings } = await given.store.meetingPrints(LAN.id)
      expect(base).toBe(all.base)
      expect([...meetings.keys()]).toEqual(sortedIds([sample.meeting, second.meeting]))
      for (const [id, print] of meetings) expect(print).toBe(all.nodes.get(id))
    })
    test('of a meeting there is what belongs to it, and what belongs to none, but nothing of another', async () => {
      const { sample, second } = await stored(given)
      const all = await given.store.fingerprints(LAN.id)
      const { base, nodes, edges } = await given.store.partPrints(LAN.id, [second.meeting.id])
      expect(base).toBe(all.base)
      const { policy, housing, water, office, district, chair, delegate } = sample
      const lasting = [policy, housing, water, office, district, chair, delegate, second.former]
      expect([...nodes.keys()]).toEqual(sortedIds([second.meeting, second.item, ...lasting]))
      expect([...edges.keys()]).toEqual(sortedIds([...second.own, ...second.ties]))
      for (const [id, print] of nodes) expect(print).toBe(all.nodes.get(id))
      for (const [id, print] of edges) expect(print).toBe(all.edges.get(id))
    })
    test('without a meeting there is what belongs to none', async () => {
      const { second } = await stored(given)
      const { nodes, edges } = await given.store.partPrints(LAN.id, [])
      expect([...edges.keys()]).toEqual(sortedIds(second.ties))
      expect([...nodes.keys()].some((id) => /\/(?:meeting|item|decision)\//u.test(id))).toBe(false)
    })
    test('of all meetings there is all', async () => {
      const { sample, second } = await stored(given)
      const every = ids([sample.meeting, second.meeting])
      expect(await given.store.partPrints(LAN.id, every)).toEqual(await given.store.fingerprints(LAN.id))
    })
    test('a meeting that is unknown, or of another place, has nothing; nor has a place that is unknown', async () => {
      const { sample } = await stored(given)
      const none = await given.store.partPrints(LAN.id, [])
      expect(await given.store.partPrints(LAN.id, ['澜州市/meeting/none'])).toEqual(none)
      expect(await given.store.partPrints(YUN.id, [sample.meeting.id])).toEqual({
        base: null,
        nodes: new Map(),
        edges: new Map(),
      })
      expect(await given.store.meetingPrints(YUN.id)).toEqual({ base: null, meetings: new Map() })
    })
  })
}
