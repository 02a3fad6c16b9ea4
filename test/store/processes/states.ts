import type { Change } from '../../../store/port.ts'
import { changeOf, departmentOf, hashOf, LAN } from '../builders.ts'

const NODES = 600

const nodesOf = (at: number) =>
  Array.from({ length: NODES }, (_, index) => departmentOf(LAN, `市第${index + (at % 5) * 100}局`, [`第${at}次`]))

/** The state after `at` changes: its hash, its fingerprints by id, and the change that leads there from the one before. */
export const stateOf = (at: number): { hash: string; nodes: Map<string, string>; change: Change } => {
  const nodes = nodesOf(at)
  const kept = new Set(nodes.map(({ id }) => id))
  const remove = at === 0 ? [] : nodesOf(at - 1).flatMap(({ id }) => (kept.has(id) ? [] : [id]))
  const change = changeOf(LAN, at === 0 ? null : `state ${at - 1}`, `state ${at}`, { nodes, remove: { nodes: remove } })
  const prints = change.nodes.put.map(({ value, fingerprint }) => [value.id, fingerprint] as const)
  return { hash: hashOf(`state ${at}`), nodes: new Map(prints), change }
}
