import type { GraphNode, NodeId, NodeKind } from '../../../model/graph.ts'
import { byCodeUnits, byId } from '../../order.ts'
import type { MeetingPart, Slice } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { EDGE_COLUMNS, EDGE_JOINS, type EdgeRow, nodesByPk, toEdges } from './rows.ts'

/** What stays when a limit cuts off, first things first. */
const PRECEDENCE: readonly NodeKind[] = ['meeting', 'item', 'policy', 'decision', 'department', 'district', 'person']

const byPrecedence = (a: GraphNode, b: GraphNode): number =>
  PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) || byCodeUnits(a.id, b.id)

const edgesAt = (connection: Connection, end: 'from_node' | 'to_node', nodes: readonly number[]): EdgeRow[] =>
  connection.all<EdgeRow>(
    `SELECT ${EDGE_COLUMNS} FROM json_each(?) wanted CROSS JOIN edges e ON e.${end} = wanted.value ${EDGE_JOINS}`,
    JSON.stringify(nodes),
  )

/** Into a meeting come only the people and bodies of its roll; out of it go only its items. */
const rollEdges = (connection: Connection, meeting: number): EdgeRow[] => edgesAt(connection, 'to_node', [meeting])

/** Whatever touches the items, and whatever touches the decisions taken on them. */
const agendaEdges = (connection: Connection, meeting: number, item: number | null): EdgeRow[] => {
  const hasItem = edgesAt(connection, 'from_node', [meeting]).filter((edge) => item === null || edge.to_node === item)
  const items = hasItem.map((edge) => edge.to_node)
  const out = edgesAt(connection, 'from_node', items)
  const decisions = connection
    .all<{ pk: number }>(
      "SELECT n.pk FROM json_each(?) wanted CROSS JOIN nodes n ON n.pk = wanted.value WHERE n.kind = 'decision'",
      JSON.stringify(out.map((edge) => edge.to_node)),
    )
    .map(({ pk }) => pk)
  const around = [
    ...edgesAt(connection, 'to_node', items),
    ...edgesAt(connection, 'to_node', decisions),
    ...edgesAt(connection, 'from_node', decisions),
  ]
  const all = new Map([...hasItem, ...out, ...around].map((edge) => [edge.pk, edge]))
  // An item of another meeting is no part of this one.
  return [...all.values()].filter(({ type }) => type !== 'RESUMES')
}

const cut = (connection: Connection, meeting: number, edges: readonly EdgeRow[], limit: number): Slice => {
  const ends = new Set([meeting, ...edges.flatMap((edge) => [edge.from_node, edge.to_node])])
  const all = [...nodesByPk(connection, ends)].sort((a, b) => byPrecedence(a[1], b[1]))
  const shown = new Map(all.slice(0, limit))
  return {
    nodes: [...shown.values()].sort(byId),
    edges: toEdges(
      connection,
      edges.filter((edge) => shown.has(edge.from_node) && shown.has(edge.to_node)),
      null,
    ),
    total: { nodes: all.length, edges: edges.length },
  }
}

export const meetingGraph = (connection: Connection, id: NodeId, part: MeetingPart, limit: number): Slice | null => {
  const pkOf = (node: NodeId, kind: NodeKind) =>
    connection.first<{ pk: number }>('SELECT pk FROM nodes WHERE id = ? AND kind = ?', node, kind)?.pk
  const meeting = pkOf(id, 'meeting')
  if (meeting === undefined) return null
  if (part.of === 'roll') return cut(connection, meeting, rollEdges(connection, meeting), limit)
  if (part.of === 'agenda') return cut(connection, meeting, agendaEdges(connection, meeting, null), limit)
  const item = pkOf(part.item, 'item')
  const edges = item === undefined ? [] : agendaEdges(connection, meeting, item)
  return edges.length ? cut(connection, meeting, edges, limit) : null
}
