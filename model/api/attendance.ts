import { z } from 'zod'
import { DataVersion, JurisdictionId, NodeId, NodeKind } from '../graph.ts'
import { Likelihood, Reason } from '../inference.ts'
import { Day } from '../record.ts'
import { endpoint, Limit } from './endpoint.ts'
import { asFile, CITED, LIST_FORMATS, MATRIX_FORMATS } from './exports.ts'
import { EdgeQuotation } from './graph.ts'

/**
 * What a row shows of a meeting: `M` 出席, `O` 列席, `G` 邀请, `C` in the chair, `A` absent and told so (请假), `.` not on a roll on which it used to
 * stand, `-` the minutes are missing or print no such roll, ` ` before the first or after the last time seen. `R` in the row of a person: not there, but
 * somebody else of the same body was; in the row of a body: somebody came whom the roll does not name (的代表).
 */
export const CELLS = ['M', 'O', 'G', 'C', 'R', 'A', '.', '-', ' '] as const
export type Cell = (typeof CELLS)[number]

/** 市领导 · 列席而不印单位的人（秘书长等） · 部门 · 区县 · 只受邀的人. By the last place in the roll. */
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

/**
 * Which meetings a count is of; always such as print a roll of the kind on which the row has stood. `every-roll`: all of them.
 * `since-first-seen`: from the first that names it. `while-seen`: from the first to the last that names it.
 */
export const Denominator = z.enum(['while-seen', 'since-first-seen', 'every-roll'])
export type Denominator = z.infer<typeof Denominator>

export const AttendanceRow = z.object({
  id: NodeId,
  kind: NodeKind,
  label: z.string(),
  group: RowGroup,
  /** The body beside the name, the last one in the period; `null` for those without one, and in the row of a body. */
  seat: z.object({ id: NodeId, label: z.string() }).nullable(),
  /** As printed, the last one; `null` where none is. */
  post: z.string().nullable(),
  /** One sign for each column (`CELLS`). */
  cells: z.string(),
  /** Columns at which somebody first sits for another body than before; a body's new name in a reform is none. */
  moves: z.array(z.int()),
  /** Came to `present` of the `of` meetings that the denominator names. */
  present: z.int(),
  of: z.int(),
  /** At nearly every meeting with a roll, so that its company says nothing. */
  fixed: z.boolean(),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

const period = { from: Day.optional(), to: Day.optional(), per: Denominator.default('while-seen') }

export const getAttendance = endpoint({
  name: 'getAttendance',
  method: 'get',
  path: '/attendance',
  summary: 'Who, or which body, was at which meeting, with the denominators',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    who: z.enum(['person', 'body']).default('person'),
    ...period,
    limit: Limit(2000, 500),
    ...asFile(MATRIX_FORMATS),
  },
  reply: z.object({
    version: DataVersion,
    columns: z.array(Column),
    /** Meetings in the period, and those of them that print a roll. */
    meetings: z.int(),
    withRoll: z.int(),
    /** Those that came most often, in the order of the roll: by group, then by where they usually stand. */
    rows: z.array(AttendanceRow),
    total: z.int(),
    shown: z.int(),
    ...CITED,
  }),
  exports: MATRIX_FORMATS,
})
export type AttendanceReply = z.infer<typeof getAttendance.reply>

/** A change that no document dates: after one day and by another. */
const Bound = z.object({ after: Day.nullable(), by: Day.nullable() })

/** A sentence with the edge that it proves and the meeting in whose minutes it stands. */
const RollQuotation = EdgeQuotation.extend({ meeting: NodeId, meetingLabel: z.string(), date: Day.nullable() })
export type RollQuotation = z.infer<typeof RollQuotation>

export const SeatInterval = z.object({
  /** `null` for a place in the roll without a body. */
  body: z.object({ id: NodeId, kind: NodeKind, label: z.string() }).nullable(),
  from: Bound,
  until: Bound,
  /** `post`: a post is printed; `delegate`: only that the person came for the body, which is no proof of an office; `leaders`: on the list without a body. */
  grade: z.enum(['post', 'delegate', 'leaders']),
  post: z.string().nullable(),
  meetings: z.int(),
})
export type SeatInterval = z.infer<typeof SeatInterval>

export const getPersonAttendance = endpoint({
  name: 'getPersonAttendance',
  method: 'get',
  path: '/people/:id/attendance',
  summary: 'One person: the meetings, the seats as intervals, with whom, and who may be the same',
  params: { id: NodeId },
  query: { ...period, limit: Limit(1000, 6), ...asFile(LIST_FORMATS) },
  reply: z.object({
    version: DataVersion,
    /** `null` when no roll of the period names the person. */
    row: AttendanceRow.nullable(),
    columns: z.array(Column),
    /** Concluded from the rolls of all time: the stretch between two meetings in which a seat changed stays open. In order of time. */
    seats: z.array(SeatInterval),
    posts: z.array(z.object({ post: z.string(), first: Day.nullable(), last: Day.nullable() })),
    /**
     * Without the fixed cast, the most often together first. `of`: meetings with a roll at which both were on the scene, between
     * first and last seen of each; `expected` from the two rates among them alone.
     */
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
    /** How many are left out of `company` as the fixed cast. */
    fixed: z.int(),
    possiblySame: z.array(
      z.object({
        id: NodeId,
        label: z.string(),
        seat: z.string().nullable(),
        grade: Likelihood,
        why: z.array(Reason),
        quotations: z.array(RollQuotation),
      }),
    ),
    /** The places in the rolls of the period, newest first, at most ten of `quotationsTotal`. */
    quotations: z.array(RollQuotation),
    quotationsTotal: z.int(),
    ...CITED,
  }),
  exports: LIST_FORMATS,
})
export type PersonAttendanceReply = z.infer<typeof getPersonAttendance.reply>

export const getBodyAttendance = endpoint({
  name: 'getBodyAttendance',
  method: 'get',
  path: '/bodies/:id/attendance',
  summary: 'One department or district: its delegates over time',
  params: { id: NodeId },
  query: { ...period, ...asFile(LIST_FORMATS) },
  reply: z.object({
    version: DataVersion,
    /** `null` when no roll of the period names the body. */
    row: AttendanceRow.nullable(),
    columns: z.array(Column),
    /** In order of their first time; the cells, present and of are of the times for this body alone. */
    delegates: z.array(AttendanceRow),
    /** Of all time, in order of their first day. */
    names: z.array(z.object({ form: z.string(), first: Day.nullable(), last: Day.nullable() })),
    /** Reforms in which it took the place of another body (`before`), or another took its place (`after`). */
    reforms: z.array(
      z.object({
        is: z.enum(['before', 'after']),
        id: NodeId,
        label: z.string(),
        on: z.object({ after: Day.nullable(), before: Day.nullable() }),
        quotations: z.array(RollQuotation),
      }),
    ),
    quotations: z.array(RollQuotation),
    quotationsTotal: z.int(),
    ...CITED,
  }),
  exports: LIST_FORMATS,
})
export type BodyAttendanceReply = z.infer<typeof getBodyAttendance.reply>
