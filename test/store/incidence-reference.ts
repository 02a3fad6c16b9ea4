import type { GraphEdge, GraphNode } from '../../model/graph.ts'
import { INCIDENCE_ROLES, type Incidence, type IncidenceQuery, type IncidenceRole } from '../../store/port.ts'
import type { City } from './a-city.ts'
import { byCodeUnits } from './contract/given.ts'

const ROLES: Partial<Record<GraphEdge['type'], IncidenceRole>> = {
  LEADS: 'lead',
  JOINS: 'joint',
  ASSISTS: 'cooperating',
  TASKED: 'tasked',
  MENTIONS: 'mentioned',
  CONSIDERS: 'considered',
  CITES: 'cited',
  ABSENT_FROM: 'absent',
  CHAIRED: 'chair',
  RECORDED: 'recorder',
}

const roleOf = (edge: GraphEdge): IncidenceRole | null => {
  if (edge.type === 'ATTENDED') return edge.props.role
  if (edge.type === 'REPRESENTED') return edge.props.named ? 'represented' : 'unnamed'
  return ROLES[edge.type] ?? null
}

type Asked = Omit<IncidenceQuery, 'jurisdiction'>
type Entry = { who: string; what: string; role: IncidenceRole }

const entryOf = (edge: GraphEdge, nodes: ReadonlyMap<string, GraphNode>, { who, level }: Asked): Entry | null => {
  const kinds: string[] = who === 'body' ? ['department', 'district'] : [who]
  const role = roleOf(edge)
  const ends = [nodes.get(edge.from), nodes.get(edge.to)]
  const one = ends.find((node) => node && kinds.includes(node.kind))
  const other = ends.find((node) => node && node !== one)
  if (!role || !one || !other) return null
  if (other.kind === level) return { who: one.id, what: other.id, role }
  return level === 'item' && other.kind === 'decision' && role in { lead: 1, joint: 1, cooperating: 1 }
    ? { who: one.id, what: other.item, role }
    : null
}

/** Read off the edges one by one: every `who role what` that the port owes, in its order. */
export const entriesByEdge = ({ nodes, edges }: City, asked: Asked): string[] => {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const found = new Map<string, Entry>()
  for (const edge of edges) {
    const entry = entryOf(edge, known, asked)
    if (entry) found.set(`${entry.who} ${entry.role} ${entry.what}`, entry)
  }
  const sorted = [...found].sort(
    ([, a], [, b]) =>
      byCodeUnits(a.who, b.who) ||
      byCodeUnits(a.what, b.what) ||
      INCIDENCE_ROLES.indexOf(a.role) - INCIDENCE_ROLES.indexOf(b.role),
  )
  return sorted.map(([line]) => line)
}

/** The same lines, from an answer. */
export const entriesOf = ({ who, what, rows, columns, roles }: Incidence): string[] =>
  [...rows].map((row, at) => `${who[row]?.id} ${INCIDENCE_ROLES[roles[at] ?? -1]} ${what[columns[at] ?? -1]?.id}`)
