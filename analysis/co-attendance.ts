import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'
import { RollRole } from '../model/record.ts'
import type { RollPairs } from './attendance.ts'
import { type CoOccurrence, coOccurrence, FIXED_CAST_SHARE } from './co-occurrence.ts'
import { type Filter, type Incidence, incidenceOf, maskOf, viewOf } from './incidence.ts'

const ABSENT = RollRole.options.indexOf('absent')

/** Who was there, in whatever role; who was excused was not. */
export const presenceOf = ({ who, what, rows, columns, roles }: RollPairs): Incidence => {
  const there = (_: number, at: number) => roles[at] !== ABSENT
  return incidenceOf({ who, what, rows: rows.filter(there), columns: columns.filter(there) })
}

export type CoAttendance = {
  /** Who came to at least `share` of the meetings in view, and to how many: they meet everyone, and are left out of `table`. */
  fixedCast: { share: number; members: { who: NodeId; meetings: number }[] }
  /** Meetings in view, with or without the others. */
  meetings: number
  /** Pairs of all others, against the null model over them alone. */
  table: CoOccurrence
}

/**
 * Who met whom more often than their own counts explain. The model knows no terms of office: over a long period people of one term meet
 * more often than people of two, so ask within a term.
 */
export const coAttendance = (presence: Incidence, filter: Filter = {}): CoAttendance => {
  const view = viewOf(presence, filter)
  const meetings = view.columns.length
  const cast = new Map(
    Array.from(view.rows, (row, at) => [row, view.rowDegrees[at] ?? 0] as const).filter(
      ([, degree]) => degree >= FIXED_CAST_SHARE * meetings,
    ),
  )
  const rows = maskOf([...presence.who.keys()], (row) => !cast.has(row) && filter.rows?.[row] !== 0)
  return {
    fixedCast: {
      share: FIXED_CAST_SHARE,
      members: Array.from(cast, ([row, degree]) => ({ who: presence.who[row] ?? '', meetings: degree })),
    },
    meetings,
    table: coOccurrence(presence, { ...filter, rows }),
  }
}

/** Someone sat on behalf of another, as a roll or the line of the chair prints it (ATTENDED and CHAIRED, `onBehalfOf`). */
export type StandingIn = { who: NodeId; meeting: NodeId; date: string | null; onBehalfOf: string }

export type StandIn = { who: NodeId; onBehalfOf: string; meetings: NodeId[] }

/** Who stood in for whom, stated, the most frequent first, then by ids. Meetings in order of time, each once. */
export const standInsOf = (rows: readonly StandingIn[]): StandIn[] => {
  const pairs = new Map<string, StandIn>()
  const inOrder = [...rows].sort(
    (a, b) => byCodeUnits(a.date ?? '9999', b.date ?? '9999') || byCodeUnits(a.meeting, b.meeting),
  )
  for (const { who, meeting, onBehalfOf } of inOrder) {
    const key = JSON.stringify([who, onBehalfOf])
    const pair = pairs.get(key) ?? { who, onBehalfOf, meetings: [] }
    if (!pair.meetings.includes(meeting)) pair.meetings.push(meeting)
    pairs.set(key, pair)
  }
  return [...pairs.values()].sort(
    (a, b) =>
      b.meetings.length - a.meetings.length || byCodeUnits(a.who, b.who) || byCodeUnits(a.onBehalfOf, b.onBehalfOf),
  )
}

/** A person or body that an item names (MENTIONS, TASKED, or what leads, joins or assists its decisions). */
export type NamedIn = { who: NodeId; item: NodeId; meeting: NodeId }

/** Named in items of a meeting that has a roll, and not there. */
export type NotThere = { who: NodeId; meeting: NodeId; items: NodeId[] }

/** Sorted by meeting, then by who. Meetings of which nobody is known to have come print no roll, and tell nothing. */
export const namedButNotThere = (named: readonly NamedIn[], presence: Incidence): NotThere[] => {
  const there = new Map<NodeId, Set<NodeId>>()
  presence.who.forEach((who, row) => {
    for (const column of presence.columns.subarray(presence.offsets[row], presence.offsets[row + 1])) {
      const meeting = presence.what[column]?.id ?? ''
      there.set(meeting, (there.get(meeting) ?? new Set()).add(who))
    }
  })
  const missed = new Map<string, NotThere>()
  for (const { who, item, meeting } of named) {
    const present = there.get(meeting)
    if (!present || present.has(who)) continue
    const key = JSON.stringify([meeting, who])
    const found = missed.get(key) ?? { who, meeting, items: [] }
    if (!found.items.includes(item)) found.items.push(item)
    missed.set(key, found)
  }
  return [...missed.values()].sort((a, b) => byCodeUnits(a.meeting, b.meeting) || byCodeUnits(a.who, b.who))
}
