import type { CurationEvent } from '../model/curation.ts'
import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { holding } from './curation/holding.ts'
import { isReading, meetingOf, needsText } from './curation/reading.ts'
import { standing } from './curation/standing.ts'
import { type Document, texts } from './documents-together.ts'
import { meetingsOf } from './resolve/meeting-key.ts'

/** The documents, with their texts where people have said something of words that only the text prints. */
export const withWords = async (
  store: Store,
  place: JurisdictionId,
  documents: readonly Document[],
  events: readonly CurationEvent[],
): Promise<Document[]> => {
  const readings = standing(holding(events).events).claims.filter(isReading).filter(needsText)
  if (readings.length === 0) return [...documents]
  const keys = new Set(readings.map(meetingOf))
  const meetings = meetingsOf(documents.map(({ id, record }) => ({ document: id, record })))
  const asked = new Set(
    meetings.filter(({ key }) => keys.has(key)).flatMap(({ sources }) => sources.map(({ document }) => document)),
  )
  const whole = await texts(
    store,
    place,
    documents.filter(({ id }) => asked.has(id)),
  )
  const byId = new Map(whole.map((document) => [document.id, document]))
  return documents.map((document) => byId.get(document.id) ?? document)
}
