import type { NeighboursReply } from '../../model/api/lists.ts'
import type { GraphEdge, GraphNode } from '../../model/graph.ts'

export const DUTY_TYPES = ['LEADS', 'JOINS', 'ASSISTS', 'TASKED'] as const

type DutyEdge = Extract<GraphEdge, { type: (typeof DUTY_TYPES)[number] }>

export type Duty = { edge: DutyEdge; target: GraphNode | undefined }

const isDuty = (edge: GraphEdge): edge is DutyEdge => DUTY_TYPES.some((type) => type === edge.type)

/** With a deadline first, the earliest at the head; then the newest. */
export const dutiesOf = ({ edges, nodes }: Pick<NeighboursReply, 'edges' | 'nodes'>): Duty[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const due = ({ props }: DutyEdge) => props.deadline ?? (props.deadlineText === null ? '9999-99' : '9999-00')
  return edges
    .filter(isDuty)
    .toSorted(
      (a, b) => due(a).localeCompare(due(b)) || (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id),
    )
    .map((edge) => ({ edge, target: byId.get(edge.to) }))
}
