import type { Evidence, GraphEdge, GraphNode } from '../../../model/graph.ts'
import { byId } from '../../order.ts'
import type { Connection } from '../connection.ts'

export type NodeRow = { pk: number; json: string }
/** An edge without its evidence; `json` holds what no column has: date, basis and properties. */
export type EdgeRow = {
  pk: number
  id: string
  jurisdiction: string
  type: string
  from: string
  to: string
  json: string
  from_node: number
  to_node: number
}

/** Behind `SELECT`; the table `edges` comes before it under the name `e`. */
export const EDGE_COLUMNS =
  'e.pk, e.id, p.id AS jurisdiction, e.type, f.id AS "from", t.id AS "to", e.json, e.from_node, e.to_node'
export const EDGE_JOINS =
  'CROSS JOIN nodes f ON f.pk = e.from_node CROSS JOIN nodes t ON t.pk = e.to_node CROSS JOIN jurisdictions p ON p.pk = e.jurisdiction'

/** `commit` wrote it from a value of this type, so it is not validated once more. */
export const toNode = (row: { json: string }): GraphNode => JSON.parse(row.json) as GraphNode

export const nodesByPk = (connection: Connection, pks: Iterable<number>): Map<number, GraphNode> => {
  const rows = connection.all<NodeRow>(
    'SELECT n.pk, n.json FROM json_each(?) wanted CROSS JOIN nodes n ON n.pk = wanted.value',
    JSON.stringify([...pks]),
  )
  return new Map(rows.map((row) => [row.pk, toNode(row)]))
}

type EvidenceRow = Evidence & { edge: number }

const evidenceOf = (connection: Connection, edges: readonly EdgeRow[], document: number | null): EvidenceRow[] =>
  connection.all<EvidenceRow>(
    `SELECT e.edge, d.id AS document, e."start", e."end"
       FROM json_each(?1) wanted
       CROSS JOIN evidence e ON e.edge = wanted.value
       CROSS JOIN documents d ON d.pk = e.document
      WHERE ?2 IS NULL OR e.document = ?2
      ORDER BY e.edge, e.position`,
    JSON.stringify(edges.map((edge) => edge.pk)),
    document,
  )

/** Edges with their evidence, sorted by id; with only that in one document when `document` (a key) is given. */
export const toEdges = (connection: Connection, rows: readonly EdgeRow[], document: number | null): GraphEdge[] => {
  const evidence = new Map<number, Evidence[]>()
  for (const { edge, ...place } of evidenceOf(connection, rows, document)) {
    const places = evidence.get(edge)
    if (places) places.push(place)
    else evidence.set(edge, [place])
  }
  return rows
    .map(({ pk, from_node: _from, to_node: _to, json, ...named }) => {
      // `commit` wrote columns and JSON from a value of this type, so it is not validated once more.
      return { ...named, ...JSON.parse(json), evidence: evidence.get(pk) ?? [] } as GraphEdge
    })
    .sort(byId)
}
