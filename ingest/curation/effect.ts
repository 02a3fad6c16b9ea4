import type { NamedNode } from '../../model/curation.ts'
import type { Graph, GraphEdge, GraphNode } from '../../model/graph.ts'

/** What changes from one graph to another: nodes and edges that are new or different, and those that are gone. */
export type Effect = {
  nodes: { put: number; removed: number }
  edges: { put: number; removed: number }
  before: NamedNode[]
  after: NamedNode[]
}

type Changes<Value> = { was: Value[]; is: Value[]; gone: number }

/** The nodes that a person gives a name to; the others follow from the text. */
const NAMED: ReadonlySet<GraphNode['kind']> = new Set(['person', 'department', 'district', 'policy'])

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
  const is = after.filter((value) => !same(former.get(value.id), value))
  const other = new Set(is.map(({ id }) => id))
  return {
    was: before.filter(({ id }) => other.has(id) || !latter.has(id)),
    is,
    gone: before.filter(({ id }) => !latter.has(id)).length,
  }
}

const toNamed = (nodes: readonly GraphNode[]): NamedNode[] =>
  nodes.filter(({ kind }) => NAMED.has(kind)).map(({ kind, id, label }) => ({ kind, id, label }))

const endsOf = (edges: readonly GraphEdge[], { nodes }: Pick<Graph, 'nodes'>): NamedNode[] => {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]))
  return toNamed(nodes.filter(({ id }) => ends.has(id)))
}

/**
 * The difference between two graphs in counts, and in the names of the people, bodies and policies that are concerned: those
 * that changed themselves; where none did, those at the ends of the edges that changed.
 */
export const effectOf = (before: Graph, after: Graph): Effect => {
  const nodes = changes(before.nodes, after.nodes)
  const edges = changes(before.edges, after.edges)
  const [was, is] = [toNamed(nodes.was), toNamed(nodes.is)]
  const byEdges = was.length + is.length === 0
  return {
    nodes: { put: nodes.is.length, removed: nodes.gone },
    edges: { put: edges.is.length, removed: edges.gone },
    before: byEdges ? endsOf(edges.was, before) : was,
    after: byEdges ? endsOf(edges.is, after) : is,
  }
}
