import { type IncidenceEdge, incidenceOf, wantedOf } from '../../incidence.ts'
import type { Incidence, IncidenceQuery } from '../../port.ts'
import type { Query } from '../connection.ts'
import { toNode } from './rows.ts'

const NODES = `
  UNWIND $kinds AS kind
  MATCH (n:Jiyao {jurisdiction: $jurisdiction, kind: kind}) USING INDEX n:Jiyao(jurisdiction, kind)
  WHERE n.fingerprint IS NOT NULL
  RETURN n.json AS json`

const EDGES = (types: readonly string[]): string => `
  UNWIND $kinds AS kind
  MATCH (a:Jiyao {jurisdiction: $jurisdiction, kind: kind}) USING INDEX a:Jiyao(jurisdiction, kind)
  MATCH (a)-[r:${types.join('|')}]->(b:Jiyao) WHERE r.fingerprint IS NOT NULL
  RETURN type(r) AS type, a.id AS from, b.id AS to, r.role AS role, r.named AS named`

/** From which an edge of these types can run. */
const SOURCES = ['item', 'department', 'district', 'person']

export const incidence = async (query: Query, asked: IncidenceQuery): Promise<Incidence> => {
  const { jurisdiction } = asked
  const { kinds, types } = wantedOf(asked)
  const [nodes, edges] = await Promise.all([
    query<{ json: string }>(NODES, { jurisdiction, kinds: [...kinds] }),
    query<IncidenceEdge>(EDGES(types), { jurisdiction, kinds: SOURCES }),
  ])
  return incidenceOf(asked, nodes.map(toNode), edges)
}
