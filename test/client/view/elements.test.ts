import { describe, expect, test } from 'vitest'
import { arrangement } from '../../../client/view/arrangement.ts'
import { type CanvasGraph, type CanvasNode, cutLabel, dropCity, toElements } from '../../../client/view/elements.ts'
import { footprints, footprintsFor, hiddenLabels } from '../../../client/view/footprints.ts'
import { glyphUri } from '../../../client/view/glyph.ts'
import { layoutWithSeed } from '../../../client/view/layout.ts'
import { countOverlaps, onPlate, spread, starRings, turn } from '../../../client/view/place.ts'
import { seededRandom, withSeededRandom } from '../../../client/view/seeded-random.ts'

const PLATE = { width: 400, height: 300, corner: { width: 120, height: 40 } }
const node = (id: string, kind: CanvasNode['kind'] = 'department'): CanvasNode => ({ id, kind, label: id })
const edge = (from: string, to: string, id = `${from}-${to}`) => ({ id, from, to, label: '牵头', minor: false })
const star = (leaves: number): CanvasGraph => ({
  nodes: [node('hub', 'meeting'), ...Array.from({ length: leaves }, (_, i) => node(`人${i}`, 'person'))],
  edges: Array.from({ length: leaves }, (_, i) => edge(`人${i}`, 'hub')),
})
const tree: CanvasGraph = {
  nodes: [
    node('会', 'meeting'),
    node('议题一', 'item'),
    node('议题二', 'item'),
    node('市司法局'),
    node('市财政局'),
    node('停车办法', 'policy'),
  ],
  edges: [
    edge('会', '议题一'),
    edge('会', '议题二'),
    edge('市司法局', '议题一'),
    edge('市财政局', '议题二'),
    edge('议题一', '停车办法'),
  ],
}

describe('elements', () => {
  const at = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 0 }],
  ])

  test('a node carries its kind as a class and its place', () => {
    const [first] = toElements({ nodes: [node('a', 'policy')], edges: [] }, at, new Set())
    expect(first).toMatchObject({
      group: 'nodes',
      data: { id: 'a', label: 'a' },
      position: { x: 0, y: 0 },
      classes: ['policy'],
    })
  })

  test('a hidden label is a class, so that hovering can bring it back', () => {
    const [first] = toElements({ nodes: [node('a')], edges: [] }, at, new Set(['a']))
    expect(first?.classes).toEqual(['department', 'unlabelled'])
    expect(first?.data.label).toBe('a')
  })

  test('an edge bows about a tenth of its length; two between the same nodes bow to different sides', () => {
    const graph = { nodes: [node('a'), node('b')], edges: [edge('a', 'b', 'one'), edge('b', 'a', 'two')] }
    const bows = toElements(graph, at, new Set())
      .filter(({ group }) => group === 'edges')
      .map(({ data }) => Number(data.bow))
    expect(Math.abs(bows[0] ?? 0)).toBeCloseTo(9)
    // The second runs the other way round, where the same sign is the other side.
    expect(Math.abs(bows[1] ?? 0)).toBeGreaterThan(9)
    expect(Math.sign(bows[0] ?? 0)).toBe(Math.sign(bows[1] ?? 0))
  })

  test('an edge whose end is not drawn is not drawn', () => {
    expect(toElements({ nodes: [node('a')], edges: [edge('a', 'b')] }, at, new Set())).toHaveLength(1)
  })

  test('long labels end in an ellipsis, in Chinese after thirteen characters', () => {
    expect(cutLabel('一二三四五六七八九十一二三四')).toBe('一二三四五六七八九十一二三四')
    expect(cutLabel('一二三四五六七八九十一二三四五')).toBe('一二三四五六七八九十一二三…')
    expect(cutLabel('Agreed in principle')).toBe('Agreed in principle')
  })

  test('市 falls away only where every body has it', () => {
    expect(['市司法局', '市财政局'].map(dropCity(['市司法局', '市财政局']))).toEqual(['司法局', '财政局'])
    expect(['市司法局'].map(dropCity(['市司法局', '团市委']))).toEqual(['市司法局'])
  })
})

