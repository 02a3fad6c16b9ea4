import { byCodeUnits } from '../../../model/order.ts'
import type { GraphWriter } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE } from '../schema.ts'

type Fingerprints = Awaited<ReturnType<GraphWriter['fingerprints']>>
type Row = { id: string; fingerprint: string }

const NODES = `
  MATCH (n:Jiyao {jurisdiction: $id}) USING INDEX n:Jiyao(jurisdiction, kind)
  WHERE n.kind IS NOT NULL AND n.fingerprint IS NOT NULL`

const toMap = (rows: readonly Row[]): Map<string, string> =>
  new Map([...rows].sort((a, b) => byCodeUnits(a.id, b.id)).map((row) => [row.id, row.fingerprint]))

/** In a transaction for writing: takes the lock that a commit of this jurisdiction holds, and changes nothing. */
export const fingerprints = async (query: Query, id: string): Promise<Fingerprints> => {
  await query('MATCH (j:Jiyao&Jurisdiction {id: $id}) SET j.hash = j.hash', { id })
  const [place] = await query<{ hash: string }>('MATCH (j:Jiyao&Jurisdiction {id: $id}) RETURN j.hash AS hash', { id })
  if (!place) return { base: null, nodes: new Map(), edges: new Map() }
  const nodes = await query<Row>(`${NODES} RETURN n.id AS id, n.fingerprint AS fingerprint`, { id })
  const edges = await query<Row>(
    `${NODES} MATCH (n)-[r:${ANY_TYPE}]->(:Jiyao) WHERE r.fingerprint IS NOT NULL AND r.jurisdiction = $id
     RETURN r.id AS id, r.fingerprint AS fingerprint`,
    { id },
  )
  return { base: place.hash, nodes: toMap(nodes), edges: toMap(edges) }
}
