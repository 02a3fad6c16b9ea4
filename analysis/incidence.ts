import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'

/** A decision, an item or a meeting; `date` is the day it was held, `null` where the text gives none. */
export type IncidenceColumn = { id: NodeId; date: string | null }

/** Who stands in what, pair by pair, in any order and with repeats. `who` and `what` are sorted by id. */
export type IncidencePairs = {
  who: readonly NodeId[]
  what: readonly IncidenceColumn[]
  /** Indices into `who`. */
  rows: Int32Array
  /** Indices into `what`, beside `rows`. */
  columns: Int32Array
}

/** A 0/1 matrix by rows: row `i` has the distinct columns `columns[offsets[i]] … columns[offsets[i + 1] - 1]`, rising. */
export type Incidence = {
  who: readonly NodeId[]
  what: readonly IncidenceColumn[]
  offsets: Int32Array
  columns: Int32Array
}

const checkSorted = (name: string, ids: readonly string[]): void => {
  const at = ids.findIndex((id, index) => index > 0 && byCodeUnits(ids[index - 1] ?? '', id) >= 0)
  if (at > 0) throw new RangeError(`${name} must be sorted by id, each id once: ${ids[at]} stands at ${at}`)
}

const checkRange = (name: string, indices: Int32Array, length: number): void => {
  const at = indices.findIndex((index) => index < 0 || index >= length)
  if (at >= 0) throw new RangeError(`${name}[${at}] is ${indices[at]}: expected 0 to ${length - 1}`)
}

/** Positions of `keys` sorted by key, stable; a counting sort. */
const sortedBy = (keys: Int32Array, positions: Int32Array, range: number): Int32Array => {
  const next = new Int32Array(range + 1)
  for (const key of keys) next[key + 1]!++
  for (let key = 0; key < range; key++) next[key + 1]! += next[key]!
  const sorted = new Int32Array(keys.length)
  for (const at of positions) sorted[next[keys[at]!]!++] = at
  return sorted
}

/** Repeated pairs count once. Throws where an index points nowhere or ids are out of order. */
export const incidenceOf = ({ who, what, rows, columns }: IncidencePairs): Incidence => {
  if (rows.length !== columns.length)
    throw new RangeError(`${rows.length} rows and ${columns.length} columns: expected as many of one as of the other`)
  checkSorted('who', who)
  checkSorted(
    'what',
    what.map(({ id }) => id),
  )
  checkRange('rows', rows, who.length)
  checkRange('columns', columns, what.length)
  const everywhere = Int32Array.from(rows.keys())
  const sorted = sortedBy(rows, sortedBy(columns, everywhere, what.length), who.length)
  const offsets = new Int32Array(who.length + 1)
  const distinct = new Int32Array(rows.length)
  let [filled, lastRow, lastColumn] = [0, -1, -1]
  for (const at of sorted) {
    const [row, column] = [rows[at]!, columns[at]!]
    if (row === lastRow && column === lastColumn) continue
    distinct[filled++] = column
    offsets[row + 1]!++
    lastRow = row
    lastColumn = column
  }
  for (let row = 0; row < who.length; row++) offsets[row + 1]! += offsets[row]!
  return { who, what, offsets, columns: distinct.slice(0, filled) }
}

/** 1 for what is kept, 0 for what is left out. */
export type Mask = Uint8Array

export const maskOf = <Value>(values: readonly Value[], keep: (value: Value) => boolean): Mask =>
  Uint8Array.from(values, (value) => (keep(value) ? 1 : 0))

/** Days as YYYY-MM-DD, both ends included; `null` is open. */
export type Period = { from: string | null; until: string | null }

/** What has no date lies in no period but the one that is open at both ends. */
export const inPeriod =
  ({ from, until }: Period) =>
  ({ date }: { date: string | null }): boolean =>
    date === null
      ? from === null && until === null
      : (from === null || date >= from) && (until === null || date <= until)

/** A mask that is not given keeps everything. */
export type Filter = { rows?: Mask; columns?: Mask }

/**
 * What a filter leaves of an incidence, by columns. Rows and columns that keep no entry are not in it: a body that the view never
 * shows is not tested against the others.
 */
export type View = {
  /** Indices into `who`, rising; what follows counts rows by their place in this list. */
  rows: Int32Array
  /** Indices into `what`, rising. */
  columns: Int32Array
  rowDegrees: Int32Array
  columnDegrees: Int32Array
  /** Column `j` has the rows `entries[offsets[j]] … entries[offsets[j + 1] - 1]`, rising. */
  offsets: Int32Array
  entries: Int32Array
}

const kept = (degrees: Int32Array): Int32Array => {
  const places = new Int32Array(degrees.length)
  let length = 0
  degrees.forEach((degree, at) => {
    if (degree > 0) places[length++] = at
  })
  return places.slice(0, length)
}

const checkMask = (name: string, mask: Mask | undefined, length: number): void => {
  if (mask && mask.length !== length)
    throw new RangeError(`the mask of ${name} has ${mask.length} places: expected ${length}`)
}

export const viewOf = ({ who, what, offsets, columns }: Incidence, filter: Filter = {}): View => {
  checkMask('rows', filter.rows, who.length)
  checkMask('columns', filter.columns, what.length)
  const [ofRow, ofColumn] = [new Int32Array(who.length), new Int32Array(what.length)]
  const each = (visit: (row: number, column: number) => void): void => {
    for (let row = 0; row < who.length; row++) {
      if (filter.rows && filter.rows[row] === 0) continue
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
        const column = columns[at]!
        if (!filter.columns || filter.columns[column] !== 0) visit(row, column)
      }
    }
  }
  each((row, column) => {
    ofRow[row]!++
    ofColumn[column]!++
  })
  const [rowsLeft, columnsLeft] = [kept(ofRow), kept(ofColumn)]
  const rowDegrees = rowsLeft.map((row) => ofRow[row]!)
  const columnDegrees = columnsLeft.map((column) => ofColumn[column]!)
  const starts = new Int32Array(columnsLeft.length + 1)
  columnDegrees.forEach((degree, at) => {
    starts[at + 1] = starts[at]! + degree
  })
  const next = new Int32Array(what.length)
  columnsLeft.forEach((column, at) => {
    next[column] = starts[at]!
  })
  const place = new Int32Array(who.length)
  rowsLeft.forEach((row, at) => {
    place[row] = at
  })
  const entries = new Int32Array(starts[columnsLeft.length]!)
  each((row, column) => {
    entries[next[column]!++] = place[row]!
  })
  return { rows: rowsLeft, columns: columnsLeft, rowDegrees, columnDegrees, offsets: starts, entries }
}
