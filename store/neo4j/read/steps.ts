import { EDGE_TYPES, type EdgeType, type GraphEdge } from '../../../model/graph.ts'
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
  RETURN r.id AS id, type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, toString(r.date) AS date`

const EDGES = (type: EdgeType): string => `
  UNWIND $ids AS id
  MATCH (:Jiyao)-[r:${type} {id: id}]->(:Jiyao) USING INDEX r:${type}(id) WHERE r.fingerprint IS NOT NULL
  RETURN ${EDGE_COLUMNS}`

const edges = async (query: Query, lines: readonly EdgeLine[]): Promise<GraphEdge[]> => {
  const wanted = EDGE_TYPES.map((type) => ({
    type,
    ids: [...new Set(lines.filter((line) => line.type === type).map(({ id }) => id))],
  })).filter(({ ids }) => ids.length > 0)
  const rows = await Promise.all(wanted.map(({ type, ids }) => query<EdgeRow>(EDGES(type), { ids })))
  return toEdges(rows.flat())
}

const answer =
  (query: Query) =>
  async (step: Step): Promise<StepAnswer> => {
    switch (step.ask) {
      case 'touching': {
        const types = step.types ?? EDGE_TYPES
        return types.length === 0 ? [] : query<EdgeLine>(TOUCHING(types), { ids: [...new Set(step.nodes)] })
      }
      case 'nodes':
        return nodes(query, step.ids)
      case 'edges':
        return edges(query, step.lines)
    }
  }

/** A question in steps, answered in one transaction. */
export const inSteps =
  <Args extends unknown[], Answer>(question: (...args: Args) => Asked<Answer>) =>
  (query: Query, ...args: Args): Promise<Answer> =>
    answeredLater(question(...args), answer(query))
