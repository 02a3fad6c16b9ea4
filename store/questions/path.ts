import type { EdgeType, NodeId } from '../../model/graph.ts'
import { byCodeUnits, byId } from '../order.ts'
import type { PathAnswer, PathQuery } from '../port.ts'
import { type Asked, type EdgeLine, edgesInFull, nodesInFull, touching } from './steps.ts'

/** Nodes that may be looked at before the search gives up; hubs make every graph small, so a path is found long before. */
const BUDGET = 50_000

/** One side of the search: how far each node is from where the side began, and who stands next to whom. */
type Side = { at: Map<NodeId, number>; front: NodeId[]; depth: number; beside: Map<NodeId, Set<NodeId>> }

const begin = (node: NodeId): Side => ({ at: new Map([[node, 0]]), front: [node], depth: 0, beside: new Map() })

const note = (side: Side, a: NodeId, b: NodeId): void => {
  const known = side.beside.get(a)
  if (known) known.add(b)
  else side.beside.set(a, new Set([b]))
}

function* grow(side: Side, types: readonly EdgeType[] | null): Asked<void> {
  const lines = yield* touching(side.front, types)
  const front = new Set(side.front)
  side.depth++
  const next: NodeId[] = []
  for (const { from, to } of lines) {
    note(side, from, to)
    note(side, to, from)
    for (const [near, far] of [
      [from, to],
      [to, from],
    ] as const)
      if (front.has(near) && !side.at.has(far)) {
        side.at.set(far, side.depth)
        next.push(far)
      }
  }
  side.front = next
}

const meets = (a: Side, b: Side): NodeId[] => a.front.filter((id) => b.at.has(id))

/** Nodes of `side` that lie on a shortest path from its beginning to one of `ends`, by their distance. */
const onPaths = (side: Side, ends: readonly NodeId[]): Set<NodeId> => {
  const found = new Set(ends)
  let layer = [...ends]
  while (layer.length > 0) {
    const before = new Set<NodeId>()
    for (const id of layer)
      for (const near of side.beside.get(id) ?? [])
        if (side.at.get(near) === (side.at.get(id) ?? 0) - 1 && !found.has(near)) before.add(near)
    for (const id of before) found.add(id)
    layer = [...before]
  }
  return found
}

/** Of all shortest paths the one whose ids come first: always the smallest id that still leads to the other end. */
const smallest = (
  near: Side,
  far: Side,
  from: NodeId,
  to: NodeId,
  length: number,
  ends: readonly NodeId[],
): NodeId[] => {
  const [first, second] = [onPaths(near, ends), onPaths(far, ends)]
  const path = [from]
  for (let step = 1; step <= length; step++) {
    const last = path.at(-1) ?? from
    const candidates = new Set([...(near.beside.get(last) ?? []), ...(far.beside.get(last) ?? [])])
    const next = [...candidates]
      .filter((id) =>
        step <= near.depth
          ? near.at.get(id) === step && first.has(id)
          : far.at.get(id) === length - step && second.has(id),
      )
      .sort(byCodeUnits)[0]
    if (next === undefined) throw new Error(`a path from ${from} to ${to} was found and lost`)
    path.push(next)
  }
  return path
}

/** Between two nodes that follow each other on the path, the edge with the smallest id. */
const edgesAlong = (path: readonly NodeId[], lines: readonly EdgeLine[]): EdgeLine[] =>
  path.slice(1).flatMap((to, place) => {
    const from = path[place]
    const between = lines.filter(
      (line) => (line.from === from && line.to === to) || (line.from === to && line.to === from),
    )
    return between.sort(byId)[0] ?? []
  })

function* found(path: readonly NodeId[], types: readonly EdgeType[] | null): Asked<PathAnswer> {
  const lines = edgesAlong(path, yield* touching(path, types))
  const nodes = new Map((yield* nodesInFull(path)).map((node) => [node.id, node]))
  const edges = new Map((yield* edgesInFull(lines)).map((edge) => [edge.id, edge]))
  return {
    found: true,
    nodes: path.flatMap((id) => nodes.get(id) ?? []),
    edges: lines.flatMap(({ id }) => edges.get(id) ?? []),
  }
}

export function* path({ from, to, types, longest }: PathQuery): Asked<PathAnswer | null> {
  const ends = yield* nodesInFull([from, to])
  if (ends.length < (from === to ? 1 : 2)) return null
  if (from === to) return { found: true, nodes: ends, edges: [] }
  if (ends[0]?.jurisdiction !== ends[1]?.jurisdiction) return { found: false, why: 'none' }
  const [a, b] = [begin(from), begin(to)]
  while (a.depth + b.depth < longest) {
    const side = a.front.length <= b.front.length ? a : b
    if (side.front.length === 0) return { found: false, why: 'none' }
    yield* grow(side, types)
    const met = meets(side, side === a ? b : a)
    if (met.length > 0) return yield* found(smallest(a, b, from, to, a.depth + b.depth, met), types)
    if (a.at.size + b.at.size > BUDGET) return { found: false, why: 'budget' }
  }
  return { found: false, why: a.front.length === 0 || b.front.length === 0 ? 'none' : 'too-far' }
}
