import cytoscape, { type Core, type EventObject } from 'cytoscape'
import { type CanvasGraph, type CanvasSelection, type Point, toElements } from './elements.ts'
import { footprints, hiddenLabels } from './footprints.ts'
import type { Glyphs } from './glyph.ts'
import { readPalette } from './palette.ts'
import type { Positions } from './place.ts'
import { stylesheet } from './style.ts'

export type BaseHandlers = {
  onNode: (id: string) => void
  onEdge: (id: string) => void
  onBackground: () => void
}

export type Zoom = { least: number; most: number }
export type View = { zoom: number; pan: Point }

const FLIGHT = 320

/** Applies the difference to what is drawn; what stays keeps its element, and what a hand holds its place. */
export const patch = (cy: Core, graph: CanvasGraph, at: Positions): void => {
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

/** Marks what is chosen and what hangs on it; `null` where no node is chosen. */
export const markChosen = (cy: Core, { node, edge }: CanvasSelection) => {
  const chosenNode = node === null ? cy.collection() : cy.getElementById(node)
  const chosenEdge = edge === null ? cy.collection() : cy.getElementById(edge)
  chosenNode.addClass('selected')
  if (chosenNode.nonempty()) chosenNode.connectedEdges().addClass('near')
  chosenEdge.addClass('selected')
  if (chosenEdge.nonempty()) chosenEdge.connectedNodes().addClass('end')
  return chosenNode.nonempty() ? chosenNode : null
}

/** Taps on edges and beside everything, what lies under the pointer, and the wheel, which scrolls the page unless it is held with Ctrl or pinched. */
export const listenTo = (
  cy: Core,
  container: HTMLElement,
  { onEdge, onBackground }: Omit<BaseHandlers, 'onNode'>,
): (() => void) => {
  cy.on('tap', 'edge', ({ target }: EventObject) => onEdge(target.id()))
  cy.on('tap', ({ target }: EventObject) => {
    if (target === cy) onBackground()
  })
  cy.on('mouseover', 'node, edge', ({ target }: EventObject) => {
    target.addClass('hover')
    container.style.cursor = 'pointer'
  })
  cy.on('mouseout', 'node, edge', ({ target }: EventObject) => {
    target.removeClass('hover')
    container.style.cursor = ''
  })
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

/** Moves the view, at once where movement is not wanted. */
export const fly = (cy: Core, view: View): void => {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) cy.viewport(view)
  else cy.animate({ ...view, duration: FLIGHT, easing: 'ease-out' })
}

export const within = ({ least, most }: Zoom, zoom: number): number => Math.max(least, Math.min(most, zoom))

export const openCore = (
  container: HTMLElement,
  glyphs: Glyphs,
  dark: boolean,
  { zoom, fixed }: { zoom: Zoom /** Nodes cannot be moved by hand. */; fixed: boolean },
): Core => {
  // An edge between shapes that touch has no line to draw; that is nobody's fault.
  cytoscape.warnings(false)
  return cytoscape({
    container,
    style: stylesheet(readPalette(container, dark), glyphs),
    minZoom: zoom.least,
    maxZoom: zoom.most,
    userZoomingEnabled: window.matchMedia('(pointer: coarse)').matches,
    // Small letters stay sharp also where a pixel is a pixel.
    pixelRatio: Math.max(2, window.devicePixelRatio),
    autoungrabify: fixed,
    autounselectify: true,
    boxSelectionEnabled: false,
    layout: { name: 'preset' },
  })
}

/** Colours and glyphs anew, places unchanged. */
export const restyle = (cy: Core, container: HTMLElement, glyphs: Glyphs, dark: boolean): void => {
  cy.style(stylesheet(readPalette(container, dark), glyphs))
}
