import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { curate } from '../../model/api/curation.ts'
import { getWorkList } from '../../model/api/work-list.ts'
import { routesOf } from '../../server/app.ts'
import { CurationThread } from '../../server/curation/curation-desk.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/port.ts'
import { CITY, documentOf, put } from '../ingest/curation/small-city.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { type RunningApi, startApi } from './running-api.ts'

const TOKEN = 'sixteen-or-more-signs'
const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` }
const page = { limit: 10, offset: 0 }

describe('curation in a thread of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-curation-'))
  const config = { kind: 'sqlite' as const, file: join(folder, 'jiyao.sqlite') }
  let store: Store
  let thread: CurationThread
  let api: RunningApi
  beforeAll(async () => {
    store = await openStore(config, { readers: 1 })
    await put(store, documentOf('45.txt', smallMinutes()))
    thread = new CurationThread(config)
    const routes = routesOf(store, '0.0.0', { curation: thread })
    api = await startApi(store, { access: { token: TOKEN, hosts: null } }, routes)
  })
  afterAll(async () => {
    await api.stop()
    await thread.close()
    await store.close()
    rmSync(folder, { recursive: true })
  })
  const ask = (path: string) => fetch(`${api.base}${path}`)
  const send = (name: string) => {
    const action = { do: 'rename', mention: { kind: 'body', form: '市财政局' }, name }
    const body = JSON.stringify({ jurisdiction: CITY, by: '林', action })
    return fetch(`${api.base}/curation`, { method: 'POST', headers, body })
  }

  test('holds up no other request: one that comes later is answered before', async () => {
    const answered: string[] = []
    const told = (name: string) => (response: Response) => {
      answered.push(name)
      return response
    }
    const [work] = await Promise.all([
      ask(`/work-list?jurisdiction=${CITY}`).then(told('work list')),
      ask(`/meetings?jurisdiction=${CITY}`).then(told('meetings')),
    ])
    expect(answered).toEqual(['meetings', 'work list'])
    expect(getWorkList.reply.parse(await work.json()).total).toBeGreaterThanOrEqual(0)
  }, 60_000)
  test('writes what the other threads then read, and refuses with the same words', async () => {
    const written = curate.reply.parse(await (await send('甲')).json())
    expect((await store.jurisdiction(CITY))?.version).toEqual(written.version)
    const again = await send('甲')
    expect([again.status, await again.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'conflict', events: [written.entry.id] }),
    ])
    const undone = { do: 'undo' as const, event: written.entry.id }
    const decision = { jurisdiction: CITY, why: '', by: '苏', expects: null }
    await thread.ask('curate', { ...decision, action: undone })
    expect((await thread.ask('log', CITY, page)).rows.map(({ state }) => state)).toEqual(['holds', 'undone'])
    await expect(thread.ask('curate', { ...decision, action: undone })).rejects.toMatchObject({ code: 'conflict' })
    await expect(thread.ask('log', '无此市', page)).rejects.toMatchObject({ code: 'not-found' })
  }, 60_000)
  test('that stops fails what it was asked, in words, and another one is started', async () => {
    const stopping = new CurationThread(config, new URL('./stopping-worker.ts', import.meta.url))
    for (let round = 0; round < 2; round++)
      await expect(stopping.ask('log', CITY, page)).rejects.toMatchObject({
        code: 'store-down',
        message: expect.stringContaining('out of memory'),
      })
    await stopping.close()
  }, 60_000)
  test('that is closed answers nothing more of what waits', async () => {
    const other = new CurationThread(config)
    const waiting = [1, 2].map(() => other.ask('log', CITY, page))
    const settled = Promise.allSettled(waiting)
    await other.close()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
