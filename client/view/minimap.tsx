import { type MouseEvent, memo, useMemo } from 'react'
import type { CanvasGraph, Point } from './elements.ts'
import classes from './explore-canvas.module.css'
import type { Seen } from './explore-core.ts'
import type { Positions } from './place.ts'

const SIZE = { width: 172, height: 118 }
const PAD = 40

type Extent = { left: number; top: number; right: number; bottom: number }

const extentOf = (at: Positions): Extent => {
  const points = [...at.values()]
  return {
    left: points.reduce((least, { x }) => Math.min(least, x), Infinity) - PAD,
    top: points.reduce((least, { y }) => Math.min(least, y), Infinity) - PAD,
    right: points.reduce((most, { x }) => Math.max(most, x), -Infinity) + PAD,
    bottom: points.reduce((most, { y }) => Math.max(most, y), -Infinity) + PAD,
  }
}

const around = (drawn: Extent, seen: Seen) => {
  const [left, top] = [Math.min(drawn.left, seen.x - PAD), Math.min(drawn.top, seen.y - PAD)]
  return {
    left,
    top,
    width: Math.max(drawn.right, seen.x + seen.width + PAD) - left,
    height: Math.max(drawn.bottom, seen.y + seen.height + PAD) - top,
  }
}

type MarksProps = { graph: CanvasGraph; at: Positions; dot: number }

/** Thousands of lines as one path; while a hand moves the drawing it stays as it is. */
const Marks = memo(({ graph, at, dot }: MarksProps) => {
  const lines = graph.edges.flatMap(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)]
    return a && b ? [`M${a.x} ${a.y}L${b.x} ${b.y}`] : []
  })
  return (
    <>
      <path d={lines.join('')} fill="none" stroke="var(--ink4)" strokeWidth={dot * 0.7} />
      {graph.nodes.map(({ id, kind, more }) => {
        const point = at.get(id)
        return point && !more ? (
          <circle key={id} cx={point.x} cy={point.y} r={dot * 2} fill={`var(--kind-${kind})`} />
        ) : null
      })}
    </>
  )
})

export type MinimapProps = {
  graph: CanvasGraph
  at: Positions
  seen: Seen
  name: string
  onCentre: (point: Point) => void
}

/** The whole drawing, and the part of it that is in view; a click goes there. The keys of the canvas do the same. */
export const Minimap = ({ graph, at, seen, name, onCentre }: MinimapProps) => {
  const drawn = useMemo(() => extentOf(at), [at])
  const all = around(drawn, seen)
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = Math.max(all.width / box.width, all.height / box.height)
    onCentre({
      x: all.left + all.width / 2 + (event.clientX - box.left - box.width / 2) * scale,
      y: all.top + all.height / 2 + (event.clientY - box.top - box.height / 2) * scale,
    })
  }
  // In steps, so that the marks are not drawn anew with every move.
  const dot = 2 ** (Math.round(4 * Math.log2(Math.max(all.width / SIZE.width, all.height / SIZE.height))) / 4)
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
      <Marks graph={graph} at={at} dot={dot} />
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
