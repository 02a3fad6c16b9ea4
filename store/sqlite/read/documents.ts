import { hash } from 'node:crypto'
import type { DocumentHead, Origins, RecordedDocument, StoredDocument } from '../../../model/document.ts'
import type { GraphEdge } from '../../../model/graph.ts'
import type { DocumentFormat, MinutesRecord } from '../../../model/record.ts'
import { byId } from '../../order.ts'
import type { Connection } from '../connection.ts'
import { EDGE_COLUMNS, EDGE_JOINS, type EdgeRow, toEdges } from './rows.ts'

const HEAD = 'd.id, j.id AS jurisdiction, d.name, d.origin, d.sha256, d.parser'
const JOINED = 'documents d JOIN jurisdictions j ON j.pk = d.jurisdiction'
const WHOLE = `SELECT ${HEAD}, d.format, d.source_text, d.text, d.origins, d.record FROM ${JOINED}`

type Row = DocumentHead & {
  format: DocumentFormat
  source_text: string
  text: string
  origins: string
  record: string
}

const toDocument = ({ source_text, origins, record, ...rest }: Row): StoredDocument => ({
  ...rest,
  sourceText: source_text,
  // `commit` wrote both from values of these types, so they are not validated once more.
  origins: JSON.parse(origins) as Origins,
  record: JSON.parse(record) as MinutesRecord,
})

export const document = (connection: Connection, id: string): StoredDocument | null => {
  const row = connection.first<Row>(`${WHOLE} WHERE d.id = ?`, id)
  return row ? toDocument(row) : null
}

export const documents = (connection: Connection, jurisdiction: string): StoredDocument[] =>
  connection.all<Row>(`${WHOLE} WHERE j.id = ?`, jurisdiction).map(toDocument).sort(byId)

type RecordRow = Omit<Row, 'source_text' | 'text' | 'origins' | 'record'> & { record: ArrayBuffer }

/** As bytes, and one after the other: each text is made for its parsing alone, and its hash asks for none. */
export const records = (connection: Connection, jurisdiction: string): RecordedDocument[] => {
  const found: RecordedDocument[] = []
  const columns = `${HEAD}, d.format, CAST(d.record AS BLOB) AS record`
  for (const row of connection.each<RecordRow>(`SELECT ${columns} FROM ${JOINED} WHERE j.id = ?`, jurisdiction)) {
    const bytes = Buffer.from(row.record)
    found.push({ ...row, record: JSON.parse(bytes.toString()) as MinutesRecord, print: hash('sha256', bytes) })
  }
  return found.sort(byId)
}

export const documentHeads = (connection: Connection): DocumentHead[] =>
  connection.all<DocumentHead>(`SELECT ${HEAD} FROM ${JOINED}`).sort(byId)

export const documentFacts = (connection: Connection, id: string): GraphEdge[] => {
  const document = connection.first<{ pk: number }>('SELECT pk FROM documents WHERE id = ?', id)
  if (!document) return []
  const rows = connection.all<EdgeRow>(
    `SELECT ${EDGE_COLUMNS}
       FROM (SELECT DISTINCT edge FROM evidence WHERE document = ?) found
       CROSS JOIN edges e ON e.pk = found.edge ${EDGE_JOINS}`,
    document.pk,
  )
  return toEdges(connection, rows, document.pk)
}
