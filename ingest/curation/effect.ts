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

const changes = <Value extends { id: string }>(before: readonly Value[], after: readonly Value[]): Changes<Value> => {
  // Both graphs come from the same code, which writes the keys of one kind in one order.
  const texts = (values: readonly Value[]) => new Map(values.map((value) => [value.id, JSON.stringify(value)]))
  const [former, latter] = [texts(before), texts(after)]
  return {
    was: before.filter(({ id }) => former.get(id) !== latter.get(id)),
    is: after.filter(({ id }) => former.get(id) !== latter.get(id)),
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
