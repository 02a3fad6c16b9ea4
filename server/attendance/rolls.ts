import { group } from 'd3-array'
import type { Slot } from '../../model/api/jurisdictions.ts'
import type { GraphNode, NodeId } from '../../model/graph.ts'
import { RollRole } from '../../model/record.ts'
import { INCIDENCE_ROLES, type Incidence, type PrintedBeside } from '../../store/port.ts'

/** One name on one roll; `slot`, `who` and `body` are places in `slots`, `people` and `bodies`, `body` is -1 where none is printed. */
export type RollEntry = {
  who: number
  slot: number
  role: RollRole
  chair: boolean
  body: number
  post: string | null
  /** Where the entry stands among those of its meeting, 0 to 1. */
  place: number
}

export type Member = { id: NodeId; kind: 'person' | 'department' | 'district'; label: string }

/** All rolls of one jurisdiction. */
export type Rolls = {
  slots: readonly Slot[]
  people: readonly Member[]
  bodies: readonly Member[]
  entries: readonly RollEntry[]
  /** Bodies for which somebody came whom the roll does not name. */
  unnamed: readonly { body: number; slot: number }[]
  /** The kinds of roll that the minutes of each slot print. */
  printed: readonly RollRole[][]
}

/** Departments and districts, by every form in which they are printed. */
export type Bodies = readonly Extract<GraphNode, { kind: 'department' | 'district' }>[]

const roleOf = (code: number | undefined): { role: RollRole; chair: boolean } | null => {
  const name = INCIDENCE_ROLES[code ?? -1]
  if (name === 'chair') return { role: 'member', chair: true }
  const role = RollRole.options.find((option) => option === name)
  return role ? { role, chair: false } : null
}

type Raw = Omit<RollEntry, 'place'> & { start: number }

const rawEntries = (
  { what, rows, columns, roles }: Incidence,
  { words, seats, posts, starts }: PrintedBeside,
  slotOf: ReadonlyMap<NodeId, number>,
  bodyOf: ReadonlyMap<string, number>,
): Raw[] =>
  Array.from(rows, (who, at): Raw | null => {
    const slot = slotOf.get(what[columns[at] ?? -1]?.id ?? '')
    const role = roleOf(roles[at])
    if (slot === undefined || role === null) return null
    const body = bodyOf.get(words[seats[at] ?? -1] ?? '') ?? -1
    return { who, slot, ...role, body, post: words[posts[at] ?? -1] ?? null, start: starts[at] ?? 0 }
  }).filter((entry) => entry !== null)

/** A chair who is on the roll too is one entry: the roll says where they sit, the line of the chair often the post. */
const withChair = (own: readonly Raw[]): Raw[] => {
  const chairs = new Map(own.flatMap((entry) => (entry.chair ? [[entry.who, entry] as const] : [])))
  const listed = new Set(own.flatMap(({ who, chair, role }) => (chair || role === 'absent' ? [] : [who])))
  return own.flatMap((entry) => {
    if (entry.chair) return listed.has(entry.who) ? [] : [entry]
    const chair = chairs.get(entry.who)
    return chair && entry.role !== 'absent' ? [{ ...entry, chair: true, post: entry.post ?? chair.post }] : [entry]
  })
}

/** An offset says little by itself: what counts is how many entries of the same roll stand before it. */
const placed = (entries: readonly Raw[]): RollEntry[] => {
  const bySlot = group(entries, ({ slot }) => slot)
  return [...bySlot.values()].flatMap((own) =>
    withChair(own)
      .toSorted((a, b) => a.start - b.start || a.who - b.who)
      .map(({ start: _start, ...entry }, at) => ({ ...entry, place: at / own.length })),
  )
}

const unnamedIn = ({ what, rows, columns, roles }: Incidence, slotOf: ReadonlyMap<NodeId, number>): Rolls['unnamed'] =>
  Array.from(rows, (body, at) => {
    const slot = slotOf.get(what[columns[at] ?? -1]?.id ?? '')
    return slot === undefined || INCIDENCE_ROLES[roles[at] ?? -1] !== 'unnamed' ? null : { body, slot }
  }).filter((one) => one !== null)

const isBody = ({ kind }: Incidence['who'][number]): boolean => kind === 'department' || kind === 'district'

const memberOf = ({ id, kind, label }: Incidence['who'][number]): Member => ({
  id,
  kind: kind === 'department' || kind === 'district' ? kind : 'person',
  label,
})

/**
 * `people` and `represented` are incidences by the meeting, of people and of bodies. Minutes print a roll of a kind when they name somebody
 * on it; the line of the chair is no roll.
 */
export const rollsOf = (people: Incidence, represented: Incidence, nodes: Bodies, slots: readonly Slot[]): Rolls => {
  const slotOf = new Map(slots.flatMap((slot, at) => (slot.is === 'meeting' ? [[slot.meeting, at] as const] : [])))
  const bodies = represented.who.filter(isBody).map(memberOf)
  const places = new Map(bodies.map(({ id }, at) => [id, at]))
  const bodyOf = new Map(nodes.flatMap(({ id, forms }) => forms.map((form) => [form, places.get(id) ?? -1] as const)))
  const entries = people.printed ? placed(rawEntries(people, people.printed, slotOf, bodyOf)) : []
  const unnamed = unnamedIn(represented, slotOf)
  const printed = slots.map((): Set<RollRole> => new Set())
  for (const { slot, role, chair } of entries) if (!chair) printed[slot]?.add(role)
  // Who comes without a name stands on the roll of those who attend.
  for (const { slot } of unnamed) printed[slot]?.add('observer')
  return { slots, people: people.who.map(memberOf), bodies, entries, unnamed, printed: printed.map((one) => [...one]) }
}
