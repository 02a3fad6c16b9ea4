import type { GraphEdge } from '../../../model/graph.ts'
import type { PathAnswer, PathQuery } from '../../port.ts'
import { type Reached, shortestPath } from '../../shortest-path.ts'
import type { Connection } from '../connection.ts'
import { nodes as nodesOf } from './nodes.ts'
import { EDGE_COLUMNS, EDGE_JOINS, type EdgeRow, toEdges } from './rows.ts'

type End = { id: string; degree: number; jurisdiction: number }

const END = 'SELECT id, degree, jurisdiction FROM nodes WHERE id = ?'

/** ?2: types as JSON, or null for all. */
const WANTED = '(?2 IS NULL OR e.type IN (SELECT value FROM json_each(?2)))'

// As one text, because a level may hold thousands.
const REACHED = `
  WITH asked AS MATERIALIZED (
    SELECT n.pk, v.key AS place FROM json_each(?1) v CROSS JOIN nodes n ON n.id = v.value
  ), reached AS (
    SELECT other, min(place) AS parent FROM (
      SELECT e.to_node AS other, asked.place FROM asked CROSS JOIN edges e ON e.from_node = asked.pk WHERE ${WANTED}
       UNION ALL
      SELECT e.from_node, asked.place FROM asked CROSS JOIN edges e ON e.to_node = asked.pk WHERE ${WANTED}
    ) GROUP BY other
  )
  SELECT json_group_array(json_array(n.id, n.degree, reached.parent)) AS list
    FROM reached CROSS JOIN nodes n ON n.pk = reached.other`

const reachedFrom = (connection: Connection, ids: readonly string[], types: string | null): Reached[] => {
  const row = connection.first<{ list: string }>(REACHED, JSON.stringify(ids), types)
  // The shape is that of the SQL above.
  const list = JSON.parse(row?.list ?? '[]') as [string, number, number][]
  return list.map(([id, degree, parent]) => ({ id, degree, parent }))
}

const BETWEEN = `
  SELECT ${EDGE_COLUMNS} FROM nodes a CROSS JOIN nodes b CROSS JOIN edges e ON (e.from_node = a.pk AND e.to_node = b.pk) ${EDGE_JOINS}
   WHERE a.id = ?1 AND b.id = ?3 AND ${WANTED}`

const firstBetween = (
  connection: Connection,
  one: string,
  other: string,
  types: string | null,
): GraphEdge | undefined => {
  const rows = [
    ...connection.all<EdgeRow>(BETWEEN, one, types, other),
    ...connection.all<EdgeRow>(BETWEEN, other, types, one),
  ]
  return toEdges(connection, rows, null)[0]
}

export const path = (connection: Connection, { from, to, types, longest }: PathQuery): PathAnswer | null => {
  const [start, goal] = [connection.first<End>(END, from), connection.first<End>(END, to)]
  if (!start || !goal) return null
  if (start.jurisdiction !== goal.jurisdiction) return { found: false, why: 'none' }
  const wanted = types === null ? null : JSON.stringify(types)
  const search = shortestPath(start, goal, longest)
  let step = search.next()
  while (!step.done) step = search.next(reachedFrom(connection, step.value, wanted))
  if (!step.value.found) return step.value
  const { ids } = step.value
  const byId = new Map(nodesOf(connection, ids).map((node) => [node.id, node]))
  return {
    found: true,
    nodes: ids.flatMap((id) => byId.get(id) ?? []),
    edges: ids.slice(1).flatMap((id, at) => firstBetween(connection, ids[at] ?? '', id, wanted) ?? []),
  }
}
