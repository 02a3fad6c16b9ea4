import type { Core, EventObject } from 'cytoscape'
import {
  type BaseHandlers,
  fly,
  listenTo,
  markChosen,
  openCore,
  patch,
  restyle,
  type View,
  within,
} from './base-core.ts'
import type { CanvasGraph, CanvasSelection, Point } from './elements.ts'
import type { Glyphs } from './glyph.ts'
import { readPalette } from './palette.ts'
import type { Positions } from './place.ts'

/** What of the drawing's plane is seen: `x`, `y` is its upper left corner. */
export type Seen = { x: number; y: number; width: number; height: number }

export type ExploreHandlers = BaseHandlers & {
  /** Twice upon a node, or once upon a pill. */
  onExpand: (id: string) => void
  /** `at` in pixels of the canvas. */
  onMenu: (id: string, at: Point) => void
  onDragged: (id: string, at: Point) => void
  onSeen: (seen: Seen) => void
}

export type ExploreCore = {
  draw: (graph: CanvasGraph, at: Positions) => void
  mark: (selection: CanvasSelection, later: ReadonlySet<string>) => void
  restyle: (glyphs: Glyphs, dark: boolean) => void
  /** Everything into view. */
  fit: () => void
  zoomBy: (factor: number) => void
  /** Brings a point of the plane to the middle. */
  centre: (point: Point) => void
  /** Where a node is, in pixels of the canvas; `null` when it is not drawn. */
  whereIs: (id: string) => Point | null
  png: () => Promise<Blob>
  destroy: () => void
}

const ZOOM = { least: 0.15, most: 4 }
/** Room for the tools above and the key below. */
const AIR = { top: 64, right: 28, bottom: 44, left: 28 }
const PNG_SCALE = 2

const markIn = (cy: Core, selection: CanvasSelection, later: ReadonlySet<string>): void => {
  cy.batch(() => {
    cy.elements().removeClass('selected near end later')
    markChosen(cy, selection)
    for (const id of later) cy.getElementById(id).addClass('later')
  })
}

const seenIn = (cy: Core): Seen => {
  const { x1, y1, w, h } = cy.extent()
  return { x: x1, y: y1, width: w, height: h }
}

const listen = (cy: Core, container: HTMLElement, handlers: ExploreHandlers): (() => void) => {
  cy.on('tap', 'node', ({ target }: EventObject) =>
    target.hasClass('more') ? handlers.onExpand(target.id()) : handlers.onNode(target.id()),
  )
  cy.on('dbltap', 'node', ({ target }: EventObject) => {
    if (!target.hasClass('more')) handlers.onExpand(target.id())
  })
  cy.on('cxttap taphold', 'node', ({ target, renderedPosition }: EventObject) =>
    handlers.onMenu(target.id(), renderedPosition),
  )
  cy.on('dragfree', 'node', ({ target }: EventObject) => handlers.onDragged(target.id(), { ...target.position() }))
  cy.on('viewport resize', () => handlers.onSeen(seenIn(cy)))
  const noMenu = (event: Event) => event.preventDefault()
  const unlisten = listenTo(cy, container, handlers)
  container.addEventListener('contextmenu', noMenu)
  return () => {
    unlisten()
    container.removeEventListener('contextmenu', noMenu)
  }
}

/** The zoom and the shift that bring everything into view, never larger than drawn. */
const wholeView = (cy: Core): View => {
  const box = cy.elements().boundingBox({ includeOverlays: false })
  const width = cy.width() - AIR.left - AIR.right
  const height = cy.height() - AIR.top - AIR.bottom
  const zoom = Math.max(ZOOM.least, Math.min(1, width / Math.max(1, box.w), height / Math.max(1, box.h)))
  return {
    zoom,
    pan: {
      x: AIR.left + width / 2 - zoom * (box.x1 + box.w / 2),
      y: AIR.top + height / 2 - zoom * (box.y1 + box.h / 2),
    },
  }
}

const flights = (cy: Core) => {
  const go = (view: View) => {
    cy.stop()
    fly(cy, view)
  }
  const about = (zoom: number, middle: Point) =>
    go({ zoom, pan: { x: cy.width() / 2 - zoom * middle.x, y: cy.height() / 2 - zoom * middle.y } })
  const middle = (): Point => ({
    x: (cy.width() / 2 - cy.pan().x) / cy.zoom(),
    y: (cy.height() / 2 - cy.pan().y) / cy.zoom(),
  })
  return {
    fit: () => {
      cy.resize()
      if (cy.elements().nonempty()) go(wholeView(cy))
    },
    zoomBy: (factor: number) => about(within(ZOOM, cy.zoom() * factor), middle()),
    centre: (point: Point) => about(cy.zoom(), point),
  }
}

/** A Cytoscape canvas in `container`, which must have a size; its nodes can be moved by hand. `destroy` frees it. */
export const mountExplore = (
  container: HTMLElement,
  glyphs: Glyphs,
  dark: boolean,
  handlers: ExploreHandlers,
): ExploreCore => {
  const cy = openCore(container, glyphs, dark, { zoom: ZOOM, fixed: false })
  const unlisten = listen(cy, container, handlers)
  return {
    draw: (graph, at) => {
      cy.resize()
      patch(cy, graph, at)
      handlers.onSeen(seenIn(cy))
    },
    mark: (selection, later) => markIn(cy, selection, later),
    restyle: (next, nextDark) => restyle(cy, container, next, nextDark),
    ...flights(cy),
    whereIs: (id) => {
      const node = cy.getElementById(id)
      return node.nonempty() && node.isNode() ? { ...node.renderedPosition() } : null
    },
    png: () =>
      cy.png({ output: 'blob-promise', full: true, scale: PNG_SCALE, bg: readPalette(container, dark).surface }),
    destroy: () => {
      unlisten()
      cy.destroy()
    },
  }
}
