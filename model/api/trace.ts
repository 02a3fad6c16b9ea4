import { z } from 'zod'
import { DataVersion, DutyRole, JurisdictionId, NodeId, PolicyNode } from '../graph.ts'
import { Day, NextStep, Outcome } from '../record.ts'
import { endpoint, Limit, paged } from './endpoint.ts'
import { asFile, CITED, LIST_FORMATS } from './exports.ts'
import { EdgeQuotation } from './graph.ts'

export const Named = z.object({ id: NodeId, label: z.string() })
export type Named = z.infer<typeof Named>

/** An agenda item (议题) at its meeting. */
export const ItemAt = z.object({
  item: NodeId,
  seq: z.int(),
  heading: z.string(),
  meeting: NodeId,
  meetingLabel: z.string(),
  type: z.string().nullable(),
  ordinal: z.int().nullable(),
  date: Day.nullable(),
})
export type ItemAt = z.infer<typeof ItemAt>

/** What has passed since: meetings whose minutes were read, and numbers in between whose minutes are missing. */
export const Silence = z.object({ meetings: z.int(), missing: z.int() })
export type Silence = z.infer<typeof Silence>

/** A later item that shows that a step was taken, and by what: cited as issued, cited as carried out, reported on, considered again. */
export const ShownBy = z.object({ at: ItemAt, by: z.enum(['issued', 'implemented', 'reported', 'considered']) })
export type ShownBy = z.infer<typeof ShownBy>

/** 审议 · 暂缓 · 不同意 · 暂缓后再议 · 听取汇报 · 修订 · 废止 · 被引用 · 已印发 · 被贯彻. The last three are what other items say of it. */
export const CourseState = z.enum([
  'considered',
  'deferred',
  'rejected',
  'resumed',
  'reported',
  'revised',
  'repealed',
  'cited',
  'issued',
  'implemented',
])
export type CourseState = z.infer<typeof CourseState>

/** A next step that the minutes name: a plan. `issued`, `done` and `resumed` rest on `shown`; `open` is shown by nothing. */
export const NamedStep = z.object({
  next: NextStep,
  submitTo: Named.nullable(),
  issuedAs: Named.nullable(),
  leads: z.array(Named),
  state: z.enum(['issued', 'done', 'resumed', 'open']),
  shown: ShownBy.nullable(),
  /** The last later item that names the policy at all. */
  seenAgain: ItemAt.nullable(),
})
export type NamedStep = z.infer<typeof NamedStep>

export const CourseEvent = z.object({
  id: z.string(),
  at: ItemAt,
  /** The item is about the policy, or only names it. */
  part: z.enum(['considers', 'cites']),
  state: CourseState,
  outcomes: z.array(Outcome),
  stage: z.string().nullable(),
  /** Under which a later document knows it. */
  docNumber: z.string().nullable(),
  /** Id of the event that put off what returns here. */
  resumes: z.string().nullable(),
  leads: z.array(Named),
  joint: z.array(Named),
  named: z.array(NamedStep),
  /** What a citing item is about. */
  policies: z.array(Named),
  quotations: z.array(EdgeQuotation),
})
export type CourseEvent = z.infer<typeof CourseEvent>

/** `seen`: a later document shows it; `never`: its day has passed and nothing shows it; `open`: its day has not come, or no day is known. */
export const Followed = z.enum(['seen', 'open', 'never'])
export type Followed = z.infer<typeof Followed>

export const CourseDuty = z.object({
  id: z.string(),
  /** Beside the decision, or the decision's own. */
  of: z.enum(['task', 'decision']),
  at: ItemAt,
  bodies: z.array(Named.extend({ role: DutyRole })),
  deadline: Day.nullable(),
  deadlineText: z.string().nullable(),
  followed: Followed,
  shown: ShownBy.nullable(),
  seenAgain: ItemAt.nullable(),
  quotations: z.array(EdgeQuotation),
})
export type CourseDuty = z.infer<typeof CourseDuty>

/** `sibling`: carries out the same plan. `candidate`: may be the same policy, not enough to make them one. */
export const Relation = z.enum(['edition', 'revises', 'repeals', 'implements', 'sibling', 'candidate'])
export type Relation = z.infer<typeof Relation>

export const RelatedPolicy = z.object({
  relation: Relation,
  /** It points to the traced policy: it revises, repeals, carries it out, or is a later edition. */
  inward: z.boolean(),
  policy: PolicyNode,
  /** The items that consider it, the earliest first; `total` counts those that are cut off. */
  items: z.array(ItemAt),
  total: z.int(),
  quotations: z.array(EdgeQuotation),
})
export type RelatedPolicy = z.infer<typeof RelatedPolicy>

