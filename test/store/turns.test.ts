import { describe, expect, test } from 'vitest'
import { askedBy, GivenUp, whoAsks } from '../../store/asking.ts'
import { turnsOf } from '../../store/neo4j/turns.ts'
import { TooMany } from '../../store/neo4j/unavailable.ts'

/** Work that lasts until it is told to end. */
const lasting = () => {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => ended, end: () => end() }
}

describe('turns', () => {
  test('come in the order of asking, so many at a time', async () => {
    const turn = turnsOf({ size: 2, patience: 60_000 })
    const begun: number[] = []
    const works = [lasting(), lasting(), lasting(), lasting()]
    const asked = works.map(({ work }, i) =>
      turn(() => {
        begun.push(i)
        return work()
      }),
    )
    expect(begun).toEqual([0, 1])
    works[1]?.end()
    await asked[1]
    await expect.poll(() => begun).toEqual([0, 1, 2])
    works.forEach(({ end }) => end())
    await Promise.all(asked)
    expect(begun).toEqual([0, 1, 2, 3])
  })
  test('are on behalf of the one who asked, not of the one whose work ended before', async () => {
    const turn = turnsOf({ size: 1, patience: 60_000 })
    const asked = ['one', 'two', 'three'].map((id) =>
      askedBy({ id, givenUp: null }, () => turn(async () => whoAsks()?.id)),
    )
    expect(await Promise.all(asked)).toEqual(['one', 'two', 'three'])
  })
  test('that do not come in time are refused, and what waits behind them comes on all the same', async () => {
    const turn = turnsOf({ size: 1, patience: 50 })
    const first = lasting()
    const held = turn(first.work)
    await expect(turn(async () => 'late')).rejects.toThrow(TooMany)
    const next = turn(async () => 'in time')
    first.end()
    expect(await next).toBe('in time')
    await held
  })
  test('that nobody waits for any longer do not come, and what has begun is not refused', async () => {
    const turn = turnsOf({ size: 1, patience: 50 })
    const first = lasting()
    const held = turn(first.work)
    const controller = new AbortController()
    let ran = false
    const waiting = askedBy({ id: 'a', givenUp: controller.signal }, () =>
      turn(async () => {
        ran = true
      }),
    )
    controller.abort()
    await expect(waiting).rejects.toThrow(GivenUp)
    setTimeout(() => first.end(), 100)
    await held
    expect(await turn(async () => 'next')).toBe('next')
    expect(ran).toBe(false)
  })
  test('fail as their work fails', async () => {
    const turn = turnsOf({ size: 1, patience: 50 })
    await expect(turn(() => Promise.reject(new Error('of its own')))).rejects.toThrow('of its own')
    expect(await turn(async () => 1)).toBe(1)
  })
})
