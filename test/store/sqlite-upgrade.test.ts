import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../store/port.ts'
import { connect } from '../../store/sqlite/connection.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { MIGRATIONS } from '../../store/sqlite/schema.ts'
import { changeOf, LAN } from './builders.ts'
import { everything, PAGE } from './contract/given.ts'
import { eventOf } from './event-builder.ts'

/** Written by the program when that was its schema: the sample city of `aCity`, under the version `one`. */
const kept = (version: number) => fileURLToPath(new URL(`../fixtures/store/version-${version}.sqlite`, import.meta.url))

describe('a file of the first schema is brought to the newest one:', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-upgrade-'))
  const file = join(folder, 'jiyao.sqlite')
  let former: Store
  let fresh: Store

  beforeAll(async () => {
    copyFileSync(kept(1), file)
    former = await openSqlite({ file, readers: 0 })
    const { documents, nodes, edges } = await everything(former, LAN.id)
    fresh = await openSqlite({ file: ':memory:' })
    const content = { documents, nodes, edges: edges.flatMap((found) => found?.edge ?? []) }
    await fresh.commit(changeOf(LAN, null, 'one', content))
  })
  afterAll(async () => {
    await Promise.all([former, fresh].map((store) => store.close()))
    rmSync(folder, { recursive: true })
  })

  test('it says so, and holds what it held', async () => {
    const connection = connect(file, { readOnly: true, busyTimeout: 1000 })
    expect(connection.first('PRAGMA user_version')).toMatchObject({ user_version: MIGRATIONS.length })
    connection.close()
    const found = await everything(former, LAN.id)
    expect(found.nodes.length).toBeGreaterThan(40)
    expect(found.edges.length).toBeGreaterThan(100)
    expect(found).toEqual(await everything(fresh, LAN.id))
  })
  test('its edges have their days, and are found by them', async () => {
    const all = { kinds: null, types: null, limit: 100, offset: 0 }
    const { nodes } = await everything(fresh, LAN.id)
    let beside = 0
    for (const { id } of nodes)
      for (const period of [
        { from: null, to: null },
        { from: '2023-02-01', to: '2023-03-31' },
      ]) {
        const found = await former.neighbours({ node: id, ...all, ...period })
        expect(found).toEqual(await fresh.neighbours({ node: id, ...all, ...period }))
        if (period.from) beside += found?.total ?? 0
      }
    expect(beside).toBeGreaterThan(20)
    expect(await former.meetings(PAGE)).toEqual(await fresh.meetings(PAGE))
  })
  test('it takes events', async () => {
    expect(await former.curation(LAN.id)).toEqual([])
    await former.commit(changeOf(LAN, 'one', 'one', { events: [eventOf(LAN, '1')] }))
    expect(await former.curation(LAN.id)).toEqual([eventOf(LAN, '1')])
  })
})
