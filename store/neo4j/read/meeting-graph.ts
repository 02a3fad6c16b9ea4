import type { GraphNode, NodeId, NodeKind } from '../../../model/graph.ts'
import { byCodeUnits, byId } from '../../../model/order.ts'
import type { MeetingPart, Slice } from '../../port.ts'
import type { Query } from '../connection.ts'
import { ANY_TYPE } from '../schema.ts'
import { nodes as nodesOf } from './nodes.ts'
import { EDGE_COLUMNS, type EdgeRow, toEdges } from './rows.ts'

/** What stays when a limit cuts off, first things first. */
const PRECEDENCE: readonly NodeKind[] = ['meeting', 'item', 'policy', 'decision', 'department', 'district', 'person']

const byPrecedence = (a: GraphNode, b: GraphNode): number =>
  PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) || byCodeUnits(a.id, b.id)

/** Into a meeting come only the people and bodies of its roll; out of it go only its items. */
const ROLL = `
  MATCH (m:Jiyao&Meeting {id: $id})<-[r:${ANY_TYPE}]-(:Jiyao) WHERE r.fingerprint IS NOT NULL
  RETURN ${EDGE_COLUMNS}`

/** Whatever touches the items, and whatever touches the decisions taken on them; items of other meetings are no part of this one. */
const AGENDA = `
  MATCH (m:Jiyao&Meeting {id: $id})-[h:${ANY_TYPE}]->(i:Jiyao)
  WHERE h.fingerprint IS NOT NULL AND ($item IS NULL OR i.id = $item)
  WITH DISTINCT i
  CALL (i) {
    MATCH (i)-[r:${ANY_TYPE}]-(:Jiyao) RETURN r
    UNION
    MATCH (i)-[o:${ANY_TYPE}]->(d:Jiyao&Decision) WHERE o.fingerprint IS NOT NULL
    MATCH (d)-[r:${ANY_TYPE}]-(:Jiyao) RETURN r
  }
  WITH DISTINCT r WHERE r.fingerprint IS NOT NULL AND type(r) <> 'RESUMES'
  RETURN ${EDGE_COLUMNS}`

const cut = async (query: Query, meeting: NodeId, edges: readonly EdgeRow[], limit: number): Promise<Slice> => {
  const all = await nodesOf(query, [meeting, ...edges.flatMap(({ source, target }) => [source, target])])
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
  // Asked together: each way to the server and back takes longer than its work there.
  const [[meeting], edges] = await Promise.all([
    query('MATCH (m:Jiyao&Meeting {id: $id}) RETURN m.id AS id', { id }),
    part.of === 'roll' ? query<EdgeRow>(ROLL, { id }) : query<EdgeRow>(AGENDA, { id, item }),
  ])
  if (!meeting || (item !== null && edges.length === 0)) return null
  return cut(query, id, edges, limit)
}
