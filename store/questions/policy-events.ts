import { type EdgeType, type NodeId, NodeKind } from '../../model/graph.ts'
import { byCodeUnits, byId } from '../order.ts'
import type { PolicyEvents } from '../port.ts'
import { type Asked, type EdgeLine, edgesInFull, nodesInFull, together, touching } from './steps.ts'

/** An id says of which kind its node is: `苏州市/department/市发改委`. */
const kindOfId = (id: NodeId): NodeKind | null => NodeKind.safeParse(id.split('/')[1]).data ?? null

/** What an item says beside the policy; whom it merely names is not part of the course of a policy. */
const isOfItem = ({ type }: EdgeLine): boolean => type !== 'MENTIONS'

const latestFirst = (a: EdgeLine, b: EdgeLine): number =>
  byCodeUnits(b.date ?? '', a.date ?? '') || byCodeUnits(a.id, b.id)

const itemOf = ({ from, to }: EdgeLine): NodeId | null =>
  kindOfId(from) === 'item' ? from : kindOfId(to) === 'item' ? to : null

const distinct = (lines: readonly EdgeLine[]): EdgeLine[] => [...new Map(lines.map((line) => [line.id, line])).values()]

const DECIDED: readonly EdgeType[] = ['LEADS', 'JOINS', 'ASSISTS', 'SUBMITTED_TO', 'ISSUED_AS']

export function* policyEvents(policy: NodeId, limit: number): Asked<PolicyEvents | null> {
  const [[node], own] = yield* together(nodesInFull([policy]), touching([policy], null))
  if (node?.kind !== 'policy') return null
  const items = [...new Set([...own].sort(latestFirst).flatMap((line) => itemOf(line) ?? []))]
  const shown = items.slice(0, limit)
  const kept = new Set(shown)
  const ofItems = (yield* touching(shown, null)).filter(isOfItem)
  const decisions = ofItems.filter(({ type }) => type === 'DECIDED').map(({ to }) => to)
  const ofDecisions = yield* touching(decisions, DECIDED)
  const mine = own.filter((line) => itemOf(line) === null || kept.has(itemOf(line) ?? ''))
  const lines = distinct([...mine, ...ofItems, ...ofDecisions])
  const [nodes, edges] = yield* together(
    nodesInFull([policy, ...lines.flatMap(({ from, to }) => [from, to])]),
    edgesInFull(lines),
  )
  return {
    policy: node,
    nodes: nodes.sort(byId),
    edges: edges.sort(byId),
    items: { total: items.length, shown: shown.length },
  }
}
