import type { DegreeClasses } from './degree-classes.ts'

/** Classes of rows `rows[0] … rows[1] - 1` and of columns `columns[0] … columns[1] - 1`, to be solved without the others. */
export type Block = {
  rows: readonly [number, number]
  columns: readonly [number, number]
  /** Ones that are forced in each of its rows, and in each of its columns. */
  rowOnes: number
  columnOnes: number
}

export type Forced = {
  /** For each class of rows and of columns, row by row: 1 and 0 where the degrees force the entry, -1 where they leave it free. */
  entries: Int8Array
  blocks: Block[]
}

/** `more[k]` is how many columns have a degree of at least k. */
const columnsOfAtLeast = ({ degrees, sizes }: DegreeClasses, rows: number): Int32Array => {
  const more = new Int32Array(rows + 2)
  degrees.forEach((degree, at) => {
    if (degree > rows) throw new RangeError(`a column has degree ${degree}: there are ${rows} rows`)
    more[degree]! += sizes[at]!
  })
  for (let k = rows; k >= 0; k--) more[k]! += more[k + 1]!
  return more
}

/**
 * The k from 0 to n at which the k largest row degrees take all that the columns can give to k rows
 * (Gale and Ryser's inequality holds with equality). Throws where no 0/1 matrix has these degrees.
 */
const tightRanks = (rows: DegreeClasses, more: Int32Array): number[] => {
  const tight = [0]
  let [k, slack] = [0, 0]
  rows.degrees.forEach((degree, at) => {
    for (const last = k + rows.sizes[at]!; k < last; ) {
      slack += more[++k]! - degree
      if (slack < 0)
        throw new RangeError(`no 0/1 matrix has these degrees: the ${k} largest rows ask for too many columns`)
      if (slack === 0) tight.push(k)
    }
  })
  if (slack !== 0) throw new RangeError(`no 0/1 matrix has these degrees: columns add up to ${slack} more than rows`)
  return tight
}

/** The classes whose value in the falling `values` lies in (low, high): from the first to one past the last. */
const between = (values: Int32Array, low: number, high: number): [number, number] => {
  const from = values.findIndex((value) => value < high)
  const until = values.findIndex((value) => value <= low)
  const end = until < 0 ? values.length : until
  return [from < 0 ? end : from, end]
}

/**
 * Entries that are the same in every 0/1 matrix of these degrees. At a tight k the top k rows have a one in every column of
 * degree k and more, and the other rows have none in the columns of degree k and less; what is left between two neighbouring
 * tight k shares no row and no column with what is left elsewhere.
 */
export const forcedEntries = (rows: DegreeClasses, columns: DegreeClasses): Forced => {
  const [height, width] = [rows.degrees.length, columns.degrees.length]
  const entries = new Int8Array(height * width).fill(-1)
  const starts = new Int32Array(height + 1)
  rows.sizes.forEach((size, at) => {
    starts[at + 1] = starts[at]! + size
  })
  const more = columnsOfAtLeast(columns, starts[height]!)
  const tight = tightRanks(rows, more)
  for (const k of tight)
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        // A class on both sides of k has only forced entries, and then no column has degree k.
        if (starts[row]! < k && columns.degrees[column]! >= k) entries[row * width + column] = 1
        if (starts[row + 1]! > k && columns.degrees[column]! <= k) entries[row * width + column] = 0
      }
  const blocks = tight.slice(1).flatMap((high, at): Block[] => {
    const low = tight[at]!
    const inside = between(columns.degrees, low, high)
    if (inside[0] === inside[1]) return []
    const first = starts.indexOf(low)
    const last = starts.indexOf(high)
    return [{ rows: [first, last], columns: inside, rowOnes: more[high]!, columnOnes: low }]
  })
  return { entries, blocks }
}
