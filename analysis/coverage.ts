import type { Slot } from '../model/api/jurisdictions.ts'
import type { MeetingNode } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'

type Series = Pick<MeetingNode, 'type' | 'ordinal' | 'term' | 'year'>

/** Numbers of 届 or of a year start again at 1; two meetings count in one series unless the text says that their scopes differ. */
const sameScope = (a: Series, b: Series): boolean =>
  (a.term === null || b.term === null || a.term === b.term) && (a.year === null || b.year === null || a.year === b.year)

const byTime = (a: MeetingNode, b: MeetingNode): number =>
  byCodeUnits(a.date ?? '9999', b.date ?? '9999') || (a.ordinal ?? 0) - (b.ordinal ?? 0) || byCodeUnits(a.id, b.id)

const slotOf = (meeting: MeetingNode): Slot => ({
  is: 'meeting',
  meeting: meeting.id,
  label: meeting.label,
  type: meeting.type,
  ordinal: meeting.ordinal,
  date: meeting.date,
  items: meeting.agenda.length,
})

const missingBetween = (before: MeetingNode | undefined, after: MeetingNode): Slot[] => {
  if (!before || after.type === null || after.ordinal === null || before.ordinal === null) return []
  const last = after.ordinal
  // A number that falls starts a new series, whose first numbers are then missing; how far the old one ran is not known.
  const first =
    sameScope(before, after) && last > before.ordinal ? before.ordinal + 1 : last < before.ordinal ? 1 : last
  return Array.from({ length: last - first }, (_, index) => ({
    is: 'missing' as const,
    type: after.type ?? '',
    ordinal: first + index,
    after: before.date,
    before: after.date,
  }))
}

/**
 * The series of meetings in order of time, each kind's missing serial numbers (第N次) in the place where they would stand.
 * What lies before the first and behind the last meeting is not known, and not missing.
 */
export const coverage = (meetings: readonly MeetingNode[]): Slot[] => {
  const lastOfType = new Map<string, MeetingNode>()
  return [...meetings].sort(byTime).flatMap((meeting) => {
    const type = meeting.type ?? ''
    const gap = missingBetween(lastOfType.get(type), meeting)
    if (meeting.ordinal !== null) lastOfType.set(type, meeting)
    return [...gap, slotOf(meeting)]
  })
}
