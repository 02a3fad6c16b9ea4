import type { CurationEffect, NamedEdge } from '../../model/api/curation.ts'
import type { NamedNode } from '../../model/curation.ts'
import { EDGE_TYPES, type Graph, type GraphEdge, type GraphNode, NodeKind } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'

type Nodes = Pick<Graph, 'nodes' | 'edges'>
type Changes<Value> = { was: Value[]; appear: Value[]; vanish: Value[]; change: Value[] }

/** The nodes that a person gives a name to; the others follow from the text. */
const NAMED: ReadonlySet<GraphNode['kind']> = new Set(['person', 'department', 'district', 'policy'])

/** Of each list this many are shown. */
const SHOWN = 20

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Of plain data: a graph has a hundred thousand edges, and nearly all of them stay. */
const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]))
}

const changes = <Value extends { id: string }>(before: readonly Value[], after: readonly Value[]): Changes<Value> => {
  const byId = (values: readonly Value[]) => new Map(values.map((value) => [value.id, value]))
  const [former, latter] = [byId(before), byId(after)]
  const other = after.filter((value) => !same(former.get(value.id), value))
  const change = other.filter(({ id }) => former.has(id))
  const changed = new Set(change.map(({ id }) => id))
  return {
    was: before.filter(({ id }) => changed.has(id) || !latter.has(id)),
    appear: other.filter(({ id }) => !former.has(id)),
    vanish: before.filter(({ id }) => !latter.has(id)),
    change,
  }
}

const named = ({ kind, id, label }: GraphNode): NamedNode => ({ kind, id, label })

const toNamed = (nodes: readonly GraphNode[]): NamedNode[] => nodes.filter(({ kind }) => NAMED.has(kind)).map(named)

const endsOf = (edges: readonly GraphEdge[], { nodes }: Nodes): NamedNode[] => {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]))
  return toNamed(nodes.filter(({ id }) => ends.has(id)))
}

const ranked = <Value extends { id: string }>(
  values: readonly Value[],
  order: readonly string[],
  orderOf: (value: Value) => string,
): Value[] =>
  [...values].sort((a, b) => order.indexOf(orderOf(a)) - order.indexOf(orderOf(b)) || byCodeUnits(a.id, b.id))

/** What people know by name first, then what follows from the text. */
const KINDS = [...NodeKind.options].reverse()

const someNodes = (nodes: readonly GraphNode[]): CurationEffect['nodes']['appear'] => ({
  total: nodes.length,
  rows: ranked(nodes, KINDS, ({ kind }) => kind)
    .slice(0, SHOWN)
    .map(named),
})

/** `graph` has both ends of each. */
const someEdges = (edges: readonly GraphEdge[], { nodes }: Nodes): CurationEffect['edges']['appear'] => {
  const shown = ranked(edges, EDGE_TYPES, ({ type }) => type).slice(0, SHOWN)
  const ends = new Set(shown.flatMap(({ from, to }) => [from, to]))
  const byId = new Map(nodes.filter(({ id }) => ends.has(id)).map((node) => [node.id, named(node)]))
  const rows = shown.flatMap(({ id, type, from, to, date }): NamedEdge[] => {
    const [start, end] = [byId.get(from), byId.get(to)]
    return start && end ? [{ id, type, from: start, to: end, date }] : []
  })
  return { total: edges.length, rows }
}

/** As a person reads it; `null` where one of its ends is not in the graph. */
export const namedEdge = (edge: GraphEdge, graph: Nodes): NamedEdge | null => someEdges([edge], graph).rows[0] ?? null

/**
 * The difference between two graphs in counts and in names. `before` and `after` are the people, bodies and policies that changed
 * themselves; where none did, those at the ends of the edges that changed, which are there before and after.
 */
export const effectOf = (before: Nodes, after: Nodes): CurationEffect => {
  const nodes = changes(before.nodes, after.nodes)
  const edges = changes(before.edges, after.edges)
  const [was, is] = [toNamed(nodes.was), toNamed([...nodes.appear, ...nodes.change])]
  const byEdges = was.length + is.length === 0
  const touched = [...edges.was, ...edges.appear]
  return {
    before: byEdges ? endsOf(touched, before) : was,
    after: byEdges ? endsOf(touched, after) : is,
    nodes: {
      appear: someNodes(nodes.appear),
      vanish: someNodes(nodes.vanish),
      change: someNodes(nodes.change),
    },
    edges: {
      appear: someEdges(edges.appear, after),
      vanish: someEdges(edges.vanish, before),
      change: someEdges(edges.change, after),
    },
  }
}
