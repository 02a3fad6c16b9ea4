import type { NodeKind } from '../../../model/graph.ts'
import { byId } from '../../order.ts'
import type { JurisdictionSummary } from '../../port.ts'
import type { Connection } from '../connection.ts'

type Row = {
  id: string
  issuer: string
  hash: string
  day: string | null
  documents: number
  counts: string
  first_day: string | null
  last_day: string | null
}

const COLUMNS = 'id, issuer, hash, day, documents, counts, first_day, last_day'

const toSummary = (row: Row): JurisdictionSummary => {
  // `commit` wrote it: kinds and how many nodes there are of each, without those that have none.
  const counts = JSON.parse(row.counts) as Partial<Record<NodeKind, number>>
  const count = (kind: NodeKind) => counts[kind] ?? 0
  return {
    id: row.id,
    issuer: row.issuer,
    version: { hash: row.hash, day: row.day },
    documents: row.documents,
    counts: {
      meeting: count('meeting'),
      item: count('item'),
      decision: count('decision'),
      policy: count('policy'),
      department: count('department'),
      district: count('district'),
      person: count('person'),
    },
    from: row.first_day,
    to: row.last_day,
  }
}

export const jurisdictions = (connection: Connection): JurisdictionSummary[] =>
  connection.all<Row>(`SELECT ${COLUMNS} FROM jurisdictions`).map(toSummary).sort(byId)

export const jurisdiction = (connection: Connection, id: string): JurisdictionSummary | null => {
  const row = connection.first<Row>(`SELECT ${COLUMNS} FROM jurisdictions WHERE id = ?`, id)
  return row ? toSummary(row) : null
}
