/** The drawing of an exploration by itself, larger than the page lets it grow: `?nodes=800&edges=3000`, `&placed` when their places are known. */
import '../../client/theme/tokens.css'
import { createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { CanvasGraph, Point } from '../../client/view/elements.ts'
import { ExploreCanvas } from '../../client/view/explore-canvas.tsx'
import { seededRandom } from '../../client/view/seeded-random.ts'
import { NodeKind } from '../../model/graph.ts'

const asked = new URLSearchParams(window.location.search)
const [nodeCount, edgeCount] = [Number(asked.get('nodes')), Number(asked.get('edges'))]
const random = seededRandom(7)
const KINDS = NodeKind.options

const nodes = Array.from({ length: nodeCount }, (_, at) => ({
  id: `n${at}`,
  kind: KINDS[at % KINDS.length] ?? 'department',
  label: `市第${at}局`,
}))
/** Some nodes have many neighbours and most have few, as in minutes. */
const busy = (): number => Math.floor(nodeCount * random() ** 2)
const edges = Array.from({ length: edgeCount }, (_, at) => {
  const from = busy()
  return { id: `e${at}`, from: `n${from}`, to: `n${(from + 1 + busy()) % nodeCount}`, label: '牵头', minor: false }
})
const graph: CanvasGraph = { nodes, edges }
const side = Math.ceil(Math.sqrt(nodeCount))
const known = new Map(
  asked.has('placed')
    ? nodes.map(({ id }, at): [string, Point] => [
        id,
        { x: (at % side) * 110 + 40 * random(), y: Math.floor(at / side) * 80 + 30 * random() },
      ])
    : [],
)
const nothing = () => undefined
const none: ReadonlySet<string> = new Set()
const glyphs = { meeting: '会', item: '', decision: '', policy: '策', department: '部', person: '人', district: '区' }
const nobody = { node: null, edge: null }

const Drawing = () => {
  const [places, setPlaces] = useState<ReadonlyMap<string, Point>>(known)
  return createElement(ExploreCanvas, {
    graph,
    places,
    onPlaced: (placed) => setPlaces(new Map([...places, ...placed])),
    selection: nobody,
    later: none,
    glyphs,
    dark: false,
    labels: { name: 'drawing', laying: 'laying', minimap: 'minimap' },
    handle: null,
    onNode: nothing,
    onEdge: nothing,
    onBackground: nothing,
    onExpand: nothing,
    onMenu: nothing,
    onDragged: nothing,
  })
}

const root = document.querySelector('#root')
if (root) createRoot(root).render(createElement(Drawing))
