import type { GraphEdge, GraphNode } from '../../model/graph.ts'
import { kindRank } from '../../store/order.ts'
import type { NeighboursQuery } from '../../store/port.ts'
import type { City } from './a-city.ts'
import { byCodeUnits } from './contract/given.ts'

type Beside = { node: GraphNode; edges: GraphEdge[]; latest: string; degree: number }

const inside = ({ date }: GraphEdge, { from, to }: NeighboursQuery): boolean =>
  (from === null || (date !== null && date >= from)) && (to === null || (date !== null && date <= to))

/** All that a question asks for, ranked as the port says: looked up edge by edge in what was written. */
const besides = ({ nodes, edges }: City, query: NeighboursQuery): Beside[] =>
  nodes
    .flatMap((node) => {
      const between = edges.filter(
        (edge) =>
          node.id !== query.node &&
          ((edge.from === query.node && edge.to === node.id) || (edge.to === query.node && edge.from === node.id)) &&
          (query.types === null || query.types.includes(edge.type)) &&
          inside(edge, query),
      )
      const days = between.map(({ date }) => date ?? '').sort(byCodeUnits)
      const degree = edges.filter(({ from, to }) => from === node.id || to === node.id).length
      return between.length ? [{ node, edges: between, latest: days.at(-1) ?? '', degree }] : []
    })
    .sort(
      (a, b) =>
        b.edges.length - a.edges.length ||
        byCodeUnits(b.latest, a.latest) ||
        kindRank(a.node.kind) - kindRank(b.node.kind) ||
        b.degree - a.degree ||
        byCodeUnits(a.node.id, b.node.id),
    )

const countBy = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]))

/** The whole answer. */
export const neighboursByEdge = (city: City, query: NeighboursQuery) => {
  const all = besides(city, query)
  const wanted = all.filter(({ node }) => query.kinds === null || query.kinds.includes(node.kind))
  const shown = wanted.slice(query.offset, query.offset + query.limit)
  return {
    node: city.nodes.find(({ id }) => id === query.node),
    nodes: shown.map(({ node }) => node),
    edges: shown.flatMap(({ edges }) => edges).sort((a, b) => byCodeUnits(a.id, b.id)),
    total: wanted.length,
    byKind: countBy(all.map(({ node }) => node.kind)),
    byType: countBy(wanted.flatMap(({ edges }) => [...new Set(edges.map(({ type }) => type))])),
  }
}
