import { getCoverage, listJurisdictions } from '../../model/api/jurisdictions.ts'
import type { GraphReader } from '../../store/port.ts'
import type { Series } from '../series.ts'
import { serve } from '../serve.ts'

export const jurisdictionRoutes = (store: GraphReader, series: (jurisdiction: string) => Promise<Series>) => [
  serve(listJurisdictions, async () => ({ rows: await store.jurisdictions() })),

  serve(getCoverage, async ({ query }) => {
    const { summary, meetings, slots } = await series(query.jurisdiction)
    return {
      slots,
      meetings: meetings.length,
      missing: slots.length - meetings.length,
      items: meetings.reduce((sum, meeting) => sum + meeting.agenda.length, 0),
      documents: summary.documents,
      warnings: meetings.reduce((sum, meeting) => sum + meeting.warnings, 0),
    }
  }),
]
