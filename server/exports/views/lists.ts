import type { ListedNode } from '../../../model/api/lists.ts'
import type { ListedPolicy, VanishedMatter, VanishedReply } from '../../../model/api/trace.ts'
import type { MeetingNode } from '../../../model/graph.ts'
import { type Exported, joined, pageOf, spanOf, tableOf } from '../exported.ts'
import { TITLES } from '../titles.ts'
import { quotationColumns } from './quotations.ts'
import { atColumns } from './trace.ts'

type Paged<Row> = { total: number; shown: number; rows: readonly Row[] }
type Asked = { jurisdiction: string; from?: string | undefined; to?: string | undefined }

const amounts = (of: string, { shown, total }: Paged<unknown>) => [{ of, shown, total }]

export const meetingsFile = (reply: Paged<MeetingNode>, { query }: { query: Asked }): Exported => ({
  title: TITLES.meetings,
  jurisdiction: query.jurisdiction,
  period: spanOf(reply.rows.map(({ date }) => date)),
  page: pageOf('/meetings', { in: query.jurisdiction, from: query.from, to: query.to }),
  amounts: amounts('meetings', reply),
  csv: () =>
    tableOf(reply.rows, {
      id: ({ id }) => id,
      label: ({ label }) => label,
      type: ({ type }) => type,
      ordinal: ({ ordinal }) => ordinal,
      date: ({ date }) => date,
      issued_on: ({ issuedOn }) => issuedOn,
      doc_number: ({ docNumber }) => docNumber,
      items: ({ agenda }) => agenda.length,
      agenda: ({ agenda }) => joined(agenda),
      people: ({ people }) => people,
      bodies: ({ bodies }) => bodies,
      warnings: ({ warnings }) => warnings,
      documents: ({ documents }) => joined(documents),
    }),
})

const LIST_PAGES = {
  policy: '/policies',
  department: '/departments',
  district: '/districts',
  person: '/people',
} as const

export const nodesFile = (
  reply: Paged<ListedNode>,
  { query }: { query: Asked & { kind: keyof typeof LIST_PAGES; sort: string } },
): Exported => ({
  title: TITLES[query.kind],
  jurisdiction: query.jurisdiction,
  period: spanOf(reply.rows.flatMap(({ first, last }) => [first, last])),
  page: pageOf(
    LIST_PAGES[query.kind],
    { in: query.jurisdiction, from: query.from, to: query.to, sort: query.sort },
    { sort: 'activity' },
  ),
  amounts: amounts('nodes', reply),
  csv: () =>
    tableOf(reply.rows, {
      id: ({ node }) => node.id,
      label: ({ node }) => node.label,
      kind: ({ node }) => node.kind,
      body_kind: ({ node }) => (node.kind === 'department' || node.kind === 'district' ? node.bodyKind : null),
      seat: ({ node }) => (node.kind === 'person' ? node.seat : null),
      forms: ({ node }) => joined(node.forms),
      meetings: ({ meetings }) => meetings,
      first: ({ first }) => first,
      last: ({ last }) => last,
    }),
})

export const policiesFile = (
  reply: Paged<ListedPolicy>,
  { query }: { query: Asked & { q: string; only: string; sort: string } },
): Exported => ({
  title: TITLES.policies,
  jurisdiction: query.jurisdiction,
  period: spanOf(reply.rows.flatMap(({ first, last }) => [first, last])),
  page: pageOf(
    '/policies',
    { in: query.jurisdiction, from: query.from, to: query.to, only: query.only, q: query.q, sort: query.sort },
    { only: 'all', sort: 'open' },
  ),
  amounts: amounts('policies', reply),
  csv: () =>
    tableOf(reply.rows, {
      id: ({ policy }) => policy.id,
      title: ({ policy }) => policy.title,
      family: ({ policy }) => policy.family,
      edition: ({ policy }) => policy.edition,
      meetings: ({ meetings }) => meetings,
      first: ({ first }) => first,
      last: ({ last }) => last,
      state: ({ state }) => state,
      outcomes: ({ outcomes }) => joined(outcomes),
      ...atColumns(({ at }) => at),
      leads: ({ leads }) => joined(leads.map(({ label }) => label)),
      deferrals: ({ deferrals }) => deferrals,
      returns: ({ returns }) => returns,
      vanished_meetings: ({ vanished }) => vanished?.meetings,
      vanished_missing: ({ vanished }) => vanished?.missing,
      silent_duties: ({ silentDuties }) => silentDuties,
    }),
})

/** One row for each sentence of a matter. */
export const vanishedFile = (
  reply: VanishedReply,
  { query }: { query: Asked & { is: string; meetings: number } },
): Exported => ({
  title: TITLES.vanished,
  jurisdiction: query.jurisdiction,
  period: spanOf(reply.rows.map(({ at }) => at.date)),
  page: pageOf(
    '/vanished',
    { in: query.jurisdiction, from: query.from, to: query.to, least: query.meetings },
    { least: 2 },
  ),
  amounts: amounts('matters', reply),
  csv: () =>
    tableOf(
      reply.rows.flatMap((row) => quotedRows(row)),
      {
        id: ({ row }) => row.id,
        is: ({ row }) => row.is,
        ...atColumns(({ row }) => row.at),
        policies: ({ row }) => joined(row.policies.map(({ label }) => label)),
        bodies: ({ row }) => joined(row.bodies.map(({ label }) => label)),
        due: ({ row }) => row.due,
        meetings_since: ({ row }) => row.silence.meetings,
        missing_since: ({ row }) => row.silence.missing,
        ...quotationColumns(({ quoted }) => quoted),
      },
    ),
})

const quotedRows = (row: VanishedMatter) =>
  (row.quotations.length ? row.quotations : [null]).map((quoted) => ({ row, quoted }))
