import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deal, segment } from '../../../client/state/runs.ts'

const mark = (start: number, end: number, name: string) => ({ start, end, name })
const shape = (runs: { start: number; end: number; marks: { name: string }[] }[]) =>
  runs.map(({ start, end, marks }) => [start, end, marks.map(({ name }) => name).join('')])

describe('segment', () => {
  test('a range without marks is one run', () => {
    expect(shape(segment({ start: 3, end: 9 }, []))).toEqual([[3, 9, '']])
  })

  test('overlapping marks are cut where either begins or ends', () => {
    expect(shape(segment({ start: 0, end: 10 }, [mark(2, 6, 'a'), mark(4, 8, 'b')]))).toEqual([
      [0, 2, ''],
      [2, 4, 'a'],
      [4, 6, 'ab'],
      [6, 8, 'b'],
      [8, 10, ''],
    ])
  })

  test('nested and repeated marks all lie over their text, in the order given', () => {
    expect(shape(segment({ start: 0, end: 4 }, [mark(1, 3, 'b'), mark(0, 4, 'a'), mark(1, 3, 'c')]))).toEqual([
      [0, 1, 'a'],
      [1, 3, 'bac'],
      [3, 4, 'a'],
    ])
  })

  test('what reaches beyond the range is cut off, what lies outside or is empty is passed over', () => {
    expect(shape(segment({ start: 5, end: 8 }, [mark(0, 6, 'a'), mark(8, 9, 'b'), mark(6, 6, 'c')]))).toEqual([
      [5, 6, 'a'],
      [6, 8, ''],
    ])
  })

  test('an empty range has no runs', () => {
    expect(segment({ start: 4, end: 4 }, [mark(0, 9, 'a')])).toEqual([])
  })

  test('runs cover the range without gap or overlap, and carry exactly the marks over them', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 12 }), (range, marks) => {
        const runs = segment(range, marks)
        expect(runs.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))).toEqual(
          Array.from({ length: range.end - range.start }, (_, i) => range.start + i),
        )
        for (const run of runs)
          expect(run.marks).toEqual(marks.filter(({ start, end }) => start < run.end && end > run.start && end > start))
      }),
    )
  })

  test('fifty thousand marks one after the other take well under a second', () => {
    const marks = Array.from({ length: 50_000 }, (_, i) => mark(i * 2, i * 2 + 1, 'x'))
    const before = performance.now()
    expect(segment({ start: 0, end: 100_000 }, marks)).toHaveLength(100_000)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})

describe('deal', () => {
  test('a mark over two ranges is in both, one between them in neither', () => {
    const ranges = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ]
    const over = mark(3, 6, 'over')
    const between = mark(4, 5, 'between')
    expect(deal(ranges, [between, over]).map((marks) => marks.map(({ name }) => name))).toEqual([['over'], ['over']])
  })
})
