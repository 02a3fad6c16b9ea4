import { LASTING_KINDS, LASTING_TYPES } from '../../../model/graph.ts'
import { byCodeUnits } from '../../order.ts'
import type { Fingerprints } from '../../port.ts'
import type { Connection } from '../connection.ts'

type Row = { id: string; fingerprint: string }
type Place = { pk: number; hash: string }

const toMap = (...parts: readonly Row[][]): Map<string, string> =>
  new Map(
    parts
      .flat()
      .sort((a, b) => byCodeUnits(a.id, b.id))
      .map((row) => [row.id, row.fingerprint]),
  )

const placeOf = (connection: Connection, jurisdiction: string): Place | undefined =>
  connection.first<Place>('SELECT pk, hash FROM jurisdictions WHERE id = ?', jurisdiction)

const nothing = (): Fingerprints => ({ base: null, nodes: new Map(), edges: new Map() })

export const fingerprints = (connection: Connection, jurisdiction: string): Fingerprints => {
  const place = placeOf(connection, jurisdiction)
  if (!place) return nothing()
  const of = (table: 'nodes' | 'edges') =>
    toMap(connection.all<Row>(`SELECT id, fingerprint FROM ${table} WHERE jurisdiction = ?`, place.pk))
  return { base: place.hash, nodes: of('nodes'), edges: of('edges') }
}

export const meetingPrints = (
  connection: Connection,
  jurisdiction: string,
): { base: string | null; meetings: Map<string, string> } => {
  const place = placeOf(connection, jurisdiction)
  if (!place) return { base: null, meetings: new Map() }
  const rows = connection.all<Row>(
    "SELECT id, fingerprint FROM nodes WHERE jurisdiction = ? AND kind = 'meeting'",
    place.pk,
  )
  return { base: place.hash, meetings: toMap(rows) }
}

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

const LASTING_NODES = `SELECT id, fingerprint FROM nodes WHERE jurisdiction = ? AND kind IN (${listed(LASTING_KINDS)})`

// By the nodes that they begin in: the index of edges by their types is below their nodes.
const LASTING_EDGES = `
  SELECT e.id, e.fingerprint FROM nodes n CROSS JOIN edges e ON e.from_node = n.pk
   WHERE n.jurisdiction = ? AND n.kind IN (${listed([...LASTING_KINDS, 'item'])}) AND e.type IN (${listed(LASTING_TYPES)})`

const OWN = `
  WITH meetings AS MATERIALIZED (
    SELECT n.pk FROM json_each(?1) wanted CROSS JOIN nodes n ON n.id = wanted.value WHERE n.jurisdiction = ?2
  ), items AS MATERIALIZED (
    SELECT e.to_node AS pk FROM meetings m CROSS JOIN edges e ON e.from_node = m.pk AND e.type = 'HAS_ITEM'
  ), own AS MATERIALIZED (
    SELECT pk FROM meetings UNION SELECT pk FROM items
     UNION SELECT e.to_node FROM items i CROSS JOIN edges e ON e.from_node = i.pk AND e.type = 'DECIDED'
  )`
const OWN_NODES = `${OWN} SELECT n.id, n.fingerprint FROM own CROSS JOIN nodes n ON n.pk = own.pk`
const ownEdges = (end: 'from_node' | 'to_node'): string =>
  `${OWN} SELECT e.id, e.fingerprint FROM own CROSS JOIN edges e ON e.${end} = own.pk WHERE e.type NOT IN (${listed(LASTING_TYPES)})`
const [OWN_FROM, OWN_TO] = [ownEdges('from_node'), ownEdges('to_node')]

export const partPrints = (connection: Connection, jurisdiction: string, meetings: readonly string[]): Fingerprints => {
  const place = placeOf(connection, jurisdiction)
  if (!place) return nothing()
  const lasting = (sql: string) => connection.all<Row>(sql, place.pk)
  const own = (sql: string) => connection.all<Row>(sql, JSON.stringify(meetings), place.pk)
  return {
    base: place.hash,
    nodes: toMap(lasting(LASTING_NODES), own(OWN_NODES)),
    edges: toMap(lasting(LASTING_EDGES), own(OWN_FROM), own(OWN_TO)),
  }
}
