/** How an incidence is put together from edges; the same for every back end. */
import type { EdgeType, GraphNode, NodeId, NodeKind } from '../model/graph.ts'
import { byId } from '../model/order.ts'
import { INCIDENCE_ROLES, type Incidence, type IncidenceQuery, type IncidenceRole } from './port.ts'

const KINDS_OF: Record<IncidenceQuery['who'], readonly NodeKind[]> = {
  department: ['department'],
  district: ['district'],
  body: ['department', 'district'],
  person: ['person'],
  policy: ['policy'],
}
const DUTIES = ['LEADS', 'JOINS', 'ASSISTS'] as const satisfies readonly EdgeType[]
const TYPES_OF: Record<IncidenceQuery['level'], readonly EdgeType[]> = {
  decision: DUTIES,
  item: ['MENTIONS', 'TASKED', 'CONSIDERS', 'CITES', ...DUTIES],
  meeting: ['REPRESENTED', 'ATTENDED', 'CHAIRED', 'ABSENT_FROM', 'RECORDED'],
}

/** What a back end has to find: nodes of these kinds and edges of these types. */
export const wantedOf = ({ who, level }: IncidenceQuery) => ({
  kinds: [...KINDS_OF[who], ...(level === 'item' ? (['item', 'decision'] as const) : [level])] as readonly NodeKind[],
  types: TYPES_OF[level],
})

/** `role` and `named` are properties of the edge, where it has them. */
export type IncidenceEdge = {
  type: EdgeType
  from: NodeId
  to: NodeId
  role: string | null
  named: boolean | null
}

const ROLES: Partial<Record<EdgeType, IncidenceRole>> = {
  LEADS: 'lead',
  JOINS: 'joint',
  ASSISTS: 'cooperating',
  TASKED: 'tasked',
  MENTIONS: 'mentioned',
  CONSIDERS: 'considered',
  CITES: 'cited',
  CHAIRED: 'chair',
  ABSENT_FROM: 'absent',
  RECORDED: 'recorder',
}

const roleOf = ({ type, role, named }: IncidenceEdge): IncidenceRole => {
  if (type === 'REPRESENTED') return named === false ? 'unnamed' : 'represented'
  if (type === 'ATTENDED') return INCIDENCE_ROLES.find((known) => known === role) ?? 'observer'
  return ROLES[type] ?? 'mentioned'
}

const meetingOf = (node: GraphNode): NodeId =>
  node.kind === 'item' || node.kind === 'decision' ? node.meeting : node.id

const dateOf = (node: GraphNode): string | null => ('date' in node ? node.date : null)

const placesOf = (nodes: readonly { id: NodeId }[]): ReadonlyMap<NodeId, number> =>
  new Map(nodes.map(({ id }, place) => [id, place]))

/** These run from the item to the body or policy, everything else from who to what; a duty in a decision counts for its item. */
const OUTWARD: ReadonlySet<EdgeType> = new Set(['MENTIONS', 'CONSIDERS', 'CITES'])

const endsOf = (edge: IncidenceEdge, itemOf: ReadonlyMap<NodeId, NodeId>): [who: NodeId, what: NodeId] =>
  OUTWARD.has(edge.type) ? [edge.to, edge.from] : [edge.from, itemOf.get(edge.to) ?? edge.to]

type Entries = Pick<Incidence, 'rows' | 'columns' | 'roles'>

/** Entries as single numbers sort fast; their parts are taken out again. */
const entriesOf = (
  edges: readonly IncidenceEdge[],
  who: Incidence['who'],
  what: Incidence['what'],
  itemOf: ReadonlyMap<NodeId, NodeId>,
): Entries => {
  const [rowOf, columnOf] = [placesOf(who), placesOf(what)]
  const width = what.length * INCIDENCE_ROLES.length
  const packed = new Set<number>()
  for (const edge of edges) {
    const [actor, place] = endsOf(edge, itemOf)
    const [row, column] = [rowOf.get(actor), columnOf.get(place)]
    if (row === undefined || column === undefined) continue
    packed.add(row * width + column * INCIDENCE_ROLES.length + INCIDENCE_ROLES.indexOf(roleOf(edge)))
  }
  const sorted = Float64Array.from(packed).sort()
  return {
    rows: Int32Array.from(sorted, (entry) => Math.floor(entry / width)),
    columns: Int32Array.from(sorted, (entry) => Math.floor((entry % width) / INCIDENCE_ROLES.length)),
    roles: Uint8Array.from(sorted, (entry) => entry % INCIDENCE_ROLES.length),
  }
}

/** `nodes` and `edges` as `wantedOf` says, in any order; edges of actors of other kinds are left out. */
export const incidenceOf = (
  { who: wanted, level }: IncidenceQuery,
  nodes: readonly GraphNode[],
  edges: readonly IncidenceEdge[],
): Incidence => {
  const sorted = [...nodes].sort(byId)
  const who = sorted
    .filter(({ kind }) => KINDS_OF[wanted].includes(kind))
    .map((node) => ({
      id: node.id,
      kind: node.kind,
      label: node.label,
      bodyKind: node.kind === 'department' || node.kind === 'district' ? node.bodyKind : null,
    }))
  const what = sorted
    .filter(({ kind }) => kind === level)
    .map((node) => ({ id: node.id, meeting: meetingOf(node), date: dateOf(node) }))
  const itemOf = new Map(
    level === 'item' ? sorted.flatMap((node) => (node.kind === 'decision' ? [[node.id, node.item] as const] : [])) : [],
  )
  return { who, what, ...entriesOf(edges, who, what, itemOf) }
}
