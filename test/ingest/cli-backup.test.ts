import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rewriteJurisdiction } from '../../ingest/write-jurisdiction.ts'
import type { Store } from '../../store/port.ts'
import { backupSqlite } from '../../store/sqlite/backup.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { LAN } from '../store/builders.ts'
import { everything } from '../store/contract/given.ts'
import { eventOf } from '../store/event-builder.ts'
import { Desk } from './command-line.ts'
import { smallMinutes } from './small-minutes.ts'

const CITY = '澜州市'

/** Two meetings, one correction. */
const fill = async (desk: Desk, env: Record<string, string> = {}): Promise<void> => {
  const files = [1, 2].map((ordinal) => desk.put(`minutes/${ordinal}.txt`, smallMinutes({ ordinal })))
  expect((await desk.run(['ingest', ...files], env)).status).toBe(0)
}
const correct = (store: Store): Promise<unknown> =>
  rewriteJurisdiction(store, CITY, ({ documents }) => ({ documents: [...documents], newEvents: [eventOf(LAN, '1')] }))

test('a backup of one document says so in the singular', async () => {
  const desk = new Desk()
  try {
    await desk.run(['ingest', desk.put('one.txt', smallMinutes({}))])
    expect((await desk.run(['backup', 'one.sqlite'])).stdout).toMatch(/^澜州市: 1 document, data version/)
  } finally {
    desk.clear()
  }
})

describe('backup', () => {
  const desk = new Desk()
  beforeAll(async () => {
    await fill(desk)
    await desk.withStore(correct)
  })
  afterAll(() => desk.clear())

  test('of a file holds all that was stored, and is restored by putting it in its place', async () => {
    const { status, stdout } = await desk.run(['backup', 'kept.sqlite'])
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^澜州市: 2 documents, data version [0-9a-f]{12}\n$/)])
    mkdirSync(desk.path('restored'))
    copyFileSync(desk.path('kept.sqlite'), desk.path('restored/jiyao.sqlite'))
    const [before, after] = [await desk.contents('data'), await desk.contents('restored')]
    expect(after).toEqual(before)
    expect(after.places[0]?.version.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await desk.withStore((store) => everything(store, CITY), 'restored')).toEqual(
      await desk.withStore((store) => everything(store, CITY)),
    )
  })

  test('made while somebody writes is one moment of it, and holds up nobody', async () => {
    const files = Array.from({ length: 12 }, (_, at) => desk.put(`more/${at}.txt`, smallMinutes({ ordinal: 20 + at })))
    const writer = { writes: true }
    const written = (async () => {
      for (const part of [files.slice(0, 6), files.slice(6)])
        expect((await desk.run(['ingest', ...part])).status).toBe(0)
    })().finally(() => (writer.writes = false))
    const seen = new Set<number>()
    for (let at = 0; writer.writes || at === 0; at++) {
      const file = desk.path(`moment-${at}.sqlite`)
      backupSqlite(desk.path('data/jiyao.sqlite'), file)
      const store = await openSqlite({ file, readers: 0 })
      const found = await everything(store, CITY)
      await store.close()
      expect(found.summary?.documents).toBe(found.documents.length)
      expect(found.base).toBe(found.summary?.version.hash)
      expect(found.edges).not.toContain(null)
      seen.add(found.documents.length)
      rmSync(file)
      // All of this is done in one go, in which no process would be heard to end.
      await turn()
    }
    await written
    for (const documents of seen) expect([2, 8, 14]).toContain(documents)
  }, 120_000)

  test('writes over nothing, and leaves nothing half done', async () => {
    writeFileSync(desk.path('mine.txt'), 'mine')
    const there = await desk.run(['backup', 'mine.txt'])
    expect([there.status, there.stderr]).toEqual([2, expect.stringMatching(/is there already: name a new file/)])
    expect((await desk.run(['backup'])).status).toBe(2)
    const nothing = await desk.run(['backup', 'a.sqlite'], { DATA_DIR: 'nowhere' })
    expect([nothing.status, nothing.stderr]).toEqual([1, expect.stringMatching(/nothing to keep.*DATA_DIR/)])
    const lost = await desk.run(['backup', 'no/such/folder/a.sqlite'])
    expect(lost.status).toBe(1)
    expect(existsSync(desk.path('a.sqlite'))).toBe(false)
    expect(readdirSync(desk.folder).filter((name) => name.includes('.part'))).toEqual([])
  }, 120_000)
})

describeWithNeo4j('backup of a Neo4j server', () => {
  const server = borrowNeo4j()
  const desk = new Desk()
  afterAll(() => desk.clear())

  test('is a file of the same data version, from which the server is filled again', async () => {
    const env = { NEO4J_URI: server.uri, NEO4J_PASSWORD: server.password, NEO4J_USER: server.user }
    await fill(desk, env)
    const there = async () => {
      const store = await server.open()
      try {
        return await everything(store, CITY)
      } finally {
        await store.close()
      }
    }
    const store = await server.open()
    await correct(store)
    await store.close()
    const before = await there()
    expect(before.curation).toHaveLength(1)
    expect((await desk.run(['backup', 'kept.sqlite'], env)).status).toBe(0)
    mkdirSync(join(desk.folder, 'restored'))
    copyFileSync(desk.path('kept.sqlite'), desk.path('restored/jiyao.sqlite'))
    expect(await desk.withStore((store) => everything(store, CITY), 'restored')).toEqual(before)
    await server.empty()
    const back = await desk.run(['copy-store', '--to', server.uri], { ...env, DATA_DIR: desk.path('restored') })
    expect(back.stderr + String(back.status)).toMatch(/0$/)
    expect(await there()).toEqual(before)
  }, 180_000)
})
