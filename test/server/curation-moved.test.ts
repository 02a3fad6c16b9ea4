import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { curate, exportCuration, importCuration } from '../../model/api/curation.ts'
import type { Store } from '../../store/port.ts'
import { CITY, documentOf, graphOf, openEmpty, put } from '../ingest/curation/small-city.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { access, getFrom, jsonOf, problemOf, sendTo } from './requests.ts'
import { type RunningApi, startApi } from './running-api.ts'

const document = documentOf('45.txt', smallMinutes())

let store: Store
let api: RunningApi
beforeEach(async () => {
  store = await openEmpty()
  await put(store, document)
  api = await startApi(store, { access })
})
afterEach(async () => {
  await api.stop()
  await store.close()
})

const rename = (name: string) => ({ do: 'rename', mention: { kind: 'body', form: '市财政局' }, name })
const act = async (action: unknown) =>
  curate.reply.parse(await jsonOf(await sendTo(api, '/curation', { jurisdiction: CITY, by: '林', action })))

describe('moving events', () => {
  test('export gives a file that import takes in elsewhere, once', async () => {
    const { entry } = await act(rename('甲'))
    const exported = await getFrom(api, '/curation/export', { jurisdiction: CITY })
    expect(exported.headers.get('content-type')).toContain('ndjson')
    const lines = await exported.text()
    const other = await openEmpty()
    await put(other, document)
    const there = await startApi(other, { access })
    const take = async () =>
      importCuration.reply.parse(await jsonOf(await sendTo(there, '/curation/import', { lines })))
    expect(await take()).toEqual({ places: [{ jurisdiction: CITY, added: 1, known: 0 }] })
    expect(await take()).toEqual({ places: [{ jurisdiction: CITY, added: 0, known: 1 }] })
    expect(await graphOf(other)).toEqual(await graphOf(store))
    expect(exportCuration.reply.parse(JSON.parse(lines)).id).toBe(entry.id)
    await there.stop()
    await other.close()
  })
  test('import refuses a wrong line by its number, and then takes in nothing', async () => {
    const { entry } = await act(rename('甲'))
    const { state: _state, through: _through, ...event } = entry
    const changed = { ...event, by: '苏' }
    for (const wrong of ['{"id":1}', 'x', JSON.stringify(changed), JSON.stringify({ ...event, why: '\0' })])
      expect(await problemOf(await sendTo(api, '/curation/import', { lines: `\n${wrong}` }))).toMatchObject({
        status: 422,
        detail: expect.stringContaining('line 2'),
      })
    expect(await store.curation(CITY)).toHaveLength(1)
  })
  test('the log is told anew after an undo, which leads back to a version that there was', async () => {
    const tag = async () => (await getFrom(api, '/curation/log', { jurisdiction: CITY })).headers.get('etag')
    const before = await tag()
    const { entry } = await act(rename('甲'))
    await act({ do: 'undo', event: entry.id })
    expect(await tag()).not.toBe(before)
  })
})
