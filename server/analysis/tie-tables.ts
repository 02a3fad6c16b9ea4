import { type CoOccurrence, coOccurrence } from '../../analysis/co-occurrence.ts'
import { type Incidence, incidenceOf, inPeriod, type Mask, maskOf } from '../../analysis/incidence.ts'
import { chanceOfPair, type TiesOptions, tiesOf } from '../../analysis/ties.ts'
import type { NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { Counted, Loaded, PairAnswer, TiesAnswer, TiesFilter } from './protocol.ts'
import { Recent } from './recent.ts'

const INCIDENCES = 12
const TABLES = 48

type Held = { incidence: Incidence; who: Loaded['who'] }
type Filtered = Counted & { table: CoOccurrence; columnMask: Mask }

/** Null models by incidence and filter: the first question of a view takes its time, the next ones do not. */
export class TieTables {
  readonly #held = new Recent<Held>(INCIDENCES)
  readonly #filtered = new Recent<Filtered>(TABLES)

  load(key: string, { who, what, rows, columns }: Loaded): void {
    this.#held.set(key, { incidence: incidenceOf({ who: who.map(({ id }) => id), what, rows, columns }), who })
  }

  /** `null` when nothing of this key is held. Throws a RangeError for more members than can be compared. */
  ties(key: string, filter: TiesFilter, options: TiesOptions): TiesAnswer | null {
    const found = this.#filter(key, filter)
    if (!found) return null
    const { table, columns, first, last } = found
    return { columns, first, last, ties: tiesOf(table, options) }
  }

  /** `null` when nothing of this key is held. */
  pair(key: string, filter: TiesFilter, a: NodeId, b: NodeId): PairAnswer | null {
    const found = this.#filter(key, filter)
    const held = this.#held.get(key)
    if (!found || !held) return null
    const { table, columns, first, last, columnMask } = found
    const count = (id: NodeId) => table.degrees[table.who.indexOf(id)] ?? 0
    const shared = sharedColumns(held.incidence, columnMask, a, b)
    return { columns, first, last, counts: [count(a), count(b)], chance: chanceOfPair(table, a, b), shared }
  }

  #filter(key: string, filter: TiesFilter): Filtered | null {
    const held = this.#held.get(key)
    if (!held) return null
    const name = JSON.stringify([key, filter])
    const known = this.#filtered.get(name)
    if (known) return known
    const { incidence, who } = held
    const columnMask = maskOf(incidence.what, inPeriod({ from: filter.from, until: filter.to }))
    const { kinds } = filter
    const rows = kinds ? maskOf(who, ({ bodyKind }) => bodyKind !== null && kinds.includes(bodyKind)) : undefined
    const days = incidence.what.flatMap(({ date }, at) => (columnMask[at] === 1 && date !== null ? [date] : []))
    days.sort(byCodeUnits)
    const made = {
      table: coOccurrence(incidence, { columns: columnMask, ...(rows ? { rows } : {}) }),
      columns: columnMask.reduce((sum, kept) => sum + kept, 0),
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
      columnMask,
    }
    this.#filtered.set(name, made)
    return made
  }
}

const columnsOf = ({ who, offsets, columns }: Incidence, id: NodeId): Int32Array => {
  const row = who.indexOf(id)
  return row < 0 ? new Int32Array() : columns.subarray(offsets[row], offsets[row + 1])
}

const sharedColumns = (incidence: Incidence, kept: Mask, a: NodeId, b: NodeId): PairAnswer['shared'] => {
  const ofB = new Set(columnsOf(incidence, b))
  return [...columnsOf(incidence, a)]
    .filter((column) => kept[column] === 1 && ofB.has(column))
    .flatMap((column) => incidence.what[column] ?? [])
    .sort((x, y) => byCodeUnits(y.date ?? '', x.date ?? '') || byCodeUnits(x.id, y.id))
}
