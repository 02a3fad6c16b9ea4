import type { CurationEvent } from '../../../model/curation.ts'
import { toEvents } from '../../curation-events.ts'
import type { Query } from '../connection.ts'
import { EVENT_KIND } from '../schema.ts'

const OF_ONE = `
  MATCH (e:Jiyao {jurisdiction: $jurisdiction, kind: '${EVENT_KIND}'}) USING INDEX e:Jiyao(jurisdiction, kind)
  RETURN e.json AS json`

const OF_ALL = 'MATCH (e:Jiyao&CurationEvent) RETURN e.json AS json'

export const curation = async (query: Query, jurisdiction: string | null): Promise<CurationEvent[]> =>
  toEvents(
    jurisdiction === null
      ? await query<{ json: string }>(OF_ALL)
      : await query<{ json: string }>(OF_ONE, { jurisdiction }),
  )
