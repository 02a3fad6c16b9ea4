import { describe, expect, test } from 'vitest'
import { closerPairs } from '../../analysis/closer-pairs.ts'
import { coursesOf, type Handling, isDeferred } from '../../analysis/courses.ts'

/** `sets[i]` stand in column `i`, which belongs to meeting `meetings[i]`. */
const standing = (sets: string[][], meetings: string[]) => {
  const who = [...new Set(sets.flat())].sort().map((id) => ({ id }))
  const entries = sets.flatMap((set, column) =>
    set.map((id) => [who.findIndex((one) => one.id === id), column] as const),
  )
  return {
    who,
    what: meetings.map((meeting) => ({ meeting })),
    rows: Int32Array.from(entries, ([row]) => row),
    columns: Int32Array.from(entries, ([, column]) => column),
  }
}

describe('pairs that have come closer', () => {
  const early = (meeting: string) => (meeting === 'none' ? null : meeting < 'm3')

  test('are those whose share of the columns has grown, the most first', () => {
    const given = standing(
      [
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'b'],
        ['c', 'd'],
        ['c', 'd'],
      ],
      ['m1', 'm2', 'm3', 'm3', 'm4'],
    )
    const { pairs, columns } = closerPairs(given, early, 5)
    expect(columns).toEqual({ before: 2, after: 3 })
    expect(pairs).toEqual([{ a: 'c', b: 'd', before: 0, after: 2 }])
  })

  test('more in a half that holds more is no growth', () => {
    const given = standing([['a', 'b'], ['a', 'b'], ['c'], ['a', 'b'], ['c']], ['m1', 'm3', 'm3', 'm4', 'm4'])
    expect(closerPairs(given, early, 5).pairs).toEqual([])
  })

  test('somebody who stands twice in a column counts once, and a column of no half not at all', () => {
    const given = standing(
      [
        ['a', 'b', 'b'],
        ['a', 'b'],
      ],
      ['m3', 'none'],
    )
    expect(closerPairs(given, early, 5)).toEqual({
      pairs: [{ a: 'a', b: 'b', before: 0, after: 1 }],
      columns: { before: 0, after: 1 },
    })
  })

  test('a limit cuts off', () => {
    expect(closerPairs(standing([['a', 'b', 'c']], ['m3']), early, 2).pairs).toHaveLength(2)
  })
})

describe('the course of a policy', () => {
  const at = (place: number, outcome: Handling['outcome'], considered = true): Handling => ({
    policy: 'p',
    place,
    considered,
    outcome,
  })

  test('a deferral returns when a later meeting deals with the policy', () => {
    const [course] = coursesOf([at(5, 'agreed'), at(2, 'deferred')])
    expect(course).toEqual({
      policy: 'p',
      marks: [
        { slot: 2, is: 'deferred' },
        { slot: 5, is: 'agreed' },
      ],
      returns: [{ from: 2, to: 5 }],
      open: false,
    })
  })

  test('being named later is no return, whatever else that item decided', () => {
    const [course] = coursesOf([at(2, 'deferred'), at(4, 'agreed', false)])
    expect(course?.marks.map(({ is }) => is)).toEqual(['deferred', 'cited'])
    expect([course?.returns, course?.open]).toEqual([[], true])
  })

  test('put off twice, it returns twice', () => {
    const [course] = coursesOf([at(1, 'deferred'), at(3, 'deferred'), at(4, null)])
    expect(course?.returns).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 4 },
    ])
    expect(course?.open).toBe(false)
  })

  test('of several items of one meeting the weightiest is told, once', () => {
    const [course] = coursesOf([at(1, null, false), at(1, 'agreed'), at(1, null)])
    expect(course?.marks).toEqual([{ slot: 1, is: 'agreed' }])
    expect(course ? isDeferred(course) : null).toBe(false)
  })

  test('each policy has its own', () => {
    expect(coursesOf([at(1, null), { ...at(2, 'deferred'), policy: 'a' }]).map(({ policy }) => policy)).toEqual([
      'a',
      'p',
    ])
  })
})
