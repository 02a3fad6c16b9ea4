import { z } from 'zod'
import { DataVersion, JurisdictionId, NodeId, PolicyNode } from '../graph.ts'
import { Day, NextStep, Outcome } from '../record.ts'
import { endpoint, Limit } from './endpoint.ts'
import { EdgeQuotation } from './graph.ts'

const Named = z.object({ id: NodeId, label: z.string() })

/** An agenda item (议题) at its meeting. */
export const ItemAt = z.object({
  item: NodeId,
  seq: z.int(),
  heading: z.string(),
  meeting: NodeId,
  meetingLabel: z.string(),
  ordinal: z.int().nullable(),
  date: Day.nullable(),
})
export type ItemAt = z.infer<typeof ItemAt>

/** What a step that was named became: a later document shows it, the time has not come, or nothing was heard of it. */
export const Followed = z.enum(['seen', 'open', 'never'])
export type Followed = z.infer<typeof Followed>

/** One meeting that dealt with the policy. `issued` and `revised` only on the word of a later document. */
export const TraceEvent = z.object({
  id: z.string(),
  at: ItemAt,
  is: z.enum(['considered', 'issued', 'revised', 'repealed']),
  stage: z.string().nullable(),
  outcome: Outcome.nullable(),
  /** A plan of the minutes. */
  next: NextStep.nullable(),
  submitTo: Named.nullable(),
  issuedAs: Named.nullable(),
  leads: z.array(Named),
  joint: z.array(Named),
  /** Whether the next step was seen; `null` where none is named. */
  followed: Followed.nullable(),
  /** The document number by which a later document knows it. */
  docNumber: z.string().nullable(),
  quotations: z.array(EdgeQuotation),
})
export type TraceEvent = z.infer<typeof TraceEvent>

export const Relation = z.enum(['edition', 'revises', 'repeals', 'implements', 'candidate'])
export type Relation = z.infer<typeof Relation>

export const getTrace = endpoint({
  name: 'getTrace',
  method: 'get',
  path: '/policies/:id/trace',
  summary:
    'A policy across the meetings: stages, deferrals and returns, citations, duties, and what was never heard of again',
  params: { id: NodeId },
  query: { from: Day.optional(), to: Day.optional() },
  reply: z.object({
    version: DataVersion,
    policy: PolicyNode,
    /** In order of time. */
    events: z.array(TraceEvent),
    /** A deferred event and the one that took it up again. */
    returns: z.array(z.object({ from: z.string(), to: z.string(), months: z.int() })),
    /** Other policies that belong to it, each with the items that dealt with them. `later`: came after this one. */
    related: z.array(
      z.object({
        relation: Relation,
        later: z.boolean(),
        policy: PolicyNode,
        items: z.array(ItemAt),
        certain: z.boolean(),
      }),
    ),
    /** Items that name it and are about something else. */
    citedBy: z.array(
      z.object({
        at: ItemAt,
        relation: z.string().nullable(),
        policies: z.array(Named),
        quotations: z.array(EdgeQuotation),
      }),
    ),
    duties: z.array(
      z.object({
        id: z.string(),
        body: Named,
        role: z.enum(['lead', 'joint', 'cooperating']),
        at: ItemAt,
        deadline: Day.nullable(),
        deadlineText: z.string().nullable(),
        followed: Followed,
        /** The item that shows it done. */
        shownBy: ItemAt.nullable(),
        quotations: z.array(EdgeQuotation),
      }),
    ),
    /** Named and never seen again. `of` is the id of the event or duty. */
    openEnds: z.array(
      z.object({
        is: z.enum(['deferred', 'next', 'duty', 'edition']),
        of: z.string(),
        text: z.string(),
        at: ItemAt.nullable(),
        due: Day.nullable(),
      }),
    ),
    /** Distinct meetings in which it occurs, and distinct policies whose items cite it. */
    meetings: z.int(),
    citingPolicies: z.int(),
    /** Serial numbers missing while it ran: absence of minutes, not of activity. */
    missing: z.array(z.object({ ordinal: z.int(), after: Day.nullable(), before: Day.nullable() })),
  }),
})
export type TraceReply = z.infer<typeof getTrace.reply>

/** Deferred and not back, or due and not mentioned again, with how many meetings have passed since. */
export const getVanished = endpoint({
  name: 'getVanished',
  method: 'get',
  path: '/vanished',
  summary: 'What was put off and never came back, and what fell due and was never mentioned again',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    meetings: z.coerce.number().int().min(1).max(100).default(3),
    limit: Limit(500, 100),
  },
  reply: z.object({
    version: DataVersion,
    total: z.int(),
    shown: z.int(),
    rows: z.array(
      z.object({
        is: z.enum(['deferred', 'duty']),
        at: ItemAt,
        policy: Named.nullable(),
        body: Named.nullable(),
        due: Day.nullable(),
        /** Meetings that were read since. */
        since: z.int(),
        quotations: z.array(EdgeQuotation),
      }),
    ),
  }),
})
export type VanishedReply = z.infer<typeof getVanished.reply>
