import type { CurationEvent } from '../../../model/curation.ts'
import { checkEvents } from '../../curation-events.ts'
import type { Connection } from '../connection.ts'

const PUT = `
  INSERT INTO curation (jurisdiction, id, json)
  SELECT ?2, value ->> 0, value ->> 1 FROM json_each(?1) WHERE true
  ON CONFLICT (jurisdiction, id) DO NOTHING`

export const putEvents = (connection: Connection, place: string, events: readonly CurationEvent[]): void => {
  checkEvents(place, events)
  connection.run(PUT, JSON.stringify(events.map((event) => [event.id, JSON.stringify(event)])), place)
}
