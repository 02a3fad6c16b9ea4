import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProxy } from '../../bench/faults-proxy.ts'
import type { Jurisdiction } from '../../model/graph.ts'
import { type RunningNeo4j, startNeo4j } from '../../scripts/neo4j/start.ts'
import { createApp } from '../../server/app.ts'
import { openNeo4j } from '../../store/neo4j/open-neo4j.ts'
import { type Change, type Store, StoreUnavailable } from '../../store/port.ts'
import { describeWithNeo4j } from '../machine.ts'
import { NEO4J_CACHE } from '../neo4j/lender.ts'
import { aMeeting, changeOf, departmentOf, hashOf, LAN, YUN } from './builders.ts'
import { everything } from './contract/given.ts'

const PASSWORD = 'first-password'

const silentPort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The server is at work on a change. */
const ROWS_ARE_SENT = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS "$rows" RETURN 1'
/** Something of a change is stored that nobody sees. */
const HIDDEN = 'MATCH (n:JiyaoStaged|JiyaoGone) RETURN 1 LIMIT 1'

const found = async ({ uri, user, password }: RunningNeo4j, cypher: string): Promise<boolean> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  try {
    return (await driver.executeQuery(cypher)).records.length > 0
  } finally {
    await driver.close()
  }
}

const until = async (server: RunningNeo4j, cypher: string): Promise<void> => {
  while (!(await found(server, cypher)));
}

describe('a server that does not answer', () => {
  test('is waited for a bounded time, which is said once, then refused by its address', async () => {
    const told: string[] = []
    const uri = `neo4j://127.0.0.1:${await silentPort()}`
    const opening = openNeo4j({
      uri,
      user: 'neo4j',
      password: 'geheim-geheim',
      patience: 1500,
      tell: (text) => told.push(text),
    })
    const error = await opening.catch((error: unknown) => error)
    expect(error).toBeInstanceOf(StoreUnavailable)
    expect(String(error)).toContain(`Neo4j at ${uri} does not answer: start it, or check NEO4J_URI`)
    expect(String(error)).toContain('given up after 2 s')
    expect(told).toEqual([expect.stringMatching(/does not answer.*asking again for 2 s/)])
    expect([...told, String(error)].join()).not.toContain('geheim')
  })
})

describeWithNeo4j('a server that goes and comes', () => {
  let folder = ''
  let server: RunningNeo4j
  let store: Store
  let web: Server
  let address = ''
  const start = (port?: number) =>
    startNeo4j({ folder, cache: NEO4J_CACHE, password: PASSWORD, heap: '512m', brief: true, ...(port ? { port } : {}) })
  const ask = async () => {
    const response = await fetch(`${address}/api/jurisdictions`)
    return { status: response.status, retry: response.headers.get('retry-after'), body: await response.text() }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiyao-neo4j-faults-'))
    server = await start()
    store = await openNeo4j({ uri: server.uri, user: server.user, password: PASSWORD })
    await store.commit(changeOf(LAN, null, 'one', aMeeting()))
    const app = createApp({ store, log: pino({ level: 'silent' }), version: '0.0.0', page: null })
    web = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
    })
    address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  }, 900_000)
  afterAll(async () => {
    web?.close()
    await store?.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('is told by 503 and Retry-After while it is gone, and answers by itself when it is back', async () => {
    expect((await ask()).status).toBe(200)
    const asked = Array.from({ length: 20 }, ask)
    await server.kill()
    for (const { status } of await Promise.all(asked)) expect([200, 503]).toContain(status)
    const gone = await ask()
    expect(gone).toMatchObject({ status: 503, retry: '5' })
    expect(gone.body).toContain('does not answer')
    expect(gone.body).not.toContain(PASSWORD)
    server = await start(server.port)
    const back = await ask()
    expect(back.status).toBe(200)
    expect(back.body).toContain(LAN.id)
  }, 120_000)

  test('whose connections stay open and say nothing is given up in time, and answers when the way is back', async () => {
    const proxy = await startProxy(server.port)
    const behind = await openNeo4j({
      uri: `bolt://127.0.0.1:${proxy.port}`,
      user: server.user,
      password: PASSWORD,
      readTimeout: 1_000,
    })
    try {
      expect((await behind.jurisdictions()).map(({ id }) => id)).toContain(LAN.id)
      proxy.silent = true
      const error = await behind.jurisdictions().catch((error: unknown) => error)
      expect(error).toBeInstanceOf(StoreUnavailable)
      expect(String(error)).toContain('no answer within 6 s')
      proxy.silent = false
      proxy.cut()
      expect((await behind.jurisdictions()).map(({ id }) => id)).toContain(LAN.id)
    } finally {
      proxy.cut()
      await behind.close()
      await proxy.close()
    }
  }, 60_000)

  const departments = (place: Jurisdiction, count: number) =>
    Array.from({ length: count }, (_, at) => departmentOf(place, `市第${at}局`))

  /** Sends a change from `one` to `two` and kills the server in the middle of it: what is there then is the whole or nothing. */
  const killIn = async (change: Change, edgesAtOnce: number, underWay: string): Promise<'one' | 'two'> => {
    const { id } = change.jurisdiction
    const before = (await store.fingerprints(id)).nodes.size
    const writer = await openNeo4j({ uri: server.uri, user: server.user, password: PASSWORD, edgesAtOnce })
    const outcome = writer.commit(change).then(
      () => 'written',
      (error: unknown) => error,
    )
    await until(server, underWay)
    await server.kill()
    const told = await outcome
    await writer.close()
    server = await start(server.port)
    const { base, nodes: after } = await store.fingerprints(id)
    if (told !== 'written') expect(told).toBeInstanceOf(StoreUnavailable)
    const whole = base === hashOf('two')
    if (told === 'written') expect(whole).toBe(true)
    if (!whole) expect(base).toBe(hashOf('one'))
    expect(after.size).toBe(whole ? before + change.nodes.put.length : before)
    return whole ? 'two' : 'one'
  }

  test('that is killed in the middle of a change has the whole change or nothing of it', async () => {
    const nodes = departments(LAN, 30_000)
    const base = await killIn(changeOf(LAN, 'one', 'two', { nodes }), 1_000_000, ROWS_ARE_SENT)
    await store.commit(changeOf(LAN, base, 'three', { nodes: nodes.slice(0, 3) }))
    expect((await store.jurisdiction(LAN.id))?.version.hash).toBe(hashOf('three'))
  }, 180_000)

  test('that is killed between the transactions of a large change has the former state, and the next change takes the rest out', async () => {
    await store.commit(changeOf(YUN, null, 'one', aMeeting(YUN)))
    const before = await everything(store, YUN.id)
    const nodes = departments(YUN, 6_000)
    expect(await killIn(changeOf(YUN, 'one', 'two', { nodes }), 100, HIDDEN)).toBe('one')
    expect(await everything(store, YUN.id)).toEqual(before)
    expect(await found(server, HIDDEN)).toBe(true)
    await store.commit(changeOf(YUN, 'one', 'two', { nodes: nodes.slice(0, 3) }))
    expect((await store.jurisdiction(YUN.id))?.version.hash).toBe(hashOf('two'))
    expect(await found(server, HIDDEN)).toBe(false)
  }, 180_000)
})
