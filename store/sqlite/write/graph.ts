import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { bigrams, foldForSearch } from '../../fold.ts'
import type { Change, Fingerprinted } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { placeWord } from '../place-word.ts'

/** Bytes in the order of UTF-16 code units. */
const sortKey = (id: string): Buffer => Buffer.from(id, 'utf16le').swap16()

const dropForms = (connection: Connection, node: number): void => {
  connection.run('DELETE FROM form_index WHERE rowid IN (SELECT pk FROM forms WHERE node = ?)', node)
  connection.run('DELETE FROM forms WHERE node = ?', node)
}

const putForms = (connection: Connection, place: number, pk: number, node: GraphNode): void => {
  dropForms(connection, pk)
  for (const form of new Set([node.label, ...node.forms])) {
    const folded = foldForSearch(form)
    connection.run('INSERT INTO forms (node, form, folded) VALUES (?, ?, ?)', pk, form, folded)
    connection.run(
      'INSERT INTO form_index (rowid, place, bigrams) VALUES (last_insert_rowid(), ?, ?)',
      placeWord(place),
      bigrams(folded),
    )
  }
}

const dated = (node: GraphNode): { date: string | null; ordinal: number | null } => ({
  date: 'date' in node ? node.date : null,
  ordinal: node.kind === 'meeting' ? node.ordinal : null,
})

const PUT_NODE = `
  INSERT INTO nodes (id, jurisdiction, kind, date, ordinal, fingerprint, sort, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET jurisdiction = excluded.jurisdiction, kind = excluded.kind, date = excluded.date,
    ordinal = excluded.ordinal, fingerprint = excluded.fingerprint, json = excluded.json`

const PK = { node: 'SELECT pk FROM nodes WHERE id = ?', edge: 'SELECT pk FROM edges WHERE id = ?' }

const pkOf = (connection: Connection, what: 'node' | 'edge', id: string): number | undefined =>
  connection.first<{ pk: number }>(PK[what], id)?.pk

const known = (pk: number | undefined, what: string, id: string): number => {
  if (pk === undefined) throw new Error(`${what} ${id} is neither stored nor in the change`)
  return pk
}

const putNode = (connection: Connection, place: number, { value, fingerprint }: Fingerprinted<GraphNode>): void => {
  const { date, ordinal } = dated(value)
  connection.run(
    PUT_NODE,
    value.id,
    place,
    value.kind,
    date,
    ordinal,
    fingerprint,
    sortKey(value.id),
    JSON.stringify(value),
  )
  putForms(connection, place, known(pkOf(connection, 'node', value.id), 'node', value.id), value)
}

const removeNode = (connection: Connection, id: string): void => {
  const pk = pkOf(connection, 'node', id)
  if (pk === undefined) return
  dropForms(connection, pk)
  connection.run('DELETE FROM nodes WHERE pk = ?', pk)
}

const PUT_EDGE = `
  INSERT INTO edges (id, jurisdiction, type, from_node, to_node, fingerprint, json) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET jurisdiction = excluded.jurisdiction, type = excluded.type,
    from_node = excluded.from_node, to_node = excluded.to_node, fingerprint = excluded.fingerprint, json = excluded.json`

type Ends = { from_node: number; to_node: number }

const endsOf = (connection: Connection, id: string): Ends | undefined =>
  connection.first<Ends>('SELECT from_node, to_node FROM edges WHERE id = ?', id)

const putEdge = (connection: Connection, place: number, { value, fingerprint }: Fingerprinted<GraphEdge>): Ends => {
  const { evidence, ...rest } = value
  const from = known(pkOf(connection, 'node', value.from), 'node', value.from)
  const to = known(pkOf(connection, 'node', value.to), 'node', value.to)
  connection.run(PUT_EDGE, value.id, place, value.type, from, to, fingerprint, JSON.stringify(rest))
  const pk = known(pkOf(connection, 'edge', value.id), 'edge', value.id)
  connection.run('DELETE FROM evidence WHERE edge = ?', pk)
  evidence.forEach((place, position) => {
    const document = connection.first<{ pk: number }>('SELECT pk FROM documents WHERE id = ?', place.document)?.pk
    connection.run(
      'INSERT INTO evidence (edge, position, document, "start", "end") VALUES (?, ?, ?, ?, ?)',
      pk,
      position,
      known(document, 'document', place.document),
      place.start,
      place.end,
    )
  })
  return { from_node: from, to_node: to }
}

const DEGREE = `
  UPDATE nodes SET degree =
    (SELECT count(*) FROM edges WHERE from_node = nodes.pk) + (SELECT count(*) FROM edges WHERE to_node = nodes.pk)
  WHERE pk IN (SELECT value FROM json_each(?))`

/** Edges go before the nodes that they end in, and come after them; so no reference ever hangs in the air. */
export const writeGraph = (connection: Connection, place: number, { nodes, edges }: Change): void => {
  const touched = new Set<number>()
  const touch = (ends: Ends | undefined) => {
    if (ends) touched.add(ends.from_node).add(ends.to_node)
  }
  for (const id of edges.remove) {
    touch(endsOf(connection, id))
    connection.run('DELETE FROM edges WHERE id = ?', id)
  }
  for (const node of nodes.put) putNode(connection, place, node)
  for (const edge of edges.put) {
    touch(endsOf(connection, edge.value.id))
    touch(putEdge(connection, place, edge))
  }
  for (const id of nodes.remove) removeNode(connection, id)
  connection.run(DEGREE, JSON.stringify([...touched]))
}
