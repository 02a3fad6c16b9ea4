import cytoscape, { type Core, type EventObject } from 'cytoscape'
import type { CanvasGraph, CanvasSelection } from './elements.ts'
import { toElements } from './elements.ts'
import { footprints, hiddenLabels } from './footprints.ts'
import type { Glyphs } from './glyph.ts'
import { readPalette } from './palette.ts'
import type { Positions } from './place.ts'
import { stylesheet } from './style.ts'

export type CanvasHandlers = {
  onNode: (id: string) => void
  onEdge: (id: string) => void
  onBackground: () => void
}

export type Canvas = {
  /** Applies the difference to what is drawn; what stays keeps its element. */
  draw: (graph: CanvasGraph, at: Positions) => void
  select: (selection: CanvasSelection) => void
  /** Colours and glyphs anew, places unchanged. */
  restyle: (glyphs: Glyphs, dark: boolean) => void
  fit: () => void
  zoomBy: (factor: number) => void
  destroy: () => void
}

const FLIGHT = 320
const ZOOM = { least: 0.4, most: 5 }
const stillness = '(prefers-reduced-motion: reduce)'

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
        if (element.position) present.position(element.position)
      }
    }
  })
}

const mark = (cy: Core, { node, edge }: CanvasSelection): void => {
  cy.batch(() => {
    cy.elements().removeClass('selected near faded end')
    const chosenNode = node === null ? cy.collection() : cy.getElementById(node)
    const chosenEdge = edge === null ? cy.collection() : cy.getElementById(edge)
    if (chosenNode.nonempty()) {
      const near = chosenNode.closedNeighborhood()
      cy.elements().difference(near).addClass('faded')
      chosenNode.connectedEdges().addClass('near')
      chosenNode.addClass('selected')
    }
    if (chosenEdge.nonempty()) {
      chosenEdge.addClass('selected')
      chosenEdge.connectedNodes().addClass('end')
    }
  })
}

const listen = (cy: Core, container: HTMLElement, handlers: CanvasHandlers): (() => void) => {
  cy.on('tap', 'node', ({ target }: EventObject) => handlers.onNode(target.id()))
  cy.on('tap', 'edge', ({ target }: EventObject) => handlers.onEdge(target.id()))
  cy.on('tap', ({ target }: EventObject) => {
    if (target === cy) handlers.onBackground()
  })
  cy.on('mouseover', 'node, edge', ({ target }: EventObject) => {
    target.addClass('hover')
    container.style.cursor = 'pointer'
  })
  cy.on('mouseout', 'node, edge', ({ target }: EventObject) => {
    target.removeClass('hover')
    container.style.cursor = ''
  })
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
  container.addEventListener('wheel', wheel, { passive: false })
  return () => container.removeEventListener('wheel', wheel)
}

/** A Cytoscape canvas in `container`, which must have a size. */
export const mountCanvas = (
  container: HTMLElement,
  glyphs: Glyphs,
  dark: boolean,
  handlers: CanvasHandlers,
): Canvas => {
  // An edge between shapes that touch has no line to draw; that is nobody's fault.
  cytoscape.warnings(false)
  const cy = cytoscape({
    container,
    style: stylesheet(readPalette(container, dark), glyphs),
    minZoom: ZOOM.least,
    maxZoom: ZOOM.most,
    userZoomingEnabled: window.matchMedia('(pointer: coarse)').matches,
    // Small letters stay sharp also where a pixel is a pixel.
    pixelRatio: Math.max(2, window.devicePixelRatio),
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    layout: { name: 'preset' },
  })
  const unlisten = listen(cy, container, handlers)
  const fly = (view: { zoom: number; pan: { x: number; y: number } }) => {
    if (window.matchMedia(stillness).matches) cy.viewport(view)
    else cy.animate({ ...view, duration: FLIGHT, easing: 'ease-out' })
  }
  return {
    draw: (graph, at) => {
      cy.resize()
      patch(cy, graph, at)
      cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } })
    },
    select: (selection) => mark(cy, selection),
    restyle: (next, nextDark) => {
      cy.style(stylesheet(readPalette(container, nextDark), next))
    },
    fit: () => fly({ zoom: 1, pan: { x: 0, y: 0 } }),
    zoomBy: (factor) => {
      const zoom = Math.max(ZOOM.least, Math.min(ZOOM.most, cy.zoom() * factor))
      const centre = { x: cy.width() / 2, y: cy.height() / 2 }
      const pan = cy.pan()
      const ratio = zoom / cy.zoom()
      fly({ zoom, pan: { x: centre.x - (centre.x - pan.x) * ratio, y: centre.y - (centre.y - pan.y) * ratio } })
    },
    destroy: () => {
      unlisten()
      cy.destroy()
    },
  }
}
