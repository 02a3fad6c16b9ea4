import { z } from 'zod'
import { CurationEvent } from '../curation.ts'
import { JurisdictionId } from '../graph.ts'
import { endpoint, Limit, paged } from './endpoint.ts'

/** 有效 · 已撤销 · 已被替代 · 冲突 · 落空. */
export const EventState = z.enum(['holds', 'undone', 'replaced', 'conflict', 'dangling'])
export type EventState = z.infer<typeof EventState>

export const LogEntry = CurationEvent.extend({
  /** `undone`: as if it had never been. `replaced`: its author has said otherwise since. `dangling`: it finds nothing today. */
  state: EventState,
  /** The event that undid or replaced it. */
  through: z.object({ id: z.string(), by: z.string() }).nullable(),
})
export type LogEntry = z.infer<typeof LogEntry>

const cursor = z
  .string()
  .regex(/^\d{1,9}$/)
  .optional()

export const getCurationLog = endpoint({
  name: 'getCurationLog',
  method: 'get',
  path: '/curation/log',
  summary: 'What people decided, the latest first, and what became of it',
  params: {},
  query: { jurisdiction: JurisdictionId, limit: Limit(500, 50), cursor },
  reply: paged(LogEntry),
  restsOn: 'curation',
})

export const getConflicts = endpoint({
  name: 'getConflicts',
  method: 'get',
  path: '/curation/conflicts',
  summary: 'Decisions that contradict each other, of which none is applied',
  params: {},
  query: { jurisdiction: JurisdictionId, limit: Limit(500, 50), cursor },
  reply: paged(z.object({ events: z.array(CurationEvent) })),
  restsOn: 'curation',
})
