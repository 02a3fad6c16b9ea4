import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { arrange } from './arrange.ts'
import { type Canvas, mountCanvas } from './canvas.ts'
import type { Box, CanvasGraph, CanvasSelection } from './elements.ts'
import type { Glyphs } from './glyph.ts'
import classes from './graph-canvas.module.css'

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

export type GraphCanvasProps = {
  graph: CanvasGraph
  selection: CanvasSelection
  glyphs: Glyphs
  dark: boolean
  labels: CanvasLabels
  onNode: (id: string) => void
  onEdge: (id: string) => void
  onBackground: () => void
  /** `null` where the drawing is as large as it gets. */
  onEnlarge: (() => void) | null
}

const ZOOM_STEP = 1.4
/** Of the zoom buttons, with some air; fingers get larger ones. */
const toolsBox = (): Box =>
  window.matchMedia('(pointer: coarse)').matches ? { width: 164, height: 52 } : { width: 122, height: 42 }

/** The size of `element`, in whole pixels; `null` until it has one. */
const useBox = (element: HTMLElement | null): Box | null => {
  const [box, setBox] = useState<Box | null>(null)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const width = Math.round(entry.contentRect.width)
      const height = Math.round(entry.contentRect.height)
      if (width > 0 && height > 0)
        setBox((old) => (old?.width === width && old.height === height ? old : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return box
}

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
  const canvas = useRef<Canvas | null>(null)
  const [laying, setLaying] = useState(false)
  const onNode = useEffectEvent(handlers.onNode)
  const onEdge = useEffectEvent(handlers.onEdge)
  const onBackground = useEffectEvent(handlers.onBackground)
  const select = useEffectEvent(() => canvas.current?.select(selection))
  const mount = useEffectEvent((element: HTMLElement) =>
    mountCanvas(element, glyphs, dark, { onNode, onEdge, onBackground }),
  )
  const hasBox = box !== null

  useEffect(() => {
    if (!container || !hasBox) return
    canvas.current = mount(container)
    return () => {
      canvas.current?.destroy()
      canvas.current = null
    }
  }, [container, hasBox])

  useEffect(() => {
    if (!box) return
    const stop = new AbortController()
    const slow = setTimeout(() => setLaying(true), 400)
    const draw = async () => {
      try {
        const at = await arrange(graph, { ...box, corner: toolsBox() }, stop.signal)
        if (stop.signal.aborted) return
        canvas.current?.draw(graph, at)
        select()
      } finally {
        clearTimeout(slow)
        if (!stop.signal.aborted) setLaying(false)
      }
    }
    draw().catch((error: unknown) => {
      if (!stop.signal.aborted) reportError(error)
    })
    return () => {
      clearTimeout(slow)
      stop.abort()
    }
  }, [graph, box])

  useEffect(() => canvas.current?.select(selection), [selection])

  useEffect(() => {
    // The colour scheme is set on the root by an effect further up, which runs after this one.
    const frame = requestAnimationFrame(() => canvas.current?.restyle(glyphs, dark))
    return () => cancelAnimationFrame(frame)
  }, [dark, glyphs])

  return (
    <div className={classes.frame}>
      <div ref={setContainer} className={classes.canvas} role="img" aria-label={labels.name} />
      {laying ? <p className={classes.laying}>{labels.laying}</p> : null}
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
