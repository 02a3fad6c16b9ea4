import type { ElementDefinition } from 'cytoscape'
import type { NodeKind } from '../../model/graph.ts'

/** What a page hands to the canvas: names are already in words. */
export type CanvasNode = {
  id: string
  kind: NodeKind
  label: string
  /** Drawn by its community instead of its kind; `null` for one that has none. */
  community?: number | null
  /** Where somebody began to explore: drawn larger. */
  start?: boolean
  /** Not a node of the graph but what is not drawn of one: a pill, its label inside. */
  more?: boolean
  pinned?: boolean
  /** Where the server has laid it, in a plane of its own; for drawings that are laid out there. */
  at?: Point
}
export type CanvasEdge = {
  id: string
  from: string
  to: string
  label: string
  minor: boolean
  /** Leads to a pill, or says that two may be the same. */
  line?: 'dotted' | 'double'
  /** Drawn as a tie between members: `strength` from 0 to 1, `within` the community of both, `null` across. */
  tie?: { strength: number; within: number | null; below: boolean }
}
export type CanvasGraph = { nodes: readonly CanvasNode[]; edges: readonly CanvasEdge[] }
export type CanvasSelection = { node: string | null; edge: string | null }

export type Point = { x: number; y: number }
export type Box = { width: number; height: number }
/** Where a drawing goes, and how much of its lower right corner its tools cover. */
export type Plate = Box & { corner: Box }

/** Longest label, in widths of a Han character. */
const LABEL_EMS = 14
const BOW = 0.09

/** Han and full-width characters are one em wide, the rest about half. */
const emsOf = (character: string): number => (character > '⺀' ? 1 : 0.56)

/** Long labels end in …; the full name stands in the list beside. */
export const cutLabel = (label: string): string => {
  let ems = 0
  let end = 0
  for (const character of label) {
    ems += emsOf(character)
    if (ems > LABEL_EMS) return `${label.slice(0, end)}…`
    if (ems <= LABEL_EMS - 1) end += character.length
  }
  return label
}

export const degrees = ({ nodes, edges }: CanvasGraph): Map<string, number> => {
  const count = new Map(nodes.map(({ id }) => [id, 0]))
  for (const { from, to, tie } of edges) {
    if (tie?.below) continue
    count.set(from, (count.get(from) ?? 0) + 1)
    count.set(to, (count.get(to) ?? 0) + 1)
  }
  return count
}

/** Of the shape alone, in pixels at zoom 1. */
export const nodeSize = (kind: NodeKind, degree: number): Box => {
  const diameter = degree >= 6 ? 34 : Math.min(28, 22 + degree)
  switch (kind) {
    case 'item':
      return { width: 12, height: 12 }
    case 'decision':
      return { width: 14, height: 8 }
    case 'meeting':
      return { width: 23, height: 29 }
    case 'policy':
      return { width: diameter + 6, height: diameter + 6 }
    case 'department':
    case 'district':
    case 'person':
      return { width: diameter, height: diameter }
  }
}

/** Around a member of a community, in pixels. */
export const COMMUNITY_SHADE = 24

/** A member of a community: the more ties, the larger. */
const memberSize = (degree: number): Box => {
  const diameter = degree === 0 ? 14 : 12 + 3.8 * degree ** 0.85
  return { width: diameter, height: diameter }
}

const START = 48
const PILL: Box = { width: 74, height: 26 }

const exploredSize = ({ kind, start }: CanvasNode, degree: number): Box => {
  const { width, height } = nodeSize(kind, degree)
  return start ? { width: (width / height) * START, height: START } : { width, height }
}

export const sizeOf = (node: CanvasNode, degree: number): Box => {
  if (node.more) return PILL
  return node.community === undefined ? exploredSize(node, degree) : memberSize(degree)
}

/** Items have many ties by nature: theirs do not raise their voice. */
export const labelSize = (kind: NodeKind, degree: number): number =>
  kind === 'item' || kind === 'decision' ? 12 : degree >= 6 ? (kind === 'meeting' ? 13 : 15) : degree >= 4 ? 13 : 12

