import { type IncidenceEdge, incidenceOf, wantedOf } from '../../incidence.ts'
import type { Incidence, IncidenceQuery } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { type NodeRow, toNode } from './rows.ts'

const NODES = `
  SELECT n.pk, n.json FROM nodes n
   WHERE n.jurisdiction = (SELECT pk FROM jurisdictions WHERE id = ?1)
     AND n.kind IN (SELECT value FROM json_each(?2))`

const EDGES = `
  SELECT e.type, f.id AS "from", t.id AS "to",
         json_extract(e.json, '$.props.role') AS role, json_extract(e.json, '$.props.named') AS named
    FROM edges e CROSS JOIN nodes f ON f.pk = e.from_node CROSS JOIN nodes t ON t.pk = e.to_node
   WHERE e.jurisdiction = (SELECT pk FROM jurisdictions WHERE id = ?1)
     AND e.type IN (SELECT value FROM json_each(?2))`

type EdgeRow = Omit<IncidenceEdge, 'named'> & { named: 0 | 1 | null }

export const incidence = (connection: Connection, query: IncidenceQuery): Incidence => {
  const { kinds, types } = wantedOf(query)
  const nodes = connection.all<NodeRow>(NODES, query.jurisdiction, JSON.stringify(kinds)).map(toNode)
  const edges = connection
    .all<EdgeRow>(EDGES, query.jurisdiction, JSON.stringify(types))
    .map(({ named, ...edge }) => ({ ...edge, named: named === null ? null : named === 1 }))
  return incidenceOf(query, nodes, edges)
}
