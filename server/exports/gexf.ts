import { MultiGraph } from 'graphology'
import { write } from 'graphology-gexf'
import { type Attributes, xmlText } from './attributes.ts'
import type { FlatGraph } from './exported.ts'

const clean = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? xmlText(value) : value]),
  )

/** `x` and `y` of a node are its place, `weight` of an edge its weight. */
export const gexf = ({ directed, nodes, edges }: FlatGraph, source: string, made: string): string => {
  const graph = new MultiGraph({ type: directed ? 'directed' : 'undirected' })
  graph.replaceAttributes({ creator: 'Jiyao', description: xmlText(source), lastModifiedDate: made })
  for (const { id, attributes } of nodes) graph.addNode(xmlText(id), clean(attributes))
  for (const { id, from, to, attributes } of edges)
    graph.addEdgeWithKey(xmlText(id), xmlText(from), xmlText(to), clean(attributes))
  return write(graph, { version: '1.3' })
}
