import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { byCodeUnits, byId } from '../../order.ts'
import type { NodeDegree } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { EDGE_COLUMNS, EDGE_JOINS, type EdgeRow, type NodeRow, nodesByPk, toEdges, toNode } from './rows.ts'

const degrees = (connection: Connection, pk: number): NodeDegree[] => {
  const count = (direction: 'out' | 'in') =>
    connection
      .all<{ type: GraphEdge['type']; count: number }>(
        `SELECT type, count(*) AS count FROM edges WHERE ${direction === 'out' ? 'from_node' : 'to_node'} = ? GROUP BY type`,
        pk,
      )
      .map(({ type, count }) => ({ type, direction, count }))
      .sort((a, b) => byCodeUnits(a.type, b.type))
  return [...count('out'), ...count('in')]
}

export const node = (connection: Connection, id: string): { node: GraphNode; degrees: NodeDegree[] } | null => {
  const row = connection.first<NodeRow>('SELECT pk, json FROM nodes WHERE id = ?', id)
  return row ? { node: toNode(row), degrees: degrees(connection, row.pk) } : null
}

export const nodes = (connection: Connection, ids: readonly string[]): GraphNode[] =>
  connection
    .all<NodeRow>(
      'SELECT n.pk, n.json FROM json_each(?) wanted CROSS JOIN nodes n ON n.id = wanted.value',
      JSON.stringify([...new Set(ids)]),
    )
    .map(toNode)
    .sort(byId)

export const edge = (
  connection: Connection,
  id: string,
): { edge: GraphEdge; from: GraphNode; to: GraphNode } | null => {
  const row = connection.first<EdgeRow>(`SELECT ${EDGE_COLUMNS} FROM edges e ${EDGE_JOINS} WHERE e.id = ?`, id)
  if (!row) return null
  const ends = nodesByPk(connection, [row.from_node, row.to_node])
  const [found] = toEdges(connection, [row], null)
  const from = ends.get(row.from_node)
  const to = ends.get(row.to_node)
  return found && from && to ? { edge: found, from, to } : null
}
