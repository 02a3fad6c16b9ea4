import type { Graph, NodeId } from '../../model/graph.ts'

/** How many edges touch at least one of some nodes. */
export const weigher = ({ edges }: Pick<Graph, 'edges'>): ((nodes: readonly NodeId[]) => number) => {
  const touching = new Map<NodeId, Set<number>>()
  const touch = (node: NodeId, edge: number) => {
    const known = touching.get(node)
    if (known) known.add(edge)
    else touching.set(node, new Set([edge]))
  }
  for (const [at, { from, to }] of edges.entries()) {
    touch(from, at)
    touch(to, at)
  }
  return (nodes) => {
    const [first, ...others] = nodes.map((node) => touching.get(node) ?? new Set<number>())
    if (!first) return 0
    const all = others.length ? new Set(first) : first
    for (const edge of others.flatMap((some) => [...some])) all.add(edge)
    return all.size
  }
}
