import { getOverview, type OverviewReply } from '../../model/api/overview.ts'
import type { GraphReader } from '../../store/port.ts'
import { Recent } from '../analysis/recent.ts'
import type { TiesReader } from '../analysis/ties-reader.ts'
import { attendancePart } from '../overview/attendance-part.ts'
import { policiesPart } from '../overview/policies-part.ts'
import { closerPart, leadsPart } from '../overview/strip-part.ts'
import { tiesPart } from '../overview/ties-part.ts'
import type { Series } from '../series.ts'
import { serve } from '../serve.ts'

const KEPT = 8

export const overviewRoutes = (
  store: GraphReader,
  reader: TiesReader,
  series: (jurisdiction: string) => Promise<Series>,
) => {
  const kept = new Recent<OverviewReply>(KEPT)
  const make = async (one: Series): Promise<OverviewReply> => {
    const { id: jurisdiction, version } = one.summary
    const placeOf = new Map(
      one.slots.flatMap((slot, at) => (slot.is === 'meeting' ? [[slot.meeting, at] as const] : [])),
    )
    const [ties, policies, people] = await Promise.all([
      tiesPart(reader, jurisdiction),
      reader.incidence({ jurisdiction, who: 'policy', level: 'item' }),
      reader.incidence({ jurisdiction, who: 'person', level: 'meeting' }),
    ])
    return {
      version,
      ties: ties.part,
      leads: leadsPart(one, ties.incidence, ties.communityOf),
      closer: closerPart(one, ties.incidence, ties.communityOf),
      policies: await policiesPart(store, policies.incidence, placeOf),
      attendance: await attendancePart(store, people.incidence, placeOf, one.slots.length),
    }
  }
  return [
    serve(getOverview, async ({ query }) => {
      const one = await series(query.jurisdiction)
      const key = `${query.jurisdiction}\n${one.summary.version.hash}`
      const known = kept.get(key)
      if (known) return known
      const made = await make(one)
      kept.set(key, made)
      return made
    }),
  ]
}
