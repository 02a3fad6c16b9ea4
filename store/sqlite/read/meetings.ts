import type { MeetingNode } from '../../../model/graph.ts'
import type { MeetingQuery, Page } from '../../port.ts'
import type { Connection } from '../connection.ts'

// A day is compared as text, `YYYY-MM-DD`. DESC puts those without one last, as the port asks.
const WANTED = `
  FROM nodes
  WHERE jurisdiction = (SELECT pk FROM jurisdictions WHERE id = ?1) AND kind = 'meeting'
    AND (?2 IS NULL OR date >= ?2) AND (?3 IS NULL OR date <= ?3)`

export const meetings = (connection: Connection, query: MeetingQuery): Page<MeetingNode> => {
  const values = [query.jurisdiction, query.from, query.to]
  const rows = connection.all<{ json: string }>(
    `SELECT json ${WANTED} ORDER BY date DESC, ordinal DESC, sort LIMIT ?4 OFFSET ?5`,
    ...values,
    query.limit,
    query.offset,
  )
  return {
    total: connection.first<{ total: number }>(`SELECT count(*) AS total ${WANTED}`, ...values)?.total ?? 0,
    // The kind in the query makes it one; `commit` wrote it from a value of this type.
    rows: rows.map((row) => JSON.parse(row.json) as MeetingNode),
  }
}
