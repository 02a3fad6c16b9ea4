import { z } from 'zod'
import { DataVersion, GraphEdge, GraphNode, JurisdictionId, NodeId, NodeKind } from '../graph.ts'
import { Day } from '../record.ts'
import { endpoint, Limit, paged } from './endpoint.ts'

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
    limit: Limit(500, 50),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  },
  reply: paged(ListedNode).extend({ version: DataVersion }),
})

/** Several values, parted by commas. */
const parted = z.string().transform((text) => text.split(','))

export const getNeighbours = endpoint({
  name: 'getNeighbours',
  method: 'get',
  path: '/nodes/:id/neighbours',
  summary: 'The nodes beside a node, ranked and capped',
  params: { id: NodeId },
  query: {
    kinds: parted.pipe(z.array(NodeKind).min(1)).optional(),
    types: parted.pipe(z.array(z.string().min(1)).min(1)).optional(),
    from: Day.optional(),
    to: Day.optional(),
    limit: Limit(200, 12),
    offset: Offset,
  },
  reply: z.object({
    node: GraphNode,
    nodes: z.array(GraphNode),
    edges: z.array(GraphEdge),
    total: z.int(),
    shown: z.int(),
    byKind: z.partialRecord(NodeKind, z.int()),
  }),
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
      .transform((text) => text.split('|'))
      .pipe(z.array(z.string().min(1)).min(1).max(MOST_AMONG)),
    from: Day.optional(),
    to: Day.optional(),
  },
  reply: z.object({
    edges: z.array(GraphEdge),
    totals: z.array(z.object({ id: NodeId, neighbours: z.int() })),
  }),
})
export type AmongReply = z.infer<typeof getAmong.reply>

export const getPath = endpoint({
  name: 'getPath',
  method: 'get',
  path: '/paths',
  summary: 'One shortest path between two nodes',
  params: {},
  query: { from: NodeId, to: NodeId, longest: z.coerce.number().int().min(1).max(8).default(6) },
  reply: z.discriminatedUnion('found', [
    z.object({ found: z.literal(true), nodes: z.array(GraphNode), edges: z.array(GraphEdge) }),
    z.object({ found: z.literal(false), why: z.enum(['none', 'too-far', 'budget']) }),
  ]),
})
export type PathReply = z.infer<typeof getPath.reply>
