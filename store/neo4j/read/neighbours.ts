import { NodeKind } from '../../../model/graph.ts'
import { countsOf, type NeighbourCount } from '../../neighbour-counts.ts'
import { kindRank } from '../../order.ts'
import type { Neighbours, NeighboursQuery } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE } from '../schema.ts'
import { date, integer } from '../values.ts'
import { EDGE_LIST, type EdgeRow, toEdges, toNode } from './rows.ts'

const KIND_RANK = `CASE m.kind ${NodeKind.options.map((kind) => `WHEN '${kind}' THEN ${kindRank(kind)}`).join(' ')} END`

const WANTED = `r.fingerprint IS NOT NULL AND m <> n AND ($types IS NULL OR type(r) IN $types)
  AND ($from IS NULL OR r.date >= $from) AND ($to IS NULL OR r.date <= $to)`

const HITS = `
  MATCH (n:Jiyao {id: $id})-[r:${ANY_TYPE}]-(m:Jiyao)
  WHERE ${WANTED}`

// The server puts what has no value first when it sorts downwards; the port wants it last.
const PAGE = `
  ${HITS} AND ($kinds IS NULL OR m.kind IN $kinds)
  WITH m, collect(r) AS rs, count(r) AS edges, max(r.date) AS latest
  ORDER BY edges DESC, latest IS NULL, latest DESC, ${KIND_RANK}, m.degree DESC, coalesce(m.sort, m.id)
  SKIP $offset LIMIT $limit
  RETURN m.json AS json, ${EDGE_LIST} AS edges`

const COUNTS = `
  ${HITS}
  WITH m.kind AS kind, m, collect(DISTINCT type(r)) AS types
  UNWIND types + [null] AS type
  RETURN kind, type, count(m) AS count`

export const neighbours = async (query: Query, wanted: NeighboursQuery): Promise<Neighbours | null> => {
  const { node: id, types, kinds, from, to, limit, offset } = wanted
  const values = { id, types, from: from === null ? null : date(from), to: to === null ? null : date(to) }
  const [[own], page, counts] = await Promise.all([
    query<{ json: string }>('MATCH (n:Jiyao {id: $id}) WHERE n.fingerprint IS NOT NULL RETURN n.json AS json', { id }),
    query<{ json: string; edges: EdgeRow[] }>(PAGE, {
      ...values,
      kinds,
      limit: integer(limit),
      offset: integer(offset),
    }),
    query<NeighbourCount>(COUNTS, values),
  ])
  if (!own) return null
  return {
    node: toNode(own),
    nodes: page.map(toNode),
    edges: toEdges(page.flatMap((row) => row.edges)),
    ...countsOf(counts, wanted),
  }
}
