import { group } from 'd3-array'
import type { RollPairs } from '../../analysis/attendance.ts'
import { inPeriod, type Period } from '../../analysis/incidence.ts'
import type { Sitting } from '../../analysis/sittings.ts'
import type { Column } from '../../model/api/attendance.ts'
import { byCodeUnits } from '../../model/order.ts'
import { RollRole } from '../../model/record.ts'
import type { Member, RollEntry, Rolls } from './rolls.ts'

/** The meetings of a period, and the missing numbers between them; `slots` are their places among all slots. */
export type Sessions = { slots: number[]; sittings: Sitting[]; columns: Column[] }

export const sessionsOf = ({ slots, printed }: Rolls, period: Period): Sessions => {
  const wanted = inPeriod(period)
  const isIn = slots.map((slot) => slot.is === 'meeting' && wanted(slot))
  const [first, last] = [isIn.indexOf(true), isIn.lastIndexOf(true)]
  const kept = slots.flatMap((slot, at) =>
    first >= 0 && at >= first && at <= last && (isIn[at] || slot.is === 'missing') ? [at] : [],
  )
  const sessions: Sessions = { slots: kept, sittings: [], columns: [] }
  for (const at of kept) {
    const slot = slots[at]
    if (!slot) continue
    const rolls = printed[at] ?? []
    if (slot.is === 'missing') {
      sessions.sittings.push({ meeting: null, date: null, rolls: [] })
      sessions.columns.push({ is: 'missing', ordinal: slot.ordinal })
      continue
    }
    const { meeting, label, ordinal, date } = slot
    sessions.sittings.push({ meeting, date, rolls })
    sessions.columns.push({ is: 'meeting', meeting, label, ordinal, date, roll: rolls.length > 0 })
  }
  return sessions
}

/** Somebody, or a body, with the entries in which they stand, `slot` being the place among the sessions. */
export type Line = { member: Member; entries: RollEntry[]; unnamed: ReadonlySet<number> }

const sessionOf = ({ slots }: Sessions): ((slot: number) => number) => {
  const places = new Map(slots.map((slot, at) => [slot, at]))
  return (slot) => places.get(slot) ?? -1
}

const linesBy = (
  members: readonly Member[],
  entries: readonly RollEntry[],
  rowOf: (entry: RollEntry) => number,
  unnamed: ReadonlyMap<number, ReadonlySet<number>>,
): Line[] => {
  const byRow = group(entries, rowOf)
  return members.flatMap((member, row) => {
    const own = byRow.get(row) ?? []
    const without = unnamed.get(row) ?? new Set<number>()
    return own.length || without.size
      ? [{ member, entries: own.toSorted((a, b) => a.slot - b.slot), unnamed: without }]
      : []
  })
}

const entriesIn = (rolls: Rolls, sessions: Sessions): RollEntry[] => {
  const at = sessionOf(sessions)
  return rolls.entries.flatMap((entry) => {
    const slot = at(entry.slot)
    return slot < 0 ? [] : [{ ...entry, slot }]
  })
}

const unnamedIn = (rolls: Rolls, sessions: Sessions): { body: number; slot: number }[] => {
  const at = sessionOf(sessions)
  return rolls.unnamed.flatMap(({ body, slot }) => (at(slot) < 0 ? [] : [{ body, slot: at(slot) }]))
}

/** People on a roll of these sessions. */
export const peopleLines = (rolls: Rolls, sessions: Sessions): Line[] =>
  linesBy(rolls.people, entriesIn(rolls, sessions), ({ who }) => who, new Map())

/** Bodies for which somebody came to these sessions, or was excused. */
export const bodyLines = (rolls: Rolls, sessions: Sessions): Line[] => {
  const unnamed = new Map<number, Set<number>>()
  for (const { body, slot } of unnamedIn(rolls, sessions))
    unnamed.set(body, (unnamed.get(body) ?? new Set<number>()).add(slot))
  return linesBy(rolls.bodies, entriesIn(rolls, sessions), ({ body }) => body, unnamed)
}

/**
 * The lines as the analysis reads them. In the line of a body a delegate without a name is there like every other, on the roll of those who
 * attend; in that of a person only the body is.
 */
export const pairsOf = (rolls: Rolls, sessions: Sessions, lines: readonly Line[], of: 'person' | 'body'): RollPairs => {
  const what = sessions.sittings
    .flatMap(({ meeting, date }) => (meeting === null ? [] : [{ id: meeting, date }]))
    .toSorted((a, b) => byCodeUnits(a.id, b.id))
  const columnOf = new Map(what.map(({ id }, at) => [id, at]))
  const column = (slot: number): number => columnOf.get(sessions.sittings[slot]?.meeting ?? '') ?? -1
  const flat = lines.flatMap(({ entries, unnamed }, row) => [
    ...entries.map(({ slot, role, body }) => ({ row, slot, role, body })),
    ...[...unnamed].map((slot) => ({ row, slot, role: 'observer' as const, body: -1 })),
  ])
  const without = of === 'person' ? unnamedIn(rolls, sessions) : []
  return {
    who: lines.map(({ member }) => member.id),
    what,
    rows: Int32Array.from(flat, ({ row }) => row),
    columns: Int32Array.from(flat, ({ slot }) => column(slot)),
    roles: Uint8Array.from(flat, ({ role }) => RollRole.options.indexOf(role)),
    seats: Int32Array.from(flat, ({ body }) => (of === 'person' ? body : -1)),
    bodies: rolls.bodies.map(({ id }) => id),
    unnamed: {
      bodies: Int32Array.from(without, ({ body }) => body),
      columns: Int32Array.from(without, ({ slot }) => column(slot)),
    },
  }
}
