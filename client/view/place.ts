/** From a layout's raw positions to places on the plate: turned, scaled, pushed apart. Pure. */
import type { NodeKind } from '../../model/graph.ts'
import { type CanvasGraph, degrees, type Plate, type Point } from './elements.ts'
import { type Footprint, footprintsFor } from './footprints.ts'

export type Positions = ReadonlyMap<string, Point>

const MARGIN = 12
/** Distances may grow this much more along one axis than along the other. */
const STRETCH = 1.8

const origin: Point = { x: 0, y: 0 }

/** Turns the cloud so that its long axis lies along the longer side of the plate. */
export const turn = (positions: Positions, plate: Plate): Positions => {
  const points = [...positions.values()]
  const count = Math.max(1, points.length)
  const mean = {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  }
  let xx = 0
  let yy = 0
  let xy = 0
  for (const { x, y } of points) {
    xx += (x - mean.x) ** 2
    yy += (y - mean.y) ** 2
    xy += (x - mean.x) * (y - mean.y)
  }
  const axis = 0.5 * Math.atan2(2 * xy, xx - yy)
  const angle = (plate.width >= plate.height ? 0 : Math.PI / 2) - axis
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return new Map(
    [...positions].map(([id, { x, y }]) => [
      id,
      { x: (x - mean.x) * cos - (y - mean.y) * sin, y: (x - mean.x) * sin + (y - mean.y) * cos },
    ]),
  )
}

/** Scales to the plate; every footprint lies inside it where it can. */
export const fitToPlate = (positions: Positions, prints: readonly Footprint[], plate: Plate): Positions => {
  const points = [...positions.values()]
  const minX = Math.min(...points.map(({ x }) => x))
  const minY = Math.min(...points.map(({ y }) => y))
  const spanX = Math.max(1, Math.max(...points.map(({ x }) => x)) - minX)
  const spanY = Math.max(1, Math.max(...points.map(({ y }) => y)) - minY)
  const side = Math.max(...prints.map(({ outer }) => Math.min(outer.left, plate.width / 5)), 0) + MARGIN
  const top = Math.max(...prints.map(({ outer, shade }) => outer.top + shade), 0) + MARGIN
  const bottom = Math.max(...prints.map(({ outer }) => outer.bottom), 0) + MARGIN
  const width = Math.max(20, plate.width - 2 * side)
  const height = Math.max(20, plate.height - top - bottom)
  const scale = Math.min(width / spanX, height / spanY)
  const scaleX = Math.min(width / spanX, scale * STRETCH)
  const scaleY = Math.min(height / spanY, scale * STRETCH)
  const shiftX = side + (width - spanX * scaleX) / 2
  const shiftY = top + (height - spanY * scaleY) / 2
  return new Map(
    [...positions].map(([id, { x, y }]) => [id, { x: shiftX + (x - minX) * scaleX, y: shiftY + (y - minY) * scaleY }]),
  )
}

/** How far two footprints reach into each other, on each axis; not positive where they are apart. */
const overlap = (a: Footprint, b: Footprint, p: Point, q: Point): Point => ({
  x: Math.min(p.x + a.outer.right, q.x + b.outer.right) - Math.max(p.x - a.outer.left, q.x - b.outer.left),
  y: Math.min(p.y + a.outer.bottom, q.y + b.outer.bottom) - Math.max(p.y - a.outer.top, q.y - b.outer.top),
})

export const countOverlaps = (at: Positions, prints: readonly Footprint[]): number => {
  let count = 0
  prints.forEach((a, i) => {
    for (const b of prints.slice(i + 1)) {
      const { x, y } = overlap(a, b, at.get(a.id) ?? origin, at.get(b.id) ?? origin)
      if (x > 0 && y > 0) count++
    }
  })
  return count
}

const MOST_SPREAD = 120
const ROUNDS = 120

const clamp = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value))

/** Pushes two apart along the axis that needs less; false where they are apart already. */
const part = (p: Point, q: Point, { x, y }: Point): boolean => {
  if (x <= 0 || y <= 0) return false
  if (x < y) {
    const push = (x / 2 + 0.5) * (p.x <= q.x ? 1 : -1)
    p.x -= push
    q.x += push
  } else {
    const push = (y / 2 + 0.5) * (p.y <= q.y ? 1 : -1)
    p.y -= push
    q.y += push
  }
  return true
}

