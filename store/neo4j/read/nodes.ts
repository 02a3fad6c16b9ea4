import type { EdgeType, GraphEdge, GraphNode } from '../../../model/graph.ts'
import { byCodeUnits, byId } from '../../../model/order.ts'
import type { NodeDegree } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE, eachType, typeInId } from '../schema.ts'
import { EDGE_COLUMNS, type EdgeRow, toEdges, toNode } from './rows.ts'

const counted = (pattern: string): string =>
  `COLLECT { MATCH ${pattern} WHERE r.fingerprint IS NOT NULL WITH type(r) AS type, count(*) AS count RETURN {type: type, count: count} }`

const NODE = `
  MATCH (n:Jiyao {id: $id}) WHERE n.fingerprint IS NOT NULL
  RETURN n.json AS json, ${counted(`(n)-[r:${ANY_TYPE}]->(:Jiyao)`)} AS out, ${counted(`(n)<-[r:${ANY_TYPE}]-(:Jiyao)`)} AS into`

type Count = { type: EdgeType; count: number }

const degrees = (counts: readonly Count[], direction: NodeDegree['direction']): NodeDegree[] =>
  counts.map(({ type, count }) => ({ type, direction, count })).sort((a, b) => byCodeUnits(a.type, b.type))

export const node = async (query: Query, id: string): Promise<{ node: GraphNode; degrees: NodeDegree[] } | null> => {
  const [found] = await query<{ json: string; out: Count[]; into: Count[] }>(NODE, { id })
  return found ? { node: toNode(found), degrees: [...degrees(found.out, 'out'), ...degrees(found.into, 'in')] } : null
}

const NODES = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id}) USING INDEX n:Jiyao(id) WHERE n.fingerprint IS NOT NULL
  RETURN n.json AS json`

export const nodes = async (query: Query, ids: readonly string[]): Promise<GraphNode[]> =>
  (await query<{ json: string }>(NODES, { ids: [...new Set(ids)] })).map(toNode).sort(byId)

const COLUMNS = `${EDGE_COLUMNS}, a.json AS sourceJson, b.json AS targetJson`

const typedEdge = (type: EdgeType): string => `
  MATCH (a:Jiyao)-[r:${type} {id: $id}]->(b:Jiyao) USING INDEX r:${type}(id) WHERE r.fingerprint IS NOT NULL
  RETURN ${COLUMNS}`

const EDGE_OF_ANY_TYPE = `
  WITH $id AS id
  ${eachType('id', (type) => `MATCH (a:Jiyao)-[r:${type} {id: id}]->(b:Jiyao) USING INDEX r:${type}(id) RETURN a, r, b`)}
  WITH a, r, b WHERE r.fingerprint IS NOT NULL
  RETURN ${COLUMNS}`

export const edge = async (
  query: Query,
  id: string,
): Promise<{ edge: GraphEdge; from: GraphNode; to: GraphNode } | null> => {
  const type = typeInId(id)
  const cypher = type ? typedEdge(type) : EDGE_OF_ANY_TYPE
  const [row] = await query<EdgeRow & { sourceJson: string; targetJson: string }>(cypher, { id })
  const [found] = row ? toEdges([row]) : []
  return row && found
    ? { edge: found, from: toNode({ json: row.sourceJson }), to: toNode({ json: row.targetJson }) }
    : null
}
