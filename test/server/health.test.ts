import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { TieDesk } from '../../server/analysis/tie-desk.ts'
import { routesOf } from '../../server/app.ts'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import { connect } from '../../store/sqlite/connection.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { openCity } from './city.ts'
import { startApi } from './running-api.ts'
import { silentStore } from './silent-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-health-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** How it stands: the status of being alive, of being ready, and what is the matter. */
const stateOf = async (store: Store, desk = new TieDesk()) => {
  const api = await startApi(store, {}, routesOf(store, '0', { desk }))
  const [alive, ready] = await Promise.all(['health', 'ready'].map((path) => fetch(`${api.base}/${path}`)))
  const told = {
    alive: alive?.status,
    ready: ready?.status,
    detail: String(Reflect.get(Object(await ready?.json()), 'detail')),
  }
  await api.stop()
  return told
}

describe('a server', () => {
  test('is alive and ready when all of it works', async () => {
    const store = await openCity()
    expect(await stateOf(store)).toMatchObject({ alive: 200, ready: 200 })
    await store.close()
  })

  test('is alive and not ready while its store is away or silent, and says so within seconds', async () => {
    const store = await openCity()
    const away = { ...store, check: () => Promise.reject(new StoreUnavailable('the disk is gone: mount it')) }
    expect(await stateOf(away)).toEqual({ alive: 200, ready: 503, detail: 'the disk is gone: mount it' })
    await store.close()
    const { store: silent } = silentStore()
    expect(await stateOf(silent)).toEqual({ alive: 200, ready: 503, detail: 'the store has not answered for 2 s' })
  })

  test('is not ready when a newer version has changed the schema under it', async () => {
    const file = join(folder, 'jiyao.sqlite')
    const store = await openCity(await openSqlite({ file, readers: 1 }))
    expect((await stateOf(store)).ready).toBe(200)
    const newer = connect(file, { readOnly: false, busyTimeout: 1000 })
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    const { ready, detail } = await stateOf(store)
    expect(ready).toBe(503)
    expect(detail).toMatch(/written by a newer version of Jiyao \(schema 99, this one knows \d+\): upgrade/)
    await store.close()
  })

  test('whose analysis has died tries another by itself, and is ready when that one works', async () => {
    const store = await openCity()
    const desk = new TieDesk({ script: new URL('./busy-analysis.ts', import.meta.url) })
    const filter = { from: null, to: null, kinds: null }
    const dying = desk.pair({ is: 'pair', key: 'death', filter, a: 'a', b: 'b' }, () =>
      Promise.reject(new Error('unasked')),
    )
    await expect(dying).rejects.toThrow(/stopped: exit code 7/)
    expect(desk.state().trouble).toMatch(/exit code 7/)
    expect((await stateOf(store, desk)).ready).toBe(200)
    await desk.close()
    const hopeless = new TieDesk({ script: new URL('./no-such-script.ts', import.meta.url) })
    await expect(
      hopeless.pair({ is: 'pair', key: 'a', filter, a: 'a', b: 'b' }, () => Promise.reject(new Error('unasked'))),
    ).rejects.toThrow(/stopped/)
    expect(await stateOf(store, hopeless)).toMatchObject({
      ready: 503,
      detail: expect.stringMatching(/analysis stopped/),
    })
    await store.close()
  })
})
