import cytoscape, { type Core, type EventObject } from 'cytoscape'
import type { CanvasGraph, CanvasSelection, Point } from './elements.ts'
import { toElements } from './elements.ts'
import { footprints, hiddenLabels } from './footprints.ts'
import type { Glyphs } from './glyph.ts'
import { readPalette } from './palette.ts'
import type { Positions } from './place.ts'
import { stylesheet } from './style.ts'

/** What of the drawing's plane is seen: `x`, `y` is its upper left corner. */
export type Seen = { x: number; y: number; width: number; height: number }

export type ExploreHandlers = {
  onNode: (id: string) => void
  onEdge: (id: string) => void
  onBackground: () => void
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

const FLIGHT = 320
const ZOOM = { least: 0.15, most: 4 }
/** Room for the tools above and the key below. */
const AIR = { top: 64, right: 28, bottom: 44, left: 28 }
const PNG_SCALE = 2

const patch = (cy: Core, graph: CanvasGraph, at: Positions): void => {
  const elements = toElements(graph, at, hiddenLabels(at, footprints(graph)))
  const wanted = new Set(elements.map(({ data }) => data.id))
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove()
    for (const element of elements) {
      const present = cy.getElementById(element.data.id ?? '')
      if (present.empty()) cy.add(element)
      else {
        present.data(element.data)
        present.classes(element.classes ?? [])
        if (element.position && !present.grabbed()) present.position(element.position)
      }
    }
  })
}

const markIn = (cy: Core, { node, edge }: CanvasSelection, later: ReadonlySet<string>): void => {
  cy.batch(() => {
    cy.elements().removeClass('selected near end later')
    const chosenNode = node === null ? cy.collection() : cy.getElementById(node)
    const chosenEdge = edge === null ? cy.collection() : cy.getElementById(edge)
    chosenNode.addClass('selected')
    if (chosenNode.nonempty()) chosenNode.connectedEdges().addClass('near')
    chosenEdge.addClass('selected')
    if (chosenEdge.nonempty()) chosenEdge.connectedNodes().addClass('end')
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
  cy.on('tap', 'edge', ({ target }: EventObject) => handlers.onEdge(target.id()))
  cy.on('tap', ({ target }: EventObject) => {
    if (target === cy) handlers.onBackground()
  })
  cy.on('cxttap taphold', 'node', ({ target, renderedPosition }: EventObject) =>
    handlers.onMenu(target.id(), renderedPosition),
  )
  cy.on('dragfree', 'node', ({ target }: EventObject) => handlers.onDragged(target.id(), { ...target.position() }))
  cy.on('mouseover', 'node, edge', ({ target }: EventObject) => {
    target.addClass('hover')
    container.style.cursor = 'pointer'
  })
  cy.on('mouseout', 'node, edge', ({ target }: EventObject) => {
    target.removeClass('hover')
    container.style.cursor = ''
  })
  cy.on('viewport resize', () => handlers.onSeen(seenIn(cy)))
  // A wheel over the drawing scrolls the page; with Ctrl, or pinched, it zooms.
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const box = container.getBoundingClientRect()
    cy.zoom({
      level: cy.zoom() * Math.exp(-event.deltaY / 300),
      renderedPosition: { x: event.clientX - box.left, y: event.clientY - box.top },
    })
  }
  const noMenu = (event: Event) => event.preventDefault()
  container.addEventListener('wheel', wheel, { passive: false })
  container.addEventListener('contextmenu', noMenu)
  return () => {
    container.removeEventListener('wheel', wheel)
    container.removeEventListener('contextmenu', noMenu)
  }
}

/** The zoom and the shift that bring everything into view, never larger than drawn. */
const wholeView = (cy: Core): { zoom: number; pan: Point } => {
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
  const fly = (view: { zoom: number; pan: Point }) => {
    cy.stop()
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) cy.viewport(view)
    else cy.animate({ ...view, duration: FLIGHT, easing: 'ease-out' })
  }
  const about = (zoom: number, middle: Point) =>
    fly({ zoom, pan: { x: cy.width() / 2 - zoom * middle.x, y: cy.height() / 2 - zoom * middle.y } })
  const middle = (): Point => ({
    x: (cy.width() / 2 - cy.pan().x) / cy.zoom(),
    y: (cy.height() / 2 - cy.pan().y) / cy.zoom(),
  })
  return {
    fit: () => {
      cy.resize()
      if (cy.elements().nonempty()) fly(wholeView(cy))
    },
    zoomBy: (factor: number) => about(Math.max(ZOOM.least, Math.min(ZOOM.most, cy.zoom() * factor)), middle()),
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
  // An edge between shapes that touch has no line to draw; that is nobody's fault.
  cytoscape.warnings(false)
  const cy = cytoscape({
    container,
    style: stylesheet(readPalette(container, dark), glyphs),
    minZoom: ZOOM.least,
    maxZoom: ZOOM.most,
    userZoomingEnabled: window.matchMedia('(pointer: coarse)').matches,
    pixelRatio: Math.max(2, window.devicePixelRatio),
    autounselectify: true,
    boxSelectionEnabled: false,
    layout: { name: 'preset' },
  })
  const unlisten = listen(cy, container, handlers)
  return {
    draw: (graph, at) => {
      cy.resize()
      patch(cy, graph, at)
      handlers.onSeen(seenIn(cy))
    },
    mark: (selection, later) => markIn(cy, selection, later),
    restyle: (next, nextDark) => {
      cy.style(stylesheet(readPalette(container, nextDark), next))
    },
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
