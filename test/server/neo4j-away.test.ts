import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../model/api/endpoint.ts'
import { getHealth } from '../../model/api/health.ts'
import { listJurisdictions } from '../../model/api/jurisdictions.ts'
import { type RunningServer, startServer } from '../browser/running-server.ts'
import { Desk } from '../ingest/command-line.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { type Gate, gateTo } from '../neo4j/gate.ts'
import { startOldServer } from '../neo4j/old-server.ts'

const ask = async (server: RunningServer) => {
  const response = await fetch(`${server.address}/api/jurisdictions`)
  return {
    status: response.status,
    retry: response.headers.get('retry-after'),
    body: await response.json(),
  }
}
const health = async (server: RunningServer) => {
  const response = await fetch(`${server.address}/api/health`)
  expect(response.status).toBe(200)
  return getHealth.reply.parse(await response.json()).store
}
describeWithNeo4j('the server, started while Neo4j is away', () => {
  const neo4j = borrowNeo4j()
  let gate: Gate
  let server: RunningServer
  let uri = ''
  beforeAll(async () => {
    gate = await gateTo(() => neo4j.port)
    uri = `bolt://127.0.0.1:${gate.port}`
    server = await startServer([], { NEO4J_URI: uri, NEO4J_PASSWORD: neo4j.password })
  })
  afterAll(async () => {
    await server?.stop()
    await gate?.shut()
  })

  test('listens, answers 503 by the address and when to ask again, and says in its health what is the matter', async () => {
    const { status, retry, body } = await ask(server)
    expect({ status, retry }).toEqual({ status: 503, retry: '5' })
    const words = `Neo4j at ${uri} does not answer: start it, or check NEO4J_URI`
    expect(Problem.parse(body)).toMatchObject({ code: 'store-down', detail: expect.stringContaining(words) as string })
    expect(await health(server)).toMatchObject({ ok: false, detail: expect.stringContaining(words) as string })
  })
  test('says in its log once that it goes on asking, and never the password', async () => {
    for (let times = 0; times < 10; times++) await ask(server)
    expect(server.output().match(/asking again until it answers/g)).toHaveLength(1)
    expect(server.output()).not.toContain(neo4j.password)
  })
  test('answers by itself as soon as Neo4j does, and reads the sample city in then', async () => {
    await gate.open()
    expect((await ask(server)).status).toBe(200)
    await server.said(/Read 36 minutes/)
    const { rows } = listJurisdictions.reply.parse((await ask(server)).body)
    expect(rows.map(({ id }) => id)).toEqual(['澜州市'])
    expect(await health(server)).toEqual({ ok: true, detail: null })
    expect(server.output()).toContain(`Neo4j at ${uri} answers`)
  }, 120_000)
  test('a request that meets a lost connection is told so by 503, and the next one after is answered', async () => {
    const asked = Array.from({ length: 10 }, () => ask(server))
    await gate.shut()
    for (const { status } of await Promise.all(asked)) expect([200, 503]).toContain(status)
    expect((await ask(server)).status).toBe(503)
    await gate.open()
    expect((await ask(server)).status).toBe(200)
  })
  test('an index that is gone after that is made again before the first question', async () => {
    await gate.shut()
    expect((await ask(server)).status).toBe(503)
    await neo4j.run('DROP INDEX jiyao_kind')
    await gate.open()
    const meetings = await fetch(`${server.address}/api/meetings?jurisdiction=${encodeURIComponent('澜州市')}`)
    expect(meetings.status).toBe(200)
  })
})

describeWithNeo4j('what waiting does not mend ends the server and ingest at once, with words:', () => {
  const neo4j = borrowNeo4j()
  const desk = new Desk()
  let server: RunningServer | undefined
  afterEach(() => server?.stop())
  afterAll(() => desk.clear())

  test('a wrong password, which is not printed', async () => {
    const env = { NEO4J_URI: neo4j.uri, NEO4J_PASSWORD: 'geheim-und-falsch' }
    server = await startServer([], env)
    expect(await server.ended).toBe(1)
    expect(server.output()).toMatch(/refuses the user neo4j with this password: check NEO4J_USER and NEO4J_PASSWORD/)
    expect(server.output()).not.toMatch(/geheim|asking again/)
    const { status, stderr } = await desk.run(['ingest', desk.put('a.txt', '')], env)
    expect(status).toBe(1)
    expect(stderr).toMatch(/check NEO4J_USER and NEO4J_PASSWORD/)
    expect(stderr).not.toMatch(/geheim|asking again/)
  })
})

describe('a server that is no Neo4j of today', () => {
  const desk = new Desk()
  let server: RunningServer | undefined
  afterEach(() => server?.stop())
  afterAll(() => desk.clear())

  test('but an old one is refused by its version, by the server and by ingest', async () => {
    const old = await startOldServer('Neo4j/4.4.12')
    const env = { NEO4J_URI: `bolt://127.0.0.1:${old.port}`, NEO4J_PASSWORD: 'geheim-geheim' }
    const refusal = /is Neo4j\/4\.4\.12: Jiyao needs Neo4j 5\.26 or later/
    server = await startServer([], env)
    expect(await server.ended).toBe(1)
    expect(server.output()).toMatch(refusal)
    const { status, stderr } = await desk.run(['ingest', desk.put('a.txt', '')], env)
    expect([status, stderr]).toEqual([1, expect.stringMatching(refusal)])
    old.stop()
  })
  test('but a web server is refused, as Bolt has a port of its own', async () => {
    const web = createServer((_request, response) => response.end())
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
    // A server that listens has an address of this type.
    const { port } = web.address() as AddressInfo
    server = await startServer([], { NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_PASSWORD: 'x' })
    expect(await server.ended).toBe(1)
    expect(server.output()).toMatch(/speaks HTTP there: name the port of Bolt/)
    web.close()
  })
})
