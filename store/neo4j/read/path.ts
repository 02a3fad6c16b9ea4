import type { EdgeType, GraphEdge } from '../../../model/graph.ts'
import type { PathAnswer, PathQuery } from '../../port.ts'
import { type Reached, shortestPath } from '../../shortest-path.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE } from '../schema.ts'
import { nodes as nodesOf } from './nodes.ts'
import { EDGE_COLUMNS, type EdgeRow, toEdges } from './rows.ts'

type End = { id: string; degree: number; jurisdiction: string }

const END = `
  MATCH (n:Jiyao {id: $id}) WHERE n.fingerprint IS NOT NULL
  RETURN n.id AS id, n.degree AS degree, n.jurisdiction AS jurisdiction`

const WANTED = 'r.fingerprint IS NOT NULL AND ($types IS NULL OR type(r) IN $types)'

// As one row, because a level may hold thousands.
const REACHED = `
  UNWIND range(0, size($ids) - 1) AS place
  MATCH (n:Jiyao {id: $ids[place]}) USING INDEX n:Jiyao(id)
  MATCH (n)-[r:${ANY_TYPE}]-(m:Jiyao) WHERE ${WANTED}
  WITH m, min(place) AS parent
  RETURN collect(m.id) AS ids, collect(m.degree) AS degrees, collect(parent) AS parents`

const reachedFrom = async (
  query: Query,
  ids: readonly string[],
  types: readonly string[] | null,
): Promise<Reached[]> => {
  const [row] = await query<{ ids: string[]; degrees: number[]; parents: number[] }>(REACHED, { ids, types })
  return (row?.ids ?? []).map((id, at) => ({ id, degree: row?.degrees[at] ?? 0, parent: row?.parents[at] ?? 0 }))
}

const STEPS = `
  UNWIND range(0, size($ids) - 2) AS step
  MATCH (a:Jiyao {id: $ids[step]}) USING INDEX a:Jiyao(id)
  MATCH (b:Jiyao {id: $ids[step + 1]}) USING INDEX b:Jiyao(id)
  MATCH (a)-[r:${ANY_TYPE}]-(b) WHERE ${WANTED}
  RETURN step, ${EDGE_COLUMNS}`

/** Between each node and the next the edge whose id comes first. */
const edgesAlong = async (
  query: Query,
  ids: readonly string[],
  types: readonly EdgeType[] | null,
): Promise<GraphEdge[]> => {
  if (ids.length < 2) return []
  const rows = await query<EdgeRow & { step: number }>(STEPS, { ids, types })
  return ids.slice(1).flatMap((_, at) => toEdges(rows.filter(({ step }) => step === at))[0] ?? [])
}

export const path = async (query: Query, { from, to, types, longest }: PathQuery): Promise<PathAnswer | null> => {
  const [[start], [goal]] = await Promise.all([query<End>(END, { id: from }), query<End>(END, { id: to })])
  if (!start || !goal) return null
  if (start.jurisdiction !== goal.jurisdiction) return { found: false, why: 'none' }
  const search = shortestPath(start, goal, longest)
  let step = search.next()
  while (!step.done) step = search.next(await reachedFrom(query, step.value, types))
  if (!step.value.found) return step.value
  const { ids } = step.value
  const [found, edges] = await Promise.all([nodesOf(query, ids), edgesAlong(query, ids, types)])
  const byId = new Map(found.map((node) => [node.id, node]))
  return { found: true, nodes: ids.flatMap((id) => byId.get(id) ?? []), edges }
}