export const labelBox = (label: string, size: number): Box => {
  let ems = 0
  for (const character of cutLabel(label)) ems += emsOf(character)
  return { width: ems * size, height: size * 1.35 }
}

/** Bodies of the city's own are drawn without 市, unless one of them is not. */
export const dropCity = (labels: readonly string[]): ((label: string) => string) =>
  labels.length > 0 && labels.every((label) => label.startsWith('市') && label.length > 2)
    ? (label) => label.slice(1)
    : (label) => label

/** As many as can be told apart by colour. */
export const COMMUNITIES = 6
const communityClass = (community: number | null): string =>
  community !== null && community < COMMUNITIES ? `community-${community}` : 'community-other'

const nodeClasses = ({ kind, community, more, pinned }: CanvasNode, degree: number): string[] => {
  if (more) return [`more-${kind}`, 'more']
  if (community === undefined) return [kind, ...(pinned ? ['pinned'] : [])]
  return ['member', communityClass(community), ...(degree === 0 ? ['alone'] : [])]
}

/** More curves than these take too long to draw. */
const MOST_CURVES = 1000

const tieClasses = ({ minor, tie, line }: CanvasEdge): string[] => {
  if (line) return [line]
  if (!tie) return minor ? ['minor'] : []
  if (tie.below) return ['tie', 'below']
  return ['tie', tie.within === null ? 'across' : communityClass(tie.within)]
}

const tieWidth = ({ tie }: CanvasEdge): number => (tie && !tie.below ? 0.8 + 5 * tie.strength ** 1.3 : 1.2)

/** Edges between the same two nodes bow to alternate sides, each further than the last. */
const bows = (edges: readonly CanvasEdge[], at: ReadonlyMap<string, Point>): Map<string, number> => {
  const seen = new Map<string, number>()
  return new Map(
    edges.map(({ id, from, to }) => {
      const pair = from < to ? `${from}|${to}` : `${to}|${from}`
      const nth = seen.get(pair) ?? 0
      seen.set(pair, nth + 1)
      const a = at.get(from) ?? { x: 0, y: 0 }
      const b = at.get(to) ?? { x: 0, y: 0 }
      const side = (nth % 2 === 0 ? 1 : -1) * (from < to ? 1 : -1)
      return [id, side * (1 + Math.ceil(nth / 2) * 1.2) * BOW * Math.hypot(a.x - b.x, a.y - b.y)]
    }),
  )
}

/** Everything Cytoscape has to know, but for selection and hover, which are classes that come and go. */
export const toElements = (
  graph: CanvasGraph,
  at: ReadonlyMap<string, Point>,
  hidden: ReadonlySet<string>,
): ElementDefinition[] => {
  const degree = degrees(graph)
  const bow = bows(graph.edges, at)
  const drawn = new Set(graph.nodes.map(({ id }) => id))
  const straight = graph.edges.length > MOST_CURVES
  return [
    ...graph.nodes.map((node): ElementDefinition => {
      const { id, kind, label } = node
      const ties = degree.get(id) ?? 0
      const { width, height } = sizeOf(node, ties)
      return {
        group: 'nodes',
        data: {
          id,
          label: cutLabel(label),
          width,
          height,
          size: labelSize(kind, ties),
          weight: !node.more && ties >= 6 && kind !== 'item' && kind !== 'decision' ? 600 : 400,
        },
        position: { ...(at.get(id) ?? { x: 0, y: 0 }) },
        classes: [...nodeClasses(node, ties), ...(hidden.has(id) ? ['unlabelled'] : [])],
      }
    }),
    ...graph.edges
      .filter(({ from, to }) => drawn.has(from) && drawn.has(to))
      .map(
        (edge): ElementDefinition => ({
          group: 'edges',
          data: {
            id: edge.id,
            source: edge.from,
            target: edge.to,
            label: edge.label,
            bow: bow.get(edge.id) ?? 0,
            width: tieWidth(edge),
          },
          classes: straight ? [...tieClasses(edge), 'straight'] : tieClasses(edge),
        }),
      ),
  ]
}
