import type { DocumentReply } from '../../../model/api/documents.ts'
import type { DrawingReply, NeighboursReply, PathReply } from '../../../model/api/lists.ts'
import type { GraphSlice } from '../../../model/api/meetings.ts'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { jurisdictionIn } from '../../entity-tag.ts'
import { edgeAttributes, nodeAttributes } from '../attributes.ts'
import { type Exported, type FlatGraph, pageOf, spanOf } from '../exported.ts'
import { TITLES } from '../titles.ts'

type Slice = { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] }
type Place = { x: number; y: number }

/** Nodes and edges as they are stored, with all that they say; evidence as `document:start-end`. */
export const flatGraph = ({ nodes, edges }: Slice, places: ReadonlyMap<string, Place> = new Map()): FlatGraph => ({
  directed: true,
  nodes: nodes.map((node) => ({ id: node.id, attributes: { ...nodeAttributes(node), ...places.get(node.id) } })),
  edges: edges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, attributes: edgeAttributes(edge) })),
})

const whole = ({ nodes, edges }: Slice) => [
  { of: 'nodes', shown: nodes.length, total: nodes.length },
  { of: 'edges', shown: edges.length, total: edges.length },
]

const ofEdges = (edges: readonly GraphEdge[]) => spanOf(edges.map(({ date }) => date))

const segment = encodeURIComponent

/** Where the page shows the same part. */
const meetingPage = (meeting: string, part: 'agenda' | 'item' | 'roll', item: GraphNode | undefined): string =>
  pageOf(`/meetings/${segment(meeting)}`, item?.kind === 'item' ? { item: item.seq } : { tab: part })

export const meetingGraphFile = (
  slice: GraphSlice,
  { params, query }: { params: { id: string }; query: { part: 'agenda' | 'item' | 'roll'; item?: string | undefined } },
): Exported => ({
  title: slice.nodes.find(({ id }) => id === params.id)?.label ?? params.id,
  jurisdiction: jurisdictionIn(params.id) ?? '',
  period: ofEdges(slice.edges),
  page: meetingPage(
    params.id,
    query.part,
    slice.nodes.find(({ id }) => query.part === 'item' && id === query.item),
  ),
  amounts: [
    { of: 'nodes', shown: slice.shown.nodes, total: slice.total.nodes },
    { of: 'edges', shown: slice.shown.edges, total: slice.total.edges },
  ],
  graph: () => flatGraph(slice),
})

export const neighboursFile = (
  { node, nodes, edges, total, shown }: NeighboursReply,
  { query }: { query: { from?: string | undefined; to?: string | undefined } },
): Exported => ({
  title: `${node.label} ${TITLES.neighbours}`,
  jurisdiction: node.jurisdiction,
  period: ofEdges(edges),
  page: pageOf(`/nodes/${segment(node.id)}`, { from: query.from, to: query.to }),
  amounts: [{ of: 'neighbours', shown, total }],
  graph: () => flatGraph({ nodes: [node, ...nodes], edges }),
})

export const pathFile = (reply: PathReply, { query }: { query: { from: string; to: string } }): Exported => {
  const slice = reply.found ? reply : { nodes: [], edges: [] }
  const jurisdiction = jurisdictionIn(query.from) ?? ''
  const short = (id: string) => (id.startsWith(`${jurisdiction}/`) ? id.slice(jurisdiction.length + 1) : `/${id}`)
  return {
    title: TITLES.path,
    jurisdiction,
    period: ofEdges(slice.edges),
    page: pageOf('/explore', { w: `${short(query.from)}>${short(query.to)}` }),
    amounts: whole(slice),
    graph: () => flatGraph(slice),
  }
}

export const drawingFile = (
  { nodes, edges, places }: DrawingReply,
  {
    body,
  }: {
    body: { jurisdiction: string; nodes: readonly unknown[]; from: string | null; to: string | null; page: string }
  },
): Exported => ({
  title: TITLES.drawing,
  jurisdiction: body.jurisdiction,
  period: ofEdges(edges),
  page: body.page,
  amounts: [
    { of: 'nodes', shown: nodes.length, total: body.nodes.length },
    { of: 'edges', shown: edges.length, total: edges.length },
  ],
  filters: { from: body.from, to: body.to },
  graph: () => flatGraph({ nodes, edges }, new Map(places.map(({ id, ...place }) => [id, place]))),
})

export const factsFile = ({ name, jurisdiction, nodes, facts, id }: DocumentReply): Exported => ({
  title: `${name} ${TITLES.facts}`,
  jurisdiction,
  period: ofEdges(facts),
  page: pageOf(`/meetings/${segment(nodes.find(({ kind }) => kind === 'meeting')?.id ?? '')}`, { doc: id }),
  amounts: whole({ nodes, edges: facts }),
  graph: () => flatGraph({ nodes, edges: facts }),
})
