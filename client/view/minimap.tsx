import type { MouseEvent } from 'react'
import type { CanvasGraph, Point } from './elements.ts'
import classes from './explore-canvas.module.css'
import type { Seen } from './explore-core.ts'
import type { Positions } from './place.ts'

const SIZE = { width: 172, height: 118 }
const PAD = 40

const extent = (points: readonly Point[], seen: Seen) => {
  const xs = [...points.map(({ x }) => x), seen.x, seen.x + seen.width]
  const ys = [...points.map(({ y }) => y), seen.y, seen.y + seen.height]
  const [left, top] = [Math.min(...xs) - PAD, Math.min(...ys) - PAD]
  return { left, top, width: Math.max(...xs) + PAD - left, height: Math.max(...ys) + PAD - top }
}

export type MinimapProps = {
  graph: CanvasGraph
  at: Positions
  seen: Seen
  name: string
  onCentre: (point: Point) => void
}

/** The whole drawing, and the part of it that is in view; a click goes there. The keys of the canvas do the same. */
export const Minimap = ({ graph, at, seen, name, onCentre }: MinimapProps) => {
  const all = extent([...at.values()], seen)
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = Math.max(all.width / box.width, all.height / box.height)
    onCentre({
      x: all.left + all.width / 2 + (event.clientX - box.left - box.width / 2) * scale,
      y: all.top + all.height / 2 + (event.clientY - box.top - box.height / 2) * scale,
    })
  }
  const dot = Math.max(all.width / SIZE.width, all.height / SIZE.height)
  return (
    // A second way to move the drawing, for the pointer alone.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <svg
      className={classes.minimap}
      width={SIZE.width}
      height={SIZE.height}
      viewBox={`${all.left} ${all.top} ${all.width} ${all.height}`}
      onClick={onClick}
      aria-hidden="true"
    >
      <title>{name}</title>
      {graph.edges.map(({ id, from, to }) => {
        const [a, b] = [at.get(from), at.get(to)]
        return a && b ? (
          <line key={id} x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke="var(--ink4)" strokeWidth={dot * 0.7} />
        ) : null
      })}
      {graph.nodes.map(({ id, kind, more }) => {
        const point = at.get(id)
        return point && !more ? (
          <circle key={id} cx={point.x} cy={point.y} r={dot * 2} fill={`var(--kind-${kind})`} />
        ) : null
      })}
      <rect
        x={seen.x}
        y={seen.y}
        width={seen.width}
        height={seen.height}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={dot * 1.6}
      />
    </svg>
  )
}
