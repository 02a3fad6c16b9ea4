import { EDGE_TYPES, type EdgeType, type GraphEdge } from '../../../model/graph.ts'
import type { Fingerprinted } from '../../port.ts'
import type { Query } from '../connection.ts'
import { eachType } from '../schema.ts'
import { integer, type Parameters, properties } from '../values.ts'
import { inBatches } from './batches.ts'

const DELETE = `
  UNWIND $ids AS id
  ${eachType('id', (type) => `MATCH (a:Jiyao)-[r:${type} {id: id}]->(b:Jiyao) USING INDEX r:${type}(id) RETURN a, r, b`)}
  WITH a, r, b WHERE r.fingerprint IS NOT NULL
  WITH a.id AS source, b.id AS target, r
  DELETE r
  RETURN DISTINCT source, target`

/** Adds the ends of what it removes to `touched`. */
export const removeEdges = (query: Query, ids: readonly string[], touched: Set<string>): Promise<void> =>
  inBatches(ids, async (batch) => {
    for (const { source, target } of await query<{ source: string; target: string }>(DELETE, { ids: batch }))
      touched.add(source).add(target)
  })

const CREATE = (type: EdgeType): string => `
  UNWIND $rows AS row
  MATCH (a:Jiyao {id: row.source}) USING INDEX a:Jiyao(id) WHERE a.fingerprint IS NOT NULL
  MATCH (b:Jiyao {id: row.target}) USING INDEX b:Jiyao(id) WHERE b.fingerprint IS NOT NULL
  CREATE (a)-[r:${type}]->(b)
  SET r = row.properties
  RETURN count(r) AS created`

const toRow = ({ value, fingerprint }: Fingerprinted<GraphEdge>): Parameters & { source: string; target: string } => {
  const { id, jurisdiction, type: _type, from, to, evidence, ...rest } = value
  const { props, ...shared } = rest
  return {
    source: from,
    target: to,
    properties: {
      ...properties({ id, jurisdiction, ...shared, ...props }),
      fingerprint,
      json: JSON.stringify(rest),
      document: evidence[0]?.document ?? null,
      evidenceDocuments: evidence.map(({ document }) => document),
      evidenceStarts: evidence.map(({ start }) => integer(start)),
      evidenceEnds: evidence.map(({ end }) => integer(end)),
    },
  }
}

const KNOWN = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id}) WHERE n.fingerprint IS NOT NULL
  RETURN n.id AS id`

/** Throws with the name of an end that is missing. */
const tellMissing = async (query: Query, ids: readonly string[]): Promise<never> => {
  const known = new Set((await query<{ id: string }>(KNOWN, { ids })).map(({ id }) => id))
  throw new Error(`node ${ids.find((id) => !known.has(id))} is neither stored nor in the change`)
}

/**
 * An edge is never changed: the former one goes and a new one comes, which may have other ends. `fresh`: nothing of this
 * jurisdiction is stored, so that nothing has to be looked for. Adds all ends to `touched`.
 */
export const putEdges = async (
  query: Query,
  edges: readonly Fingerprinted<GraphEdge>[],
  fresh: boolean,
  touched: Set<string>,
): Promise<void> => {
  if (!fresh)
    await removeEdges(
      query,
      edges.map(({ value }) => value.id),
      touched,
    )
  for (const { value } of edges) touched.add(value.from).add(value.to)
  for (const type of EDGE_TYPES)
    await inBatches(
      edges.filter(({ value }) => value.type === type),
      async (batch) => {
        const rows = batch.map(toRow)
        const [row] = await query<{ created: number }>(CREATE(type), { rows })
        if (row?.created !== rows.length)
          await tellMissing(
            query,
            rows.flatMap(({ source, target }) => [source, target]),
          )
      },
    )
}
