import type { Denominator } from '../../analysis/attendance-counts.ts'
import type { JurisdictionId } from '../../model/graph.ts'
import { Recent } from '../analysis/recent.ts'
import type { ReadRolls } from './rolls-reader.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Sessions, sessionsOf } from './sheet.ts'

/** Each is a line of one sign for every meeting: a megabyte for a place that has met for ten years. */
const KEPT = 12

export type RowsQuery = {
  jurisdiction: JurisdictionId
  who: 'person' | 'body'
  per: Denominator
  from?: string | undefined
  to?: string | undefined
}

export type ReadRows = ReadRolls & { sessions: Sessions; rows: readonly Row[] }

/** The rows of a jurisdiction in a period, kept for as long as its data version stands. The reader throws `not-found`. */
export const rowsReader = (
  read: (jurisdiction: JurisdictionId) => Promise<ReadRolls>,
): ((query: RowsQuery) => Promise<ReadRows>) => {
  const kept = new Recent<Pick<ReadRows, 'sessions' | 'rows'>>(KEPT)
  return async ({ jurisdiction, who, per, from, to }) => {
    const found = await read(jurisdiction)
    const key = JSON.stringify([jurisdiction, found.version.hash, who, per, from, to])
    const known = kept.get(key)
    if (known) return { ...found, ...known }
    const sessions = sessionsOf(found.rolls, { from: from ?? null, until: to ?? null })
    const { rows } = rowsOf(found.rolls, sessions, who, per, found.succeeds)
    kept.set(key, { sessions, rows })
    return { ...found, sessions, rows }
  }
}
