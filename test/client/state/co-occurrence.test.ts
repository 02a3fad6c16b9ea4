import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blocksOf,
  DEFAULT,
  drawnActors,
  formatChoice,
  listedPairs,
  MINIMA,
  matrixOrder,
  pairIndex,
  parseChoice,
  RATES,
  ratioOf,
} from '../../../client/state/co-occurrence.ts'
import { markedParts } from '../../../client/state/marked-parts.ts'
import type { Actor, Pair } from '../../../model/api/co-occurrence.ts'
import { Actors, CountingLevel } from '../../../model/api/co-occurrence.ts'

const actor = (label: string, community: number | null, degree = 1, count = 1): Actor => ({
  id: label,
  kind: 'department',
  label,
  bodyKind: 'government',
  count,
  community,
  fixed: false,
  degree,
  betweenness: 0,
  x: null,
  y: null,
})
const pair = (a: number, b: number, tie: Pair['tie'], observed = 3): Pair => ({
  a,
  b,
  observed,
  expected: 1,
  p: 0.01,
  pLower: 1,
  q: 0.02,
  qLower: 1,
  tie,
})

describe('the choice in the address', () => {
  test('comes back as it went; the usual one leaves nothing there', () => {
    const choice = fc.record({
      who: fc.constantFrom(...Actors.options),
      level: fc.constantFrom(...CountingLevel.options),
      fdr: fc.constantFrom(...RATES),
      minimum: fc.constantFrom(...MINIMA),
      a: fc.constantFrom('澜州市/department/市水务局', 'x'),
      b: fc.option(fc.constant('y'), { nil: null }),
    })
    fc.assert(
      fc.property(choice, (value) => {
        expect(parseChoice(formatChoice(value))).toEqual(value)
      }),
    )
    expect(formatChoice(DEFAULT)).toEqual({})
  })
  test('what is malformed counts as absent, and a second of a pair without the first', () => {
    expect(parseChoice({ level: 'year', fdr: '7', minimum: 'x', b: 'y' })).toEqual(DEFAULT)
  })
})

describe('the matrix', () => {
  const actors = [actor('甲', null), actor('乙', 1), actor('丙', 0, 2), actor('丁', 0, 5)]
  test('goes by community, then by ties; who has none comes last', () => {
    expect(matrixOrder(actors)).toEqual([3, 2, 1, 0])
  })
  test('has a block for each community', () => {
    expect(blocksOf(actors, matrixOrder(actors))).toEqual([
      { community: 0, from: 0, to: 2 },
      { community: 1, from: 2, to: 3 },
      { community: null, from: 3, to: 4 },
    ])
  })
  test('finds a pair from either side, and none where there is none', () => {
    const find = pairIndex([pair(1, 2, 'above')])
    expect(find(2, 1)).toEqual(find(1, 2))
    expect(find(0, 1)).toBeUndefined()
  })
})

describe('what is listed and drawn', () => {
  const pairs = [pair(0, 1, 'above'), pair(1, 2, 'below'), pair(0, 2, 'none'), pair(2, 3, 'none', 0)]
  test('ties, and where there is none whoever met', () => {
    expect(listedPairs({ pairs })).toEqual(pairs.slice(0, 2))
    expect(listedPairs({ pairs: pairs.slice(2) })).toEqual([pairs[2]])
  })
  test('whoever met is drawn only where no test can speak', () => {
    expect(drawnActors({ pairs: pairs.slice(2), testable: true }, 9).pairs).toEqual([])
    expect(drawnActors({ pairs: pairs.slice(2), testable: false }, 9).pairs).toEqual([pairs[2]])
  })
  test('a drawing keeps to as many members as it bears', () => {
    const reply = { pairs, testable: true }
    expect(drawnActors(reply, 2)).toEqual({ nodes: [0, 1], pairs: [pairs[0]] })
    expect(drawnActors(reply, 3).nodes).toEqual([0, 1, 2])
  })
  test('where chance gives nothing there is no ratio', () => {
    expect(ratioOf({ observed: 3, expected: 0 })).toBeNull()
    expect(ratioOf({ observed: 3, expected: 1.5 })).toBe(2)
  })
})

describe('a sentence in parts', () => {
  const quotation = { quote: '由市水务局会市财政局办理。', sentence: { start: 10, end: 24 }, start: 11, end: 15 }
  test('marks the names where they are printed', () => {
    expect(markedParts(quotation, ['市财政局', '市水务局']).map(({ text, marked }) => [text, marked])).toEqual([
      ['由', false],
      ['市水务局', true],
      ['会', false],
      ['市财政局', true],
      ['办理。', false],
    ])
  })
  test('marks the words of the evidence where no name is printed', () => {
    const marked = markedParts(quotation, ['水利局', '']).filter((part) => part.marked)
    expect(marked.map(({ text }) => text)).toEqual(['市水务局'])
  })
})
