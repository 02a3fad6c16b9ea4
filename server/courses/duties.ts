import type { DutyOf } from '../../analysis/trace.ts'
import type { DutyRole, Evidence, GraphEdge, NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { GraphIndex } from './graph-index.ts'

/** One sentence that gives a duty, with everyone whom it names. */
export type DutyFound = {
  id: string
  of: DutyOf
  item: NodeId
  bodies: { id: NodeId; role: DutyRole }[]
  deadline: string | null
  deadlineText: string | null
  evidence: { edge: GraphEdge; piece: Evidence }
}

type DutyEdge = Extract<GraphEdge, { type: 'TASKED' | 'LEADS' | 'JOINS' | 'ASSISTS' }>

const ROLE = { LEADS: 'lead', JOINS: 'joint', ASSISTS: 'cooperating' } as const
const RANK: Record<DutyRole, number> = { lead: 0, joint: 1, cooperating: 2 }
const roleOf = (edge: DutyEdge): DutyRole => (edge.type === 'TASKED' ? edge.props.role : ROLE[edge.type])

/** Two documents of one meeting tell of each duty twice: the first tells it here. */
const piecesOf = ({ evidence }: GraphEdge): Evidence[] =>
  evidence.filter(({ document }) => document === evidence[0]?.document)

const gather = (item: NodeId, of: DutyOf, edges: readonly DutyEdge[]): DutyFound[] => {
  const found = new Map<string, DutyFound>()
  for (const edge of edges)
    for (const piece of piecesOf(edge)) {
      const { deadline, deadlineText } = edge.props
      const key = [piece.document, piece.start, piece.end, deadline, deadlineText].join(' ')
      const id = `${item}#${of}-${piece.start}-${deadline ?? deadlineText ?? ''}`
      const duty = found.get(key) ?? { id, of, item, bodies: [], deadline, deadlineText, evidence: { edge, piece } }
      if (!duty.bodies.some((body) => body.id === edge.from)) duty.bodies.push({ id: edge.from, role: roleOf(edge) })
      if (RANK[roleOf(edge)] === 0 && duty.bodies[0]?.role !== 'lead') duty.evidence = { edge, piece }
      found.set(key, duty)
    }
  for (const { bodies } of found.values()) bodies.sort((a, b) => RANK[a.role] - RANK[b.role] || byCodeUnits(a.id, b.id))
  return [...found.values()]
}

/** The tasks of an item, and of its decisions those that have a day or a term, in the order of the text. */
export const dutiesOf = (index: GraphIndex, item: NodeId): DutyFound[] => {
  const decided = index.from(item, 'DECIDED').flatMap(({ to }) => {
    const edges = (['LEADS', 'JOINS', 'ASSISTS'] as const).flatMap((type): DutyEdge[] => index.into(to, type))
    return edges.filter(({ props }) => props.deadline !== null || props.deadlineText !== null)
  })
  return [...gather(item, 'decision', decided), ...gather(item, 'task', index.into(item, 'TASKED'))].sort(
    (a, b) => a.evidence.piece.start - b.evidence.piece.start,
  )
}
