import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import type { PathAnswer } from '../../../store/port.ts'
import { aCity } from '../a-city.ts'
import { at, changeOf, departmentOf, documentOf, edgeOf, LAN, YUN } from '../builders.ts'
import { type Given, ids } from './given.ts'

/** All shortest paths by brute force; of them the one whose ids come first. */
const reference = (
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  from: string,
  to: string,
): string[] | null => {
  const beside = (id: string) =>
    nodes
      .map((node) => node.id)
      .filter((other) => edges.some((e) => (e.from === id && e.to === other) || (e.to === id && e.from === other)))
  let paths = [[from]]
  for (let length = 0; length <= nodes.length; length++) {
    const arrived = paths.filter((path) => path.at(-1) === to)
    if (arrived.length) return arrived.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1))[0] ?? null
    paths = paths.flatMap((path) =>
      beside(path.at(-1) ?? '').flatMap((next) => (path.includes(next) ? [] : [[...path, next]])),
    )
  }
  return null
}

/** The same, quickly: of the ways to a node only the one whose ids come first can be the beginning of the one that is looked for. */
const quickReference = (edges: readonly GraphEdge[], from: string, to: string): string[] | null => {
  const seen = new Set([from])
  for (let level = new Map([[from, [from]]]); level.size > 0; ) {
    const found = level.get(to)
    if (found) return found
    const next = new Map<string, string[]>()
    for (const edge of edges)
      for (const [near, far] of [
        [edge.from, edge.to],
        [edge.to, edge.from],
      ] as const) {
        const way = level.get(near)
        if (!way || seen.has(far)) continue
        const candidate = [...way, far]
        const known = next.get(far)
        if (!known || candidate.join('\n') < known.join('\n')) next.set(far, candidate)
      }
    for (const id of next.keys()) seen.add(id)
    level = next
  }
  return null
}

const shown = (answer: PathAnswer | null) => (answer?.found ? ids(answer.nodes) : answer)

