/** What the view of a policy's course shows of a reply, and what it keeps in the address. Pure. */
import type { Slot } from '../../model/api/jurisdictions.ts'
import type { CourseDuty, CourseEvent, OpenEnd, TraceReply } from '../../model/api/trace.ts'

export type GlyphName =
  | 'draft'
  | 'deferred'
  | 'rejected'
  | 'agreed'
  | 'issued'
  | 'revised'
  | 'reported'
  | 'repealed'
  | 'cited'
  | 'duty'
  | 'unseen'

const APPROVED = new Set(['approved', 'approved_in_principle'])

/** A discussion without approval is a draft; what others say of it has the glyph of what they say. */
export const glyphOf = ({ state, outcomes }: Pick<CourseEvent, 'state' | 'outcomes'>): GlyphName => {
  switch (state) {
    case 'deferred':
    case 'rejected':
    case 'revised':
    case 'reported':
    case 'repealed':
    case 'issued':
    case 'cited':
      return state
    case 'implemented':
      return 'cited'
    case 'considered':
    case 'resumed':
      return outcomes.some((outcome) => APPROVED.has(outcome)) ? 'agreed' : 'draft'
  }
}

/** On the line of the policy itself: what was done with it, also where only a citation tells it. */
export const isMain = ({ part, state }: Pick<CourseEvent, 'part' | 'state'>): boolean =>
  part === 'considers' || state === 'issued' || state === 'revised' || state === 'repealed'

export type Period = { from: string | null; to: string | null }

/** What has no day lies only in the period that is open at both ends. */
export const inPeriod = (date: string | null, { from, to }: Period): boolean =>
  date === null ? !from && !to : (!from || date >= from) && (!to || date <= to)

export type Shown = { events: CourseEvent[]; outside: number }

export const eventsShown = ({ events }: Pick<TraceReply, 'events'>, period: Period): Shown => {
  const shown = events.filter(({ at }) => inPeriod(at.date, period))
  return { events: shown, outside: events.length - shown.length }
}

export type Selected = { is: 'event'; event: CourseEvent } | { is: 'duty'; duty: CourseDuty } | null

/** What the address names; else the first deferral, else the last thing that was done with the policy. */
export const selectedOf = ({ events, duties }: Pick<TraceReply, 'events' | 'duties'>, id: string | null): Selected => {
  const duty = duties.find((one) => one.id === id)
  if (duty) return { is: 'duty', duty }
  const own = events.filter(({ part }) => part === 'considers')
  const event =
    events.find((one) => one.id === id) ??
    own.find(({ state }) => state === 'deferred') ??
    own.at(-1) ??
    events.at(-1) ??
    null
  return event && { is: 'event', event }
}

export const selectedId = (selected: Selected): string | null =>
  selected === null ? null : selected.is === 'event' ? selected.event.id : selected.duty.id

/** The id that opens the evidence of an open end; an edition has none of its own. */
export const targetOfEnd = (end: OpenEnd): string | null => (end.is === 'edition' ? null : end.of)

/** Serial numbers that are missing between two events that follow each other. */
export const missingBetween = (slots: readonly Slot[], before: string, after: string): number[] => {
  const place = (meeting: string) => slots.findIndex((slot) => slot.is === 'meeting' && slot.meeting === meeting)
  const [from, to] = [place(before), place(after)]
  return from < 0 || to < 0
    ? []
    : slots.slice(from + 1, to).flatMap((slot) => (slot.is === 'missing' ? [slot.ordinal] : []))
}

/** `59, 60, 61, 71` as `59–61, 71`. */
export const runsOfNumbers = (numbers: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const one of numbers) {
    const run = runs.at(-1)
    if (run && run[1] === one - 1) run[1] = one
    else runs.push([one, one])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
