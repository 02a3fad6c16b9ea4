import { coverage } from '../analysis/coverage.ts'
import type { Slot } from '../model/api/jurisdictions.ts'
import type { JurisdictionId, MeetingNode } from '../model/graph.ts'
import type { GraphReader, JurisdictionSummary } from '../store/port.ts'
import { notFound } from './errors.ts'

export type Series = { summary: JurisdictionSummary; meetings: MeetingNode[]; slots: Slot[] }

const PAGE = 1000

const allMeetings = async (store: GraphReader, jurisdiction: JurisdictionId): Promise<MeetingNode[]> => {
  const meetings: MeetingNode[] = []
  for (;;) {
    const page = await store.meetings({ jurisdiction, from: null, to: null, limit: PAGE, offset: meetings.length })
    meetings.push(...page.rows)
    if (page.rows.length === 0 || meetings.length >= page.total) return meetings
  }
}

/** A jurisdiction's meetings in order, kept for as long as its data version stands. Throws `not-found`. */
export const seriesReader = (store: GraphReader): ((jurisdiction: JurisdictionId) => Promise<Series>) => {
  const kept = new Map<JurisdictionId, Series>()
  return async (jurisdiction) => {
    const summary = (await store.jurisdiction(jurisdiction)) ?? notFound('jurisdiction', jurisdiction)
    const known = kept.get(jurisdiction)
    if (known?.summary.version.hash === summary.version.hash) return known
    const meetings = await allMeetings(store, jurisdiction)
    const series = { summary, meetings, slots: coverage(meetings) }
    kept.set(jurisdiction, series)
    return series
  }
}
