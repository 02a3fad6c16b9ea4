import { describe, expect, test } from 'vitest'
import { falseDiscovery } from '../../../analysis/null-model/false-discovery.ts'
import { pairPlace } from '../../../analysis/null-model/pair-counts.ts'
import { chancesOf, degenerate, matrixOf, medium, modelled, small } from './reference.ts'

const furthest = (
  values: Iterable<number>,
  wanted: readonly number[],
  difference: (a: number, b: number) => number,
) => {
  const found = [...values]
  expect(found).toHaveLength(wanted.length)
  return Math.max(0, ...found.map((value, at) => difference(value, wanted[at] ?? Number.NaN)))
}
const absolute = (a: number, b: number) => Math.abs(a - b)
const relative = (a: number, b: number) => Math.abs(a / b - 1)

const pairsAt = (chances: Float64Array, rows: number, level: number): number[][] => {
  const shares = falseDiscovery(chances)
  return Array.from({ length: rows }, (_, i) => i).flatMap((i) =>
    Array.from({ length: rows - i - 1 }, (_, at) => i + 1 + at)
      .filter((k) => (shares[pairPlace(rows, i, k)] ?? 1) <= level)
      .map((k) => [i, k]),
  )
}

describe('a small matrix', () => {
  const reference = small()
  const found = modelled(reference.matrix)

  test('every entry has its chance, every pair its expected number and both its p-values', () => {
    expect(furthest(chancesOf(found.model).flat(), reference.probabilities.flat(), absolute)).toBeLessThan(1e-8)
    const column = (name: 'observed' | 'expected' | 'p' | 'pLower') => reference.pairs.map((pair) => pair[name])
    expect([...found.observed]).toEqual(column('observed'))
    expect(furthest(found.expected, column('expected'), absolute)).toBeLessThan(1e-6)
    expect(furthest(found.upper, column('p'), relative)).toBeLessThan(1e-4)
    expect(furthest(found.lower, column('pLower'), relative)).toBeLessThan(1e-4)
  })

  test('q is taken over all pairs, also those that never meet', () => {
    const wanted = reference.pairs.map(({ q }) => q)
    expect(furthest(falseDiscovery(found.upper), wanted, relative)).toBeLessThan(1e-4)
  })

  test.each(['0.01', '0.05', '0.1'])('the same pairs stand at level %s', (level) => {
    expect(pairsAt(found.upper, reference.matrix.length, Number(level))).toEqual(reference.validated[level])
  })
})

describe('a heavy-tailed matrix with planted pairs', () => {
  const reference = medium()
  const [height, width] = reference.shape
  const found = modelled(matrixOf(reference.columnsOfRow, width))

  test('every entry has its chance', () => {
    const wanted = reference.x.flatMap((x) => reference.y.map((y) => (x * y) / (1 + x * y)))
    expect(furthest(chancesOf(found.model).flat(), wanted, absolute)).toBeLessThan(1e-8)
  })

  test('every pair has its expected number, and its p-values down to 3e-16', () => {
    expect([...found.observed]).toEqual(reference.observed)
    expect(furthest(found.expected, reference.expected, absolute)).toBeLessThan(1e-6)
    expect(furthest(found.upper, reference.p, relative)).toBeLessThan(1e-4)
    expect(furthest(found.lower, reference.pLower, relative)).toBeLessThan(1e-4)
    expect(furthest(falseDiscovery(found.upper), reference.q, relative)).toBeLessThan(1e-4)
  })

  test.each(['0.01', '0.05', '0.1'])('the same pairs stand at level %s', (level) => {
    expect(pairsAt(found.upper, height, Number(level))).toEqual(reference.validated[level])
  })
})

describe('degenerate matrices', () => {
  test.each(degenerate().map((one) => [one.name, one] as const))('%s', (_, { matrix, probabilities, pairs }) => {
    const found = modelled(matrix)
    const chances = chancesOf(found.model).flat()
    expect(furthest(chances, probabilities.flat(), absolute)).toBeLessThan(1e-9)
    const forced = (values: readonly number[]) => values.map((value) => (value === 0 || value === 1 ? value : 'free'))
    expect(forced(chances)).toEqual(forced(probabilities.flat()))
    const column = (name: 'observed' | 'expected' | 'p' | 'pLower') => pairs.map((pair) => pair[name])
    expect([...found.observed]).toEqual(column('observed'))
    expect(furthest(found.expected, column('expected'), absolute)).toBeLessThan(1e-9)
    expect(furthest(found.upper, column('p'), absolute)).toBeLessThan(1e-9)
    expect(furthest(found.lower, column('pLower'), absolute)).toBeLessThan(1e-9)
  })
})
