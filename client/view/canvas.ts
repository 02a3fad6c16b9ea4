import type { Core, EventObject } from 'cytoscape'
import { type BaseHandlers, fly, listenTo, markChosen, openCore, patch, restyle, within } from './base-core.ts'
import type { CanvasGraph, CanvasSelection } from './elements.ts'
import type { Glyphs } from './glyph.ts'
import type { Positions } from './place.ts'

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

const ZOOM = { least: 0.4, most: 5 }

const mark = (cy: Core, selection: CanvasSelection): void => {
  cy.batch(() => {
    cy.elements().removeClass('selected near faded end')
    const node = markChosen(cy, selection)
    if (node) cy.elements().difference(node.closedNeighborhood()).addClass('faded')
  })
}

/** A Cytoscape canvas in `container`, which must have a size. */
export const mountCanvas = (container: HTMLElement, glyphs: Glyphs, dark: boolean, handlers: BaseHandlers): Canvas => {
  const cy = openCore(container, glyphs, dark, { zoom: ZOOM, fixed: true })
  cy.on('tap', 'node', ({ target }: EventObject) => handlers.onNode(target.id()))
  const unlisten = listenTo(cy, container, handlers)
  return {
    draw: (graph, at) => {
      cy.resize()
      patch(cy, graph, at)
      cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } })
    },
    select: (selection) => mark(cy, selection),
    restyle: (next, nextDark) => restyle(cy, container, next, nextDark),
    fit: () => fly(cy, { zoom: 1, pan: { x: 0, y: 0 } }),
    zoomBy: (factor) => {
      const zoom = within(ZOOM, cy.zoom() * factor)
      const centre = { x: cy.width() / 2, y: cy.height() / 2 }
      const pan = cy.pan()
      const ratio = zoom / cy.zoom()
      fly(cy, { zoom, pan: { x: centre.x - (centre.x - pan.x) * ratio, y: centre.y - (centre.y - pan.y) * ratio } })
    },
    destroy: () => {
      unlisten()
      cy.destroy()
    },
  }
}
