import { z } from 'zod'
import { DataVersion, JurisdictionId, NodeId, NodeKind } from '../graph.ts'
import { Day } from '../record.ts'
import { endpoint, Limit } from './endpoint.ts'
import { EdgeQuotation } from './graph.ts'

/**
 * What a row shows of a meeting: `M` 出席, `O` 列席, `G` 邀请, `C` in the chair, `R` represented by somebody else of the same
 * body, `A` absent and told so (请假), `.` not on the roll, `-` the meeting has no roll to read, ` ` before the first or after the last time seen.
 */
export const CELLS = ['M', 'O', 'G', 'C', 'R', 'A', '.', '-', ' '] as const
export const Cell = z.enum(CELLS)
export type Cell = z.infer<typeof Cell>

/** 市领导 · 秘书长与办公室 · 部门 · 区县 · 其他. */
export const RowGroup = z.enum(['leaders', 'secretaries', 'departments', 'districts', 'others'])
export type RowGroup = z.infer<typeof RowGroup>

/** A column: a meeting, or a serial number of which no minutes are here. */
export const Column = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('meeting'),
    meeting: NodeId,
    label: z.string(),
    ordinal: z.int().nullable(),
    date: Day.nullable(),
    /** Its minutes print a roll; only such meetings are in a denominator. */
    roll: z.boolean(),
  }),
  z.object({ is: z.literal('missing'), ordinal: z.int() }),
])
export type Column = z.infer<typeof Column>

export const AttendanceRow = z.object({
  id: NodeId,
  kind: NodeKind,
  label: z.string(),
  group: RowGroup,
  /** The body beside the name, the last one in the period; `null` for leaders. */
  seat: z.object({ id: NodeId.nullable(), label: z.string() }).nullable(),
  /** As printed, the last one; `null` where none is. */
  post: z.string().nullable(),
  /** One sign for each column (`CELLS`); a missing number is `-`. */
  cells: z.string(),
  /** Columns at which the seat is another one than before. */
  moves: z.array(z.int()),
  /** Came to `present` of the `of` meetings with a roll from the first to the last time seen in the period. */
  present: z.int(),
  of: z.int(),
  /** On nearly every roll, so that its company says nothing. */
  fixed: z.boolean(),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

export const getAttendance = endpoint({
  name: 'getAttendance',
  method: 'get',
  path: '/attendance',
  summary: 'Who, or which body, was at which meeting, with the denominators',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    who: z.enum(['person', 'body']).default('person'),
    from: Day.optional(),
    to: Day.optional(),
    limit: Limit(2000, 500),
  },
  reply: z.object({
    version: DataVersion,
    columns: z.array(Column),
    /** Meetings in the period, and those of them that print a roll. */
    meetings: z.int(),
    withRoll: z.int(),
    /** By group, then by the order of the roll. */
    rows: z.array(AttendanceRow),
    total: z.int(),
    shown: z.int(),
    /** The fixed cast: how many, and their places filled over their places. */
    fixed: z.object({ rows: z.int(), present: z.int(), of: z.int() }),
    /** Bodies for which the rows speak. */
    departments: z.int(),
    districts: z.int(),
  }),
})
export type AttendanceReply = z.infer<typeof getAttendance.reply>

/** Before `by` and, where `after` is known, after it: an interval's end is never a guessed day. */
const Bound = z.object({ after: Day.nullable(), by: Day.nullable() })

export const getPersonAttendance = endpoint({
  name: 'getPersonAttendance',
  method: 'get',
  path: '/people/:id/attendance',
  summary: 'One person: seats as intervals, with whom, who may be the same',
  params: { id: NodeId },
  query: { from: Day.optional(), to: Day.optional(), limit: Limit(100, 6) },
  reply: z.object({
    version: DataVersion,
    row: AttendanceRow,
    columns: z.array(Column),
    /** Concluded from the rolls: the stretch between two meetings in which a seat changed stays open. */
    seats: z.array(
      z.object({
        body: z.object({ id: NodeId, label: z.string() }).nullable(),
        from: Bound,
        until: Bound,
        grade: z.string(),
        meetings: z.int(),
      }),
    ),
    posts: z.array(z.object({ post: z.string(), first: Day.nullable(), last: Day.nullable() })),
    /** Without the fixed cast; `expected` from the two rates alone. */
    company: z.array(
      z.object({
        id: NodeId,
        label: z.string(),
        seat: z.string().nullable(),
        together: z.int(),
        of: z.int(),
        expected: z.number(),
      }),
    ),
    companyTotal: z.int(),
    possiblySame: z.array(
      z.object({
        id: NodeId,
        label: z.string(),
        seat: z.string().nullable(),
        grade: z.string(),
        why: z.array(z.string()),
      }),
    ),
    /** The places in the rolls, newest first, at most ten. */
    quotations: z.array(EdgeQuotation.extend({ meeting: NodeId, meetingLabel: z.string(), date: Day.nullable() })),
  }),
})
export type PersonAttendanceReply = z.infer<typeof getPersonAttendance.reply>

export const getBodyAttendance = endpoint({
  name: 'getBodyAttendance',
  method: 'get',
  path: '/bodies/:id/attendance',
  summary: 'One department or district: its delegates over time',
  params: { id: NodeId },
  query: { from: Day.optional(), to: Day.optional() },
  reply: z.object({
    version: DataVersion,
    row: AttendanceRow,
    columns: z.array(Column),
    /** In order of their first time; a sign for each column as in `row`. */
    delegates: z.array(AttendanceRow),
    names: z.array(z.object({ form: z.string(), first: Day.nullable(), last: Day.nullable() })),
  }),
})
export type BodyAttendanceReply = z.infer<typeof getBodyAttendance.reply>
