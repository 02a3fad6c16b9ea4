import { nodeCounts } from '../../node-counts.ts'
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

const toSummary = ({ id, issuer, hash, day, documents, counts, first_day, last_day }: Row): JurisdictionSummary => ({
  id,
  issuer,
  version: { hash, day },
  documents,
  counts: nodeCounts(counts),
  from: first_day,
  to: last_day,
})

export const jurisdictions = (connection: Connection): JurisdictionSummary[] =>
  connection.all<Row>(`SELECT ${COLUMNS} FROM jurisdictions`).map(toSummary).sort(byId)

export const jurisdiction = (connection: Connection, id: string): JurisdictionSummary | null => {
  const row = connection.first<Row>(`SELECT ${COLUMNS} FROM jurisdictions WHERE id = ?`, id)
  return row ? toSummary(row) : null
}
