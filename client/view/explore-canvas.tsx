import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react'
import { arrange } from './arrange.ts'
import { drawSlowly, type Stage } from './draw-slowly.ts'
import type { Box, CanvasGraph, CanvasSelection, Point } from './elements.ts'
import classes from './explore-canvas.module.css'
import { type ExploreCore, type ExploreHandlers, mountExplore, type Seen } from './explore-core.ts'
import { exploreSvg } from './explore-svg.ts'
import type { Glyphs } from './glyph.ts'
import { Minimap } from './minimap.tsx'
import { readPalette } from './palette.ts'
import type { Positions } from './place.ts'
import { placeNew } from './place-new.ts'
import { useBox } from './use-box.ts'
import { useMounted } from './use-mounted.ts'

export type ExploreHandle = Pick<ExploreCore, 'fit' | 'zoomBy' | 'whereIs' | 'png'> & { svg: () => string }

export type ExploreCanvasProps = Omit<ExploreHandlers, 'onSeen'> & {
  graph: CanvasGraph
  /** Known places of its nodes; what has none is given one, and told. */
  places: Positions
  onPlaced: (places: Positions) => void
  selection: CanvasSelection
  /** Not there yet on the day in view. */
  later: ReadonlySet<string>
  glyphs: Glyphs
  dark: boolean
  labels: { name: string; laying: string; minimap: string }
  handle: Ref<ExploreHandle>
}

const CORNER: Box = { width: 196, height: 140 }
/** Of the tools above the drawing. */
const HEAD = 56
/** So many nodes with their labels lie in the box without crowding each other. */
const ROOM_FOR = 70

const known = ({ nodes }: CanvasGraph, places: Positions): Map<string, Point> =>
  new Map(nodes.flatMap(({ id }) => (places.has(id) ? [[id, places.get(id) ?? { x: 0, y: 0 }] as const] : [])))

/** Places for what has none. A drawing of which next to nothing stands is laid out as a whole, around what is pinned. */
const complete = async (graph: CanvasGraph, places: Positions, box: Box, signal: AbortSignal): Promise<Positions> => {
  const standing = known(graph, places)
  const loose = graph.nodes.filter(({ id, pinned }) => standing.has(id) && !pinned)
  if (standing.size === graph.nodes.length) return new Map()
  if (loose.length > 1 || (loose.length === 1 && graph.nodes.length === 2)) return placeNew(graph, standing)
  // What is more than the box bears gets a larger one, which is seen from further off.
  const wider = Math.max(1, Math.sqrt(graph.nodes.length / ROOM_FOR))
  const plate = { width: box.width * wider, height: Math.max(120, box.height - HEAD - 24) * wider, corner: CORNER }
  const at = await arrange(graph, plate, signal)
  return new Map(
    graph.nodes.flatMap(({ id, pinned }) => {
      const point = at.get(id)
      return point && !(pinned && standing.has(id)) ? [[id, { x: point.x, y: point.y + HEAD }] as const] : []
    }),
  )
}

const isOutside = (places: Positions, seen: Seen): boolean =>
  [...places.values()].some(
    ({ x, y }) => x < seen.x || y < seen.y || x > seen.x + seen.width || y > seen.y + seen.height,
  )

/** The drawing of an exploration; a table of the same must stand beside it, since a canvas speaks to no screen reader. */
export const ExploreCanvas = (props: ExploreCanvasProps) => {
  const { graph, places, selection, later, glyphs, dark, labels } = props
  const [container, setContainer] = useState<HTMLDivElement | null>(null)
  const box = useBox(container)
  const [stage, setStage] = useState<Stage>('drawing')
  const [seen, setSeen] = useState<Seen | null>(null)
  const seenNow = useRef<Seen | null>(null)
  const handlers = useEffectEvent((use: (given: ExploreCanvasProps) => void) => use(props))
  const fresh = useRef(true)
  const mount = (element: HTMLElement) => {
    fresh.current = true
    return mountExplore(element, glyphs, dark, {
      onNode: (id) => handlers(({ onNode }) => onNode(id)),
      onEdge: (id) => handlers(({ onEdge }) => onEdge(id)),
      onBackground: () => handlers(({ onBackground }) => onBackground()),
      onExpand: (id) => handlers(({ onExpand }) => onExpand(id)),
      onMenu: (id, at) => handlers(({ onMenu }) => onMenu(id, at)),
      onDragged: (id, at) => handlers(({ onDragged }) => onDragged(id, at)),
      onSeen: (next) => {
        seenNow.current = next
        setSeen(next)
      },
    })
  }
  const core = useMounted(container, box !== null, mount, { glyphs, dark })
  const mark = useEffectEvent(() => core.current?.mark(selection, later))
  const show = useEffectEvent((placed: Positions, first: boolean) => {
    core.current?.draw(graph, new Map([...places, ...placed]))
    mark()
    if (first || (placed.size > 0 && seenNow.current && isOutside(placed, seenNow.current))) core.current?.fit()
    if (placed.size > 0) props.onPlaced(placed)
  })

  useEffect(() => {
    if (!box || graph.nodes.length === 0) return
    return drawSlowly(async (signal) => {
      const placed = await complete(graph, places, box, signal)
      if (signal.aborted) return
      show(placed, fresh.current)
      fresh.current = false
    }, setStage)
  }, [graph, places, box])

  useEffect(() => core.current?.mark(selection, later), [core, selection, later])

  useImperativeHandle(props.handle, () => ({
    fit: () => core.current?.fit(),
    zoomBy: (factor) => core.current?.zoomBy(factor),
    whereIs: (id) => core.current?.whereIs(id) ?? null,
    png: () => core.current?.png() ?? Promise.reject(new Error('nothing is drawn')),
    svg: () => (container ? exploreSvg(graph, places, readPalette(container, dark), glyphs) : ''),
  }))

  return (
    <div className={classes.frame}>
      <div
        ref={setContainer}
        className={classes.canvas}
        role="img"
        aria-label={labels.name}
        aria-busy={box !== null && stage !== 'drawn'}
      />
      {stage === 'slow' ? <p className={classes.laying}>{labels.laying}</p> : null}
      {seen && graph.nodes.length > 1 ? (
        <Minimap
          graph={graph}
          at={places}
          seen={seen}
          name={labels.minimap}
          onCentre={(point) => core.current?.centre(point)}
        />
      ) : null}
    </div>
  )
}