/** Keeps a footprint within the plate and off the corner of the tools. */
const keepIn = (p: Point, { outer, shade }: Footprint, plate: Plate): void => {
  p.x = clamp(p.x, outer.left + 4, plate.width - outer.right - 4)
  p.y = clamp(p.y, outer.top + shade + 4, plate.height - outer.bottom - 4)
  const tooFar = p.x + outer.right - (plate.width - plate.corner.width)
  const tooLow = p.y + outer.bottom - (plate.height - plate.corner.height)
  if (tooFar <= 0 || tooLow <= 0) return
  if (tooFar < tooLow) p.x -= tooFar
  else p.y -= tooLow
}

/** Pushes overlapping footprints apart within the plate. Left alone beyond some hundred nodes. */
export const spread = (positions: Positions, prints: readonly Footprint[], plate: Plate): Positions => {
  const at = new Map([...positions].map(([id, point]) => [id, { ...point }]))
  const rounds = prints.length > MOST_SPREAD ? 1 : ROUNDS
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (const [i, a] of prints.entries()) {
      const p = at.get(a.id)
      for (const b of prints.slice(i + 1)) {
        const q = at.get(b.id)
        if (p && q && part(p, q, overlap(a, b, p, q))) moved = true
      }
    }
    for (const print of prints) {
      const p = at.get(print.id)
      if (p) keepIn(p, print, plate)
    }
    if (!moved) break
  }
  // Whole pixels keep the letters sharp.
  return new Map([...at].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]))
}

const STAR: ReadonlySet<NodeKind> = new Set(['meeting'])
const RING_GAP = { x: 50, y: 40 }

/** Places at equal distances along an ellipse, beginning at its top. */
const alongEllipse = (count: number, radius: Point, shift: number): Point[] => {
  const steps = 720
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const angle = -Math.PI / 2 + (step / steps) * 2 * Math.PI
    return { x: radius.x * Math.cos(angle), y: radius.y * Math.sin(angle) }
  })
  const lengths = [0]
  for (let i = 1; i <= steps; i++) {
    const a = points[i - 1] ?? origin
    const b = points[i] ?? origin
    // Labels are wider than they are high: a step sideways counts for less.
    lengths.push((lengths[i - 1] ?? 0) + Math.hypot((a.x - b.x) / RING_GAP.x, (a.y - b.y) / RING_GAP.y))
  }
  const total = lengths[steps] ?? 1
  let at = 0
  return Array.from({ length: count }, (_, nth) => {
    const wanted = ((nth + shift) / count) * total
    while (at < steps && (lengths[at] ?? 0) < wanted) at++
    return points[at] ?? origin
  })
}

/** A hub and its leaves as one or two ellipses around it; `null` where the graph is no star of a meeting with six leaves or more. */
export const starRings = (graph: CanvasGraph, plate: Plate): Positions | null => {
  const degree = degrees(graph)
  const hub = graph.nodes.find(({ id, kind }) => STAR.has(kind) && (degree.get(id) ?? 0) >= graph.nodes.length - 1)
  if (!hub || graph.nodes.length < 7) return null
  if (graph.edges.some(({ from, to }) => from !== hub.id && to !== hub.id)) return null
  const leaves = graph.nodes.filter(({ id }) => id !== hub.id)
  const centre = { x: plate.width / 2, y: plate.height / 2 - 6 }
  const radius = { x: plate.width / 2 - 36, y: plate.height / 2 - 32 }
  const inner = leaves.length <= 14 ? 0 : Math.round(leaves.length * 0.32)
  const rings = [
    ...alongEllipse(inner, { x: radius.x * 0.52, y: radius.y * 0.5 }, 0.5),
    ...alongEllipse(leaves.length - inner, radius, 0),
  ]
  const at = new Map<string, Point>([[hub.id, centre]])
  leaves.forEach(({ id }, index) => {
    const { x, y } = rings[index] ?? origin
    at.set(id, { x: centre.x + x, y: centre.y + y })
  })
  return at
}

/** A layout's raw positions as places in pixels of the plate. */
export const onPlate = (raw: Positions, graph: CanvasGraph, plate: Plate): Positions => {
  const prints = footprintsFor(graph, plate)
  return spread(fitToPlate(turn(raw, plate), prints, plate), prints, plate)
}
