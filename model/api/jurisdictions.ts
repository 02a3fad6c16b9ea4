import { z } from 'zod'
import { DataVersion, Jurisdiction, JurisdictionId, NodeId, NodeKind } from '../graph.ts'
import { Day } from '../record.ts'
import { endpoint } from './endpoint.ts'

export const JurisdictionReply = Jurisdiction.extend({
  version: DataVersion,
  documents: z.int(),
  counts: z.record(NodeKind, z.int()),
  from: Day.nullable(),
  to: Day.nullable(),
})
export type JurisdictionReply = z.infer<typeof JurisdictionReply>

export const listJurisdictions = endpoint({
  name: 'listJurisdictions',
  method: 'get',
  path: '/jurisdictions',
  summary: 'Every city, county and zone whose minutes are stored',
  params: {},
  query: {},
  reply: z.object({ rows: z.array(JurisdictionReply) }),
})

/** One place in the series of meetings: a meeting that was read, or a serial number of which no minutes are here. */
export const Slot = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('meeting'),
    meeting: NodeId,
    label: z.string(),
    type: z.string().nullable(),
    ordinal: z.int().nullable(),
    date: Day.nullable(),
    items: z.int(),
  }),
  z.object({
    is: z.literal('missing'),
    type: z.string(),
    ordinal: z.int(),
    after: Day.nullable(),
    before: Day.nullable(),
  }),
])
export type Slot = z.infer<typeof Slot>

export const getCoverage = endpoint({
  name: 'getCoverage',
  method: 'get',
  path: '/coverage',
  summary: 'The series of meetings in order of time, and the serial numbers that are missing in it',
  params: {},
  query: { jurisdiction: JurisdictionId },
  reply: z.object({
    slots: z.array(Slot),
    meetings: z.int(),
    missing: z.int(),
    items: z.int(),
    documents: z.int(),
    /** Places that could not be read, in all documents. */
    warnings: z.int(),
  }),
})
export type CoverageReply = z.infer<typeof getCoverage.reply>
