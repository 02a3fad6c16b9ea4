import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeJurisdiction } from '../../ingest/write-jurisdiction.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { changeOf } from '../store/builders.ts'
import { everything } from '../store/contract/given.ts'
import { eventOf } from '../store/event-builder.ts'
import { Desk, lines } from './command-line.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/minutes', import.meta.url))
const CITY = '澜州市'

describe('copy-store', () => {
  const desk = new Desk()
  afterAll(() => desk.clear())
  test('without an address, or with one that is none, is a wrong call', async () => {
    const { status, stderr } = await desk.run(['copy-store'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/name the server/)
    const wrong = await desk.run(['copy-store', '--to', 'http://127.0.0.1:1'], { NEO4J_PASSWORD: 'geheim' })
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toMatch(/NEO4J_URI=http:.*expected an address such as neo4j:/)
  })
  test('asks for the password', async () => {
    const { status, stderr } = await desk.run(['copy-store', '--to', 'neo4j://127.0.0.1:1'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/NEO4J_URI=neo4j:\/\/127.0.0.1:1: .*set NEO4J_PASSWORD/)
  })
})

describeWithNeo4j('copy-store to a real server', () => {
  const server = borrowNeo4j()
  const desk = new Desk()
  afterAll(() => desk.clear())
  const copy = () => desk.run(['copy-store', '--to', server.uri], { NEO4J_PASSWORD: server.password })

  beforeAll(async () => {
    expect((await desk.run(['ingest', SAMPLES])).status).toBe(0)
  }, 120_000)

  test('brings over documents and graph, with progress and a count of both', async () => {
    const { status, stdout, stderr } = await copy()
    expect(stderr).toContain(`writing ${CITY}: 36 documents`)
    expect(status).toBe(0)
    expect(lines(stdout)).toEqual([expect.stringMatching(/^澜州市: 36 documents, \d{3,} nodes, \d{4,} edges$/)])
    const store = await server.open()
    const there = await everything(store, CITY)
    await store.close()
    expect(there).toEqual(await desk.withStore((store) => everything(store, CITY)))
  }, 180_000)
  test('a second time writes nothing, and what is gone from the file goes from the server', async () => {
    const writes = async () => (await server.run<{ n: number }>('MATCH (s:Jiyao:Store) RETURN s.writes AS n'))[0]?.n
    const before = await writes()
    expect((await copy()).status).toBe(0)
    expect(await writes()).toBe(before)
    expect((await desk.run(['remove', '2022-01-14-038.txt'])).status).toBe(0)
    expect((await copy()).stdout).toMatch(/^澜州市: 35 documents/)
  }, 120_000)
  test('what people decided comes too, once, also where no document is left', async () => {
    const place = { id: '云汀区', issuer: '云汀区人民政府' }
    await desk.withStore(async (store) => {
      const { base } = await store.fingerprints(CITY)
      const city = (await store.jurisdiction(CITY)) ?? { version: null }
      const jurisdiction = { id: CITY, issuer: '澜州市人民政府' }
      const change = changeOf(jurisdiction, null, null, {
        events: [eventOf(jurisdiction, '1'), eventOf(jurisdiction, '2')],
      })
      await store.commit({ ...change, base, version: city.version })
      // The data version covers the events that hold.
      await writeJurisdiction(store, CITY, (stored) => [...stored])
      await store.commit(changeOf(place, null, null, { events: [eventOf(place, '1')] }))
    })
    for (const _ of ['once', 'again']) {
      const { status, stdout } = await copy()
      expect(status).toBe(0)
      expect(lines(stdout)).toEqual([
        expect.stringMatching(/^澜州市: 3\d documents, .*, 2 curation events$/),
        '云汀区: 0 documents, 0 nodes, 0 edges, 1 curation event',
      ])
    }
    const store = await server.open()
    const there = await store.curation(null)
    await store.close()
    expect(there).toEqual(await desk.withStore((store) => store.curation(null)))
  }, 120_000)
  test('ingest, remove and reparse work on the server that the environment names', async () => {
    await server.empty()
    const env = { NEO4J_URI: server.uri, NEO4J_PASSWORD: server.password, DATA_DIR: 'beside' }
    expect((await desk.run(['ingest', SAMPLES], env)).stdout).toContain('36')
    expect((await desk.run(['reparse'], env)).stdout).toContain('nothing came out differently')
    expect((await desk.run(['remove', CITY], env)).status).toBe(0)
    expect(await server.run('MATCH (n:Jiyao) WHERE NOT n:Store RETURN n')).toEqual([])
  }, 180_000)
})
