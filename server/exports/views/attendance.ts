import type {
  AttendanceReply,
  AttendanceRow,
  BodyAttendanceReply,
  Column,
  PersonAttendanceReply,
  Cell as Sign,
} from '../../../model/api/attendance.ts'
import { jurisdictionIn } from '../../entity-tag.ts'
import { flat } from '../attributes.ts'
import { type Cell, type Exported, type FlatGraph, pageOf, spanOf, type Table, tableOf } from '../exported.ts'
import { TITLES } from '../titles.ts'

/** What a sign of the matrix says; the others say that nothing is known of that meeting, or that the row was not there. */
const WORDS: Partial<Record<Sign, string>> = {
  M: 'member',
  O: 'observer',
  G: 'guest',
  C: 'chair',
  R: 'represented',
  A: 'absent',
  '.': 'not on the roll',
}
const THERE = new Set(['member', 'observer', 'guest', 'chair'])

type Period = { from?: string | undefined; to?: string | undefined; per: string }
type Meeting = Extract<Column, { is: 'meeting' }>
type Place = { row: AttendanceRow; meeting: Meeting; role: string }

const signs = (row: AttendanceRow): Sign[] => Array.from(row.cells) as Sign[]

const placesOf = (rows: readonly AttendanceRow[], columns: readonly Column[]): Place[] =>
  rows.flatMap((row) =>
    signs(row).flatMap((sign, at): Place[] => {
      const [role, meeting] = [WORDS[sign], columns[at]]
      return role !== undefined && meeting?.is === 'meeting' ? [{ row, meeting, role }] : []
    }),
  )

const spanOfColumns = (columns: readonly Column[]) =>
  spanOf(columns.map((column) => (column.is === 'meeting' ? column.date : null)))

const who: Readonly<Record<string, (row: AttendanceRow) => Cell>> = {
  id: ({ id }) => id,
  label: ({ label }) => label,
  group: ({ group }) => group,
  seat: ({ seat }) => seat?.label,
  post: ({ post }) => post,
}
const counts: Readonly<Record<string, (row: AttendanceRow) => Cell>> = {
  present: ({ present }) => present,
  of: ({ of }) => of,
  fixed: ({ fixed }) => fixed,
}

const listOf = ({ rows, columns }: Pick<AttendanceReply, 'rows' | 'columns'>): Table =>
  tableOf(placesOf(rows, columns), {
    ...Object.fromEntries(Object.entries(who).map(([name, of]) => [name, ({ row }: Place) => of(row)])),
    meeting: ({ meeting }) => meeting.meeting,
    meeting_label: ({ meeting }) => meeting.label,
    date: ({ meeting }) => meeting.date,
    role: ({ role }) => role,
    there: ({ role }) => THERE.has(role),
  })

const headOf = (column: Column): string =>
  column.is === 'missing'
    ? `${column.ordinal} (missing)`
    : [column.ordinal ?? column.label, column.date].filter((part) => part !== null).join(' ')

/** One column for each meeting, also for those whose minutes are missing; a sign in each cell. */
const matrixOf = ({ rows, columns }: AttendanceReply): Table => {
  const { head, rows: cells } = tableOf(rows, { ...who, ...counts })
  return {
    head: [...head, ...columns.map(headOf)],
    rows: cells.map((line, at) => [...line, ...(rows[at] ? signs(rows[at]).map((sign) => sign.trim()) : [])]),
  }
}

/** People or bodies on one side, meetings on the other. */
const graphOf = ({ rows, columns }: AttendanceReply): FlatGraph => ({
  directed: true,
  nodes: [
    ...rows.map((row) => {
      const { id, label, kind, group, seat, post, present, of, fixed } = row
      return { id, attributes: flat({ label, kind, group, seat: seat?.label, post, present, of, fixed }) }
    }),
    ...columns.flatMap((column) => {
      if (column.is === 'missing') return []
      const { meeting, label, ordinal, date, roll } = column
      return [{ id: meeting, attributes: flat({ label, kind: 'meeting', ordinal, date, roll }) }]
    }),
  ],
  edges: placesOf(rows, columns)
    .filter(({ role }) => THERE.has(role) || role === 'absent' || role === 'represented')
    .map(({ row, meeting, role }) => ({
      id: `${row.id}|${meeting.meeting}`,
      from: row.id,
      to: meeting.meeting,
      attributes: flat({ role, there: THERE.has(role), date: meeting.date }),
    })),
})

export const attendanceFile = (
  reply: AttendanceReply,
  { query }: { query: Period & { jurisdiction: string; who: string } },
): Exported => {
  const { jurisdiction, from, to, per } = query
  return {
    title: `${TITLES.attendance} ${query.who}`,
    jurisdiction,
    period: spanOfColumns(reply.columns),
    page: pageOf(
      '/attendance',
      { in: jurisdiction, from, to, per, who: query.who },
      { who: 'person', per: 'while-seen' },
    ),
    amounts: [
      { of: 'rows', shown: reply.shown, total: reply.total },
      { of: 'meetings with a roll', shown: reply.withRoll, total: reply.meetings },
    ],
    csv: () => listOf(reply),
    matrix: () => matrixOf(reply),
    graph: () => graphOf(reply),
  }
}

const nodePage = (id: string, { from, to }: Period): string => pageOf(`/nodes/${encodeURIComponent(id)}`, { from, to })

/** With whom one person came, as the reply lists them. */
export const companyFile = (
  reply: PersonAttendanceReply,
  { params, query }: { params: { id: string }; query: Period },
): Exported => ({
  title: `${reply.row?.label ?? params.id} ${TITLES.company}`,
  jurisdiction: jurisdictionIn(params.id) ?? '',
  period: spanOfColumns(reply.columns),
  page: nodePage(params.id, query),
  amounts: [{ of: 'people', shown: reply.company.length, total: reply.companyTotal }],
  csv: () =>
    tableOf(reply.company, {
      person: () => params.id,
      person_label: () => reply.row?.label,
      other: ({ id }) => id,
      other_label: ({ label }) => label,
      other_seat: ({ seat }) => seat,
      together: ({ together }) => together,
      of: ({ of }) => of,
      expected: ({ expected }) => expected,
    }),
})

/** Who came for one body, meeting by meeting. */
export const delegatesFile = (
  reply: BodyAttendanceReply,
  { params, query }: { params: { id: string }; query: Period },
): Exported => ({
  title: `${reply.row?.label ?? params.id} ${TITLES.delegates}`,
  jurisdiction: jurisdictionIn(params.id) ?? '',
  period: spanOfColumns(reply.columns),
  page: nodePage(params.id, query),
  amounts: [{ of: 'delegates', shown: reply.delegates.length, total: reply.delegates.length }],
  csv: () => listOf({ rows: reply.delegates, columns: reply.columns }),
})
