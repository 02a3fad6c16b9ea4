import { EDGE_TYPES, type EdgeType, type GraphEdge } from '../../../model/graph.ts'
import type { Fingerprinted } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE, eachType } from '../schema.ts'
import { integer, type Parameters, properties } from '../values.ts'
import { inBatches } from './batches.ts'

type Found = { id: string; element: string; source: string; target: string }

const FOUND = 'r.id AS id, elementId(r) AS element, startNode(r).id AS source, endNode(r).id AS target'

const BY_ID = `
  UNWIND $ids AS id
  ${eachType('id', (type) => `MATCH (:Jiyao)-[r:${type} {id: id}]->(:Jiyao) USING INDEX r:${type}(id) RETURN r`)}
  WITH r WHERE r.fingerprint IS NOT NULL
  RETURN ${FOUND}`

const ALL = `
  MATCH (n:Jiyao {jurisdiction: $place}) USING INDEX n:Jiyao(jurisdiction, kind) WHERE n.kind IS NOT NULL
  MATCH (n)-[r:${ANY_TYPE}]->(:Jiyao) WHERE r.fingerprint IS NOT NULL
  RETURN ${FOUND}`

/** Above so many, going through a whole place is faster: an id may be of any type, and is looked for in the index of each. */
const FEW = 500

const find = async (query: Query, place: string, ids: readonly string[]): Promise<Found[]> => {
  if (ids.length === 0) return []
  if (ids.length <= FEW) return query<Found>(BY_ID, { ids })
  const wanted = new Set(ids)
  return (await query<Found>(ALL, { place })).filter(({ id }) => wanted.has(id))
}

const DELETE = `
  UNWIND $elements AS element
  MATCH (:Jiyao)-[r]->(:Jiyao) WHERE elementId(r) = element
  DELETE r`

/** Removes those that are stored. Adds the ends of what it removes to `touched`. */
export const removeEdges = async (
  query: Query,
  place: string,
  ids: readonly string[],
  touched: Set<string>,
): Promise<void> => {
  const found = await find(query, place, ids)
  for (const { source, target } of found) touched.add(source).add(target)
  await inBatches(found, async (batch) => {
    await query(DELETE, { elements: batch.map(({ element }) => element) })
  })
}

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

/** Edges that are stored have been removed before. Adds all ends to `touched`. */
export const putEdges = async (
  query: Query,
  edges: readonly Fingerprinted<GraphEdge>[],
  touched: Set<string>,
): Promise<void> => {
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
