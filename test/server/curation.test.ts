import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getConflicts, getCurationLog } from '../../model/api/curation.ts'
import { getWorkList } from '../../model/api/work-list.ts'
import { deskHere } from '../../server/curation/curation-desk.ts'
import { curationRoutes } from '../../server/routes/curation.ts'
import { WriteTurns } from '../../server/write-turns.ts'
import type { Store } from '../../store/port.ts'
import { act, CITY, documentOf, openEmpty, put } from '../ingest/curation/small-city.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'

let store: Store
let ask: (name: string, query: object) => Promise<unknown>
beforeEach(async () => {
  store = await openEmpty()
  await put(
    store,
    documentOf('45.txt', smallMinutes()),
    documentOf('47.txt', smallMinutes({ ordinal: 47, date: [2022, 9, 20] })),
  )
  const routes = curationRoutes(
    deskHere(store, () => new Date()),
    new WriteTurns(),
  )
  ask = async (name, query) => {
    const route = routes.find(({ contract }) => contract.name === name)
    return route?.is === 'data' ? route.handle({ params: {}, query }) : undefined
  }
})
afterEach(() => store.close())

const log = async (query: object = {}) =>
  getCurationLog.reply.parse(await ask('getCurationLog', { jurisdiction: CITY, ...query }))
const rename = (name: string) => ({ do: 'rename', mention: { kind: 'body', form: '市财政局' }, name })

describe('what the API tells of curation', () => {
  test('the log, the latest first, with what became of each event, in pages', async () => {
    expect(await log()).toEqual({ total: 0, shown: 0, next: null, rows: [] })
    const { event } = await act(store, rename('甲'))
    expect((await log()).rows.map(({ id, state }) => [id, state])).toEqual([[event.id, 'holds']])
    const { event: undone } = await act(store, { do: 'undo', event: event.id }, '苏')
    const { total, next, rows } = await log({ limit: '1' })
    expect([total, next, rows.map(({ id }) => id)]).toEqual([2, '1', [undone.id]])
    const [first] = (await log({ limit: '1', cursor: '1' })).rows
    expect(first).toMatchObject({ id: event.id, state: 'undone', through: { id: undone.id, by: '苏' } })
  })
  test('what stands in conflict', async () => {
    const conflicts = async () => getConflicts.reply.parse(await ask('getConflicts', { jurisdiction: CITY }))
    expect((await conflicts()).total).toBe(0)
    await act(store, rename('甲'))
    await act(store, rename('乙'), '苏')
    expect((await conflicts()).rows.map(({ events }) => events.map(({ by }) => by))).toEqual([['林', '苏']])
  })
  test('the work list, whole or of one kind', async () => {
    const work = async (query: object = {}) =>
      getWorkList.reply.parse(await ask('getWorkList', { jurisdiction: CITY, ...query }))
    expect((await work()).rows.map(({ about }) => about)).toContain('常务会议 46')
    expect((await work({ kind: 'missing-number' })).total).toBe(1)
    expect((await work({ kind: 'conflict' })).total).toBe(0)
    await expect(work({ kind: 'x' })).rejects.toThrow('kind')
  })
  test('nothing of a place that is not stored', async () => {
    await expect(ask('getWorkList', { jurisdiction: '无此市' })).rejects.toThrow('无此市')
  })
})
