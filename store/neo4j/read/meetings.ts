import type { MeetingNode } from '../../../model/graph.ts'
import type { MeetingQuery, Page } from '../../port.ts'
import type { Query } from '../connection.ts'
import { date, integer, type Parameters } from '../values.ts'

const ALL = `
  MATCH (n:Jiyao {jurisdiction: $jurisdiction, kind: 'meeting'}) USING INDEX n:Jiyao(jurisdiction, kind)`

const PERIOD = `
  MATCH (n:Jiyao {jurisdiction: $jurisdiction, kind: 'meeting'}) USING INDEX n:Jiyao(jurisdiction, kind, date)
  WHERE n.date >= $from AND n.date <= $to`

// The server puts what has no value first when it sorts downwards; the port wants it last.
const ORDER = 'ORDER BY n.date IS NULL, n.date DESC, n.ordinal IS NULL, n.ordinal DESC, coalesce(n.sort, n.id)'

const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'

export const meetings = async (query: Query, wanted: MeetingQuery): Promise<Page<MeetingNode>> => {
  const { jurisdiction, from, to, limit, offset } = wanted
  const match = from === null && to === null ? ALL : PERIOD
  const values: Parameters = { jurisdiction, from: date(from ?? FIRST_DAY), to: date(to ?? LAST_DAY) }
  const [counted, rows] = await Promise.all([
    query<{ total: number }>(`${match} RETURN count(n) AS total`, values),
    query<{ json: string }>(`${match} WITH n ${ORDER} SKIP $offset LIMIT $limit RETURN n.json AS json`, {
      ...values,
      limit: integer(limit),
      offset: integer(offset),
    }),
  ])
  return {
    total: counted[0]?.total ?? 0,
    // The kind in the query makes it one; `commit` wrote it from a value of this type.
    rows: rows.map((row) => JSON.parse(row.json) as MeetingNode),
  }
}
