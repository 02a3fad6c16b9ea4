import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nullModelOf } from '../../../analysis/null-model/null-model.ts'
import { outOfReach } from '../../../analysis/null-model/out-of-reach.ts'
import { seededRandom } from '../../../analysis/seeded-random.ts'
import { chancesOf, modelled, shapeOf } from './reference.ts'

const matrices = (height: number, width: number) =>
  fc.tuple(fc.integer({ min: 1, max: height }), fc.integer({ min: 1, max: width })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.constantFrom(0, 1), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const columnOf = (matrix: readonly (readonly number[])[], at: number) => matrix.map((row) => row[at] ?? 0)

/** How far the chances miss a degree, at most. */
const worstMiss = (matrix: readonly (readonly number[])[]): number => {
  const { rowDegrees, columnDegrees } = shapeOf(matrix)
  const chances = chancesOf(nullModelOf(rowDegrees, columnDegrees))
  return Math.max(
    0,
    ...chances.map((row, at) => Math.abs(sum(row) - (rowDegrees[at] ?? 0))),
    ...Array.from(columnDegrees, (degree, at) => Math.abs(sum(columnOf(chances, at)) - degree)),
  )
}

const sameDegrees = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) => {
  const [one, other] = [shapeOf(a), shapeOf(b)]
  return String([one.rowDegrees, one.columnDegrees]) === String([other.rowDegrees, other.columnDegrees])
}

const everyMatrix = (height: number, width: number): number[][][] =>
  Array.from({ length: 2 ** (height * width) }, (_, bits) =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => (bits >> (row * width + column)) & 1),
    ),
  )

/** Of 0 to n successes, one trial after the other; only positive terms are added. */
const plainDistribution = (chances: readonly number[]): number[] => {
  let mass = [1]
  for (const chance of chances)
    mass = [...mass, 0].map((value, at) => value * (1 - chance) + (mass[at - 1] ?? 0) * chance)
  return mass
}

const close = (found: number | undefined, wanted: number, tolerance: number) =>
  Math.abs((found ?? Number.NaN) - wanted) <= tolerance * wanted

describe('margins', () => {
  test('the chances add up to every degree of any small matrix', () => {
    fc.assert(
      fc.property(matrices(9, 14), (matrix) => worstMiss(matrix) < 1e-8),
      { numRuns: 300 },
    )
  })

  test('the chances add up to every degree of matrices with heavy tails, dense and sparse', () => {
    const random = seededRandom(11)
    for (const density of [0.02, 0.2, 1, 5, 50]) {
      const [rows, columns] = [60, 200].map((length) => Array.from({ length }, () => (1 - random()) ** -0.9)) as [
        number[],
        number[],
      ]
      const matrix = rows.map((x) => columns.map((y) => (random() < (density * x * y) / (1 + density * x * y) ? 1 : 0)))
      expect(worstMiss(matrix)).toBeLessThan(1e-8)
    }
  })

  test('degrees that no matrix has are refused', () => {
    expect(() => nullModelOf(Int32Array.of(2, 0), Int32Array.of(1))).toThrow(/no 0\/1 matrix has these degrees/u)
    expect(() => nullModelOf(Int32Array.of(1, 1), Int32Array.of(3))).toThrow(/there are 2 rows/u)
    expect(() => nullModelOf(Int32Array.of(1, 1), Int32Array.of(1, 2))).toThrow(/columns add up to 1 more/u)
    expect(() => nullModelOf(Int32Array.of(3, 3, 0), Int32Array.of(3, 2, 1))).toThrow(/2 largest rows/u)
  })
})

describe('forced entries', () => {
  test.each([
    [2, 3],
    [3, 3],
    [3, 4],
  ])('of %i × %i matrices they are those that all matrices of the same degrees share', (height, width) => {
    const byDegrees = new Map<string, number[][][]>()
    for (const matrix of everyMatrix(height, width)) {
      const { rowDegrees, columnDegrees } = shapeOf(matrix)
      const key = `${rowDegrees.join()}/${columnDegrees.join()}`
      byDegrees.set(key, [...(byDegrees.get(key) ?? []), matrix])
    }
    for (const alike of byDegrees.values()) {
      const [first = []] = alike
      const { rowDegrees, columnDegrees } = shapeOf(first)
      const shared = first.map((row, i) =>
        row.map((one, j) => (alike.every((other) => other[i]?.[j] === one) ? one : -1)),
      )
      const found = chancesOf(nullModelOf(rowDegrees, columnDegrees))
      expect(found.map((row) => row.map((chance) => (chance === 0 || chance === 1 ? chance : -1)))).toEqual(shared)
    }
    expect(byDegrees.size).toBeGreaterThan(10)
  })
})

describe('p-values', () => {
  test('are those of a plain convolution over all columns', () => {
    fc.assert(
      fc.property(matrices(6, 24), (matrix) => {
        const { model, observed, expected, upper, lower } = modelled(matrix)
        const chances = chancesOf(model)
        let at = 0
        for (let i = 0; i < matrix.length; i++)
          for (let k = i + 1; k < matrix.length; k++, at++) {
            const both = (chances[i] ?? []).map((chance, column) => chance * (chances[k]?.[column] ?? 0))
            const mass = plainDistribution(both)
            const seen = observed[at] ?? 0
            if (seen !== sum((matrix[i] ?? []).map((one, column) => one * (matrix[k]?.[column] ?? 0)))) return false
            if (Math.abs((expected[at] ?? 0) - sum(both)) > 1e-9) return false
            if (!close(upper[at], sum(mass.slice(seen).reverse()), 1e-6)) return false
            if (!close(lower[at], sum(mass.slice(0, seen + 1)), 1e-6)) return false
          }
        return true
      }),
      { numRuns: 200 },
    )
  })

  test('no matrix with the same degrees goes below the bound', () => {
    fc.assert(
      fc.property(matrices(3, 4), (matrix) => {
        const { rowDegrees, columnDegrees } = shapeOf(matrix)
        const bound = outOfReach(nullModelOf(rowDegrees, columnDegrees), 0)
        if (matrix.length < 2) return true
        return everyMatrix(matrix.length, matrix[0]?.length ?? 0)
          .filter((other) => sameDegrees(matrix, other))
          .every((other) => modelled(other).upper.every((chance) => chance >= (bound?.p ?? 1) * (1 - 1e-9)))
      }),
      { numRuns: 20 },
    )
  })

  test('two rows that could have met more often than chance are not out of reach', () => {
    const blocks = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 120 }, (_, column) => (column % 6 === row % 6 ? 1 : 0)),
    )
    const { rowDegrees, columnDegrees } = shapeOf(blocks)
    expect(outOfReach(nullModelOf(rowDegrees, columnDegrees), 0.05)).toBeNull()
    expect(outOfReach(nullModelOf(Int32Array.of(1, 1, 1), Int32Array.of(2, 1)), 0.05)).toEqual({
      p: expect.closeTo(41 / 81, 12),
      q: expect.closeTo(41 / 81, 12),
    })
  })
})
