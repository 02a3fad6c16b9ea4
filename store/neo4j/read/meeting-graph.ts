import type { GraphNode, NodeId, NodeKind } from '../../../model/graph.ts'
import { byCodeUnits, byId } from '../../../model/order.ts'
import type { MeetingPart, Slice } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE } from '../schema.ts'
import { EDGE_LIST, type EdgeRow, toEdges, toNode } from './rows.ts'

/** What stays when a limit cuts off, first things first. */
const PRECEDENCE: readonly NodeKind[] = ['meeting', 'item', 'policy', 'decision', 'department', 'district', 'person']

const byPrecedence = (a: GraphNode, b: GraphNode): number =>
  PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) || byCodeUnits(a.id, b.id)

/** Into a meeting come only the people and bodies of its roll; out of it go only its items. */
const ROLL = `MATCH (m)<-[r:${ANY_TYPE}]-(:Jiyao) WHERE r.fingerprint IS NOT NULL RETURN collect(r) AS rs`

/** Whatever touches the items, and whatever touches the decisions taken on them; items of other meetings are no part of this one. */
const AGENDA = `
  MATCH (m)-[h:${ANY_TYPE}]->(i:Jiyao)
  WHERE h.fingerprint IS NOT NULL AND ($item IS NULL OR i.id = $item)
  WITH DISTINCT i
  CALL (i) {
    MATCH (i)-[r:${ANY_TYPE}]-(:Jiyao) RETURN r
    UNION
    MATCH (i)-[o:${ANY_TYPE}]->(d:Jiyao&Decision) WHERE o.fingerprint IS NOT NULL
    MATCH (d)-[r:${ANY_TYPE}]-(:Jiyao) RETURN r
  }
  WITH DISTINCT r WHERE r.fingerprint IS NOT NULL AND type(r) <> 'RESUMES'
  RETURN collect(r) AS rs`

const sliceOf = (edges: string): string => `
  MATCH (m:Jiyao&Meeting {id: $id})
  CALL (m) { ${edges} }
  CALL (m, rs) {
    UNWIND [m] + [r IN rs | startNode(r)] + [r IN rs | endNode(r)] AS n
    RETURN collect(DISTINCT n.json) AS nodes
  }
  RETURN nodes, ${EDGE_LIST} AS edges`

type Row = { nodes: string[]; edges: EdgeRow[] }

const cut = ({ nodes, edges }: Row, limit: number): Slice => {
  const all = nodes.map((json) => toNode({ json }))
  const shown = all.sort(byPrecedence).slice(0, limit)
  const ids = new Set(shown.map(({ id }) => id))
  return {
    nodes: shown.sort(byId),
    edges: toEdges(edges.filter(({ source, target }) => ids.has(source) && ids.has(target))),
    total: { nodes: all.length, edges: edges.length },
  }
}

export const meetingGraph = async (
  query: Query,
  id: NodeId,
  part: MeetingPart,
  limit: number,
): Promise<Slice | null> => {
  const item = part.of === 'item' ? part.item : null
  const [row] = await query<Row>(sliceOf(part.of === 'roll' ? ROLL : AGENDA), { id, item })
  return !row || (item !== null && row.edges.length === 0) ? null : cut(row, limit)
}
