import { z } from 'zod'
import { BodyKind, DataVersion, ItemNode, JurisdictionId, MeetingNode, NodeId, NodeKind } from '../graph.ts'
import { Day } from '../record.ts'
import { endpoint, Limit, Several } from './endpoint.ts'
import { asFile, CITED, GRAPH_FORMATS, LIST_FORMATS } from './exports.ts'
import { EdgeQuotation } from './graph.ts'

/** What is counted together: duties in one decision (决定), names in one agenda item (议题), presence at one meeting (会议). */
export const CountingLevel = z.enum(['decision', 'item', 'meeting'])
export type CountingLevel = z.infer<typeof CountingLevel>

/** `body`: departments and districts together. */
export const Actors = z.enum(['department', 'district', 'body', 'person'])
export type Actors = z.infer<typeof Actors>

const filter = {
  jurisdiction: JurisdictionId,
  who: Actors.default('department'),
  level: CountingLevel.default('item'),
  /** The period includes both days. */
  from: Day.optional(),
  to: Day.optional(),
  /** Kinds of body, parted by commas; all when left out. */
  kinds: Several(BodyKind.options).optional(),
}

/** Together more often than the null model gives, more rarely, or not distinguishable from it. */
export const Tie = z.enum(['above', 'below', 'none'])
export type Tie = z.infer<typeof Tie>

export const Actor = z.object({
  id: NodeId,
  kind: NodeKind,
  label: z.string(),
  bodyKind: BodyKind.nullable(),
  /** In how many of the columns it stands. */
  count: z.int(),
  /** Index into `communities`; `null` without a tie. */
  community: z.int().nullable(),
  /** Stands in nearly every column, so that it carries no signal. */
  fixed: z.boolean(),
  /** Ties above chance. */
  degree: z.int(),
  betweenness: z.number(),
  /** With more than 300 actors; a smaller drawing is laid out where it is drawn. */
  x: z.number().nullable(),
  y: z.number().nullable(),
})
export type Actor = z.infer<typeof Actor>

export const Pair = z.object({
  /** Indices into `actors`, a < b. */
  a: z.int(),
  b: z.int(),
  observed: z.int(),
  /** Under the null model. */
  expected: z.number(),
  /** P(X ≥ observed) and P(X ≤ observed), exact. */
  p: z.number(),
  pLower: z.number(),
  /** Benjamini–Hochberg over all pairs, of each tail by itself. */
  q: z.number(),
  qLower: z.number(),
  tie: Tie,
})
export type Pair = z.infer<typeof Pair>

export const getCoOccurrence = endpoint({
  name: 'getCoOccurrence',
  method: 'get',
  path: '/co-occurrence',
  summary: 'Which bodies or people stand together more often, or more rarely, than their totals explain',
  params: {},
  query: {
    ...filter,
    /** Share of false discoveries among the ties that are reported. */
    fdr: z.coerce.number().min(0.0001).max(0.5).default(0.05),
    /** A tie above chance needs at least so many columns in common. */
    minimum: z.coerce.number().int().min(1).max(1000).default(1),
    limit: Limit(5000, 3000),
    ...asFile(GRAPH_FORMATS),
  },
  reply: z.object({
    version: DataVersion,
    /** First and last day of the columns that are counted; `null` when there is none with a day. */
    period: z.object({ from: Day, to: Day }).nullable(),
    /** Decisions, items or meetings that are counted, also those with nobody in them. */
    columns: z.int(),
    /** Pairs tested: all pairs of actors, also those that never meet. */
    tested: z.int(),
    /** Ties above and below chance. */
    above: z.int(),
    below: z.int(),
    /** The smallest p that these margins allow, and whether it can reach the level at all. */
    smallestP: z.number().nullable(),
    testable: z.boolean(),
    actors: z.array(Actor),
    communities: z.array(z.object({ size: z.int(), actors: z.array(z.int()) })),
    /** Ties first, then by what was observed; pairs that never meet only when they are a tie. */
    pairs: z.array(Pair),
    /** Of the pairs that would be listed without a limit. */
    total: z.int(),
    shown: z.int(),
    ...CITED,
  }),
  exports: GRAPH_FORMATS,
})
export type CoOccurrenceReply = z.infer<typeof getCoOccurrence.reply>

export const getPair = endpoint({
  name: 'getPair',
  method: 'get',
  path: '/co-occurrence/pair',
  summary: 'One pair: what chance would give, what was seen, and the items behind it with their sentences',
  params: {},
  query: {
    ...filter,
    a: NodeId,
    b: NodeId,
    limit: Limit(100, 6),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    ...asFile(LIST_FORMATS),
  },
  reply: z.object({
    version: DataVersion,
    a: Actor.pick({ id: true, kind: true, label: true, bodyKind: true, count: true }),
    b: Actor.pick({ id: true, kind: true, label: true, bodyKind: true, count: true }),
    columns: z.int(),
    observed: z.int(),
    expected: z.number(),
    p: z.number(),
    pLower: z.number(),
    /** P(X = first + i) under the null model, where it is above 1e-6. */
    chance: z.object({ first: z.int(), probabilities: z.array(z.number()) }),
    /** The days on which they met, in order. */
    days: z.array(Day),
    total: z.int(),
    shown: z.int(),
    /** Newest first. `item` is `null` at the level of the meeting. */
    rows: z.array(
      z.object({
        meeting: MeetingNode,
        item: ItemNode.nullable(),
        policies: z.array(z.object({ id: NodeId, title: z.string() })),
        quotations: z.array(EdgeQuotation),
      }),
    ),
    ...CITED,
  }),
  exports: LIST_FORMATS,
})
export type PairReply = z.infer<typeof getPair.reply>
