import { type Actor, getCoOccurrence, getPair, type PairReply } from '../../model/api/co-occurrence.ts'
import type { EdgeQuotation } from '../../model/api/graph.ts'
import type { GraphEdge, GraphNode, NodeId } from '../../model/graph.ts'
import type { GraphReader, Incidence, MeetingPart, Slice } from '../../store/port.ts'
import type { TiesReader } from '../analysis/ties-reader.ts'
import { AppError, notFound } from '../errors.ts'
import { coOccurrenceFile, pairFile } from '../exports/views/co-occurrence.ts'
import { edgeQuotations } from '../quotations.ts'
import { serve } from '../serve.ts'

/** Of one item's or one roll's graph; a roll of a thousand names is still whole. */
const SLICE = 2000

const actorsById = ({ who }: Incidence) => new Map(who.map((actor) => [actor.id, actor]))

const shownActor = (incidence: Incidence, id: NodeId, count: number): PairReply['a'] => {
  const actor = actorsById(incidence).get(id) ?? notFound('node', id)
  return { id, kind: actor.kind, label: actor.label, bodyKind: actor.bodyKind, count }
}

type Row = PairReply['rows'][number]

const DUTIES: ReadonlySet<GraphEdge['type']> = new Set(['LEADS', 'JOINS', 'ASSISTS', 'TASKED'])
const SHOWN = 4

const touches = (edge: GraphEdge, id: NodeId): boolean => edge.from === id || edge.to === id

/** Sentences in which both stand first, then duties before bare mentions; each sentence once. */
const choose = (quoted: readonly (EdgeQuotation & { of: NodeId; duty: boolean })[]): EdgeQuotation[] => {
  const key = ({ document, sentence }: EdgeQuotation) => `${document} ${sentence.start}`
  const whose = new Map<string, Set<NodeId>>()
  for (const one of quoted) whose.set(key(one), (whose.get(key(one)) ?? new Set()).add(one.of))
  const rank = (one: (typeof quoted)[number]) => ((whose.get(key(one))?.size ?? 0) > 1 ? 0 : 2) + (one.duty ? 0 : 1)
  const seen = new Set<string>()
  return [...quoted]
    .sort((a, b) => rank(a) - rank(b) || a.start - b.start)
    .filter((one) => !seen.has(key(one)) && seen.add(key(one)))
    .slice(0, SHOWN)
    .map(({ of: _of, duty: _duty, ...quotation }) => quotation)
}

const quotationsOf = async (store: GraphReader, slice: Slice | null, pair: readonly NodeId[]) => {
  const edges = (slice?.edges ?? []).filter((edge) => pair.some((id) => touches(edge, id)))
  const byId = new Map(edges.map((edge) => [edge.id, edge]))
  const quoted = await edgeQuotations(store, edges)
  return choose(
    quoted.map((quotation) => {
      const edge = byId.get(quotation.edge)
      const of = pair.find((id) => edge !== undefined && touches(edge, id)) ?? ''
      return { ...quotation, of, duty: edge !== undefined && DUTIES.has(edge.type) }
    }),
  )
}

const placeOf = (node: GraphNode): { meeting: NodeId; item: NodeId | null } => {
  if (node.kind === 'item') return { meeting: node.meeting, item: node.id }
  if (node.kind === 'decision') return { meeting: node.meeting, item: node.item }
  return { meeting: node.id, item: null }
}

/** What both stand in, with the sentences that say so. */
const rowOf = async (store: GraphReader, column: GraphNode, pair: readonly NodeId[]): Promise<Row> => {
  const { meeting, item } = placeOf(column)
  const part: MeetingPart = item === null ? { of: 'roll' } : { of: 'item', item }
  const [ends, slice] = await Promise.all([
    store.nodes(item === null ? [meeting] : [meeting, item]),
    store.meetingGraph(meeting, part, SLICE),
  ])
  const held = ends.find((node) => node.kind === 'meeting') ?? notFound('meeting', meeting)
  const considered = new Set(slice?.edges.filter(({ type }) => type === 'CONSIDERS').map(({ to }) => to))
  return {
    meeting: held,
    item: ends.find((node) => node.kind === 'item') ?? null,
    policies: (slice?.nodes ?? []).flatMap((node) =>
      node.kind === 'policy' && considered.has(node.id) ? [{ id: node.id, title: node.title }] : [],
    ),
    quotations: await quotationsOf(store, slice, pair),
  }
}

const members = (incidence: Incidence, answer: Awaited<ReturnType<TiesReader['ties']>>['answer']): Actor[] => {
  const known = actorsById(incidence)
  return answer.ties.members.map((member) => {
    const actor = known.get(member.id) ?? notFound('node', member.id)
    return { ...member, kind: actor.kind, label: actor.label, bodyKind: actor.bodyKind }
  })
}

export const coOccurrenceRoutes = (store: GraphReader, reader: TiesReader) => [
  serve(
    getCoOccurrence,
    async ({ query }) => {
      const { fdr, minimum, limit } = query
      const { summary, incidence, answer } = await reader.ties(query, { level: fdr, minimum, limit })
      const { ties, columns, first, last } = answer
      const placeOfId = new Map(ties.members.map(({ id }, place) => [id, place]))
      const place = (id: NodeId) => placeOfId.get(id) ?? -1
      return {
        version: summary.version,
        period: first !== null && last !== null ? { from: first, to: last } : null,
        columns,
        tested: ties.tested,
        above: ties.above,
        below: ties.below,
        smallestP: ties.outOfReach,
        testable: ties.outOfReach === null && ties.tested > 0,
        actors: members(incidence, answer),
        communities: ties.communities.map((ids) => ({ size: ids.length, actors: ids.map(place) })),
        pairs: ties.pairs.map(({ a, b, ratio: _ratio, ...pair }) => ({ ...pair, a: place(a), b: place(b) })),
        total: ties.total,
        shown: ties.pairs.length,
      }
    },
    coOccurrenceFile,
  ),

  serve(
    getPair,
    async ({ query }) => {
      const { a, b, limit, offset } = query
      if (a === b)
        throw new AppError('not-found', `There is no pair of “${a}” with itself: a pair is two different nodes.`)
      const { summary, incidence, answer } = await reader.pair(query, a, b)
      const { chance, counts, shared, columns } = answer
      const columnsShown = await store.nodes(shared.slice(offset, offset + limit).map(({ id }) => id))
      const byId = new Map(columnsShown.map((node) => [node.id, node]))
      const ordered = shared.slice(offset, offset + limit).flatMap(({ id }) => byId.get(id) ?? [])
      return {
        version: summary.version,
        a: shownActor(incidence, a, counts[0]),
        b: shownActor(incidence, b, counts[1]),
        columns,
        observed: chance?.observed ?? 0,
        expected: chance?.expected ?? 0,
        p: chance?.p ?? 1,
        pLower: chance?.pLower ?? 1,
        chance: { first: chance?.first ?? 0, probabilities: chance?.probabilities ?? [] },
        days: shared.flatMap(({ date }) => date ?? []).reverse(),
        total: shared.length,
        shown: ordered.length,
        rows: await Promise.all(ordered.map((column) => rowOf(store, column, [a, b]))),
      }
    },
    pairFile,
  ),
]
