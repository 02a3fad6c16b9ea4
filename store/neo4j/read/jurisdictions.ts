import { byId } from '../../../model/order.ts'
import { nodeCounts } from '../../node-counts.ts'
import type { JurisdictionSummary } from '../../port.ts'
import type { Query } from '../connection.ts'

type Row = {
  id: string
  issuer: string
  hash: string
  day: string | null
  documents: number
  counts: string
  from: string | null
  to: string | null
}

const COLUMNS = `j.id AS id, j.issuer AS issuer, j.hash AS hash, toString(j.day) AS day, j.documents AS documents, j.counts AS counts,
  toString(j.firstDay) AS from, toString(j.lastDay) AS to`

const toSummary = ({ id, issuer, hash, day, documents, counts, from, to }: Row): JurisdictionSummary => ({
  id,
  issuer,
  version: { hash, day },
  documents,
  counts: nodeCounts(counts),
  from,
  to,
})

export const jurisdictions = async (query: Query): Promise<JurisdictionSummary[]> =>
  (await query<Row>(`MATCH (j:Jiyao&Jurisdiction) RETURN ${COLUMNS}`)).map(toSummary).sort(byId)

export const jurisdiction = async (query: Query, id: string): Promise<JurisdictionSummary | null> => {
  const [row] = await query<Row>(`MATCH (j:Jiyao&Jurisdiction {id: $id}) RETURN ${COLUMNS}`, { id })
  return row ? toSummary(row) : null
}
