import type { Person } from './cast.ts'
import type { GoldAttendee } from './gold.ts'

/** One person in a roll, as the truth knows them. */
export type Attendee = {
  person: Person
  role: GoldAttendee['role']
  body: string | null
  post: string | null
  onBehalfOf: string | null
  reason?: string
}

export const toGold = (one: Attendee): GoldAttendee => ({
  person: one.person.name,
  role: one.role,
  body: one.body,
  post: one.post,
  onBehalfOf: one.onBehalfOf,
  ...(one.reason ? { reason: one.reason } : {}),
})
