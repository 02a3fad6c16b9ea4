import type { EdgeType, NodeId, NodeKind } from '../model/graph.ts'
import { byCodeUnits, byId } from './order.ts'
import { INCIDENCE_ROLES, type Incidence, type IncidenceQuery, type IncidenceRole, type PrintedBeside } from './port.ts'

/** The kinds of node that `who` names. */
export const WHO_KINDS: Record<IncidenceQuery['who'], readonly NodeKind[]> = {
  department: ['department'],
  district: ['district'],
  body: ['department', 'district'],
  person: ['person'],
  policy: ['policy'],
}

/** Edges that an entry of the level is read from; `in` point from what to who, `decided` lead to a decision on the item. */
export const LEVEL_EDGES: Record<IncidenceQuery['level'], Record<'out' | 'in' | 'decided', readonly EdgeType[]>> = {
  decision: { out: ['LEADS', 'JOINS', 'ASSISTS'], in: [], decided: [] },
  item: { out: ['TASKED'], in: ['MENTIONS', 'CONSIDERS', 'CITES'], decided: ['LEADS', 'JOINS', 'ASSISTS'] },
  meeting: { out: ['REPRESENTED', 'ATTENDED', 'CHAIRED', 'ABSENT_FROM', 'RECORDED'], in: [], decided: [] },
}

/** By the type, and for ATTENDED and REPRESENTED by the part of the roll and whether somebody is named. */
const ROLES: Readonly<Record<string, IncidenceRole>> = {
  LEADS: 'lead',
  JOINS: 'joint',
  ASSISTS: 'cooperating',
  TASKED: 'tasked',
  MENTIONS: 'mentioned',
  CONSIDERS: 'considered',
  CITES: 'cited',
  'REPRESENTED named': 'represented',
  'REPRESENTED unnamed': 'unnamed',
  'REPRESENTED absent': 'absent',
  'ATTENDED member': 'member',
  'ATTENDED observer': 'observer',
  'ATTENDED guest': 'guest',
  ABSENT_FROM: 'absent',
  CHAIRED: 'chair',
  RECORDED: 'recorder',
}

/** Place in `INCIDENCE_ROLES`; `detail` is what back ends read beside the type, `null` for types that have but one role. */
export const roleIndex = (type: string, detail: string | null): number => {
  const role = ROLES[detail === null ? type : `${type} ${detail}`]
  if (role === undefined) throw new Error(`no role is known for an edge ${type} ${detail ?? ''}`)
  return INCIDENCE_ROLES.indexOf(role)
}

/** `who` and `what` in any order, entries (as places in those) in any order and with repeats; a place below 0 is outside. */
export type RawIncidence = Pick<Incidence, 'who' | 'what'> & {
  entries: { row: number; column: number; role: number }[]
}

/** The place that each value has once all are sorted by id. */
const ranks = (values: readonly { id: string }[]): Int32Array => {
  const order = values.map((value, at) => ({ id: value.id, at })).sort(byId)
  const places = new Int32Array(values.length)
  for (const [place, { at }] of order.entries()) places[at] = place
  return places
}

/** An entry of a roll with what is printed beside the name, and where it begins. */
export type RollLine = {
  who: NodeId
  what: NodeId
  type: string
  detail: string | null
  seat: string | null
  post: string | null
  start: number | null
}

/** Whether the lines of the rolls are wanted: of people by the meeting. */
export const wantsLines = ({ who, level }: IncidenceQuery): boolean => who === 'person' && level === 'meeting'

const placesById = (values: readonly { id: NodeId }[]): ReadonlyMap<NodeId, number> =>
  new Map(values.map(({ id }, place) => [id, place]))

/** What is printed with each entry, in the order of the entries. */
const printedOf = ({ who, what, rows, columns, roles }: Incidence, lines: readonly RollLine[]): PrintedBeside => {
  const [rowOf, columnOf] = [placesById(who), placesById(what)]
  const key = (row: number, column: number, role: number) => `${row} ${column} ${role}`
  const byKey = new Map(
    lines.map((line) => [
      key(rowOf.get(line.who) ?? -1, columnOf.get(line.what) ?? -1, roleIndex(line.type, line.detail)),
      line,
    ]),
  )
  const inOrder = Array.from(rows, (row, at) => byKey.get(key(row, columns[at] ?? -1, roles[at] ?? -1)))
  const words = [...new Set(lines.flatMap(({ seat, post }) => [seat, post].filter((word) => word !== null)))]
  words.sort(byCodeUnits)
  const places = new Map(words.map((word, place) => [word, place]))
  const indices = (pick: (line: RollLine) => string | null) =>
    Int32Array.from(inOrder, (line) => places.get((line && pick(line)) ?? '') ?? -1)
  return {
    words,
    seats: indices(({ seat }) => seat),
    posts: indices(({ post }) => post),
    starts: Int32Array.from(inOrder, (line) => line?.start ?? 0),
  }
}

/** In the order of the port; `lines` are those of the rolls, `null` where they are not wanted. */
export const toIncidence = (raw: RawIncidence, lines: readonly RollLine[] | null): Incidence => {
  const incidence = withoutLines(raw)
  return lines ? { ...incidence, printed: printedOf(incidence, lines) } : incidence
}

const withoutLines = ({ who, what, entries }: RawIncidence): Incidence => {
  const [rowRanks, columnRanks] = [ranks(who), ranks(what)]
  const roles = INCIDENCE_ROLES.length
  // One number for each entry, so that sorting a hundred thousand of them takes milliseconds; it stays far below 2 ** 53.
  const keys = Float64Array.from(
    entries.filter(({ row, column }) => row >= 0 && column >= 0),
    ({ row, column, role }) => ((rowRanks[row] ?? 0) * what.length + (columnRanks[column] ?? 0)) * roles + role,
  ).sort()
  const distinct = keys.filter((key, at) => at === 0 || key !== keys[at - 1])
  const cells = distinct.map((key) => Math.floor(key / roles))
  return {
    who: [...who].sort(byId),
    what: [...what].sort(byId),
    rows: Int32Array.from(cells, (cell) => Math.floor(cell / what.length)),
    columns: Int32Array.from(cells, (cell) => cell % what.length),
    roles: Uint8Array.from(distinct, (key) => key % roles),
    printed: null,
  }
}
