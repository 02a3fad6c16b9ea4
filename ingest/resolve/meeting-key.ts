import type { DocumentId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { MinutesRecord } from '../../model/record.ts'

export type Source = { document: DocumentId; record: MinutesRecord }

/**
 * What two documents of one meeting share: day, kind, and serial number; without a serial number, the number of the document.
 * A document that gives none of them is a meeting of its own.
 */
const meetingKey = ({ document, record: { meeting } }: Source): string => {
  const number = meeting.ordinal === null ? meeting.docNumber : String(meeting.ordinal)
  const known = [meeting.date, meeting.type ?? '会议', number].filter((part) => part !== null)
  return number === null && meeting.date === null ? document.slice(document.lastIndexOf('/') + 1) : known.join('-')
}

export type MeetingSources = {
  key: string
  day: string | null
  /** The fullest document first. */
  sources: Source[]
}

/** The documents of each meeting, in an order that does not depend on the order they came in. */
export const meetingsOf = (sources: readonly Source[]): MeetingSources[] => {
  const byKey = new Map<string, Source[]>()
  for (const source of sources) {
    const key = meetingKey(source)
    byKey.set(key, [...(byKey.get(key) ?? []), source])
  }
  return [...byKey]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([key, all]) => ({
      key,
      day: all.map(({ record }) => record.meeting.date).find((day) => day !== null) ?? null,
      sources: all.sort((a, b) => b.record.items.length - a.record.items.length || byCodeUnits(a.document, b.document)),
    }))
}
