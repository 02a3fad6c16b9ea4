import type { Delegates, OverviewReply } from '../../model/api/overview.ts'
import type { NodeId, PersonNode } from '../../model/graph.ts'
import { type GraphReader, INCIDENCE_ROLES, type Incidence } from '../../store/port.ts'

const PRESENT: ReadonlySet<number> = new Set(
  (['chair', 'member', 'observer', 'guest'] as const).map((role) => INCIDENCE_ROLES.indexOf(role)),
)
const RECORDER = INCIDENCE_ROLES.indexOf('recorder')
const ROWS = 5
/** As many of a group as the small drawing shows. */
const DRAWN: Record<Delegates, number> = { leaders: 12, departments: 36, districts: 8 }

type Came = { person: PersonNode; group: Delegates; places: Set<number> }

/** By the body beside which somebody was printed last; who has none is of the leaders' part of the roll. */
const groupOf = (person: PersonNode): Delegates => {
  const last = person.seats.at(-1)
  if (person.seat === null || last?.body == null) return person.seat === null ? 'leaders' : 'departments'
  return last.body.split('/')[1] === 'district' ? 'districts' : 'departments'
}

const cameOf = async (
  store: GraphReader,
  { who, what, rows, columns, roles }: Incidence,
  placeOf: ReadonlyMap<NodeId, number>,
): Promise<Came[]> => {
  const places = who.map(() => new Set<number>())
  rows.forEach((row, at) => {
    const place = placeOf.get(what[columns[at] ?? -1]?.id ?? '')
    if (PRESENT.has(roles[at] ?? -1) && place !== undefined) places[row]?.add(place)
  })
  const there = who.flatMap(({ id }, row) => (places[row]?.size ? [{ id, places: places[row] }] : []))
  const people = new Map(
    (await store.nodes(there.map(({ id }) => id))).flatMap((node) =>
      node.kind === 'person' ? [[node.id, node] as const] : [],
    ),
  )
  return there.flatMap(({ id, places: own }) => {
    const person = people.get(id)
    return person ? [{ person, group: groupOf(person), places: own }] : []
  })
}

/** Who came how often, from the rolls. */
export const attendancePart = async (
  store: GraphReader,
  incidence: Incidence,
  placeOf: ReadonlyMap<NodeId, number>,
  slots: number,
): Promise<OverviewReply['attendance']> => {
  const came = await cameOf(store, incidence, placeOf)
  const { what, columns, roles } = incidence
  const withRoll = new Set(
    Array.from(columns).flatMap((column, at) =>
      roles[at] === RECORDER ? [] : (placeOf.get(what[column]?.id ?? '') ?? []),
    ),
  )
  const sinceFirst = ({ places }: Came) => {
    const first = Math.min(...places)
    return [...withRoll].filter((place) => place >= first).length
  }
  const often = came.sort(
    (a, b) => b.places.size - a.places.size || sinceFirst(a) - sinceFirst(b) || (a.person.id < b.person.id ? -1 : 1),
  )
  const cells = ({ places }: Came) =>
    Array.from({ length: slots }, (_, place) => (withRoll.has(place) ? (places.has(place) ? '1' : '0') : '-')).join('')
  const groups: Delegates[] = ['leaders', 'departments', 'districts']
  return {
    withRoll: withRoll.size,
    people: came.length,
    groups: groups.map((group) => {
      const own = often.filter((one) => one.group === group)
      return { group, people: own.length, rows: own.slice(0, DRAWN[group]).map(cells) }
    }),
    rows: often
      .filter(({ group, person }) => group !== 'leaders' && person.seat !== null)
      .slice(0, ROWS)
      .map((one) => ({
        id: one.person.id,
        label: one.person.label,
        seat: one.person.seat ?? '',
        present: one.places.size,
        of: sinceFirst(one),
      })),
  }
}
