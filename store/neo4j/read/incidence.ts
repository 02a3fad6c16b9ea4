import { LEVEL_EDGES, type RollLine, roleIndex, toIncidence, WHO_KINDS, wantsLines } from '../../incidence.ts'
import type { Incidence, IncidenceQuery } from '../../port.ts'
import type { Query } from '../connection.ts'

const WHO = `
  MATCH (n:Jiyao {jurisdiction: $jurisdiction}) USING INDEX n:Jiyao(jurisdiction, kind)
  WHERE n.kind IN $kinds AND n.fingerprint IS NOT NULL
  RETURN n.id AS id, n.label AS label, n.kind AS kind, n.bodyKind AS bodyKind`

const WHAT = `
  MATCH (n:Jiyao {jurisdiction: $jurisdiction, kind: $level}) USING INDEX n:Jiyao(jurisdiction, kind)
  WHERE n.fingerprint IS NOT NULL
  RETURN n.id AS id, CASE n.kind WHEN 'meeting' THEN n.id ELSE n.meeting END AS meeting, toString(n.date) AS date`

const DETAIL = `CASE type(r)
  WHEN 'ATTENDED' THEN r.role
  WHEN 'REPRESENTED' THEN CASE WHEN r.role = 'absent' THEN 'absent' WHEN r.named THEN 'named' ELSE 'unnamed' END END`

/** A list for each of who, type and role: a row of its own for each entry costs several times as much. */
const entriesOf = (pattern: string, detail = 'null'): string => `
  UNWIND range(0, size($who) - 1) AS row
  MATCH (w:Jiyao {id: $who[row]}) USING INDEX w:Jiyao(id)
  MATCH ${pattern}
  WITH row, type(r) AS type, ${detail} AS detail, x.id AS id
  RETURN row, type, detail, collect(id) AS columns`

const decidedBy = (types: readonly string[]): string =>
  `(w)-[r:${types.join('|')}]->(:Jiyao)<-[d:DECIDED]-(x:Jiyao) WHERE r.fingerprint IS NOT NULL AND d.fingerprint IS NOT NULL`

const patterns = (level: IncidenceQuery['level']): string[] => {
  const { out, in: into, decided } = LEVEL_EDGES[level]
  const ours = 'WHERE r.fingerprint IS NOT NULL'
  return [
    ...(out.length ? [entriesOf(`(w)-[r:${out.join('|')}]->(x:Jiyao) ${ours}`, DETAIL)] : []),
    ...(into.length ? [entriesOf(`(w)<-[r:${into.join('|')}]-(x:Jiyao) ${ours}`)] : []),
    ...(decided.length ? [entriesOf(decidedBy(decided))] : []),
  ]
}

const LINES = `
  MATCH (w:Jiyao {jurisdiction: $jurisdiction, kind: 'person'}) USING INDEX w:Jiyao(jurisdiction, kind)
  MATCH (w)-[r:${LEVEL_EDGES.meeting.out.join('|')}]->(x:Jiyao)
  WHERE w.fingerprint IS NOT NULL AND r.fingerprint IS NOT NULL
  RETURN w.id AS who, x.id AS what, type(r) AS type, ${DETAIL} AS detail, r['as'] AS seat, r.post AS post,
    r.evidenceStarts[0] AS start`

type Row = { row: number; type: string; detail: string | null; columns: string[] }

export const incidence = async (query: Query, asked: IncidenceQuery): Promise<Incidence> => {
  const { jurisdiction, who, level } = asked
  const [rows, columns] = await Promise.all([
    query<Incidence['who'][number]>(WHO, { jurisdiction, kinds: WHO_KINDS[who] }),
    query<Incidence['what'][number]>(WHAT, { jurisdiction, level }),
  ])
  const ids = rows.map(({ id }) => id)
  const found = await Promise.all(patterns(level).map((cypher) => query<Row>(cypher, { who: ids })))
  const columnOf = new Map(columns.map(({ id }, at) => [id, at]))
  const entries = found.flat().flatMap(({ row, type, detail, columns: whats }) => {
    const role = roleIndex(type, detail)
    return whats.map((what) => ({ row, column: columnOf.get(what) ?? -1, role }))
  })
  const lines = wantsLines(asked) ? await query<RollLine>(LINES, { jurisdiction }) : null
  return toIncidence({ who: rows, what: columns, entries }, lines)
}
