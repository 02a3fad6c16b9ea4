import { hash } from 'node:crypto'
import type { DocumentHead, Origins, RecordedDocument, StoredDocument } from '../../../model/document.ts'
import type { GraphEdge } from '../../../model/graph.ts'
import { byId } from '../../../model/order.ts'
import type { DocumentFormat, MinutesRecord } from '../../../model/record.ts'
import type { Query } from '../connection.ts'
import { eachType } from '../schema.ts'
import { EDGE_COLUMNS, type EdgeRow, toEdges } from './rows.ts'

const HEAD =
  'd.id AS id, d.jurisdiction AS jurisdiction, d.name AS name, d.origin AS origin, d.sha256 AS sha256, d.parser AS parser'
const WHOLE = `${HEAD}, d.format AS format, d.text AS text, d.sourceText AS sourceText, d.origins AS origins, d.record AS record`

type Row = DocumentHead & {
  format: DocumentFormat
  sourceText: string
  text: string
  origins: string
  record: string
}

const toDocument = ({ origins, record, ...rest }: Row): StoredDocument => ({
  ...rest,
  // `commit` wrote both from values of these types, so they are not validated once more.
  origins: JSON.parse(origins) as Origins,
  record: JSON.parse(record) as MinutesRecord,
})

const IN_PLACE =
  "MATCH (d:Jiyao {jurisdiction: $jurisdiction, kind: 'document'}) USING INDEX d:Jiyao(jurisdiction, kind)"

export const document = async (query: Query, id: string): Promise<StoredDocument | null> => {
  const [row] = await query<Row>(`MATCH (d:Jiyao&Document {id: $id}) RETURN ${WHOLE}`, { id })
  return row ? toDocument(row) : null
}

export const documents = async (query: Query, jurisdiction: string): Promise<StoredDocument[]> => {
  const rows = await query<Row>(`${IN_PLACE} RETURN ${WHOLE}`, { jurisdiction })
  return rows.map(toDocument).sort(byId)
}

export const records = async (query: Query, jurisdiction: string): Promise<RecordedDocument[]> => {
  const rows = await query<Omit<Row, 'sourceText' | 'text' | 'origins'>>(
    `${IN_PLACE} RETURN ${HEAD}, d.format AS format, d.record AS record`,
    { jurisdiction },
  )
  return rows
    .map(({ record, ...rest }) => ({
      ...rest,
      record: JSON.parse(record) as MinutesRecord,
      print: hash('sha256', record),
    }))
    .sort(byId)
}

export const documentHeads = async (query: Query): Promise<DocumentHead[]> =>
  (await query<DocumentHead>(`MATCH (d:Jiyao&Document) RETURN ${HEAD}`)).sort(byId)

// An edge is found by the document of its first piece of evidence. `sharedWith` names the documents whose edges
// may have further evidence in this one, such as the web page of a meeting beside its PDF.
const FACTS = `
  MATCH (d:Jiyao&Document {id: $id})
  UNWIND [d.id] + d.sharedWith AS first
  ${eachType(
    'first',
    (type) => `MATCH (:Jiyao)-[r:${type} {document: first}]->(:Jiyao) USING INDEX r:${type}(document) RETURN r`,
  )}
  WITH r WHERE $id IN r.evidenceDocuments
  RETURN ${EDGE_COLUMNS}`

export const documentFacts = async (query: Query, id: string): Promise<GraphEdge[]> =>
  toEdges(await query<EdgeRow>(FACTS, { id }), id)
