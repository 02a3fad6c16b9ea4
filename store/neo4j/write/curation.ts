import type { CurationEvent } from '../../../model/curation.ts'
import { checkEvents } from '../../curation-events.ts'
import type { Query } from '../connection.ts'
import { EVENT_KIND } from '../schema.ts'
import { inBatches } from './batches.ts'

// Two places may have an event of one id, and an id is unique among all of ours.
const PUT = `
  UNWIND $rows AS row
  MERGE (e:Jiyao {id: row.id})
  ON CREATE SET e:CurationEvent, e += row`

export const putEvents = async (query: Query, place: string, events: readonly CurationEvent[]): Promise<void> => {
  checkEvents(place, events)
  const rows = events.map((event) => ({
    id: `${place}/${EVENT_KIND}/${event.id}`,
    jurisdiction: place,
    kind: EVENT_KIND,
    event: event.id,
    by: event.by,
    at: event.at,
    do: event.action.do,
    json: JSON.stringify(event),
  }))
  await inBatches(rows, async (batch) => void (await query(PUT, { rows: batch })))
}
