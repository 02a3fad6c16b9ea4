/** From what is asked for and what the server said to what is drawn and listed. Pure. */
import type { AmongReply, NeighboursReply, PathReply } from '../../model/api/lists.ts'
import { type GraphEdge, type GraphNode, NodeKind } from '../../model/graph.ts'
import { type Expansion, type Explore, keyOf, MOST_DRAWN, type Way } from './explore.ts'

export type Replies = {
  start: (id: string) => GraphNode | undefined
  expansion: (expansion: Expansion) => NeighboursReply | undefined
  way: (way: Way) => PathReply | undefined
}

/** How much of a node's neighbours is drawn, where that is not all. */
export type More = { node: string; shown: number; total: number }

export type ExploreGraph = {
  /** In the order in which they came. */
  nodes: GraphNode[]
  edges: GraphEdge[]
  more: More[]
  /** Nodes that are asked for, and not drawn because a drawing bears no more. */
  cut: number
  /** Nodes that are hidden by name or by kind, and would be drawn. */
  hidden: GraphNode[]
}

type Gathered = { nodes: Map<string, GraphNode>; edges: Map<string, GraphEdge> }

const take = ({ nodes, edges }: Gathered, found: { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] }) => {
  for (const node of found.nodes) nodes.set(node.id, nodes.get(node.id) ?? node)
  for (const edge of found.edges) edges.set(edge.id, edge)
}

const isShown = ({ hidden, without }: Explore, { id, kind }: GraphNode): boolean =>
  !without.has(kind) && !hidden.has(keyOf(id))

/** An expansion counts while its node is there: what was opened below a node that is gone waits until it comes back. */
const gather = (state: Explore, replies: Replies): Gathered => {
  const gathered: Gathered = { nodes: new Map(), edges: new Map() }
  for (const id of state.starts) {
    const node = replies.start(id)
    if (node) gathered.nodes.set(id, node)
  }
  for (const way of state.ways) {
    const reply = replies.way(way)
    if (reply?.found) take(gathered, reply)
  }
  let waiting = [...state.expansions]
  for (;;) {
    const ready = waiting.filter(({ node }) => {
      const found = gathered.nodes.get(node)
      return found !== undefined && isShown(state, found)
    })
    if (ready.length === 0) return gathered
    for (const expansion of ready) {
      const reply = replies.expansion(expansion)
      if (reply) take(gathered, reply)
    }
    waiting = waiting.filter((expansion) => !ready.includes(expansion))
  }
}

export const exploreGraph = (state: Explore, replies: Replies, among?: AmongReply): ExploreGraph => {
  const { nodes, edges } = gather(state, replies)
  for (const edge of among?.edges ?? []) edges.set(edge.id, edge)
  const visible = [...nodes.values()].filter((node) => isShown(state, node))
  const drawn = visible.slice(0, MOST_DRAWN)
  const ids = new Set(drawn.map(({ id }) => id))
  const kept = [...edges.values()].filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to))
  return {
    nodes: drawn,
    edges: kept.sort((a, b) => (a.id < b.id ? -1 : 1)),
    more: moreOf(state, replies, ids, kept, among),
    cut: visible.length - drawn.length,
    hidden: [...nodes.values()].filter((node) => !isShown(state, node)),
  }
}

const moreOf = (
  state: Explore,
  replies: Replies,
  drawn: ReadonlySet<string>,
  edges: readonly GraphEdge[],
  among: AmongReply | undefined,
): More[] => {
  const beside = neighboursIn(edges)
  const totals = new Map(among?.totals.map(({ id, neighbours }) => [id, neighbours]))
  return [...new Set(state.expansions.map(({ node }) => node))].flatMap((node): More[] => {
    const whole = state.expansions.find((one) => one.node === node && one.kind === null)
    const total = totals.get(node) ?? (whole ? replies.expansion(whole)?.total : undefined)
    const shown = beside.get(node)?.size ?? 0
    return drawn.has(node) && total !== undefined && shown < total ? [{ node, shown, total }] : []
  })
}

const neighboursIn = (edges: readonly GraphEdge[]): Map<string, Set<string>> => {
  const beside = new Map<string, Set<string>>()
  for (const { from, to } of edges) {
    beside.set(from, (beside.get(from) ?? new Set()).add(to))
    beside.set(to, (beside.get(to) ?? new Set()).add(from))
  }
  return beside
}

export type NodeRow = { node: GraphNode; ties: number; total: number | null }

/** Nodes of the drawing, those with the most neighbours in it first; `total` where the server has told it. */
export const nodeRows = ({ nodes, edges }: ExploreGraph, among: AmongReply | undefined): NodeRow[] => {
  const beside = neighboursIn(edges)
  const totals = new Map(among?.totals.map(({ id, neighbours }) => [id, neighbours]))
  return nodes
    .map((node) => ({ node, ties: beside.get(node.id)?.size ?? 0, total: totals.get(node.id) ?? null }))
    .sort((a, b) => b.ties - a.ties || (b.total ?? 0) - (a.total ?? 0) || (a.node.id < b.node.id ? -1 : 1))
}

export const countByKind = (nodes: readonly GraphNode[]): [NodeKind, number][] =>
  NodeKind.options.map((kind) => [kind, nodes.filter((node) => node.kind === kind).length])

/** Days on which something in the drawing happens, in order. */
export const daysOf = ({ edges }: Pick<ExploreGraph, 'edges'>): string[] =>
  [...new Set(edges.flatMap(({ date }) => date ?? []))].sort()

/** Nodes and edges that are not there yet on `day`; what has no day is always there. */
export const notYet = ({ nodes, edges }: Pick<ExploreGraph, 'nodes' | 'edges'>, day: string | null): Set<string> => {
  if (day === null) return new Set()
  const late = edges.filter(({ date }) => date !== null && date > day)
  const there = new Set(edges.filter((edge) => !late.includes(edge)).flatMap(({ from, to }) => [from, to]))
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]))
  return new Set([...late, ...nodes.filter(({ id }) => tied.has(id) && !there.has(id))].map(({ id }) => id))
}

/** The edges between two nodes are one line in a drawing; it goes by the id of the first. */
export const bundled = (edges: readonly GraphEdge[]): GraphEdge[][] => {
  const bundles = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    const key = edge.from < edge.to ? `${edge.from}|${edge.to}` : `${edge.to}|${edge.from}`
    bundles.set(key, [...(bundles.get(key) ?? []), edge])
  }
  return [...bundles.values()]
}
