import type { GraphNode, NodeId } from '../../../model/graph.ts'
import { bigrams, foldForSearch } from '../../fold.ts'
import type { Fingerprinted } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { placeWord } from '../place-word.ts'

/** Bytes in the order of UTF-16 code units, as hexadecimal digits. */
const sortKey = (id: string): string => Buffer.from(id, 'utf16le').swap16().toString('hex')

const rowOf = ({ value, fingerprint }: Fingerprinted<GraphNode>) => [
  value.id,
  value.kind,
  'date' in value ? value.date : null,
  value.kind === 'meeting' ? value.ordinal : null,
  fingerprint,
  sortKey(value.id),
  JSON.stringify(value),
]

const PUT = `
  INSERT INTO nodes (id, jurisdiction, kind, date, ordinal, fingerprint, sort, json)
  SELECT value ->> 0, ?2, value ->> 1, value ->> 2, value ->> 3, value ->> 4, unhex(value ->> 5), value ->> 6
    FROM json_each(?1) WHERE true
  ON CONFLICT (id) DO UPDATE SET jurisdiction = excluded.jurisdiction, kind = excluded.kind, date = excluded.date,
    ordinal = excluded.ordinal, fingerprint = excluded.fingerprint, json = excluded.json`

const NAMED = 'SELECT n.pk FROM json_each(?) wanted CROSS JOIN nodes n ON n.id = wanted.value'

const dropForms = (connection: Connection, ids: string): void => {
  connection.run(`DELETE FROM form_index WHERE rowid IN (SELECT pk FROM forms WHERE node IN (${NAMED}))`, ids)
  connection.run(`DELETE FROM forms WHERE node IN (${NAMED})`, ids)
}

const PUT_FORMS = `
  INSERT INTO forms (pk, node, form, folded)
  SELECT f.value ->> 0, n.pk, f.value ->> 2, f.value ->> 3
    FROM json_each(?) f CROSS JOIN nodes n ON n.id = f.value ->> 1`
const PUT_INDEX = `
  INSERT INTO form_index (rowid, place, bigrams) SELECT value ->> 0, ?2, value ->> 4 FROM json_each(?1)`

const putForms = (connection: Connection, place: number, nodes: readonly GraphNode[]): void => {
  // Numbered here, because a form and its entry in the index must have the same number.
  let pk = connection.first<{ last: number }>('SELECT coalesce(max(pk), 0) AS last FROM forms')?.last ?? 0
  const rows = nodes.flatMap(({ id, label, forms }) =>
    [...new Set([label, ...forms])].map((form) => {
      const folded = foldForSearch(form)
      return [++pk, id, form, folded, bigrams(folded)]
    }),
  )
  const json = JSON.stringify(rows)
  connection.run(PUT_FORMS, json)
  connection.run(PUT_INDEX, json, placeWord(place))
}

export const putNodes = (connection: Connection, place: number, nodes: readonly Fingerprinted<GraphNode>[]): void => {
  connection.run(PUT, JSON.stringify(nodes.map(rowOf)), place)
  dropForms(connection, JSON.stringify(nodes.map(({ value }) => value.id)))
  putForms(
    connection,
    place,
    nodes.map(({ value }) => value),
  )
}

/** Those that have an edge left are refused by the file's own references, and so is the whole commit. */
export const removeNodes = (connection: Connection, ids: readonly NodeId[]): void => {
  const json = JSON.stringify(ids)
  dropForms(connection, json)
  connection.run(`DELETE FROM nodes WHERE pk IN (${NAMED})`, json)
}
