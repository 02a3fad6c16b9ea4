import { type DegreeClasses, degreeClasses } from './degree-classes.ts'
import { type Block, forcedEntries } from './forced-entries.ts'
import { logistic, type Margins, solveBlock } from './solve-block.ts'

/**
 * The bipartite configuration model (Saracco et al. 2015, 2017; the chances of Neal's stochastic degree sequence model of 2014):
 * of all distributions over 0/1 matrices that keep every row's and every column's degree on average, the one that assumes nothing else.
 */
export type NullModel = {
  rows: DegreeClasses
  columns: DegreeClasses
  /** Of an entry in each class of rows and of columns, row by row; exactly 0 or 1 where the degrees force it. */
  chances: Float64Array
  /** 1 - chances, with its own digits where a chance is close to 1. */
  rests: Float64Array
}

const part = (classes: DegreeClasses, [from, until]: Block['rows'], ones: number): Margins => ({
  degrees: Array.from(classes.degrees.subarray(from, until), (degree) => degree - ones),
  sizes: Array.from(classes.sizes.subarray(from, until)),
})

/** Degrees are whole numbers. Throws where no 0/1 matrix has them; margins are met to 1e-8. */
export const nullModelOf = (rowDegrees: Int32Array, columnDegrees: Int32Array): NullModel => {
  const [rows, columns] = [degreeClasses(rowDegrees), degreeClasses(columnDegrees)]
  const { entries, blocks } = forcedEntries(rows, columns)
  const width = columns.degrees.length
  const chances = Float64Array.from(entries, (entry) => (entry === 1 ? 1 : 0))
  const rests = Float64Array.from(entries, (entry) => (entry === 0 ? 1 : 0))
  for (const block of blocks) {
    const found = solveBlock(part(rows, block.rows, block.rowOnes), part(columns, block.columns, block.columnOnes))
    found.rows.forEach((x, i) => {
      found.columns.forEach((y, j) => {
        const at = (block.rows[0] + i) * width + block.columns[0] + j
        chances[at] = logistic(x + y)
        rests[at] = logistic(-x - y)
      })
    })
  }
  return { rows, columns, chances, rests }
}

/** Of one entry, by the numbers of its row and its column. */
export const chanceOf = ({ rows, columns, chances }: NullModel, row: number, column: number): number =>
  chances[(rows.of[row] ?? 0) * columns.degrees.length + (columns.of[column] ?? 0)] ?? 0
