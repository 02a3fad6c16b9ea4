import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import type { Compact } from './compact.ts'
import { type Edge, edgesFrom, MODES, type Mode } from './lattice.ts'

/** The reading of a roll, and by how much each of its names beats the best other reading of the same place. */
export type Reading = { edges: readonly Edge[]; margins: ReadonlyMap<Edge, Rival> }
export type Rival = { margin: number; edge: Edge | null; body: Edge | null }

const COUNT = MODES.length
/** A reading so far behind the best one ahead of it does not catch up. */
const HOPELESS = 9
const VIEW = 20
const ORDER: Readonly<Record<Mode, number>> = { entry: 0, body: 1, post: 2, name: 3, ditto: 4 }
const index = (at: number, mode: Mode) => at * COUNT + ORDER[mode]
const ENDINGS: Readonly<Record<Mode, number>> = { entry: 0, name: 0, body: -1, post: -3, ditto: -1 }

/** The best reading of a whole roll, by dynamic programming over signs and modes: linear in its length. */
export const bestPath = (roll: Compact, jurisdiction: Jurisdiction): Reading => {
  const length = roll.text.length
  const best = new Float64Array((length + 1) * COUNT).fill(Number.NEGATIVE_INFINITY)
  const arrived: (Edge | undefined)[] = []
  const edges: Edge[] = []
  best[index(0, 'entry')] = 0
  const peaks = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  peaks[0] = 0
  for (let at = 0; at < length; at++) {
    let leader = Number.NEGATIVE_INFINITY
    for (let ahead = at; ahead <= Math.min(length, at + VIEW); ahead++)
      leader = Math.max(leader, peaks[ahead] ?? leader)
    const open = MODES.filter((mode) => (best[index(at, mode)] ?? Number.NEGATIVE_INFINITY) > leader - HOPELESS)
    if (!open.length) continue
    for (const edge of edgesFrom(roll, at, open, jurisdiction)) {
      edges.push(edge)
      const total = (best[index(at, edge.from)] ?? Number.NEGATIVE_INFINITY) + edge.score
      const to = index(edge.end, edge.to)
      if (total > (best[to] ?? Number.NEGATIVE_INFINITY)) {
        best[to] = total
        arrived[to] = edge
        peaks[edge.end] = Math.max(peaks[edge.end] ?? total, total)
      }
    }
  }
  const rest = backwards(edges, length)
  const last = MODES.reduce((a, b) => (score(best, length, b) > score(best, length, a) ? b : a))
  const path = trace(arrived, length, last)
  return { edges: path, margins: rivals(path, edges, best, rest, arrived, score(best, length, last)) }
}

const score = (best: Float64Array, length: number, mode: Mode) =>
  (best[index(length, mode)] ?? Number.NEGATIVE_INFINITY) + ENDINGS[mode]

const backwards = (edges: readonly Edge[], length: number): Float64Array => {
  const rest = new Float64Array((length + 1) * COUNT).fill(Number.NEGATIVE_INFINITY)
  for (const mode of MODES) rest[index(length, mode)] = ENDINGS[mode]
  for (let i = edges.length - 1; i >= 0; i--) {
    const edge = edges[i]
    if (!edge) continue
    const total = edge.score + (rest[index(edge.end, edge.to)] ?? Number.NEGATIVE_INFINITY)
    const from = index(edge.start, edge.from)
    if (total > (rest[from] ?? Number.NEGATIVE_INFINITY)) rest[from] = total
  }
  return rest
}

const trace = (arrived: readonly (Edge | undefined)[], at: number, mode: Mode): Edge[] => {
  const path: Edge[] = []
  let edge = arrived[index(at, mode)]
  while (edge) {
    path.push(edge)
    edge = arrived[index(edge.start, edge.from)]
  }
  return path.reverse()
}

const rivals = (
  path: readonly Edge[],
  edges: readonly Edge[],
  best: Float64Array,
  rest: Float64Array,
  arrived: readonly (Edge | undefined)[],
  total: number,
): Map<Edge, Rival> => {
  const owner = new Map<number, Edge>()
  for (const edge of path) if (edge.kind === 'name') for (let at = edge.start; at < edge.end; at++) owner.set(at, edge)
  const found = new Map<Edge, Rival>()
  for (const edge of path)
    if (edge.kind === 'name') found.set(edge, { margin: Number.POSITIVE_INFINITY, edge: null, body: null })
  for (const edge of edges) {
    if (edge.kind !== 'name' && edge.kind !== 'body') continue
    const through =
      (best[index(edge.start, edge.from)] ?? Number.NEGATIVE_INFINITY) +
      edge.score +
      (rest[index(edge.end, edge.to)] ?? Number.NEGATIVE_INFINITY)
    for (let at = edge.start; at < edge.end; at++) {
      const mine = owner.get(at)
      const rival = mine && found.get(mine)
      if (!mine || !rival || (edge.kind === 'name' && edge.start === mine.start && edge.end === mine.end)) continue
      if (total - through < rival.margin) {
        const before = arrived[index(edge.start, edge.from)]
        found.set(mine, {
          margin: total - through,
          edge: edge.kind === 'name' ? edge : null,
          body: before?.kind === 'body' ? before : null,
        })
      }
    }
  }
  return found
}
