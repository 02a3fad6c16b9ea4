import type { GraphNode } from '../../../model/graph.ts'
import { bigrams, foldForSearch } from '../../fold.ts'
import { type Fingerprinted, StoreUnavailable } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_LABEL, LABELS } from '../schema.ts'
import { placeWord } from '../search-words.ts'
import { sortKey } from '../sort-key.ts'
import { integer, type Parameters, properties } from '../values.ts'
import { inBatches } from './batches.ts'
import type { Degrees } from './degrees.ts'

const CREATE = `
  UNWIND $rows AS row
  CREATE (n:Jiyao:$(row.label))
  SET n = row.properties, n.degree = row.degree`

// `+=` leaves what others have added to a node, such as a rank that was computed.
const PUT = `
  UNWIND $rows AS row
  MERGE (n:Jiyao {id: row.properties.id})
  REMOVE n${ANY_LABEL}
  SET n:$(row.label), n += row.properties, n.degree = coalesce(n.degree, 0)`

const propertiesOf = ({ value, fingerprint }: Fingerprinted<GraphNode>): Parameters => {
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

export const nodeRow = (node: Fingerprinted<GraphNode>): { label: string; properties: Parameters } => ({
  label: LABELS[node.value.kind],
  properties: propertiesOf(node),
})

/** Into a place of which nothing is stored, so that nothing has to be looked for. Takes their degrees from `degrees`. */
export const createNodes = (
  query: Query,
  nodes: readonly Fingerprinted<GraphNode>[],
  degrees: Degrees,
): Promise<void> =>
  inBatches(nodes, async (batch) => {
    const rows = batch.map((node) => ({ ...nodeRow(node), degree: integer(degrees.take(node.value.id)) }))
    await query(CREATE, { rows })
  })

/** Those that are stored keep their degrees. */
export const putNodes = (query: Query, nodes: readonly Fingerprinted<GraphNode>[]): Promise<void> =>
  inBatches(nodes, async (batch) => void (await query(PUT, { rows: batch.map(nodeRow) })))

const HELD = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id})-[r]-() WHERE n.fingerprint IS NOT NULL
  RETURN id, type(r) AS type, r.fingerprint IS NOT NULL AS ours LIMIT 1`

const DELETE = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id}) USING INDEX n:Jiyao(id) WHERE n.fingerprint IS NOT NULL
  DELETE n`

export const heldByEdge = (id: string, type: string): Error =>
  new Error(`node ${id} cannot be removed: it still has an edge ${type}`)

export const heldByOthers = (id: string, type: string): StoreUnavailable =>
  new StoreUnavailable(
    `${id} cannot be removed from Neo4j: a relationship ${type} that is not Jiyao's ends there; remove that first`,
  )

/** Refuses a node that still has edges, ours or those that other people have drawn to it, which are not ours to remove. */
export const removeNodes = (query: Query, ids: readonly string[]): Promise<void> =>
  inBatches(ids, async (batch) => {
    const [held] = await query<{ id: string; type: string; ours: boolean }>(HELD, { ids: batch })
    if (held?.ours) throw heldByEdge(held.id, held.type)
    if (held) throw heldByOthers(held.id, held.type)
    await query(DELETE, { ids: batch })
  })
