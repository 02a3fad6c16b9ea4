import { type NodeId, NodeKind } from '../../model/graph.ts'
import { byCodeUnits, byId, kindRank } from '../order.ts'
import type { Neighbours, NeighboursQuery } from '../port.ts'
import { type Asked, type EdgeLine, edgesInFull, nodesInFull, touching } from './steps.ts'

/** An id says of which kind its node is: `苏州市/department/市发改委`. */
export const kindOfId = (id: NodeId): NodeKind | null => NodeKind.safeParse(id.split('/')[1]).data ?? null

type Beside = { id: NodeId; kind: NodeKind; lines: EdgeLine[]; last: string }

const inPeriod = ({ date }: EdgeLine, { from, to }: NeighboursQuery): boolean =>
  date === null ? from === null && to === null : (from === null || date >= from) && (to === null || date <= to)

const besides = (node: NodeId, lines: readonly EdgeLine[]): Beside[] => {
  const found = new Map<NodeId, Beside>()
  for (const line of lines) {
    const id = line.from === node ? line.to : line.from
    const kind = kindOfId(id)
    if (kind === null || id === node) continue
    const beside = found.get(id) ?? { id, kind, lines: [], last: '' }
    beside.lines.push(line)
    if ((line.date ?? '') > beside.last) beside.last = line.date ?? ''
    found.set(id, beside)
  }
  return [...found.values()]
}

const ranked = (all: Beside[]): Beside[] =>
  all.sort(
    (a, b) =>
      b.lines.length - a.lines.length ||
      byCodeUnits(b.last, a.last) ||
      kindRank(a.kind) - kindRank(b.kind) ||
      byCodeUnits(a.id, b.id),
  )

const countBy = <Key extends string>(keys: Iterable<Key>): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

export function* neighbours(query: NeighboursQuery): Asked<Neighbours | null> {
  const [node] = yield* nodesInFull([query.node])
  if (!node) return null
  const lines = (yield* touching([query.node], query.types)).filter((line) => inPeriod(line, query))
  const all = besides(query.node, lines)
  const wanted = ranked(query.kinds ? all.filter(({ kind }) => query.kinds?.includes(kind)) : all)
  const shown = wanted.slice(query.offset, query.offset + query.limit)
  const nodes = yield* nodesInFull(shown.map(({ id }) => id))
  const byTheirId = new Map(nodes.map((one) => [one.id, one]))
  return {
    node,
    nodes: shown.flatMap(({ id }) => byTheirId.get(id) ?? []),
    edges: (yield* edgesInFull(shown.flatMap((beside) => beside.lines))).sort(byId),
    total: wanted.length,
    byKind: countBy(all.map(({ kind }) => kind)),
  }
}
