import { describe, expect, test } from 'vitest'
import {
  addStart,
  addWay,
  collapse,
  type Explore,
  expand,
  hide,
  NOTHING,
  toggleKind,
} from '../../../client/state/explore.ts'
import {
  bundled,
  countByKind,
  daysOf,
  exploreGraph,
  nodeRows,
  notYet,
  type Replies,
} from '../../../client/state/explore-graph.ts'
import { forgetView, parseSavedViews, saveView } from '../../../client/state/saved-views.ts'
import type { NeighboursReply } from '../../../model/api/lists.ts'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { considers, department, item, leads, mentions, policy } from '../graph-builders.ts'

const body = department('市住建局')
const other = department('市财政局')
const first = item(1)
const second = item(2)
const plan = policy('城市更新实施办法')
const at: [number, number][] = [[0, 1]]
const e1 = { ...mentions({ from: first, to: body, at }), date: '2022-03-01' }
const e2 = { ...mentions({ from: second, to: body, at }), date: '2023-03-01' }
const e3 = { ...considers({ from: first, to: plan, at }), date: '2022-03-01' }
const e4 = { ...mentions({ from: second, to: other, at }), date: '2023-03-01' }

const reply = (node: GraphNode, nodes: GraphNode[], edges: GraphEdge[], total: number): NeighboursReply => ({
  node,
  nodes,
  edges,
  total,
  shown: nodes.length,
  byKind: {},
})

const replies: Replies = {
  start: (id) => [body, other, plan].find((node) => node.id === id),
  expansion: ({ node }) =>
    node === body.id
      ? reply(body, [first, second], [e1, e2], 40)
      : node === first.id
        ? reply(first, [body, plan], [e1, e3], 2)
        : undefined,
  way: ({ from, to }) =>
    from === body.id && to === other.id
      ? { found: true, nodes: [body, second, other], edges: [e2, e4] }
      : { found: false, why: 'none' },
}

const view = (...changes: ((view: Explore) => Explore)[]) => changes.reduce((state, change) => change(state), NOTHING)
const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id)

describe('the graph of an exploration', () => {
  test('is the starts and the neighbours that were asked for, and says how many are not there', () => {
    const graph = exploreGraph(view(addStart(body.id)), replies)
    expect(idsOf(graph.nodes)).toEqual([body.id, first.id, second.id])
    expect(graph.more).toEqual([{ node: body.id, shown: 2, total: 40 }])
  })

  test('what hangs on a node that is gone waits for it', () => {
    const opened = view(addStart(body.id), expand(first.id, null))
    expect(idsOf(exploreGraph(opened, replies).nodes)).toContain(plan.id)
    const closed = collapse(body.id)(opened)
    expect(idsOf(exploreGraph(closed, replies).nodes)).toEqual([body.id])
    expect(idsOf(exploreGraph(expand(body.id, null)(closed), replies).nodes)).toContain(plan.id)
  })

  test('nodes hidden by name and by kind are not drawn, nor their edges, nor what hangs on them', () => {
    const opened = view(addStart(body.id), expand(first.id, null))
    const hidden = exploreGraph(hide(first.id)(opened), replies)
    expect(idsOf(hidden.nodes)).toEqual([body.id, second.id])
    expect(idsOf(hidden.edges)).toEqual([e2.id])
    expect(idsOf(hidden.hidden)).toEqual([first.id])
    expect(idsOf(exploreGraph(toggleKind('item')(opened), replies).nodes)).toEqual([body.id])
  })

  test('a path brings its nodes; one that is not found brings none', () => {
    expect(idsOf(exploreGraph(view(addWay(body.id, other.id)), replies).nodes)).toEqual([body.id, second.id, other.id])
    expect(exploreGraph(view(addWay(other.id, plan.id)), replies).nodes).toEqual([])
  })

  test('relations that the server knows between what is drawn join in, others do not', () => {
    const among = { edges: [e2, e4], totals: [{ id: body.id, neighbours: 135 }] }
    const graph = exploreGraph(view(addStart(body.id)), replies, among)
    expect(idsOf(graph.edges)).toEqual([e1.id, e2.id].sort())
    expect(graph.more).toEqual([{ node: body.id, shown: 2, total: 135 }])
    expect(nodeRows(graph, among)[0]).toEqual({ node: body, ties: 2, total: 135 })
  })

  test('a node all of whose neighbours are drawn has no more', () => {
    const graph = exploreGraph(view(addStart(body.id), expand(first.id, null)), replies)
    expect(idsOf(graph.more.map(({ node }) => ({ id: node })))).toEqual([body.id])
  })

  test('a drawing is cut where it bears no more, and says by how many', () => {
    const many = Array.from({ length: 400 }, (_, seq) => item(seq + 1))
    const full: Replies = { ...replies, expansion: () => reply(body, many, [], 400) }
    const graph = exploreGraph(view(addStart(body.id)), full)
    expect([graph.nodes.length, graph.cut]).toEqual([300, 101])
  })

  test('counts kinds, those of which there are none too', () => {
    const counts = new Map(countByKind([body, first, second]))
    expect([counts.get('item'), counts.get('department'), counts.get('person')]).toEqual([2, 1, 0])
  })
})

describe('time', () => {
  const graph = { nodes: [body, first, second], edges: [e1, e2] }

  test('goes through the days of the drawing', () => {
    expect(daysOf(graph)).toEqual(['2022-03-01', '2023-03-01'])
  })

  test('what comes later is not there yet; what is tied to an earlier day is', () => {
    expect(notYet(graph, '2022-12-31')).toEqual(new Set([e2.id, second.id]))
    expect(notYet(graph, '2023-03-01')).toEqual(new Set())
    expect(notYet(graph, null)).toEqual(new Set())
  })

  test('what has no day is always there', () => {
    expect(notYet({ nodes: [body, first], edges: [{ ...e1, date: null }] }, '1999-01-01')).toEqual(new Set())
  })
})

test('edges between the same two nodes are one line, in whichever direction they point', () => {
  const back = leads({ from: body, to: first, at })
  expect(bundled([e1, back, e2]).map(idsOf)).toEqual([[e1.id, back.id], [e2.id]])
})

describe('saved views', () => {
  const one = { name: '甲', query: 's=a' }

  test('the newest is first, and takes the place of one of the same name', () => {
    const views = saveView(saveView([], one), { name: '乙', query: 's=b' })
    expect(saveView(views, { name: '甲', query: 's=c' }).map(({ query }) => query)).toEqual(['s=c', 's=b'])
    expect(forgetView(views, '乙')).toEqual([one])
  })

  test('what another version has written counts as nothing', () => {
    expect([null, '{', '[1]', '{"name":"x"}'].map(parseSavedViews)).toEqual([[], [], [], []])
    expect(parseSavedViews(JSON.stringify([one]))).toEqual([one])
  })
})
