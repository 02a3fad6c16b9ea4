import { describe, expect, test } from 'vitest'
import { centralityOf } from '../../analysis/centrality.ts'
import { communitiesOf } from '../../analysis/communities.ts'
import { layoutOf } from '../../analysis/layout.ts'
import { networkOf, surplusTie, type Tie } from '../../analysis/network.ts'
import { seededRandom } from '../../analysis/seeded-random.ts'

const tie = (pair: string, weight = 1): Tie => {
  const [a = '', b = ''] = pair.split('-')
  return { a, b, weight }
}

const letters = (word: string): string[] => word.split('')

const clique = (names: string): Tie[] =>
  letters(names).flatMap((a, at) =>
    letters(names)
      .slice(at + 1)
      .map((b) => tie(`${a}-${b}`)),
  )

/** Two cliques that one tie joins, and a node alone. */
const NODES = letters('abcdefgz')
const ties = () => [...clique('abcd'), ...clique('efg'), tie('d-e')]

const shuffled = <Value>(values: readonly Value[], seed: number): Value[] => {
  const random = seededRandom(seed)
  return values
    .map((value) => ({ value, at: random() }))
    .sort((x, y) => x.at - y.at)
    .map(({ value }) => value)
}
const turned = (given: readonly Tie[]) => given.map(({ a, b, weight }) => ({ a: b, b: a, weight }))

describe('communities', () => {
  test('the largest comes first, then the one with the smallest id', () => {
    const { communities, modularity } = communitiesOf(NODES, ties())
    expect(communities).toEqual([['a', 'b', 'c', 'd'], ['e', 'f', 'g'], ['z']])
    expect(modularity).toBeGreaterThan(0.3)
    const even = communitiesOf(letters('abcdef'), [...clique('def'), ...clique('abc')])
    expect(even.communities).toEqual([letters('abc'), letters('def')])
  })

  test('are the same whatever the order of nodes and ties', () => {
    const wanted = communitiesOf(NODES, ties())
    for (let seed = 1; seed < 20; seed++)
      expect(communitiesOf(shuffled(NODES, seed), turned(shuffled(ties(), seed)))).toEqual(wanted)
  })

  test('weights count', () => {
    const chain = [tie('a-b', 1), tie('b-c', 9), tie('c-d', 1), tie('d-e', 9), tie('e-a', 1)]
    expect(communitiesOf(letters('abcde'), chain).communities).toContainEqual(['b', 'c'])
  })

  test('without ties every node is alone', () => {
    expect(communitiesOf(['b', 'a'], [])).toEqual({ communities: [['a'], ['b']], modularity: 0 })
    expect(communitiesOf([], [])).toEqual({ communities: [], modularity: 0 })
  })
})

describe('centrality', () => {
  test('of nobody nobody is central', () => {
    expect(centralityOf([], [])).toEqual([])
  })

  test('counts ties, adds weights, and finds the node between the others', () => {
    const star = [tie('a-m', 2), tie('b-m', 3), tie('c-m', 5)]
    expect(centralityOf(letters('mabc'), star)).toEqual([
      { id: 'a', degree: 1, weightedDegree: 2, betweenness: 0 },
      { id: 'b', degree: 1, weightedDegree: 3, betweenness: 0 },
      { id: 'c', degree: 1, weightedDegree: 5, betweenness: 0 },
      { id: 'm', degree: 3, weightedDegree: 10, betweenness: 1 },
    ])
  })

  test('a strong tie is no long way', () => {
    const square = [tie('a-b', 9), tie('b-c', 9), tie('a-d', 1), tie('d-c', 1)]
    const [, b, , d] = centralityOf(letters('abcd'), square)
    expect(b?.betweenness).toBe(d?.betweenness)
  })
})

describe('layout', () => {
  const distance = (a: { x: number; y: number } | undefined, b: { x: number; y: number } | undefined) =>
    Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))

  test('is the same whatever the order, and another with another seed', () => {
    const wanted = layoutOf(NODES, ties())
    expect(layoutOf(shuffled(NODES, 3), turned(shuffled(ties(), 4)))).toEqual(wanted)
    expect(layoutOf(NODES, ties(), 2)).not.toEqual(wanted)
    expect(wanted.map(({ id }) => id)).toEqual(NODES)
  })

  test('draws together what has ties', () => {
    const [a, b, , , , f] = layoutOf(NODES, ties())
    expect(distance(a, b)).toBeLessThan(distance(a, f))
  })

  test('takes a thousand nodes, no more, and none', () => {
    const many = Array.from({ length: 1001 }, (_, at) => `n${at}`)
    expect(() => layoutOf(many, [])).toThrow(/1001 nodes to lay out: expected at most 1000/u)
    expect(layoutOf([], [])).toEqual([])
    const ring = many.slice(0, 1000).map((id, at, all) => ({ a: id, b: all[(at + 1) % 1000] ?? '', weight: 1 }))
    expect(layoutOf(many.slice(0, 1000), ring).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })
})

describe('a network', () => {
  test('refuses ties without weight, ties to nobody, and a pair twice', () => {
    expect(() => networkOf(['a', 'b'], [tie('a-b', 0)])).toThrow(/weighs 0: expected more than 0/u)
    expect(() => networkOf(['a'], [tie('a-b')])).toThrow(/"b"/u)
    expect(() => networkOf(['a', 'b'], [tie('a-b'), tie('b-a')])).toThrow(/already exist/u)
  })

  test('weighs a pair of a backbone by what it has more than expected', () => {
    expect(surplusTie({ a: 'a', b: 'b', observed: 7, expected: 2.5 })).toEqual({ a: 'a', b: 'b', weight: 4.5 })
  })
})

describe('seeded random', () => {
  test('spreads over the whole of [0, 1), and repeats with its seed', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 4000 }, random)
    }
    const values = draw(5)
    expect(values).toEqual(draw(5))
    expect(values).not.toEqual(draw(6))
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
    const tenths = values.reduce((counts, value) => {
      counts[Math.floor(value * 10)]!++
      return counts
    }, new Int32Array(10))
    expect(tenths.every((count) => count > 300 && count < 500)).toBe(true)
  })

  test('of nobody there is none', () => {
    expect(centralityOf([], [])).toEqual([])
  })
})
