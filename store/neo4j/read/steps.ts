import { EDGE_TYPES, type EdgeId, type EdgeType, type GraphEdge, type NodeId } from '../../../model/graph.ts'
import { type Asked, answeredLater, type EdgeLine, type Step, type StepAnswer } from '../../questions/steps.ts'
import type { Query } from '../connection.ts'
import { nodes } from './nodes.ts'
import { EDGE_COLUMNS, type EdgeRow, toEdges } from './rows.ts'

/** Only names of this house stand in the text of a query. */
const TOUCHING = (types: readonly EdgeType[]): string => `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id}) USING INDEX n:Jiyao(id) WHERE n.fingerprint IS NOT NULL
  MATCH (n)-[r:${EDGE_TYPES.filter((type) => types.includes(type)).join('|')}]-(:Jiyao) WHERE r.fingerprint IS NOT NULL
  WITH DISTINCT r
  RETURN elementId(r) AS element, r.id AS id, type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, toString(r.date) AS date`

/** One statement for all types: an index on ids belongs to one type. */
const EDGES = `
  UNWIND $elements AS element
  MATCH (:Jiyao)-[r]->(:Jiyao) WHERE elementId(r) = element
  RETURN ${EDGE_COLUMNS}`

type Element = { element: string }

/** The server's own names of the edges that have been found, by our ids; they hold for one transaction. */
type Elements = Map<EdgeId, string>

const answer = (query: Query): ((step: Step) => Promise<StepAnswer>) => {
  const elements: Elements = new Map()
  const lines = async (nodes: readonly NodeId[], types: readonly EdgeType[]): Promise<EdgeLine[]> => {
    if (types.length === 0) return []
    const rows = await query<EdgeLine & Element>(TOUCHING(types), { ids: [...new Set(nodes)] })
    return rows.map(({ element, ...line }) => {
      elements.set(line.id, element)
      return line
    })
  }
  const edges = async (wanted: readonly EdgeLine[]): Promise<GraphEdge[]> => {
    const named = [...new Set(wanted.map(({ id }) => id))].flatMap((id) => elements.get(id) ?? [])
    return toEdges(await query<EdgeRow>(EDGES, { elements: named }))
  }
  return async (step) => {
    switch (step.ask) {
      case 'touching':
        return lines(step.nodes, step.types ?? EDGE_TYPES)
      case 'nodes':
        return nodes(query, step.ids)
      case 'edges':
        return edges(step.lines)
    }
  }
}

/** A question in steps, answered in one transaction. */
export const inSteps =
  <Args extends unknown[], Answer>(question: (...args: Args) => Asked<Answer>) =>
  (query: Query, ...args: Args): Promise<Answer> =>
    answeredLater(question(...args), answer(query))
