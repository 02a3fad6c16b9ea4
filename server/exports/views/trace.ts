import type { EdgeQuotation } from '../../../model/api/graph.ts'
import type { ItemAt, Named, TraceReply } from '../../../model/api/trace.ts'
import { type Cell, type Exported, joined, pageOf, spanOf, tableOf } from '../exported.ts'
import { TITLES } from '../titles.ts'
import { quotationColumns } from './quotations.ts'

/** An agenda item at its meeting. */
export const atColumns = <Row>(of: (row: Row) => ItemAt | null): Readonly<Record<string, (row: Row) => Cell>> => ({
  item: (row) => of(row)?.item,
  item_seq: (row) => of(row)?.seq,
  heading: (row) => of(row)?.heading,
  meeting: (row) => of(row)?.meeting,
  meeting_label: (row) => of(row)?.meetingLabel,
  date: (row) => of(row)?.date,
})

type Line = {
  /** What the row tells of. */
  is: 'event' | 'step' | 'duty' | 'related'
  id: string
  at: ItemAt | null
  part?: string
  state?: string | null
  outcomes?: readonly string[]
  stage?: string | null
  docNumber?: string | null
  leads?: readonly Named[]
  others?: readonly Named[]
  policies?: readonly { label: string }[]
  due?: string | null
  shown?: ItemAt | null
  quotations: readonly EdgeQuotation[]
}

const labels = (named: readonly { label: string }[] | undefined) => joined((named ?? []).map(({ label }) => label))

const eventLines = ({ events }: TraceReply): Line[] =>
  events.flatMap((event): Line[] => [
    {
      is: 'event',
      ...event,
      others: event.joint,
    },
    ...event.named.map(
      (step): Line => ({
        is: 'step',
        id: event.id,
        at: event.at,
        part: step.next,
        state: step.state,
        leads: step.leads,
        shown: step.shown?.at ?? null,
        quotations: [],
      }),
    ),
  ])

const dutyLines = ({ duties }: TraceReply): Line[] =>
  duties.map(({ id, at, of, bodies, deadline, followed, shown, quotations }) => ({
    is: 'duty',
    id,
    at,
    part: of,
    state: followed,
    leads: bodies.filter(({ role }) => role === 'lead'),
    others: bodies.filter(({ role }) => role !== 'lead'),
    due: deadline,
    shown: shown?.at ?? null,
    quotations,
  }))

const relatedLines = ({ related }: TraceReply): Line[] =>
  related.map(({ relation, inward, policy, items, quotations }) => ({
    is: 'related',
    id: policy.id,
    at: items[0] ?? null,
    part: relation,
    state: inward ? 'inward' : 'outward',
    policies: [policy],
    quotations,
  }))

/** One row for each sentence; what has none has one row without. */
export const traceFile = (reply: TraceReply): Exported => ({
  title: `${reply.policy.title} ${TITLES.trace}`,
  jurisdiction: reply.policy.jurisdiction,
  period: spanOf(reply.events.map(({ at }) => at.date)),
  page: pageOf(`/policies/${encodeURIComponent(reply.policy.id)}`, {}),
  amounts: [{ of: 'items', shown: reply.items.shown, total: reply.items.total }],
  csv: () =>
    tableOf(
      [...eventLines(reply), ...dutyLines(reply), ...relatedLines(reply)].flatMap((line) =>
        (line.quotations.length ? line.quotations : [null]).map((quoted) => ({ line, quoted })),
      ),
      {
        is: ({ line }) => line.is,
        id: ({ line }) => line.id,
        ...atColumns(({ line }) => line.at),
        part: ({ line }) => line.part,
        state: ({ line }) => line.state,
        outcomes: ({ line }) => joined(line.outcomes ?? []),
        stage: ({ line }) => line.stage,
        doc_number: ({ line }) => line.docNumber,
        leads: ({ line }) => labels(line.leads),
        others: ({ line }) => labels(line.others),
        policies: ({ line }) => labels(line.policies),
        due: ({ line }) => line.due,
        shown_by: ({ line }) => line.shown?.item,
        shown_on: ({ line }) => line.shown?.date,
        ...quotationColumns(({ quoted }) => quoted),
      },
    ),
})
