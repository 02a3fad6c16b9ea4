import { z } from 'zod'
import { DataVersion, EDGE_TYPES, GraphEdge, GraphNode, JurisdictionId, NodeId, NodeKind } from '../graph.ts'
import { Day } from '../record.ts'
import { endpoint, Limit, paged, Several } from './endpoint.ts'
import { asFile, CITED, GRAPH_FORMATS, LIST_FORMATS } from './exports.ts'

const Offset = z.coerce.number().int().min(0).max(1_000_000).default(0)

export const ListedNode = z.object({
  node: GraphNode,
  /** Distinct meetings of the period in which it occurs. */
  meetings: z.int(),
  first: Day.nullable(),
  last: Day.nullable(),
})
export type ListedNode = z.infer<typeof ListedNode>

export const listNodes = endpoint({
  name: 'listNodes',
  method: 'get',
  path: '/nodes',
  summary: 'The policies, departments, districts or people of a jurisdiction',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    kind: z.enum(['policy', 'department', 'district', 'person']),
    sort: z.enum(['activity', 'name', 'recent']).default('activity'),
    from: Day.optional(),
    to: Day.optional(),
    limit: Limit(2000, 50),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    ...asFile(LIST_FORMATS),
  },
  reply: paged(ListedNode).extend({ version: DataVersion, ...CITED }),
  exports: LIST_FORMATS,
})

export const getNeighbours = endpoint({
  name: 'getNeighbours',
  method: 'get',
  path: '/nodes/:id/neighbours',
  summary: 'The nodes beside a node, ranked and capped',
  params: { id: NodeId },
  query: {
    kinds: Several(NodeKind.options).optional(),
    types: Several(EDGE_TYPES).optional(),
    from: Day.optional(),
    to: Day.optional(),
    limit: Limit(1000, 12),
    offset: Offset,
    ...asFile(GRAPH_FORMATS),
  },
  reply: z.object({
    node: GraphNode,
    nodes: z.array(GraphNode),
    edges: z.array(GraphEdge),
    total: z.int(),
    shown: z.int(),
    byKind: z.partialRecord(NodeKind, z.int()),
    ...CITED,
  }),
  exports: GRAPH_FORMATS,
})
export type NeighboursReply = z.infer<typeof getNeighbours.reply>

/** An address has no room for more. */
const MOST_AMONG = 150

export const getAmong = endpoint({
  name: 'getAmong',
  method: 'get',
  path: '/among',
  summary: 'The relations between nodes that are named, and how many neighbours each of them has',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    /** Ids parted by `|`, each without its jurisdiction: `department/市住建局|policy/…`. */
    ids: z
      .string()
      .regex(
        new RegExp(String.raw`^[^|\u0000]+(?:[|][^|\u0000]+){0,${MOST_AMONG - 1}}$`),
        `expected 1 to ${MOST_AMONG} ids, parted by |`,
      )
      .transform((text) => text.split('|')),
    from: Day.optional(),
    to: Day.optional(),
  },
  reply: z.object({
    edges: z.array(GraphEdge),
    totals: z.array(z.object({ id: NodeId, neighbours: z.int() })),
  }),
})
export type AmongReply = z.infer<typeof getAmong.reply>

/** As many as a drawing bears, and as many more. */
const MOST_DRAWN = 1000
const Coordinate = z.number().min(-1_000_000).max(1_000_000)

/** Asked by POST, since an address has no room for all that a drawing holds; it changes nothing. */
export const getDrawing = endpoint({
  name: 'getDrawing',
  method: 'post',
  path: '/drawings',
  summary: 'Nodes that are named and all relations between them, as the page that explores holds them, for a file',
  params: {},
  query: asFile(GRAPH_FORMATS),
  body: z.strictObject({
    jurisdiction: JurisdictionId,
    nodes: z
      .array(
        z.strictObject({ id: NodeId, x: Coordinate.nullable().default(null), y: Coordinate.nullable().default(null) }),
      )
      .min(1)
      .max(MOST_DRAWN),
    from: Day.nullable().default(null),
    to: Day.nullable().default(null),
    /** Where the page shows it, for the citation. */
    page: z
      .string()
      .regex(/^\/explore(?:\?[!-~]*)?$/)
      .max(16_000)
      .default('/explore'),
  }),
  reply: z.object({
    version: DataVersion,
    /** Those of the jurisdiction that there are. */
    nodes: z.array(GraphNode),
    edges: z.array(GraphEdge),
    /** Of the nodes whose place was given. */
    places: z.array(z.object({ id: NodeId, x: z.number(), y: z.number() })),
    ...CITED,
  }),
  exports: GRAPH_FORMATS,
})
export type DrawingReply = z.infer<typeof getDrawing.reply>

export const getPath = endpoint({
  name: 'getPath',
  method: 'get',
  path: '/paths',
  summary: 'One shortest path between two nodes',
  params: {},
  query: {
    from: NodeId,
    to: NodeId,
    longest: z.coerce.number().int().min(1).max(8).default(6),
    ...asFile(GRAPH_FORMATS),
  },
  reply: z.discriminatedUnion('found', [
    z.object({ found: z.literal(true), nodes: z.array(GraphNode), edges: z.array(GraphEdge), ...CITED }),
    z.object({ found: z.literal(false), why: z.enum(['none', 'too-far', 'budget']), ...CITED }),
  ]),
  exports: GRAPH_FORMATS,
})
export type PathReply = z.infer<typeof getPath.reply>
