import { describe, expect, test } from 'vitest'
import { backboneOf, coOccurrence, rankedPairs } from '../../analysis/co-occurrence.ts'
import { incidenceOf, maskOf } from '../../analysis/incidence.ts'
import { small } from './null-model/reference.ts'

const ids = (kind: string, length: number) => Array.from({ length }, (_, at) => `${kind}${String(at).padStart(3, '0')}`)

const incidence = (matrix: readonly (readonly number[])[]) => {
  const entries = matrix.flatMap((row, i) => row.flatMap((one, j) => (one ? [[i, j] as const] : [])))
  return incidenceOf({
    who: ids('body', matrix.length),
    what: ids('item', matrix[0]?.length ?? 0).map((id) => ({ id, date: null })),
    rows: Int32Array.from(entries, ([row]) => row),
    columns: Int32Array.from(entries, ([, column]) => column),
  })
}

/** Two groups of bodies that act only among themselves, and a last body that is everywhere. */
const twoGroups = () =>
  Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: 80 }, (_, column) => {
      if (row === 8) return 1
      return column % 2 === row % 2 && (column + row) % 3 > 0 ? 1 : 0
    }),
  )

describe('co-occurrence', () => {
  test('the backbone of the reference has its pairs, by p, then observed, then ids', () => {
    const { matrix, validated } = small()
    const table = coOccurrence(incidence(matrix))
    for (const level of [0.01, 0.05, 0.1]) {
      const { more, counts } = backboneOf(table, level)
      const found = more.map(({ a, b }) => [Number(a.slice(4)), Number(b.slice(4))])
      expect(found.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)).toEqual(validated[String(level)])
      expect(counts).toMatchObject({ rows: 12, columns: 36, pairs: 66, more: more.length })
      const order = more.map(({ p, observed, a, b }) => ({ p, observed, ids: a + b }))
      const wanted = order.toSorted((x, y) => x.p - y.p || y.observed - x.observed || (x.ids < y.ids ? -1 : 1))
      expect(order).toEqual(wanted)
    }
  })

  test('pairs that meet more rarely than expected are kept apart from those that meet more often', () => {
    const { more, fewer } = backboneOf(coOccurrence(incidence(twoGroups())), 0.05)
    const sameGroup = ({ a, b }: { a: string; b: string }) => Number(a.slice(4)) % 2 === Number(b.slice(4)) % 2
    expect(more.length).toBeGreaterThan(0)
    expect(more.every(sameGroup)).toBe(true)
    expect(fewer.length).toBeGreaterThan(0)
    expect(fewer.some(sameGroup)).toBe(false)
    expect(fewer.every(({ observed, expected, qLower }) => observed < expected && qLower <= 0.05)).toBe(true)
  })

  test('a body on nearly every column is the fixed cast, and is bound to no one', () => {
    const table = coOccurrence(incidence(twoGroups()))
    expect(table.fixedCast).toEqual({ share: 0.9, rows: ['body008'] })
    const { more, fewer } = backboneOf(table, 0.05)
    expect([...more, ...fewer].some(({ a, b }) => a === 'body008' || b === 'body008')).toBe(false)
  })

  test('where no pair can be significant it says so, with the least p, and still has all pairs by observed and by ratio', () => {
    const table = coOccurrence(
      incidence([
        [1, 1, 0, 0],
        [1, 1, 0, 1],
        [0, 0, 1, 1],
      ]),
    )
    const { more, outOfReach } = backboneOf(table, 0.05)
    expect(more).toEqual([])
    expect(outOfReach?.p).toBeGreaterThan(0.05)
    expect(outOfReach?.q).toBeGreaterThan(0.05)
    const observed = rankedPairs(table, 'observed').map((pair) => pair.observed)
    expect(observed).toEqual([2, 1, 0])
    const ratios = rankedPairs(table, 'ratio').map(({ ratio }) => ratio)
    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a))
  })

  test('where pairs could be significant and none is, it is not called out of reach', () => {
    const random = Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 200 }, (_, column) => (((row * 7919 + column * 104_729) % 97) % 5 === 0 ? 1 : 0)),
    )
    const { more, outOfReach } = backboneOf(coOccurrence(incidence(random)), 1e-9)
    expect(more).toEqual([])
    expect(outOfReach).toBeNull()
  })

  test('a filter counts and tests only what it leaves', () => {
    const whole = incidence(twoGroups())
    const columns = maskOf(whole.what, ({ id }) => id < 'item010')
    const rows = maskOf(whole.who, (id) => id < 'body003')
    const table = coOccurrence(whole, { rows, columns })
    const alone = coOccurrence(
      incidence(
        twoGroups()
          .slice(0, 3)
          .map((row) => row.slice(0, 10)),
      ),
    )
    expect(table).toEqual(alone)
  })

  test('bodies that the view never shows are not tested', () => {
    const table = coOccurrence(
      incidence([
        [1, 1, 0],
        [0, 1, 1],
        [0, 0, 0],
      ]),
    )
    expect(table.who).toEqual(['body000', 'body001'])
    expect(table.p).toHaveLength(1)
  })

  test('nothing at all has no pairs', () => {
    const table = coOccurrence(incidence([]))
    expect(backboneOf(table, 0.05)).toMatchObject({ more: [], fewer: [], counts: { rows: 0, columns: 0, pairs: 0 } })
  })

  test('a pair that meets as often as its degrees force it to has the ratio 1', () => {
    const nested = [
      [1, 1],
      [1, 0],
    ]
    expect(rankedPairs(coOccurrence(incidence(nested)), 'ratio')).toMatchObject([
      { observed: 1, expected: 1, ratio: 1, p: 1 },
    ])
  })
})
