import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf'
import type { GraphSlice } from '../../model/api/meetings.ts'
import { type Attributes, edgeAttributes, nodeAttributes, xmlText } from './attributes.ts'

const clean = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? xmlText(value) : value]),
  )

export const gexf = ({ nodes, edges }: GraphSlice, source: string, made: string): string => {
  const graph = new MultiDirectedGraph()
  graph.replaceAttributes({ creator: 'Jiyao', description: xmlText(source), lastModifiedDate: made })
  for (const node of nodes) graph.addNode(xmlText(node.id), clean(nodeAttributes(node)))
  for (const edge of edges) {
    const attributes = clean(edgeAttributes(edge))
    graph.addDirectedEdgeWithKey(xmlText(edge.id), xmlText(edge.from), xmlText(edge.to), attributes)
  }
  return write(graph, { version: '1.3' })
}
