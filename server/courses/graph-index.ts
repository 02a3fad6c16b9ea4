import type { ItemAt, Named } from '../../model/api/trace.ts'
import type { EdgeType, GraphEdge, GraphNode, ItemNode, NodeId } from '../../model/graph.ts'
import { byId } from '../../model/order.ts'
import { notFound } from '../errors.ts'

export type EdgeOf<Type extends EdgeType> = Extract<GraphEdge, { type: Type }>

/** Nodes by id, edges by their ends and type, in order of id. */
export class GraphIndex {
  readonly #nodes: ReadonlyMap<NodeId, GraphNode>
  readonly #edges = new Map<string, GraphEdge[]>()

  constructor(nodes: Iterable<GraphNode>, edges: Iterable<GraphEdge>) {
    this.#nodes = new Map(Array.from(nodes, (node) => [node.id, node]))
    const distinct = new Map(Array.from(edges, (edge) => [edge.id, edge]))
    for (const edge of [...distinct.values()].sort(byId)) {
      this.#put(`${edge.type} ${edge.from}`, edge)
      this.#put(`${edge.type} of ${edge.to}`, edge)
    }
  }

  #put(key: string, edge: GraphEdge): void {
    const known = this.#edges.get(key)
    if (known) known.push(edge)
    else this.#edges.set(key, [edge])
  }

  node(id: NodeId): GraphNode | undefined {
    return this.#nodes.get(id)
  }

  nodes(): Iterable<GraphNode> {
    return this.#nodes.values()
  }

  from<Type extends EdgeType>(id: NodeId, type: Type): EdgeOf<Type>[] {
    // The key holds the type: only edges of it are there.
    return (this.#edges.get(`${type} ${id}`) ?? []) as EdgeOf<Type>[]
  }

  into<Type extends EdgeType>(id: NodeId, type: Type): EdgeOf<Type>[] {
    // As above.
    return (this.#edges.get(`${type} of ${id}`) ?? []) as EdgeOf<Type>[]
  }

  item(id: NodeId): ItemNode {
    const node = this.#nodes.get(id)
    return node?.kind === 'item' ? node : notFound('item', id)
  }

  /** The item with its meeting, as it is shown. */
  itemAt(id: NodeId): ItemAt {
    const { seq, label, meeting, date } = this.item(id)
    const node = this.#nodes.get(meeting)
    if (node?.kind !== 'meeting') return notFound('meeting', meeting)
    const { label: meetingLabel, type, ordinal } = node
    return { item: id, seq, heading: label, meeting, meetingLabel, type, ordinal, date }
  }

  named(id: NodeId): Named {
    return { id, label: this.#nodes.get(id)?.label ?? notFound('node', id) }
  }
}
