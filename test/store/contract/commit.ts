import { describe, expect, test } from 'vitest'
import { type Change, StaleBase } from '../../../store/port.ts'
import { aMeeting, at, changeOf, departmentOf, documentOf, edgeOf, hashOf, LAN, YUN } from '../builders.ts'
import { everything, type Given, ids } from './given.ts'

export const commitContract = (given: Given): void => {
  describe('commit', () => {
    test('fingerprints are those that were put, and the base is the version', async () => {
      const sample = await given.stored()
      const change = changeOf(LAN, null, 'one', sample)
      const prints = (list: Change['nodes']['put'] | Change['edges']['put']) =>
        new Map(list.map(({ value, fingerprint }) => [value.id, fingerprint]))
      const { base, nodes, edges } = await given.store.fingerprints(LAN.id)
      expect(base).toBe(change.version?.hash)
      expect(nodes).toEqual(prints(change.nodes.put))
      expect(edges).toEqual(prints(change.edges.put))
    })
    test('writing a change twice leaves what writing it once does', async () => {
      const change = changeOf(LAN, null, 'one', aMeeting())
      await given.store.commit(change)
      const once = await everything(given.store, LAN.id)
      await given.store.commit(change)
      expect(await everything(given.store, LAN.id)).toEqual(once)
    })
    test('a removal may be written twice as well', async () => {
      const { edges, district } = await given.stored()
      const mention = edges.filter(({ to }) => to === district.id)
      const change = changeOf(LAN, 'one', 'two', { remove: { nodes: [district.id], edges: ids(mention) } })
      await given.store.commit(change)
      await given.store.commit(change)
      expect(await given.store.node(district.id)).toBeNull()
      expect((await given.store.jurisdiction(LAN.id))?.counts.district).toBe(0)
    })
    test('a change against another version is refused and leaves nothing', async () => {
      await given.stored()
      const before = await everything(given.store, LAN.id)
      const late = changeOf(LAN, null, 'three', { nodes: [departmentOf(LAN, '市审计局')] })
      await expect(given.store.commit(late)).rejects.toThrow(StaleBase)
      await expect(given.store.commit({ ...late, base: hashOf('older') })).rejects.toThrow(StaleBase)
      expect(await everything(given.store, LAN.id)).toEqual(before)
    })
    test('a base that was never stored is refused', async () => {
      await expect(given.store.commit(changeOf(LAN, 'ghost', 'one', aMeeting()))).rejects.toThrow(StaleBase)
      expect(await given.store.jurisdictions()).toEqual([])
    })
    test('of two changes against one version the first wins', async () => {
      await given.stored()
      const change = (version: string, name: string) =>
        changeOf(LAN, 'one', version, { nodes: [departmentOf(LAN, name)] })
      await given.store.commit(change('two', '市审计局'))
      await expect(given.store.commit(change('three', '市体育局'))).rejects.toThrow(StaleBase)
      expect((await given.store.fingerprints(LAN.id)).base).toBe(hashOf('two'))
    })
    test('a change that fails half-way leaves the former state', async () => {
      const { pdf, housing } = await given.stored()
      const before = await everything(given.store, LAN.id)
      const dangling = edgeOf('MENTIONS', housing, departmentOf(LAN, '市审计局'), [at(pdf, 0, 1)])
      const change = changeOf(LAN, 'one', 'two', {
        documents: [documentOf(LAN, '046')],
        nodes: [departmentOf(LAN, '市体育局')],
        edges: [dangling],
      })
      await expect(given.store.commit(change)).rejects.toThrow(/市审计局/)
      expect(await everything(given.store, LAN.id)).toEqual(before)
    })
    test('an edge on evidence in an unknown document is refused with all else', async () => {
      const { housing, water } = await given.stored()
      const edge = edgeOf('MENTIONS', housing, water, [at(documentOf(LAN, 'ghost'), 0, 1)])
      await expect(given.store.commit(changeOf(LAN, 'one', 'two', { edges: [edge] }))).rejects.toThrow(/ghost/)
      expect((await given.store.fingerprints(LAN.id)).base).toBe(hashOf('one'))
    })
    test('a node that still has edges cannot be removed', async () => {
      const { housing } = await given.stored()
      const before = await everything(given.store, LAN.id)
      await expect(
        given.store.commit(changeOf(LAN, 'one', 'two', { remove: { nodes: [housing.id] } })),
      ).rejects.toThrow()
      expect(await everything(given.store, LAN.id)).toEqual(before)
    })
    test('removing an edge lowers the degree of both ends in a search', async () => {
      const { edges, housing, water } = await given.stored()
      const first = async () => (await given.store.search(LAN.id, '局', 10)).rows.map(({ node }) => node.id)
      expect(await first()).toEqual([housing.id, water.id])
      const gone = edges.filter(({ from }) => from === housing.id)
      await given.store.commit(changeOf(LAN, 'one', 'two', { remove: { edges: ids(gone) } }))
      expect(await first()).toEqual([water.id, housing.id])
      expect((await given.store.node(housing.id))?.degrees).toEqual([])
    })
    test('removing the last document makes the jurisdiction unknown and leaves no trace', async () => {
      const sample = await given.stored(LAN)
      await given.stored(YUN)
      const remove = { documents: ids(sample.documents), nodes: ids(sample.nodes), edges: ids(sample.edges) }
      await given.store.commit(changeOf(LAN, 'one', null, { remove }))
      expect(ids(await given.store.jurisdictions())).toEqual([YUN.id])
      expect(await given.store.fingerprints(LAN.id)).toEqual({ base: null, nodes: new Map(), edges: new Map() })
      expect(await given.store.nodes(remove.nodes)).toEqual([])
      expect((await given.store.search(LAN.id, '市', 10)).total).toBe(0)
      expect(ids(await given.store.documentHeads()).every((id) => id.startsWith(YUN.id))).toBe(true)
      await given.store.commit(changeOf(LAN, null, 'again', sample))
      expect((await given.store.search(LAN.id, '住建', 10)).total).toBe(1)
    })
    test('an emptied jurisdiction that keeps a part of itself is refused', async () => {
      const sample = await given.stored()
      const change = changeOf(LAN, 'one', null, { remove: { edges: ids(sample.edges) } })
      await expect(given.store.commit(change)).rejects.toThrow()
      expect(await given.store.jurisdiction(LAN.id)).not.toBeNull()
    })
  })
}
