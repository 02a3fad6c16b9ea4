import { describe, expect, test } from 'vitest'
import type { GraphNode } from '../../../model/graph.ts'
import { aMeeting, at, changeOf, departmentOf, edgeOf, LAN } from '../builders.ts'
import { type Given, ids, sortedIds } from './given.ts'

export const nodesContract = (given: Given): void => {
  describe('nodes and edges', () => {
    test('every node comes back as it was put', async () => {
      const { nodes } = await given.stored()
      for (const node of nodes) expect((await given.store.node(node.id))?.node).toEqual(node)
    })
    test('a node tells how many edges it has of each type, outgoing first', async () => {
      const { first, meeting } = await given.stored()
      expect((await given.store.node(first.id))?.degrees).toEqual([
        { type: 'CONSIDERS', direction: 'out', count: 1 },
        { type: 'DECIDED', direction: 'out', count: 1 },
        { type: 'HAS_ITEM', direction: 'in', count: 1 },
      ])
      expect((await given.store.node(meeting.id))?.degrees).toEqual([
        { type: 'HAS_ITEM', direction: 'out', count: 2 },
        { type: 'ATTENDED', direction: 'in', count: 2 },
        { type: 'CHAIRED', direction: 'in', count: 1 },
        { type: 'REPRESENTED', direction: 'in', count: 1 },
      ])
    })
    test('what is unknown is null', async () => {
      await given.stored()
      expect(await given.store.node('nobody')).toBeNull()
      expect(await given.store.edge('nothing')).toBeNull()
      expect(await given.store.document('nowhere')).toBeNull()
    })
    test('nodes by ids are those that exist, each once, sorted', async () => {
      const { housing, chair, policy } = await given.stored()
      const asked = [policy.id, 'nobody', housing.id, chair.id, housing.id]
      expect(ids(await given.store.nodes(asked))).toEqual(sortedIds([housing, chair, policy]))
      expect(await given.store.nodes([])).toEqual([])
    })
    test('thousands of ids can be asked for at once', async () => {
      const nodes = Array.from({ length: 3000 }, (_, at) => departmentOf(LAN, `市${at}局`))
      await given.store.commit(changeOf(LAN, null, 'one', { nodes }))
      expect(ids(await given.store.nodes(ids(nodes)))).toEqual(sortedIds(nodes))
    })
    test('an edge comes with both ends and its evidence in the order given', async () => {
      const { edges, nodes, pdf, web } = await given.stored()
      const reversed = edgeOf('MENTIONS', nodes[1] as GraphNode, nodes[5] as GraphNode, [
        at(web, 9, 10),
        at(pdf, 3, 4),
        at(web, 1, 2),
      ])
      await given.store.commit(changeOf(LAN, 'one', 'two', { edges: [reversed] }))
      for (const edge of [...edges, reversed])
        expect(await given.store.edge(edge.id)).toEqual({
          edge,
          from: nodes.find(({ id }) => id === edge.from),
          to: nodes.find(({ id }) => id === edge.to),
        })
    })
    test('two edges of one type between the same ends stay apart', async () => {
      const { water, second, pdf } = aMeeting()
      const duty = (deadline: string) =>
        edgeOf('TASKED', water, second, [at(pdf, 0, 1)], {
          id: `TASKED|${deadline}`,
          props: { role: 'lead', deadline, deadlineText: null },
        })
      const edges = [duty('2024-06-30'), duty('2024-12-31')]
      await given.store.commit(changeOf(LAN, null, 'one', { documents: [pdf], nodes: [water, second], edges }))
      expect((await given.store.node(water.id))?.degrees).toEqual([{ type: 'TASKED', direction: 'out', count: 2 }])
      expect((await given.store.edge('TASKED|2024-12-31'))?.edge).toEqual(edges[1])
    })
  })
}
