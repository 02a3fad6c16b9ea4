import { useEffect, useEffectEvent, useState } from 'react'
import { arrange } from './arrange.ts'
import type { BaseHandlers } from './base-core.ts'
import { mountCanvas } from './canvas.ts'
import { drawSlowly, type Stage } from './draw-slowly.ts'
import type { Box, CanvasGraph, CanvasSelection } from './elements.ts'
import type { Glyphs } from './glyph.ts'
import classes from './graph-canvas.module.css'
import type { Positions } from './place.ts'
import { useBox } from './use-box.ts'
import { useMounted } from './use-mounted.ts'

export type CanvasLabels = {
  /** What the drawing shows, in a sentence. */
  name: string
  tools: string
  zoomIn: string
  zoomOut: string
  fit: string
  enlarge: string
  /** While a large graph is laid out: what is going on, with figures. */
  laying: string
}

export type GraphCanvasProps = BaseHandlers & {
  graph: CanvasGraph
  selection: CanvasSelection
  glyphs: Glyphs
  dark: boolean
  labels: CanvasLabels
  /** `null` where the drawing is as large as it gets. */
  onEnlarge: (() => void) | null
}

const ZOOM_STEP = 1.4
/** Of the zoom buttons, with some air; fingers get larger ones. */
const toolsBox = (): Box =>
  window.matchMedia('(pointer: coarse)').matches ? { width: 164, height: 52 } : { width: 122, height: 42 }

const Tool = ({ label, path, onClick }: { label: string; path: string; onClick: () => void }) => (
  <button type="button" className={classes.tool} aria-label={label} title={label} onClick={onClick}>
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  </button>
)

/** The drawing; a list of the same ties must stand beside it, since a canvas speaks to no screen reader. */
export const GraphCanvas = ({ graph, selection, glyphs, dark, labels, onEnlarge, ...handlers }: GraphCanvasProps) => {
  const [container, setContainer] = useState<HTMLDivElement | null>(null)
  const box = useBox(container)
  const [stage, setStage] = useState<Stage>('drawing')
  const onNode = useEffectEvent(handlers.onNode)
  const onEdge = useEffectEvent(handlers.onEdge)
  const onBackground = useEffectEvent(handlers.onBackground)
  const canvas = useMounted(
    container,
    box !== null,
    (element) => mountCanvas(element, glyphs, dark, { onNode, onEdge, onBackground }),
    { glyphs, dark },
  )
  const show = useEffectEvent((at: Positions) => {
    canvas.current?.draw(graph, at)
    canvas.current?.select(selection)
  })

  useEffect(() => {
    if (!box) return
    return drawSlowly(async (signal) => {
      const at = await arrange(graph, { ...box, corner: toolsBox() }, signal)
      if (!signal.aborted) show(at)
    }, setStage)
  }, [graph, box])

  useEffect(() => canvas.current?.select(selection), [canvas, selection])

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
      <div className={classes.tools} role="group" aria-label={labels.tools}>
        <Tool label={labels.zoomIn} path="M8 3v10M3 8h10" onClick={() => canvas.current?.zoomBy(ZOOM_STEP)} />
        <Tool label={labels.zoomOut} path="M3 8h10" onClick={() => canvas.current?.zoomBy(1 / ZOOM_STEP)} />
        <Tool
          label={labels.fit}
          path="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M6 6h4v4H6z"
          onClick={() => canvas.current?.fit()}
        />
        {onEnlarge ? (
          <Tool
            label={labels.enlarge}
            path="M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9"
            onClick={onEnlarge}
          />
        ) : null}
      </div>
    </div>
  )
}
