import { afterEach, describe, expect, test, vi } from 'vitest'
import { patiently } from '../../store/neo4j/patience.ts'
import { NoAnswer } from '../../store/neo4j/unavailable.ts'
import { StoreUnavailable } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'

const DAY = 86_400_000

/** The clock of the machine is put on or back by a day whenever it is looked at. */
const jumping = (days: number) => {
  let at = Date.UTC(2024, 0, 1)
  vi.spyOn(Date, 'now').mockImplementation(() => (at += days * DAY))
}

describe.each([
  ['on', 1],
  ['back', -1],
] as const)('a clock that is put %s meanwhile', (_name, days) => {
  afterEach(() => void vi.restoreAllMocks())

  test('neither ends the wait for a database early nor keeps it going', async () => {
    jumping(days)
    let asked = 0
    const absent = new StoreUnavailable('nobody answers', { cause: new NoAnswer(1) })
    const wait = { patience: 400, tell: () => undefined, stop: new AbortController().signal }
    const second = async () => {
      asked++
      if (asked === 1) throw absent
    }
    await patiently(second, 'it answers', wait)
    expect(asked).toBe(2)
    const never = () => Promise.reject(absent)
    await expect(patiently(never, 'it answers', wait)).rejects.toThrow(/given up after/)
  })

  test('does not keep a store from opening', async () => {
    jumping(days)
    const store = await openSqlite({ file: ':memory:' })
    expect(await store.jurisdictions()).toEqual([])
    await store.close()
  })
})
