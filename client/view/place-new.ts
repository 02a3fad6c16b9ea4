/** Places for nodes that come to a drawing, so that what is there stays where it is. Pure. */
import type { CanvasGraph, Point } from './elements.ts'
import { type Footprint, footprints } from './footprints.ts'
import type { Positions } from './place.ts'

const RADII = [86, 112, 144, 182, 228, 284, 350, 430]
const DIRECTIONS = 24
/** What an overlap costs, in pixels of distance. */
const OVERLAP = 400

const origin: Point = { x: 0, y: 0 }

const meet = (a: Footprint, p: Point, b: Footprint, q: Point): boolean =>
  p.x - a.outer.left < q.x + b.outer.right &&
  q.x - b.outer.left < p.x + a.outer.right &&
  p.y - a.outer.top < q.y + b.outer.bottom &&
  q.y - b.outer.top < p.y + a.outer.bottom

const centre = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / Math.max(1, points.length),
  y: points.reduce((sum, { y }) => sum + y, 0) / Math.max(1, points.length),
})

const anchorsIn = ({ edges }: CanvasGraph): Map<string, Set<string>> => {
  const beside = new Map<string, Set<string>>()
  for (const { from, to } of edges) {
    beside.set(from, (beside.get(from) ?? new Set()).add(to))
    beside.set(to, (beside.get(to) ?? new Set()).add(from))
  }
  return beside
}

/** On rings about the anchor, the side that looks away from the middle of the drawing first. */
const candidates = (anchor: Point, middle: Point): Point[] => {
  const away = Math.atan2(anchor.y - middle.y, anchor.x - middle.x)
  return RADII.flatMap((radius) =>
    Array.from({ length: DIRECTIONS }, (_, nth) => {
      const turn = Math.ceil(nth / 2) * (nth % 2 === 0 ? 1 : -1)
      const angle = away + (turn * 2 * Math.PI) / DIRECTIONS
      return { x: anchor.x + radius * Math.cos(angle), y: anchor.y + radius * Math.sin(angle) }
    }),
  )
}

type Placed = { print: Footprint; at: Point }

const best = (print: Footprint, anchor: Point, placed: readonly Placed[]): Point => {
  const middle = centre(placed.map(({ at }) => at))
  let least = Infinity
  let chosen = anchor
  for (const point of candidates(anchor, middle)) {
    const distance = Math.hypot(point.x - anchor.x, point.y - anchor.y)
    if (distance >= least) break
    const cost = distance + OVERLAP * placed.filter((other) => meet(print, point, other.print, other.at)).length
    if (cost < least) {
      least = cost
      chosen = point
    }
  }
  return chosen
}

/** Places for the nodes that `known` has none for: beside what they hang on, else beside the drawing. The same for the same drawing. */
export const placeNew = (graph: CanvasGraph, known: Positions): Positions => {
  const prints = new Map(footprints(graph).map((print) => [print.id, print]))
  const beside = anchorsIn(graph)
  const at = new Map<string, Point>()
  const placed: Placed[] = []
  const put = (id: string, point: Point) => {
    const print = prints.get(id)
    if (!print) return
    at.set(id, point)
    placed.push({ print, at: point })
  }
  for (const { id } of graph.nodes) {
    const point = known.get(id)
    if (point) put(id, point)
  }
  const found = new Map<string, Point>()
  let waiting = graph.nodes.filter(({ id }) => !at.has(id))
  while (waiting.length > 0) {
    const ready = waiting.filter(({ id }) => [...(beside.get(id) ?? [])].some((other) => at.has(other)))
    for (const { id } of ready.length > 0 ? ready : waiting.slice(0, 1)) {
      const print = prints.get(id)
      const anchors = [...(beside.get(id) ?? [])].flatMap((other) => at.get(other) ?? [])
      if (!print) continue
      const point = best(print, anchors.length > 0 ? centre(anchors) : edgeOf(placed), placed)
      put(id, point)
      found.set(id, point)
    }
    waiting = waiting.filter(({ id }) => !at.has(id))
  }
  return found
}

/** To the right of everything. */
const edgeOf = (placed: readonly Placed[]): Point =>
  placed.length === 0
    ? origin
    : { x: Math.max(...placed.map(({ at }) => at.x)) + RADII[0]!, y: centre(placed.map(({ at }) => at)).y }
