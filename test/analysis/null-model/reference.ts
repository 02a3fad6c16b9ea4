/** The reference values of `test/fixtures/null-model/`, and a model over a matrix that is written out. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { chanceOf, type NullModel, nullModelOf } from '../../../analysis/null-model/null-model.ts'
import { pairChances } from '../../../analysis/null-model/pair-chances.ts'
import { countPairs } from '../../../analysis/null-model/pair-counts.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/null-model/${name}.json`, import.meta.url), 'utf8'))

const numbers = z.array(z.number())
const Validated = z.record(z.string(), z.array(z.tuple([z.int(), z.int()])))
const Pair = z.object({
  i: z.int(),
  k: z.int(),
  observed: z.int(),
  expected: z.number(),
  p: z.number(),
  pLower: z.number(),
})

export const small = () =>
  z
    .object({
      matrix: z.array(numbers),
      probabilities: z.array(numbers),
      pairs: z.array(Pair.extend({ q: z.number() })),
      validated: Validated,
    })
    .parse(read('bicm-small'))

export const medium = () =>
  z
    .object({
      shape: z.tuple([z.int(), z.int()]),
      columnsOfRow: z.array(numbers),
      x: numbers,
      y: numbers,
      observed: numbers,
      expected: numbers,
      p: numbers,
      pLower: numbers,
      q: numbers,
      validated: Validated,
    })
    .parse(read('bicm-medium'))

export const degenerate = () =>
  z
    .object({
      cases: z.array(
        z.object({
          name: z.string(),
          exact: z.boolean(),
          matrix: z.array(numbers),
          probabilities: z.array(numbers),
          pairs: z.array(Pair),
        }),
      ),
    })
    .parse(read('bicm-degenerate')).cases

export const matrixOf = (columnsOfRow: readonly (readonly number[])[], width: number): number[][] =>
  columnsOfRow.map((columns) => {
    const row = Array.from({ length: width }, () => 0)
    for (const column of columns) row[column] = 1
    return row
  })

/** Degrees of a matrix, with every row's entries by column, as a view has them. */
export const shapeOf = (matrix: readonly (readonly number[])[]) => {
  const width = matrix[0]?.length ?? 0
  const rowDegrees = Int32Array.from(matrix, (row) => row.reduce((sum, one) => sum + one, 0))
  const columns = Array.from({ length: width }, (_, column) => matrix.flatMap((row, at) => (row[column] ? [at] : [])))
  const offsets = new Int32Array(width + 1)
  columns.forEach((rows, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + rows.length
  })
  return {
    rowDegrees,
    columnDegrees: Int32Array.from(columns, (rows) => rows.length),
    offsets,
    entries: Int32Array.from(columns.flat()),
  }
}

export const modelled = (matrix: readonly (readonly number[])[]) => {
  const { rowDegrees, columnDegrees, offsets, entries } = shapeOf(matrix)
  const model = nullModelOf(rowDegrees, columnDegrees)
  const observed = countPairs(matrix.length, offsets, entries)
  return { model, observed, ...pairChances(model, observed) }
}

/** Every chance of the model, row by row. */
export const chancesOf = (model: NullModel): number[][] =>
  Array.from(model.rows.of, (_, row) => Array.from(model.columns.of, (_, column) => chanceOf(model, row, column)))
