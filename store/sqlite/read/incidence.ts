import { LEVEL_EDGES, type RollLine, roleIndex, toIncidence, WHO_KINDS, wantsLines } from '../../incidence.ts'
import type { Incidence, IncidenceQuery } from '../../port.ts'
import type { Connection } from '../connection.ts'

type Who = { pk: number } & Incidence['who'][number]
type What = { pk: number } & Incidence['what'][number]

const WHO = `
  SELECT pk, id, json ->> '$.label' AS label, kind, json ->> '$.bodyKind' AS bodyKind
    FROM nodes WHERE jurisdiction = ?1 AND kind IN (SELECT value FROM json_each(?2))`

const WHAT = `
  SELECT pk, id, CASE kind WHEN 'meeting' THEN id ELSE json ->> '$.meeting' END AS meeting, date
    FROM nodes WHERE jurisdiction = ?1 AND kind = ?2`

const DETAIL = `CASE e.type
  WHEN 'ATTENDED' THEN e.json ->> '$.props.role'
  WHEN 'REPRESENTED' THEN CASE
    WHEN e.json ->> '$.props.role' = 'absent' THEN 'absent'
    WHEN e.json ->> '$.props.named' THEN 'named' ELSE 'unnamed' END END`

const PEOPLE = `FROM nodes w CROSS JOIN edges e`
const WHERE = `WHERE w.jurisdiction = ?1 AND w.kind IN (SELECT value FROM json_each(?2)) AND e.type IN (SELECT value FROM json_each(`

// All entries as one text: a row of its own for each of a hundred thousand costs several times as much.
const ENTRIES = `
  SELECT json_group_array(json_array(who, what, type, detail)) AS entries FROM (
    SELECT w.pk AS who, e.to_node AS what, e.type, ${DETAIL} AS detail
      ${PEOPLE} ON e.from_node = w.pk ${WHERE}?3))
    UNION ALL
    SELECT w.pk, e.from_node, e.type, NULL ${PEOPLE} ON e.to_node = w.pk ${WHERE}?4))
    UNION ALL
    SELECT w.pk, d.from_node, e.type, NULL
      ${PEOPLE} ON e.from_node = w.pk CROSS JOIN edges d ON d.to_node = e.to_node AND d.type = 'DECIDED' ${WHERE}?5))
  )`

const LINES = `
  SELECT w.id AS who, t.id AS what, e.type, ${DETAIL} AS detail, e.json ->> '$.props.as' AS seat,
         e.json ->> '$.props.post' AS post,
         (SELECT v."start" FROM evidence v WHERE v.edge = e.pk AND v.position = 0) AS "start"
    ${PEOPLE} ON e.from_node = w.pk CROSS JOIN nodes t ON t.pk = e.to_node ${WHERE}?3))`

const placesOf = (rows: readonly { pk: number }[]): Map<number, number> => new Map(rows.map(({ pk }, at) => [pk, at]))

const withoutKey = <Row extends { pk: number }>({ pk: _pk, ...rest }: Row): Omit<Row, 'pk'> => rest

export const incidence = (connection: Connection, query: IncidenceQuery): Incidence => {
  const { jurisdiction, who, level } = query
  const place = connection.first<{ pk: number }>('SELECT pk FROM jurisdictions WHERE id = ?', jurisdiction)?.pk ?? -1
  const kinds = JSON.stringify(WHO_KINDS[who])
  const rows = connection.all<Who>(WHO, place, kinds)
  const columns = connection.all<What>(WHAT, place, level)
  const { out, in: into, decided } = LEVEL_EDGES[level]
  const types = [out, into, decided].map((list) => JSON.stringify(list))
  const found = connection.first<{ entries: string }>(ENTRIES, place, kinds, ...types)
  // The shape is that of the SQL above.
  const entries = JSON.parse(found?.entries ?? '[]') as [number, number, string, string | null][]
  const [rowOf, columnOf] = [placesOf(rows), placesOf(columns)]
  const raw = {
    who: rows.map(withoutKey),
    what: columns.map(withoutKey),
    entries: entries.map(([row, column, type, detail]) => ({
      row: rowOf.get(row) ?? -1,
      column: columnOf.get(column) ?? -1,
      role: roleIndex(type, detail),
    })),
  }
  const lines = wantsLines(query) ? connection.all<RollLine>(LINES, place, kinds, JSON.stringify(out)) : null
  return toIncidence(raw, lines)
}
