import type { EdgeType, GraphEdge } from '../../../model/graph.ts'
import type { Fingerprinted } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE, eachType, typeInId } from '../schema.ts'
import { integer, type Parameters, properties } from '../values.ts'
import { inBatches } from './batches.ts'
import type { Degrees } from './degrees.ts'

/** A stored edge: `element` is the server's own name of it, the others are ids of ours. */
export type Found = { id: string; type: string; element: string; source: string; target: string }

const FOUND = 'r.id AS id, type(r) AS type, elementId(r) AS element, startNode(r).id AS source, endNode(r).id AS target'

const typed = (type: EdgeType): string => `
  UNWIND $ids AS id
  MATCH (:Jiyao)-[r:${type} {id: id}]->(:Jiyao) USING INDEX r:${type}(id) WHERE r.fingerprint IS NOT NULL
  RETURN ${FOUND}`

const OF_ANY_TYPE = `
  UNWIND $ids AS id
  ${eachType('id', (type) => `MATCH (:Jiyao)-[r:${type} {id: id}]->(:Jiyao) USING INDEX r:${type}(id) RETURN r`)}
  WITH r WHERE r.fingerprint IS NOT NULL
  RETURN ${FOUND}`

const ALL = `
  MATCH (n:Jiyao {jurisdiction: $place}) USING INDEX n:Jiyao(jurisdiction, kind) WHERE n.kind IS NOT NULL
  MATCH (n)-[r:${ANY_TYPE}]->(:Jiyao) WHERE r.fingerprint IS NOT NULL
  RETURN ${FOUND}`

/** All edges of a place. */
export const edgesOf = (query: Query, place: string): Promise<Found[]> => query<Found>(ALL, { place })

/** Above so many, going through a whole place is faster than to look for each. */
const FEW = 5_000

const find = async (query: Query, place: string, ids: readonly string[]): Promise<Found[]> => {
  if (ids.length > FEW) {
    const wanted = new Set(ids)
    return (await edgesOf(query, place)).filter(({ id }) => wanted.has(id))
  }
  const byType = new Map<EdgeType | null, string[]>()
  for (const id of ids) {
    const type = typeInId(id)
    byType.set(type, [...(byType.get(type) ?? []), id])
  }
  const found = await Promise.all(
    [...byType].map(([type, some]) => query<Found>(type ? typed(type) : OF_ANY_TYPE, { ids: some })),
  )
  return found.flat()
}

const DELETE = `
  UNWIND $elements AS element
  MATCH (:Jiyao)-[r]->(:Jiyao) WHERE elementId(r) = element
  DELETE r`

/** Removes those that are stored, and takes them off the degrees of their ends. */
export const removeEdges = async (
  query: Query,
  place: string,
  ids: readonly string[],
  degrees: Degrees,
): Promise<void> => {
  const found = await find(query, place, ids)
  for (const { source, target } of found) degrees.count(source, target, -1)
  await inBatches(found, async (batch) => {
    await query(DELETE, { elements: batch.map(({ element }) => element) })
  })
}

const CREATE = `
  UNWIND $rows AS row
  MATCH (a:Jiyao {id: row.source}) USING INDEX a:Jiyao(id) WHERE a.fingerprint IS NOT NULL
  MATCH (b:Jiyao {id: row.target}) USING INDEX b:Jiyao(id) WHERE b.fingerprint IS NOT NULL
  CREATE (a)-[r:$(row.type)]->(b)
  SET r = row.properties
  RETURN count(r) AS created`

type EdgeRow = { type: EdgeType; source: string; target: string; properties: Parameters }

export const edgeRow = ({ value, fingerprint }: Fingerprinted<GraphEdge>): EdgeRow => {
  const { id, jurisdiction, type, from, to, evidence, ...rest } = value
  const named = typeInId(id)
  if (named !== null && named !== type)
    throw new Error(`the edge ${id} is of the type ${type}, and its id says another`)
  const { props, ...shared } = rest
  return {
    type,
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

export const missing = (id: string | undefined): Error => new Error(`node ${id} is neither stored nor in the change`)

/** Throws with the name of an end that is missing. */
const tellMissing = async (query: Query, ids: readonly string[]): Promise<never> => {
  const known = new Set((await query<{ id: string }>(KNOWN, { ids })).map(({ id }) => id))
  throw missing(ids.find((id) => !known.has(id)))
}

/** Edges that are stored have been removed before. */
export const putEdges = (query: Query, edges: readonly Fingerprinted<GraphEdge>[]): Promise<void> =>
  inBatches(edges, async (batch) => {
    const rows = batch.map(edgeRow)
    const [row] = await query<{ created: number }>(CREATE, { rows })
    if (row?.created !== rows.length)
      await tellMissing(
        query,
        rows.flatMap(({ source, target }) => [source, target]),
      )
  })
