import type { Actor, CoOccurrenceReply, Pair, PairReply } from '../../../model/api/co-occurrence.ts'
import { flat } from '../attributes.ts'
import { type Cell, type Exported, type FlatGraph, joined, pageOf, spanOf, tableOf } from '../exported.ts'
import { TITLES } from '../titles.ts'
import { quotationColumns } from './quotations.ts'

type Asked = {
  jurisdiction: string
  who: string
  level: string
  from?: string | undefined
  to?: string | undefined
  fdr?: number
  minimum?: number
  a?: string
  b?: string
}

/** What the page takes for granted. */
const USUAL = { who: 'department', level: 'item', fdr: 0.05, minimum: 2 }

const page = ({ jurisdiction, who, level, from, to, fdr, minimum, a, b }: Asked): string =>
  pageOf('/co-occurrence', { in: jurisdiction, from, to, a, b, fdr, level, minimum, who }, USUAL)

const ratioOf = ({ observed, expected }: Pick<Pair, 'observed' | 'expected'>): number | null =>
  expected > 0 ? observed / expected : null

/** Of the tail in which the pair lies. */
const tail = ({ tie, observed, expected, p, pLower, q, qLower }: Pair): { p: number; q: number } =>
  tie === 'below' || (tie === 'none' && observed < expected) ? { p: pLower, q: qLower } : { p, q }

const measures: Readonly<Record<string, (pair: Pair) => Cell>> = {
  observed: ({ observed }) => observed,
  expected: ({ expected }) => expected,
  ratio: ratioOf,
  tie: ({ tie }) => tie,
  significant: ({ tie }) => tie !== 'none',
  p: (pair) => tail(pair).p,
  q: (pair) => tail(pair).q,
  p_upper: ({ p }) => p,
  p_lower: ({ pLower }) => pLower,
  q_upper: ({ q }) => q,
  q_lower: ({ qLower }) => qLower,
}

const measured = (pair: Pair) => Object.fromEntries(Object.entries(measures).map(([name, of]) => [name, of(pair)]))

const graphOf = ({ actors, pairs }: CoOccurrenceReply): FlatGraph => ({
  directed: false,
  nodes: actors.map(({ id, label, kind, bodyKind, count, community, fixed, degree, betweenness, x, y }) => ({
    id,
    attributes: flat({ label, kind, bodyKind, count, community, degree, betweenness, fixed, x, y }),
  })),
  edges: pairs.flatMap((pair) => {
    const [from, to] = [actors[pair.a]?.id, actors[pair.b]?.id]
    if (from === undefined || to === undefined) return []
    return [{ id: `${from}|${to}`, from, to, attributes: flat({ weight: pair.observed, ...measured(pair) }) }]
  }),
})

const ends = (actors: readonly Actor[]): Readonly<Record<string, (pair: Pair) => Cell>> => ({
  a: ({ a }) => actors[a]?.id,
  a_label: ({ a }) => actors[a]?.label,
  a_count: ({ a }) => actors[a]?.count,
  b: ({ b }) => actors[b]?.id,
  b_label: ({ b }) => actors[b]?.label,
  b_count: ({ b }) => actors[b]?.count,
})

/** All pairs that are listed are edges, whether they stand the test or not: `tie` and `significant` say which do. */
export const coOccurrenceFile = (reply: CoOccurrenceReply, { query }: { query: Asked }): Exported => ({
  title: `${TITLES.coOccurrence} ${query.who} ${query.level}`,
  jurisdiction: query.jurisdiction,
  period: reply.period ?? { from: null, to: null },
  page: page(query),
  amounts: [
    { of: 'pairs', shown: reply.shown, total: reply.total },
    { of: 'pairs tested significant', shown: reply.above + reply.below, total: reply.tested },
  ],
  csv: () => tableOf(reply.pairs, { ...ends(reply.actors), ...measures }),
  graph: () => graphOf(reply),
})

/** One row for each sentence; what stands together without a sentence has one without. */
export const pairFile = (reply: PairReply, { query }: { query: Asked }): Exported => ({
  title: `${TITLES.pair} ${reply.a.label} ${reply.b.label}`,
  jurisdiction: query.jurisdiction,
  period: spanOf(reply.days),
  page: page(query),
  amounts: [{ of: query.level === 'meeting' ? 'meetings' : 'items', shown: reply.shown, total: reply.total }],
  csv: () =>
    tableOf(
      reply.rows.flatMap((row) => (row.quotations.length ? row.quotations : [null]).map((quoted) => ({ row, quoted }))),
      {
        meeting: ({ row }) => row.meeting.id,
        meeting_label: ({ row }) => row.meeting.label,
        date: ({ row }) => row.meeting.date,
        item: ({ row }) => row.item?.id,
        item_label: ({ row }) => row.item?.label,
        policies: ({ row }) => joined(row.policies.map(({ title }) => title)),
        ...quotationColumns(({ quoted }) => quoted),
      },
    ),
})