export const pathContract = (given: Given): void => {
  describe('paths', () => {
    const ask = (from: string, to: string, longest = 6) => given.store.path({ from, to, types: null, longest })

    test('lead over nodes and edges in their order, whichever way the edges point', async () => {
      const { housing, decision, meeting, water, second } = await given.stored()
      const found = await ask(decision.id, water.id)
      expect(shown(found)).toEqual([decision.id, housing.id, meeting.id, second.id, water.id])
      expect(found?.found && found.edges.map(({ type }) => type)).toEqual([
        'LEADS',
        'REPRESENTED',
        'HAS_ITEM',
        'TASKED',
      ])
      expect(shown(await ask(housing.id, meeting.id))).toEqual([housing.id, meeting.id])
    })
    test('may be kept to some types of edges', async () => {
      const { housing, meeting, decision, first } = await given.stored()
      const types = ['LEADS', 'DECIDED', 'HAS_ITEM'] as const
      const found = await given.store.path({ from: housing.id, to: meeting.id, types, longest: 6 })
      expect(shown(found)).toEqual([housing.id, decision.id, first.id, meeting.id])
    })
    test('from a node to itself is that node', async () => {
      const { housing } = await given.stored()
      expect(shown(await ask(housing.id, housing.id))).toEqual([housing.id])
    })
    test('that are too long, and ends that nothing ties, are told apart', async () => {
      const { decision, water } = await given.stored()
      const lonely = departmentOf(LAN, '市信访局')
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [lonely] }))
      expect(await ask(decision.id, water.id, 3)).toEqual({ found: false, why: 'too-far' })
      expect(await ask(decision.id, lonely.id)).toEqual({ found: false, why: 'none' })
    })
    test('never lead from one jurisdiction to another', async () => {
      const { housing } = await given.stored()
      const other = await given.stored(YUN)
      expect(await ask(housing.id, other.housing.id)).toEqual({ found: false, why: 'none' })
    })
    test('of an unknown end are null', async () => {
      const { housing } = await given.stored()
      expect(await ask(housing.id, 'nobody')).toBeNull()
    })
    test('are asked for with one edge at least and eight at most', async () => {
      const { housing, water } = await given.stored()
      await expect(ask(housing.id, water.id, 0)).rejects.toThrow(/1 to 8 edges, not 0/)
      await expect(ask(housing.id, water.id, 9)).rejects.toThrow(/1 to 8 edges, not 9/)
    })
    test('along one type alone may not be there', async () => {
      const { housing, water } = await given.stored()
      const types = ['LEADS', 'DECIDED'] as const
      expect(await given.store.path({ from: housing.id, to: water.id, types, longest: 8 })).toEqual({
        found: false,
        why: 'none',
      })
    })
    test('of several edges between two nodes follow the one whose id comes first', async () => {
      const { chair, meeting, edges } = await given.stored()
      const found = await ask(chair.id, meeting.id)
      const between = edges.filter(({ from, to }) => from === chair.id && to === meeting.id)
      expect(between).toHaveLength(2)
      expect(found?.found && found.edges).toEqual(between.filter(({ type }) => type === 'ATTENDED'))
    })
    test('of equal length are compared by code units, also beyond the basic plane', async () => {
      // U+20BB7 is above U+FF21 as a character, and below it as code units.
      const [from, astral, wide, to] = ['甲', '𠮷', 'Ａ', '乙'].map((name) => departmentOf(LAN, name))
      if (!from || !astral || !wide || !to) throw new Error('four bodies were made above')
      const document = documentOf(LAN, 'order')
      const pairs = [
        [from, wide],
        [wide, to],
        [from, astral],
        [astral, to],
      ] as const
      const edges = pairs.map(([a, b]) => edgeOf('SUCCEEDS', a, b, [at(document, 0, 1)]))
      const content = { documents: [document], nodes: [from, astral, wide, to], edges }
      await given.store.commit(changeOf(LAN, null, 'one', content))
      expect(shown(await ask(from.id, to.id))).toEqual([from.id, astral.id, to.id])
      expect(shown(await ask(to.id, from.id))).toEqual([to.id, astral.id, from.id])
    })
    test('in a whole city are as short as a search over all edges finds, forth and back', async () => {
      const city = aCity(7)
      await given.store.commit(changeOf(LAN, null, 'one', city))
      for (let place = 0; place < 20; place++) {
        const [from, to] = [city.nodes[place]?.id ?? '', city.nodes[(place * 7 + 11) % city.nodes.length]?.id ?? '']
        for (const [one, other] of [
          [from, to],
          [to, from],
        ] as const)
          expect(shown(await ask(one, other, 8))).toEqual(
            quickReference(city.edges, one, other) ?? { found: false, why: 'none' },
          )
      }
    }, 60_000)
    test('in any graph are shortest, and of the shortest the first by ids', async () => {
      const nodes = Array.from({ length: 9 }, (_, place) => departmentOf(LAN, `市${'甲乙丙丁戊己庚辛壬'[place]}局`))
      const document = documentOf(LAN, 'paths')
      const pairs = nodes.flatMap((a, i) => nodes.slice(i + 1).map((b) => [a, b] as const))
      let base: string | null = null
      let before: GraphEdge[] = []
      let round = 0
      await fc.assert(
        fc.asyncProperty(fc.subarray(pairs, { maxLength: 16 }), async (chosen) => {
          const edges = chosen.map(([a, b]) => edgeOf('SUBMITTED_TO', a, b, [at(document, 0, 1)]))
          const version = `round ${++round}`
          const kept = new Set(ids(edges))
          const content = {
            documents: [document],
            nodes,
            edges,
            remove: { edges: ids(before).filter((id) => !kept.has(id)) },
          }
          await given.store.commit(changeOf(LAN, base, version, content))
          base = version
          before = edges
          const [from, to] = [nodes[0]?.id ?? '', nodes[8]?.id ?? '']
          expect(shown(await ask(from, to, 8))).toEqual(
            reference(nodes, edges, from, to) ?? { found: false, why: 'none' },
          )
        }),
        { numRuns: 25 },
      )
    }, 60_000)
  })
}
