import { EDGE_TYPES, LASTING_KINDS, LASTING_TYPES } from '../../../model/graph.ts'
import { byCodeUnits } from '../../../model/order.ts'
import type { Fingerprints } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE } from '../schema.ts'

type Row = { id: string; fingerprint: string }

const NODES = `
  MATCH (n:Jiyao {jurisdiction: $id}) USING INDEX n:Jiyao(jurisdiction, kind)
  WHERE n.kind IS NOT NULL AND n.fingerprint IS NOT NULL`

const toMap = (rows: readonly Row[]): Map<string, string> =>
  new Map([...rows].sort((a, b) => byCodeUnits(a.id, b.id)).map((row) => [row.id, row.fingerprint]))

/** Takes the lock that a commit of this jurisdiction holds, and changes nothing; `null` where nothing is stored. */
const lockedHash = async (query: Query, id: string): Promise<string | null> => {
  await query('MATCH (j:Jiyao&Jurisdiction {id: $id}) SET j.hash = j.hash', { id })
  const [place] = await query<{ hash: string }>('MATCH (j:Jiyao&Jurisdiction {id: $id}) RETURN j.hash AS hash', { id })
  return place?.hash ?? null
}

const nothing = (): Fingerprints => ({ base: null, nodes: new Map(), edges: new Map() })

/** In a transaction for writing, as the other two. */
export const fingerprints = async (query: Query, id: string): Promise<Fingerprints> => {
  const base = await lockedHash(query, id)
  if (base === null) return nothing()
  const nodes = await query<Row>(`${NODES} RETURN n.id AS id, n.fingerprint AS fingerprint`, { id })
  const edges = await query<Row>(
    `${NODES} MATCH (n)-[r:${ANY_TYPE}]->(:Jiyao) WHERE r.fingerprint IS NOT NULL AND r.jurisdiction = $id
     RETURN r.id AS id, r.fingerprint AS fingerprint`,
    { id },
  )
  return { base, nodes: toMap(nodes), edges: toMap(edges) }
}

const OF_KIND = `
  UNWIND $kinds AS kind
  MATCH (n:Jiyao {jurisdiction: $id, kind: kind}) USING INDEX n:Jiyao(jurisdiction, kind) WHERE n.fingerprint IS NOT NULL`

export const meetingPrints = async (
  query: Query,
  id: string,
): Promise<{ base: string | null; meetings: Map<string, string> }> => {
  const base = await lockedHash(query, id)
  if (base === null) return { base, meetings: new Map() }
  const rows = await query<Row>(`${OF_KIND} RETURN n.id AS id, n.fingerprint AS fingerprint`, {
    id,
    kinds: ['meeting'],
  })
  return { base, meetings: toMap(rows) }
}

const LASTING: ReadonlySet<string> = new Set(LASTING_TYPES)
const OWN_TYPES = EDGE_TYPES.filter((type) => !LASTING.has(type)).join('|')

const OWN = `
  UNWIND $meetings AS wanted
  MATCH (m:Jiyao {id: wanted}) USING INDEX m:Jiyao(id) WHERE m.fingerprint IS NOT NULL AND m.jurisdiction = $id
  CALL (m) {
    RETURN m AS n
    UNION MATCH (m)-[:HAS_ITEM]->(n:Jiyao) RETURN n
    UNION MATCH (m)-[:HAS_ITEM]->(:Jiyao)-[:DECIDED]->(n:Jiyao) RETURN n
  }
  WITH n WHERE n.fingerprint IS NOT NULL`

export const partPrints = async (query: Query, id: string, meetings: readonly string[]): Promise<Fingerprints> => {
  const base = await lockedHash(query, id)
  if (base === null) return nothing()
  const node = 'RETURN n.id AS id, n.fingerprint AS fingerprint'
  const edge = 'r.fingerprint IS NOT NULL AND r.jurisdiction = $id RETURN r.id AS id, r.fingerprint AS fingerprint'
  const tie = `MATCH (n)-[r:${LASTING_TYPES.join('|')}]->(:Jiyao) WHERE ${edge}`
  const [lasting, own, ties, edges] = await Promise.all([
    query<Row>(`${OF_KIND} ${node}`, { id, kinds: LASTING_KINDS }),
    query<Row>(`${OWN} ${node}`, { id, meetings }),
    query<Row>(`${OF_KIND} ${tie}`, { id, kinds: [...LASTING_KINDS, 'item'] }),
    query<Row>(`${OWN} MATCH (n)-[r:${OWN_TYPES}]-(:Jiyao) WHERE ${edge}`, { id, meetings }),
  ])
  return { base, nodes: toMap([...lasting, ...own]), edges: toMap([...ties, ...edges]) }
}
