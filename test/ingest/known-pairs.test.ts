import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mayBeDivided, type Read, readTogether } from '../../ingest/known-pairs.ts'
import { parse } from '../../ingest/parse/parse.ts'
import { repair } from '../../ingest/repair/repair.ts'
import { Desk, lines } from './command-line.ts'
import { people } from './reading.ts'
import { smallMinutes } from './small-minutes.ts'

/** 市体育局→韩越平, 水投集团→程渡 is as good a reading as 市体育局→韩越, 平水投集团→程渡. */
const GLUED = '市体育局韩越平水投集团程渡'
const OLD = smallMinutes({ ordinal: 40, date: [2022, 3, 1], roll: '市体育局韩越 市财政局顾一鸣' })
const OPEN = smallMinutes({ ordinal: 41, date: [2022, 4, 1], roll: GLUED })
const OTHER = smallMinutes({ ordinal: 42, date: [2022, 5, 1], roll: '市住建局凌舟 市财政局顾一鸣' })
const SURE = smallMinutes({ ordinal: 43, date: [2022, 6, 1], roll: '市体育局韩越平 市财政局顾一鸣' })

const readAlone = (raw: string): Read => {
  const repaired = repair(raw)
  return { repaired, record: parse(repaired, { path: 'a.txt', sha256: '0'.repeat(64), format: 'txt' }) }
}
const observers = (record: Read['record']) => people(record).filter((one) => !one.startsWith('→'))

const permutations = <Value>(values: readonly Value[]): Value[][] =>
  values.length < 2
    ? [[...values]]
    : values.flatMap((value, at) =>
        permutations([...values.slice(0, at), ...values.slice(at + 1)]).map((rest) => [value, ...rest]),
      )

describe('a roll that can be divided in two ways', () => {
  test('reads on its own as the parser thinks best, and says that it is uncertain', () => {
    const { record } = readAlone(OPEN)
    expect(mayBeDivided(record)).toBe(true)
    expect(observers(record)).toEqual(['市体育局→韩越平', '水投集团→程渡'])
  })
  test('is divided as another document of the place prints it, with a warning', () => {
    const [, record] = readTogether([readAlone(OLD), readAlone(OPEN)])
    expect(record && observers(record)).toEqual(['市体育局→韩越', '平水投集团→程渡'])
    expect(record?.warnings.map(({ code }) => code)).toContain('roll-known-pair')
    expect(record?.readWith?.others).toEqual([{ body: '市体育局', person: '韩越' }])
  })
  test('is more certain where another document agrees', () => {
    const alone = readAlone(OPEN)
    const [, record] = readTogether([readAlone(SURE), alone])
    const confidence = (one: Read['record'] | undefined) =>
      one?.attendance.find(({ person }) => person === '韩越平')?.confidence ?? 0
    expect(confidence(record)).toBeGreaterThan(confidence(alone.record))
    expect(record?.warnings.map(({ code }) => code)).not.toContain('roll-known-pair')
  })
  test('stays as it is where no other document prints either', () => {
    const alone = readAlone(OPEN)
    expect(readTogether([readAlone(OTHER), alone])[1]).toBe(alone.record)
  })
  test('a division that is certain is not given up', () => {
    const certain = readAlone(smallMinutes({ roll: '市体育局韩越平 水投集团程渡' }))
    expect(readTogether([readAlone(OLD), certain])[1]).toBe(certain.record)
  })
  test('what others added is nothing that a document gives to others', () => {
    const once = readTogether([readAlone(OLD), readAlone(OPEN)])
    const open = readAlone(OPEN)
    const again = readTogether(once.map((record, at) => ({ repaired: at ? open.repaired : repair(OLD), record })))
    expect(again).toEqual(once)
    expect(readTogether([{ repaired: open.repaired, record: once[1] ?? open.record }])).toEqual([open.record])
  })
  test('the order makes no difference', () => {
    const all = [OLD, OPEN, OTHER, SURE]
    const expected = new Map(readTogether(all.map(readAlone)).map((record, at) => [all[at], record]))
    for (const order of permutations(all))
      expect(readTogether(order.map(readAlone))).toEqual(order.map((raw) => expected.get(raw)))
  })
})

describe('the commands', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    desk.put('open.txt', OPEN)
    desk.put('old.txt', OLD)
    desk.put('other.txt', OTHER)
    desk.put('yun.txt', OLD.replaceAll('澜州市人民政府', '云汀区人民政府'))
  })
  afterEach(() => desk.clear())
  const stored = async (runs: readonly string[][], folder: string) => {
    for (const files of runs) expect((await desk.run(['ingest', ...files], { DATA_DIR: folder })).status).toBe(0)
    return desk.contents(folder)
  }

  test('ingest stores the same in one run and in several, in whatever order', async () => {
    const whole = await stored([['open.txt', 'old.txt', 'other.txt']], 'one')
    expect(whole.documents.find(({ name }) => name === 'open.txt')?.record.readWith?.others).toHaveLength(1)
    expect(await stored([['open.txt'], ['other.txt'], ['old.txt']], 'two')).toEqual(whole)
    expect(await stored([['old.txt', 'other.txt'], ['open.txt']], 'three')).toEqual(whole)
  }, 180_000)
  test('a document is read again when what helped it is removed, and reparse finds nothing new', async () => {
    await stored([['open.txt', 'old.txt']], 'data')
    expect((await desk.run(['reparse'])).stdout).toContain('nothing came out differently')
    expect((await desk.run(['remove', 'old.txt'])).status).toBe(0)
    expect(await desk.contents()).toEqual(await stored([['open.txt']], 'alone'))
  }, 180_000)
  test('parse uses the pairs among its files of one place, and prints in the order given', async () => {
    const records = async (...files: string[]) =>
      lines((await desk.run(['parse', ...files])).stdout).map((line) => JSON.parse(line))
    const [open, other, old] = await records('open.txt', 'other.txt', 'old.txt')
    expect([open, other, old].map(({ source }) => source.path)).toEqual(['open.txt', 'other.txt', 'old.txt'])
    expect(observers(open)).toContain('市体育局→韩越')
    expect((await records('old.txt', 'open.txt'))[1]).toEqual(open)
    const [elsewhere] = await records('open.txt', 'yun.txt')
    expect(observers(elsewhere)).toContain('市体育局→韩越平')
  }, 180_000)
})
