import { NodeKind } from '../../../model/graph.ts'
import { countsOf, type NeighbourCount } from '../../neighbour-counts.ts'
import { kindRank } from '../../order.ts'
import type { Neighbours, NeighboursQuery } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { EDGE_COLUMNS, EDGE_JOINS, type EdgeRow, type NodeRow, toEdges, toNode } from './rows.ts'

const KIND_RANK = `CASE n.kind ${NodeKind.options.map((kind) => `WHEN '${kind}' THEN ${kindRank(kind)}`).join(' ')} END`

const EDGE_WANTED = `
  e.from_node <> e.to_node AND (?2 IS NULL OR e.type IN (SELECT value FROM json_each(?2)))
  AND (?3 IS NULL OR e.date >= ?3) AND (?4 IS NULL OR e.date <= ?4)`

const ENDS = `
  SELECT e.to_node AS other, e.type, e.date FROM edges e WHERE e.from_node = ?1 AND ${EDGE_WANTED}
   UNION ALL
  SELECT e.from_node, e.type, e.date FROM edges e WHERE e.to_node = ?1 AND ${EDGE_WANTED}`

const KIND_WANTED = '(?5 IS NULL OR n.kind IN (SELECT value FROM json_each(?5)))'

const PAGE = `
  WITH ends AS (${ENDS}), hits AS MATERIALIZED (SELECT other, count(*) AS edges, max(date) AS latest FROM ends GROUP BY other)
  SELECT n.pk, n.json FROM hits CROSS JOIN nodes n ON n.pk = hits.other WHERE ${KIND_WANTED}
   ORDER BY hits.edges DESC, hits.latest DESC, ${KIND_RANK}, n.degree DESC, n.sort LIMIT ?6 OFFSET ?7`

const COUNTS = `
  WITH hits AS MATERIALIZED (SELECT DISTINCT other, type FROM (${ENDS}))
  SELECT n.kind, hits.type, count(*) AS count FROM hits CROSS JOIN nodes n ON n.pk = hits.other GROUP BY n.kind, hits.type
   UNION ALL
  SELECT n.kind, NULL, count(*)
    FROM (SELECT DISTINCT other FROM hits) found CROSS JOIN nodes n ON n.pk = found.other GROUP BY n.kind`

// A scan of the node's own edges: a few thousand at most, of which only those of the page are made into edges.
const EDGES = `
  WITH shown AS MATERIALIZED (SELECT value AS pk FROM json_each(?5)),
  found AS MATERIALIZED (
    SELECT e.pk, e.to_node AS other FROM edges e WHERE e.from_node = ?1 AND ${EDGE_WANTED} AND e.to_node IN (SELECT pk FROM shown)
     UNION ALL
    SELECT e.pk, e.from_node FROM edges e WHERE e.to_node = ?1 AND ${EDGE_WANTED} AND e.from_node IN (SELECT pk FROM shown)
  )
  SELECT ${EDGE_COLUMNS} FROM found CROSS JOIN edges e ON e.pk = found.pk ${EDGE_JOINS}`

export const neighbours = (connection: Connection, query: NeighboursQuery): Neighbours | null => {
  const own = connection.first<NodeRow>('SELECT pk, json FROM nodes WHERE id = ?', query.node)
  if (!own) return null
  const json = (list: readonly string[] | null) => (list === null ? null : JSON.stringify(list))
  const wanted = [own.pk, json(query.types), query.from, query.to] as const
  const rows = connection.all<NodeRow>(PAGE, ...wanted, json(query.kinds), query.limit, query.offset)
  const shown = JSON.stringify(rows.map(({ pk }) => pk))
  return {
    node: toNode(own),
    nodes: rows.map(toNode),
    edges: toEdges(connection, connection.all<EdgeRow>(EDGES, ...wanted, shown), null),
    ...countsOf(connection.all<NeighbourCount>(COUNTS, ...wanted), query),
  }
}
