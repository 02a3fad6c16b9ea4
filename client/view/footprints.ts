/** What nodes and their labels cover, and which labels there is room for. Pure. */
import type { NodeKind } from '../../model/graph.ts'
import {
  type CanvasGraph,
  type CanvasNode,
  COMMUNITY_SHADE,
  degrees,
  labelBox,
  labelSize,
  type Plate,
  type Point,
  sizeOf,
} from './elements.ts'

const LABEL_GAP = 4
const PAD = 3

/** Around the centre of the shape, in pixels. */
type Reach = { left: number; right: number; top: number; bottom: number }

export type Footprint = {
  id: string
  kind: NodeKind
  degree: number
  shape: Reach
  label: Reach
  /** The shape, and the label below it where room is kept for it. */
  outer: Reach
  /** The shade of its community reaches so far above it. */
  shade: number
}

const footprint = (node: CanvasNode, degree: number, labelled: boolean): Footprint => {
  const { id, kind, label, more } = node
  const size = sizeOf(node, degree)
  // The label of a pill stands in it.
  const text = more ? { width: 0, height: -LABEL_GAP } : labelBox(label, labelSize(kind, degree))
  const shape = { left: size.width / 2, right: size.width / 2, top: size.height / 2, bottom: size.height / 2 }
  const below = shape.bottom + LABEL_GAP
  const half = text.width / 2
  const side = (labelled ? Math.max(shape.left, half) : shape.left) + PAD
  return {
    id,
    kind,
    degree,
    shade: node.community === undefined ? 0 : COMMUNITY_SHADE,
    shape,
    label: { left: half, right: half, top: -below, bottom: below + text.height },
    outer: {
      left: side,
      right: side,
      top: shape.top + PAD,
      bottom: (labelled ? below + text.height : shape.bottom) + PAD,
    },
  }
}

/** With room for every label. */
export const footprints = (graph: CanvasGraph): Footprint[] => {
  const degree = degrees(graph)
  return graph.nodes.map((node) => footprint(node, degree.get(node.id) ?? 0, true))
}

/** Whose label gives way first when the plate is too small for all: outcomes repeat themselves, titles are long. */
const YIELDS: readonly NodeKind[] = ['decision', 'policy', 'person', 'district', 'department']
/** From so many ties on a label never gives way. */
const HUB = 6
/** Share of the plate that shapes and labels may cover. */
const FULL = 0.42

const area = ({ outer }: Footprint): number => (outer.left + outer.right) * (outer.top + outer.bottom)

/** Room is kept for as many labels as the plate bears; of one kind, those with more ties keep theirs longer. */
export const footprintsFor = (graph: CanvasGraph, plate: Plate): Footprint[] => {
  const degree = degrees(graph)
  const prints = new Map(footprints(graph).map((print) => [print.id, print]))
  let covered = [...prints.values()].reduce((sum, print) => sum + area(print), 0)
  const room = plate.width * plate.height * FULL
  const yielding = graph.nodes
    .filter(({ id, kind }) => YIELDS.includes(kind) && (degree.get(id) ?? 0) < HUB)
    .sort(
      (a, b) =>
        YIELDS.indexOf(a.kind) - YIELDS.indexOf(b.kind) ||
        (degree.get(a.id) ?? 0) - (degree.get(b.id) ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )
  for (const node of yielding) {
    if (covered <= room) break
    const bare = footprint(node, degree.get(node.id) ?? 0, false)
    const before = prints.get(node.id)
    covered -= (before ? area(before) : 0) - area(bare)
    prints.set(node.id, bare)
  }
  return [...prints.values()]
}

const meet = (a: Reach, p: Point, b: Reach, q: Point): boolean =>
  Math.min(p.x + a.right, q.x + b.right) - Math.max(p.x - a.left, q.x - b.left) > 1 &&
  Math.min(p.y + a.bottom, q.y + b.bottom) - Math.max(p.y - a.top, q.y - b.top) > 1

/** Whose label is not drawn: it would lie on a shape, or on the label of a node with more ties. */
export const hiddenLabels = (at: ReadonlyMap<string, Point>, prints: readonly Footprint[]): Set<string> => {
  const origin = { x: 0, y: 0 }
  const placed = prints.map((print) => ({ ...print, at: at.get(print.id) ?? origin }))
  const late = new Set<NodeKind>(['decision', 'policy'])
  const ranked = [...placed].sort(
    (a, b) => Number(late.has(a.kind)) - Number(late.has(b.kind)) || b.degree - a.degree || (a.id < b.id ? -1 : 1),
  )
  const kept: typeof placed = []
  const hidden = new Set<string>()
  for (const print of ranked) {
    const onShape = placed.some((other) => other.id !== print.id && meet(print.label, print.at, other.shape, other.at))
    const onLabel = kept.some((other) => meet(print.label, print.at, other.label, other.at))
    if (onShape || onLabel) hidden.add(print.id)
    else kept.push(print)
  }
  return hidden
}
