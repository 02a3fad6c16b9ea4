import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'
import { inPeriod, type Period } from './incidence.ts'

/** Who stands in what; the same members in the same order in each of several incidences. */
export type Places = {
  who: readonly { id: NodeId; label: string }[]
  what: readonly { meeting: NodeId; date: string | null }[]
  rows: Int32Array
  columns: Int32Array
}

export type Activity = {
  id: NodeId
  label: string
  /** Distinct meetings of the period in which it occurs. */
  meetings: number
  first: string | null
  last: string | null
}

type Met = { id: NodeId; label: string; meetings: Set<NodeId>; first: string | null; last: string | null }

const note = (met: Met, { meeting, date }: Places['what'][number]): void => {
  met.meetings.add(meeting)
  if (date === null) return
  if (met.first === null || date < met.first) met.first = date
  if (met.last === null || date > met.last) met.last = date
}

/** In how many meetings of the period each member occurs, in one of the incidences or in several; those that occur in none are left out. */
export const activityOf = (incidences: readonly Places[], period: Period): Activity[] => {
  const all = new Map<NodeId, Met>()
  const wanted = inPeriod(period)
  for (const { who, what, rows, columns } of incidences)
    rows.forEach((row, at) => {
      const [actor, place] = [who[row], what[columns[at] ?? -1]]
      if (!actor || !place || !wanted(place)) return
      const met = all.get(actor.id) ?? { ...actor, meetings: new Set<NodeId>(), first: null, last: null }
      note(met, place)
      all.set(actor.id, met)
    })
  return [...all.values()].map(({ id, label, meetings, first, last }) => ({
    id,
    label,
    meetings: meetings.size,
    first,
    last,
  }))
}

/** Most meetings first, by name, or the one seen last first; ties by name and id. */
export const sortActivity = (all: readonly Activity[], by: 'activity' | 'name' | 'recent'): Activity[] => {
  const named = (a: Activity, b: Activity) => byCodeUnits(a.label, b.label) || byCodeUnits(a.id, b.id)
  if (by === 'name') return all.toSorted(named)
  if (by === 'recent') return all.toSorted((a, b) => byCodeUnits(b.last ?? '', a.last ?? '') || named(a, b))
  return all.toSorted((a, b) => b.meetings - a.meetings || named(a, b))
}
