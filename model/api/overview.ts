import { z } from 'zod'
import { DataVersion, JurisdictionId, NodeId } from '../graph.ts'
import { endpoint } from './endpoint.ts'

const Body = z.object({ id: NodeId, label: z.string(), community: z.int().nullable() })

/** One meeting of a policy's course: heard or drafted, put off, agreed to, or only cited. */
export const CourseMark = z.object({
  /** Place in the series of meetings (`slots` of the coverage). */
  slot: z.int(),
  is: z.enum(['considered', 'deferred', 'agreed', 'cited']),
})
export type CourseMark = z.infer<typeof CourseMark>

export const Course = z.object({
  id: NodeId,
  title: z.string(),
  meetings: z.int(),
  /** In order of time, one for each meeting. */
  marks: z.array(CourseMark),
  /** Put off at `from`, taken up again at `to`: places in the series. */
  returns: z.array(z.object({ from: z.int(), to: z.int() })),
  /** Put off, and not seen again since. */
  open: z.boolean(),
})
export type Course = z.infer<typeof Course>

export const Delegates = z.enum(['leaders', 'departments', 'districts'])
export type Delegates = z.infer<typeof Delegates>

export const getOverview = endpoint({
  name: 'getOverview',
  method: 'get',
  path: '/overview',
  summary: 'What opens the three questions: ties of departments, courses of policies, attendance, each with figures',
  params: {},
  query: { jurisdiction: JurisdictionId },
  reply: z.object({
    version: DataVersion,
    /** Of departments by the item; as `getCoOccurrence` with a rate of 5 % and a minimum of 2. */
    ties: z.object({
      tested: z.int(),
      above: z.int(),
      below: z.int(),
      testable: z.boolean(),
      /** Pairs that meet at all. */
      met: z.int(),
      /** Groups of those who are together more than expected, significantly or not; the largest first, with the member that occurs most. */
      communities: z.array(z.object({ size: z.int(), first: z.string() })),
      /** Those who are together with somebody more than expected, their places from 0 to 1. */
      nodes: z.array(Body.extend({ degree: z.int(), x: z.number(), y: z.number() })),
      /** Indices of nodes; `within` is the community of both, `above` says that the tie stands the test. */
      edges: z.array(z.object({ a: z.int(), b: z.int(), within: z.int().nullable(), above: z.boolean() })),
    }),
    /** Of each meeting, in the order of the series: the community of each item's leading department, `null` where there is none. */
    leads: z.array(z.object({ meeting: NodeId, communities: z.array(z.int().nullable()) })),
    /** Pairs whose share of the items has grown most from the first half of the meetings to the second. `null` with fewer than four meetings. */
    closer: z
      .object({
        /** The last meeting of the first half. */
        until: NodeId,
        untilLabel: z.string(),
        untilOrdinal: z.int().nullable(),
        items: z.object({ before: z.int(), after: z.int() }),
        rows: z.array(z.object({ a: Body, b: Body, before: z.int(), after: z.int() })),
      })
      .nullable(),
    policies: z.object({
      total: z.int(),
      /** Put off at least once; taken up again since; not. */
      deferred: z.int(),
      returned: z.int(),
      open: z.int(),
      /** Those that occur in the most meetings. */
      rows: z.array(Course),
      /** One that shows much: put off and back, else with the most meetings. */
      example: Course.nullable(),
    }),
    attendance: z.object({
      /** Meetings whose minutes print who came. */
      withRoll: z.int(),
      people: z.int(),
      groups: z.array(
        z.object({
          group: Delegates,
          people: z.int(),
          /** The most frequent of them: a `1` for each meeting of the series that they came to, `0` else, `-` without a roll. */
          rows: z.array(z.string()),
        }),
      ),
      /** Delegates who came most often: `present` of the `of` meetings with a roll since they were first seen. */
      rows: z.array(z.object({ id: NodeId, label: z.string(), seat: z.string(), present: z.int(), of: z.int() })),
    }),
  }),
})
export type OverviewReply = z.infer<typeof getOverview.reply>
