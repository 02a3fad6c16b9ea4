import { type GraphNode, NodeKind } from '../../../model/graph.ts'
import { bigrams, foldForSearch } from '../../fold.ts'
import { type Fingerprinted, StoreUnavailable } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_LABEL, ANY_TYPE, LABELS } from '../schema.ts'
import { placeWord } from '../search-words.ts'
import { sortKey } from '../sort-key.ts'
import { type Parameters, properties } from '../values.ts'
import { inBatches } from './batches.ts'

const CREATE = (kind: NodeKind): string => `
  UNWIND $rows AS row
  CREATE (n:Jiyao:${LABELS[kind]}) SET n = row, n.degree = 0`

// `+=` leaves what others have added to a node, such as a rank that was computed.
const PUT = (kind: NodeKind): string => `
  UNWIND $rows AS row
  MERGE (n:Jiyao {id: row.id})
  REMOVE n${ANY_LABEL}
  SET n:${LABELS[kind]}, n += row, n.degree = coalesce(n.degree, 0)`

const toRow = ({ value, fingerprint }: Fingerprinted<GraphNode>): Parameters => {
  const forms = [...new Set([value.label, ...value.forms].map(foldForSearch))]
  return {
    ...properties(value),
    fingerprint,
    json: JSON.stringify(value),
    sort: sortKey(value.id),
    searchPlace: placeWord(value.jurisdiction),
    searchForms: forms,
    searchWords: forms.map(bigrams),
  }
}

/** `fresh`: nothing of this jurisdiction is stored, so that nothing has to be looked for. */
export const putNodes = async (
  query: Query,
  nodes: readonly Fingerprinted<GraphNode>[],
  fresh: boolean,
): Promise<void> => {
  for (const kind of NodeKind.options)
    await inBatches(
      nodes.filter(({ value }) => value.kind === kind),
      async (batch) => void (await query((fresh ? CREATE : PUT)(kind), { rows: batch.map(toRow) })),
    )
}

const HELD = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id})-[r]-() WHERE n.fingerprint IS NOT NULL
  RETURN id, type(r) AS type, r.fingerprint IS NOT NULL AS ours LIMIT 1`

const DELETE = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id}) USING INDEX n:Jiyao(id) WHERE n.fingerprint IS NOT NULL
  DELETE n`

/** Refuses a node that still has edges, ours or those that other people have drawn to it, which are not ours to remove. */
export const removeNodes = (query: Query, ids: readonly string[]): Promise<void> =>
  inBatches(ids, async (batch) => {
    const [held] = await query<{ id: string; type: string; ours: boolean }>(HELD, { ids: batch })
    if (held?.ours) throw new Error(`node ${held.id} cannot be removed: it still has an edge ${held.type}`)
    if (held)
      throw new StoreUnavailable(
        `${held.id} cannot be removed from Neo4j: a relationship ${held.type} that is not Jiyao's ends there; remove that first`,
      )
    await query(DELETE, { ids: batch })
  })

const DEGREE = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id}) USING INDEX n:Jiyao(id)
  SET n.degree = COUNT { (n)-[r:${ANY_TYPE}]->(:Jiyao) WHERE r.fingerprint IS NOT NULL }
    + COUNT { (n)<-[r:${ANY_TYPE}]-(:Jiyao) WHERE r.fingerprint IS NOT NULL }`

export const updateDegrees = (query: Query, ids: ReadonlySet<string>): Promise<void> =>
  inBatches([...ids], async (batch) => void (await query(DEGREE, { ids: batch })))
