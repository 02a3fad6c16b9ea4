import { closerPairs } from '../../analysis/closer-pairs.ts'
import type { OverviewReply } from '../../model/api/overview.ts'
import type { NodeId } from '../../model/graph.ts'
import { INCIDENCE_ROLES, type Incidence } from '../../store/port.ts'
import type { Series } from '../series.ts'

const LEAD = INCIDENCE_ROLES.indexOf('lead')
const TASKED = INCIDENCE_ROLES.indexOf('tasked')
const ROWS = 5
/** Fewer meetings have no halves worth comparing. */
const LEAST = 4

type CommunityOf = ReadonlyMap<NodeId, number>

/** The department that leads a decision of the item; else the one that has a duty in it. */
const leadOfColumn = ({ who, rows, columns, roles }: Incidence): Map<number, NodeId> => {
  const found = new Map<number, { id: NodeId; rank: number }>()
  rows.forEach((row, at) => {
    const rank = roles[at] === LEAD ? 0 : roles[at] === TASKED ? 1 : 2
    const id = who[row]?.id
    const column = columns[at] ?? -1
    const known = found.get(column)
    if (rank < 2 && id !== undefined && (!known || rank < known.rank)) found.set(column, { id, rank })
  })
  return new Map([...found].map(([column, { id }]) => [column, id]))
}

/** Of each meeting, the communities of the departments that lead its items, in the order of communities. */
export const leadsPart = (series: Series, incidence: Incidence, communityOf: CommunityOf): OverviewReply['leads'] => {
  const leads = leadOfColumn(incidence)
  const byMeeting = new Map<NodeId, (number | null)[]>()
  incidence.what.forEach(({ meeting }, column) => {
    const lead = leads.get(column)
    const community = lead === undefined ? null : (communityOf.get(lead) ?? null)
    byMeeting.set(meeting, [...(byMeeting.get(meeting) ?? []), community])
  })
  const last = Number.MAX_SAFE_INTEGER
  return series.slots.flatMap((slot) =>
    slot.is === 'meeting'
      ? [
          {
            meeting: slot.meeting,
            communities: (byMeeting.get(slot.meeting) ?? []).sort((a, b) => (a ?? last) - (b ?? last)),
          },
        ]
      : [],
  )
}

/** Departments that stand together more often in the second half of the meetings than in the first. */
export const closerPart = (series: Series, incidence: Incidence, communityOf: CommunityOf): OverviewReply['closer'] => {
  const meetings = series.slots.flatMap((slot) => (slot.is === 'meeting' ? [slot] : []))
  const middle = meetings[Math.ceil(meetings.length / 2) - 1]
  if (meetings.length < LEAST || !middle) return null
  const place = new Map(meetings.map(({ meeting }, at) => [meeting, at]))
  const half = Math.ceil(meetings.length / 2)
  const { pairs, columns } = closerPairs(
    incidence,
    (meeting) => {
      const at = place.get(meeting)
      return at === undefined ? null : at < half
    },
    ROWS,
  )
  const label = new Map(incidence.who.map((actor) => [actor.id, actor.label]))
  const body = (id: NodeId) => ({ id, label: label.get(id) ?? id, community: communityOf.get(id) ?? null })
  return {
    until: middle.meeting,
    untilLabel: middle.label,
    untilOrdinal: middle.ordinal,
    items: columns,
    rows: pairs.map(({ a, b, before, after }) => ({ a: body(a), b: body(b), before, after })),
  }
}
