import { byCodeUnits, byId } from './order.ts'
import { LONGEST_PATH } from './port.ts'

/** A node that is next to those that were asked about. `parent` is the place of the first of them that it is next to. */
export type Reached = { id: string; degree: number; parent: number }

export type Route = { found: true; ids: string[] } | { found: false; why: 'none' | 'too-far' | 'budget' }

/** Edges at the nodes that are looked at, of any type: what a search costs, and the same in both back ends. */
export const EDGE_BUDGET = 30_000

type Stop = { id: string; degree: number; parent: Stop | null }
/** All nodes at one distance from an end. */
type Side = { level: Stop[]; seen: Set<string>; forward: boolean }

const sideOf = (end: { id: string; degree: number }, forward: boolean): Side => ({
  level: [{ ...end, parent: null }],
  seen: new Set([end.id]),
  forward,
})

const costOf = ({ level }: Side): number => level.reduce((sum, { degree }) => sum + degree, 0)

/**
 * The next level. From the start, the order of a level is that of the ways which lead there, so that the first parent gives the first
 * of all shortest ways; from the goal it is that of ids, so that the first parent is the first next step.
 */
const advance = (side: Side, reached: readonly Reached[]): Side => {
  const fresh = reached.filter(({ id }) => !side.seen.has(id))
  const order = side.forward ? fresh.sort((a, b) => a.parent - b.parent || byCodeUnits(a.id, b.id)) : fresh.sort(byId)
  const level = order.map(({ id, degree, parent }) => ({ id, degree, parent: side.level[parent] ?? null }))
  return { level, seen: new Set([...side.seen, ...level.map(({ id }) => id)]), forward: side.forward }
}

const upwards = (stop: Stop | null): string[] => {
  const ids: string[] = []
  for (let at = stop; at !== null; at = at.parent) ids.push(at.id)
  return ids
}

const join = (start: Side, goal: Side): string[] | null => {
  const ends = new Map(goal.level.map((stop) => [stop.id, stop]))
  const first = start.level.find(({ id }) => ends.has(id))
  return first ? [...upwards(first).reverse(), ...upwards(ends.get(first.id)?.parent ?? null)] : null
}

/**
 * Breadth-first from both ends at once, a whole level at a time and the cheaper side first. Yields the ids whose neighbours it wants
 * to know, in an order that counts for `parent`, and takes each neighbour once. Of all shortest ways it returns the one whose ids,
 * one after the other, are the smallest in code units.
 */
export function* shortestPath(
  from: { id: string; degree: number },
  to: { id: string; degree: number },
  longest: number,
): Generator<string[], Route, Reached[]> {
  if (!(longest >= 1 && longest <= LONGEST_PATH))
    throw new RangeError(`a path may be asked for with 1 to ${LONGEST_PATH} edges, not ${longest}`)
  if (from.id === to.id) return { found: true, ids: [from.id] }
  let [start, goal] = [sideOf(from, true), sideOf(to, false)]
  let spent = 0
  for (let length = 1; length <= longest; length++) {
    const side = costOf(start) <= costOf(goal) ? start : goal
    spent += costOf(side)
    if (spent > EDGE_BUDGET) return { found: false, why: 'budget' }
    const next = advance(side, yield side.level.map(({ id }) => id))
    if (next.level.length === 0) return { found: false, why: 'none' }
    if (next.forward) start = next
    else goal = next
    const ids = join(start, goal)
    if (ids) return { found: true, ids }
  }
  return { found: false, why: 'too-far' }
}
