import type { NodeId } from '../../model/graph.ts'
import { byId } from '../order.ts'
import type { Among, AmongQuery } from '../port.ts'
import { type Asked, edgesInFull, touching } from './steps.ts'

export function* among({ nodes, from, to }: AmongQuery): Asked<Among> {
  const beside = new Map([...nodes].sort().map((id) => [id, new Set<NodeId>()]))
  const lines = (yield* touching([...beside.keys()], null)).filter(({ date }) =>
    date === null ? from === null && to === null : (from === null || date >= from) && (to === null || date <= to),
  )
  for (const line of lines) {
    if (line.from === line.to) continue
    beside.get(line.from)?.add(line.to)
    beside.get(line.to)?.add(line.from)
  }
  const between = lines.filter((line) => beside.has(line.from) && beside.has(line.to) && line.from !== line.to)
  return {
    edges: (yield* edgesInFull(between)).sort(byId),
    totals: [...beside].map(([id, others]) => ({ id, neighbours: others.size })),
  }
}