/** Named and never seen again; `of` is the id of the event or duty, of an edition that of the last policy of the series. */
export const OpenEnd = z.discriminatedUnion('is', [
  z.object({ is: z.literal('deferred'), of: z.string(), at: ItemAt, silence: Silence }),
  z.object({
    is: z.literal('next'),
    of: z.string(),
    at: ItemAt,
    next: NextStep,
    to: Named.nullable(),
    due: Day.nullable(),
    silence: Silence,
  }),
  z.object({ is: z.literal('duty'), of: z.string(), at: ItemAt, due: Day, bodies: z.array(Named), silence: Silence }),
  z.object({ is: z.literal('edition'), of: NodeId, year: z.int(), due: Day, editions: z.int() }),
])
export type OpenEnd = z.infer<typeof OpenEnd>

export const getTrace = endpoint({
  name: 'getTrace',
  method: 'get',
  path: '/policies/:id/trace',
  summary:
    'A policy across the meetings: stages, deferrals and returns, citations, duties, and what was never heard of again',
  params: { id: NodeId },
  query: asFile(LIST_FORMATS),
  reply: z.object({
    version: DataVersion,
    policy: PolicyNode,
    /** In order of time. */
    events: z.array(CourseEvent),
    /** Items that consider or cite it; the latest are shown. */
    items: z.object({ total: z.int(), shown: z.int() }),
    /** A deferred event and the one that took it up again; `months` is `null` where a day is not known. */
    returns: z.array(z.object({ from: z.string(), to: z.string(), months: z.int().nullable() })),
    related: z.array(RelatedPolicy),
    duties: z.array(CourseDuty),
    openEnds: z.array(OpenEnd),
    /** Distinct meetings in which it occurs, and distinct policies whose items cite it. */
    meetings: z.int(),
    citingPolicies: z.int(),
    /** The day of the last meeting that was read: what is open is open as of then. */
    until: Day.nullable(),
    ...CITED,
  }),
  exports: LIST_FORMATS,
})
export type TraceReply = z.infer<typeof getTrace.reply>

/** Put off and not back; something of it fell due in silence; put off at some time. */
export const PolicyFilter = z.enum(['all', 'vanished', 'silent', 'deferred'])
export type PolicyFilter = z.infer<typeof PolicyFilter>

export const ListedPolicy = z.object({
  policy: PolicyNode,
  /** Distinct meetings of the period in which it occurs, with the first and the last of their days. */
  meetings: z.int(),
  first: Day.nullable(),
  last: Day.nullable(),
  /** The last thing that an item about it did; `null` for what is only cited. */
  state: CourseState.nullable(),
  outcomes: z.array(Outcome),
  at: ItemAt.nullable(),
  leads: z.array(Named),
  deferrals: z.int(),
  returns: z.int(),
  /** Put off and not back, with what has passed since. */
  vanished: Silence.nullable(),
  /** Duties that fell due and are not mentioned again. */
  silentDuties: z.int(),
})
export type ListedPolicy = z.infer<typeof ListedPolicy>

export const listPolicies = endpoint({
  name: 'listPolicies',
  method: 'get',
  path: '/policies',
  summary: 'The policies of a jurisdiction with the state that each was left in',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    /** Part of a printed title. */
    q: z.string().trim().max(100).default(''),
    only: PolicyFilter.default('all'),
    /** `open`: put off and not back first, then what fell due in silence, then what was put off and came back. */
    sort: z.enum(['open', 'recent', 'activity', 'name']).default('open'),
    from: Day.optional(),
    to: Day.optional(),
    limit: Limit(2000, 50),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    ...asFile(LIST_FORMATS),
  },
  reply: paged(ListedPolicy).extend({
    version: DataVersion,
    /** Of the period and the search, before `only`. */
    counts: z.record(PolicyFilter, z.int()),
    ...CITED,
  }),
  exports: LIST_FORMATS,
})
export type PoliciesReply = z.infer<typeof listPolicies.reply>

export const VanishedMatter = z.object({
  id: z.string(),
  is: z.enum(['deferred', 'duty']),
  at: ItemAt,
  policies: z.array(Named),
  bodies: z.array(Named),
  due: Day.nullable(),
  silence: Silence,
  quotations: z.array(EdgeQuotation),
})
export type VanishedMatter = z.infer<typeof VanishedMatter>

/** Deferred and not back, or due and not mentioned again, with how many meetings have passed since. */
export const getVanished = endpoint({
  name: 'getVanished',
  method: 'get',
  path: '/vanished',
  summary: 'What was put off and never came back, and what fell due and was never mentioned again',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    is: z.enum(['all', 'deferred', 'duty']).default('all'),
    /** Meetings that were read since, at the least. */
    meetings: z.coerce.number().int().min(1).max(1000).default(2),
    /** Days of the meeting that put it off or gave the duty. */
    from: Day.optional(),
    to: Day.optional(),
    limit: Limit(500, 50),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    ...asFile(LIST_FORMATS),
  },
  reply: paged(VanishedMatter).extend({
    version: DataVersion,
    /** How many there are of each, of how many that were put off or had their day in the period. */
    deferred: z.object({ vanished: z.int(), of: z.int() }),
    duties: z.object({ vanished: z.int(), of: z.int() }),
    until: Day.nullable(),
    ...CITED,
  }),
  exports: LIST_FORMATS,
})
export type VanishedReply = z.infer<typeof getVanished.reply>