describe('the layout', () => {
  test('the same graph and seed give the same places, another seed gives others', () => {
    const first = layoutWithSeed(tree, PLATE, 1)
    expect(layoutWithSeed(tree, PLATE, 1)).toEqual(first)
    expect(layoutWithSeed(tree, PLATE, 2)).not.toEqual(first)
  })

  test('a large graph has a place for every node, each its own and the same every time', () => {
    const large: CanvasGraph = {
      nodes: Array.from({ length: 180 }, (_, i) => node(`n${i}`)),
      edges: Array.from({ length: 300 }, (_, i) => edge(`n${i % 180}`, `n${(i * 7 + 1) % 180}`, `e${i}`)),
    }
    const at = arrangement(large, PLATE)
    expect([...at.keys()]).toEqual(large.nodes.map(({ id }) => id))
    expect(new Set([...at.values()].map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(120)
    expect([...at.values()].every(({ x, y }) => x >= 0 && y >= 0 && x <= PLATE.width && y <= PLATE.height)).toBe(true)
    expect(arrangement(large, PLATE)).toEqual(at)
  })

  test('curves become straight lines where there are more than a thousand, and not before', () => {
    const lines = (count: number): CanvasGraph => ({
      nodes: [node('a'), node('b')],
      edges: Array.from({ length: count }, (_, i) => edge('a', 'b', `e${i}`)),
    })
    const straight = (count: number) =>
      toElements(lines(count), new Map(), new Set()).filter(({ classes }) => classes?.includes('straight')).length
    expect([straight(1000), straight(1001)]).toEqual([0, 1001])
  })

  test('chance is given back when the seeded run is over, also when it throws', () => {
    const before = Math.random
    expect(() =>
      withSeededRandom(1, () => {
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(Math.random).toBe(before)
    const numbers = Array.from({ length: 500 }, seededRandom(7))
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
    expect(new Set(numbers).size).toBe(500)
  })

  test('every node of a small graph stands on the plate, free of the others and of the tools', () => {
    const at = onPlate(new Map(layoutWithSeed(tree, PLATE, 1)), tree, PLATE)
    const prints = footprintsFor(tree, PLATE)
    expect(countOverlaps(at, prints)).toBe(0)
    for (const { id, outer } of prints) {
      const { x, y } = at.get(id) ?? { x: -1, y: -1 }
      expect(x - outer.left).toBeGreaterThanOrEqual(0)
      expect(x + outer.right).toBeLessThanOrEqual(PLATE.width)
      expect(y - outer.top).toBeGreaterThanOrEqual(0)
      expect(y + outer.bottom).toBeLessThanOrEqual(PLATE.height)
      expect(x + outer.right > PLATE.width - 120 && y + outer.bottom > PLATE.height - 39).toBe(false)
    }
  })

  test('a cloud is turned until its long axis lies along the plate', () => {
    const upright = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 1, y: 100 }],
      ['c', { x: 0, y: 200 }],
    ])
    const turned = [...turn(upright, PLATE).values()]
    const range = (pick: (point: { x: number; y: number }) => number) =>
      Math.max(...turned.map(pick)) - Math.min(...turned.map(pick))
    expect(range(({ x }) => x)).toBeGreaterThan(10 * range(({ y }) => y))
  })

  test('two nodes in one place are pushed apart', () => {
    const graph = { nodes: [node('a'), node('b')], edges: [] }
    const same = new Map([
      ['a', { x: 200, y: 150 }],
      ['b', { x: 200, y: 150 }],
    ])
    expect(countOverlaps(spread(same, footprints(graph), PLATE), footprints(graph))).toBe(0)
  })

  test('a roll is drawn as rings around its meeting; what is no star is not', () => {
    const rings = starRings(star(26), PLATE)
    expect(rings?.size).toBe(27)
    expect(starRings(tree, PLATE)).toBeNull()
    expect(starRings(star(3), PLATE)).toBeNull()
  })
})

describe('labels', () => {
  test('of two that collide the one with fewer ties is hidden', () => {
    const graph = { nodes: [node('大局'), node('小局'), node('远局')], edges: [edge('大局', '远局')] }
    const at = new Map([
      ['大局', { x: 100, y: 100 }],
      ['小局', { x: 104, y: 101 }],
      ['远局', { x: 300, y: 200 }],
    ])
    const hidden = hiddenLabels(at, footprints(graph))
    expect(hidden.has('小局')).toBe(true)
    expect(hidden.has('远局')).toBe(false)
  })

  test('on a small plate outcomes lose their room before departments do', () => {
    const nodes = Array.from({ length: 24 }, (_, i) => node(`${i}号的名称`, i % 2 ? 'decision' : 'department'))
    const prints = footprintsFor({ nodes, edges: [] }, PLATE)
    const kept = (kind: string) =>
      prints.filter((print) => print.kind === kind && print.outer.bottom > print.shape.bottom + 10).length
    expect(kept('decision')).toBeLessThan(kept('department'))
  })
})

test('a glyph is text that cannot break out of its picture, and kinds without one have none', () => {
  expect(glyphUri('item', '', '#fff', 'sans-serif')).toBeNull()
  const uri = glyphUri('policy', '<策>', '#fff', '"PingFang SC"') ?? ''
  expect(decodeURIComponent(uri)).toContain('&#60;策&#62;')
})
