import type { CurationEvent } from '../../../model/curation.ts'
import { toEvents } from '../../curation-events.ts'
import type { Connection } from '../connection.ts'

export const curation = (connection: Connection, jurisdiction: string | null): CurationEvent[] =>
  toEvents(
    jurisdiction === null
      ? connection.all<{ json: string }>('SELECT json FROM curation')
      : connection.all<{ json: string }>('SELECT json FROM curation WHERE jurisdiction = ?', jurisdiction),
  )
