import type { EdgeId, GraphEdge } from '../../../model/graph.ts'
import type { Fingerprinted } from '../../port.ts'
import type { Connection } from '../connection.ts'

const rowOf = ({ value: { id, type, from, to, date, basis, props }, fingerprint }: Fingerprinted<GraphEdge>) => [
  id,
  type,
  from,
  to,
  fingerprint,
  JSON.stringify({ date, basis, props }),
  date,
]

const evidenceOf = ({ value: { id, evidence } }: Fingerprinted<GraphEdge>) =>
  evidence.map(({ document, start, end }, position) => [id, position, document, start, end])

const PUT = `
  INSERT INTO edges (id, jurisdiction, type, from_node, to_node, fingerprint, json, date)
  SELECT v.value ->> 0, ?2, v.value ->> 1, f.pk, t.pk, v.value ->> 4, v.value ->> 5, v.value ->> 6
    FROM json_each(?1) v CROSS JOIN nodes f ON f.id = v.value ->> 2 CROSS JOIN nodes t ON t.id = v.value ->> 3
   WHERE true
  ON CONFLICT (id) DO UPDATE SET jurisdiction = excluded.jurisdiction, type = excluded.type,
    from_node = excluded.from_node, to_node = excluded.to_node, fingerprint = excluded.fingerprint, json = excluded.json,
    date = excluded.date`

const NAMED = 'SELECT e.pk FROM json_each(?) wanted CROSS JOIN edges e ON e.id = wanted.value'

const PUT_EVIDENCE = `
  INSERT INTO evidence (edge, position, document, "start", "end")
  SELECT e.pk, v.value ->> 1, d.pk, v.value ->> 3, v.value ->> 4
    FROM json_each(?) v CROSS JOIN edges e ON e.id = v.value ->> 0 CROSS JOIN documents d ON d.id = v.value ->> 2`

/** A join would pass over an edge whose end is missing. */
const demand = (connection: Connection, table: 'nodes' | 'documents', ids: Iterable<string>): void => {
  const missing = connection.first<{ id: string }>(
    `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM ${table} known WHERE known.id = value) LIMIT 1`,
    JSON.stringify([...new Set(ids)]),
  )
  if (missing) throw new Error(`an edge names ${missing.id}, which is neither stored nor in the change`)
}

/** Ends of edges, whose degree is to be counted again. */
const touch = (connection: Connection, ids: string): void => {
  const ends = (end: 'from_node' | 'to_node') =>
    `SELECT e.${end} FROM json_each(?1) wanted CROSS JOIN edges e ON e.id = wanted.value`
  connection.run(`INSERT OR IGNORE INTO temp.touched ${ends('from_node')} UNION ${ends('to_node')}`, ids)
}

export const putEdges = (connection: Connection, place: number, edges: readonly Fingerprinted<GraphEdge>[]): void => {
  const ids = JSON.stringify(edges.map(({ value }) => value.id))
  const evidence = edges.flatMap(evidenceOf)
  demand(
    connection,
    'nodes',
    edges.flatMap(({ value }) => [value.from, value.to]),
  )
  demand(
    connection,
    'documents',
    edges.flatMap(({ value }) => value.evidence.map(({ document }) => document)),
  )
  touch(connection, ids)
  connection.run(PUT, JSON.stringify(edges.map(rowOf)), place)
  touch(connection, ids)
  connection.run(`DELETE FROM evidence WHERE edge IN (${NAMED})`, ids)
  connection.run(PUT_EVIDENCE, JSON.stringify(evidence))
}

export const removeEdges = (connection: Connection, edges: readonly EdgeId[]): void => {
  const ids = JSON.stringify(edges)
  touch(connection, ids)
  connection.run(`DELETE FROM edges WHERE pk IN (${NAMED})`, ids)
}
