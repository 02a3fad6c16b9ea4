import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint, Problem } from '../../model/api/endpoint.ts'
import { serve, serveLines } from '../../server/serve.ts'
import type { Store } from '../../store/port.ts'
import { CITY, MEETING, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

const JURISDICTION = encodeURIComponent(CITY.id)

const problemOf = async (response: Response) => {
  const problem = Problem.parse(await response.json())
  expect(problem.status).toBe(response.status)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return problem
}

describe('an answer', () => {
  let store: Store
  let api: RunningApi
  beforeAll(async () => {
    store = await openCity()
    api = await startApi(store)
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })
  const tagged = `/meetings/${encodeURIComponent(MEETING)}/graph?limit=5`

  test('has a tag that begins with the data version, and is not sent again to who has it', async () => {
    const first = await fetch(`${api.base}${tagged}`)
    const tag = first.headers.get('etag') ?? ''
    const version = (await store.jurisdiction(CITY.id))?.version.hash ?? ''
    expect(tag.startsWith(`W/"${version.slice(0, 6)}-`)).toBe(true)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await fetch(`${api.base}${tagged}`, {
      // By itself `fetch` would ask for an answer that nobody kept.
      headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('has another tag for another question, and none when it is a refusal', async () => {
    const tagOf = async (path: string) => (await fetch(`${api.base}${path}`)).headers.get('etag')
    expect(await tagOf(tagged)).not.toBe(await tagOf(`${tagged}0`))
    expect(await tagOf(`/coverage?jurisdiction=${JURISDICTION}&x=1`)).toBeNull()
    expect(await tagOf(`/edges/${encodeURIComponent(`LEADS|${CITY.id}/department/x|y`)}`)).toBeNull()
  })

  test('has no tag when somebody wrote while it was made', async () => {
    const summary = await store.jurisdiction(CITY.id)
    let asked = 0
    const moving: Store = {
      ...store,
      jurisdiction: async () =>
        summary && { ...summary, version: { ...summary.version, hash: String(asked++ % 10).repeat(64) } },
    }
    const other = await startApi(moving)
    const response = await fetch(`${other.base}/coverage?jurisdiction=${JURISDICTION}`)
    expect(response.status).toBe(200)
    const version = /^W\/"(\d{6})-/.exec(response.headers.get('etag') ?? '')
    expect(version).toBeNull()
    await other.stop()
  })

  test('has the id of its request in a header, and a refusal has it in its body as well', async () => {
    expect((await fetch(`${api.base}/health`)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    const refused = await fetch(`${api.base}/nothing`)
    expect((await problemOf(refused)).instance).toBe(refused.headers.get('x-request-id'))
  })

  test('is compressed when it is long', async () => {
    const response = await fetch(`${api.base}/openapi.json`, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
  })

  test('to a method that is not known there says which are', async () => {
    const response = await fetch(`${api.base}/meetings`, { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'wrong-method' })
    expect((await fetch(`${api.base}/meetings`, { method: 'OPTIONS' })).status).toBe(204)
    expect((await fetch(`${api.base}/health`, { method: 'HEAD' })).status).toBe(200)
  })

  test('in a form that is not to be had is refused', async () => {
    const response = await fetch(`${api.base}/health`, { headers: { accept: 'text/csv' } })
    expect(await problemOf(response)).toMatchObject({ status: 406, code: 'not-acceptable' })
  })

  test.each([
    ['a NUL in the path', '/nodes/a%00b'],
    ['a NUL in the query', `/search?jurisdiction=${JURISDICTION}&q=a%00`],
    ['bytes that are no UTF-8 in the path', '/nodes/%ff%fe'],
    ['the bytes of half a character in the path', '/nodes/%ed%a0%80'],
    ['a parameter twice', `/coverage?jurisdiction=a&jurisdiction=b`],
  ])('to %s is 400', async (_name, path) => {
    expect(await problemOf(await fetch(`${api.base}${path}`))).toMatchObject({ status: 400, code: 'bad-input' })
  })

  test.each([
    ['a question full of signs', `/search?jurisdiction=${JURISDICTION}&q=${encodeURIComponent('"*() AND NEAR:^-\\')}`],
    ['a question outside the first plane', `/search?jurisdiction=${JURISDICTION}&q=${encodeURIComponent('𠮷𠮷')}`],
    ['bytes that are no UTF-8 in the query', `/search?jurisdiction=${JURISDICTION}&q=%ff`],
  ])('to %s is an empty list', async (_name, path) => {
    const response = await fetch(`${api.base}${path}`)
    expect([response.status, await response.json()]).toMatchObject([200, { total: 0 }])
  })
})

const Thing = z.object({ name: z.string() })
const putThing = endpoint({
  name: 'putThing',
  method: 'put',
  path: '/things/:id',
  summary: 'A thing',
  params: { id: z.string() },
  query: {},
  body: z.strictObject({ name: z.string() }),
  reply: Thing,
})
const waitForThing = endpoint({
  name: 'waitForThing',
  method: 'get',
  path: '/things/:id',
  summary: 'A thing that never comes',
  params: { id: z.string() },
  query: {},
  reply: Thing,
})
const countThings = endpoint({
  name: 'countThings',
  method: 'post',
  path: '/things',
  summary: 'One line for each thing',
  params: {},
  query: {},
  lines: true,
  reply: z.object({ is: z.int() }),
})

describe('an endpoint of its own', () => {
  let store: Store
  let api: RunningApi
  beforeAll(async () => {
    store = await openCity()
    api = await startApi(store, { patience: 20 }, [
      serve(putThing, async ({ body }) => ({ name: body.name })),
      serve(waitForThing, () => new Promise<never>(() => undefined)),
      serveLines(countThings, async () =>
        (async function* () {
          for (const is of [1, 2, 3]) yield { is }
        })(),
      ),
    ])
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })
  const put = (body: string, type = 'application/json') =>
    fetch(`${api.base}/things/a`, { method: 'PUT', body, headers: { 'content-type': type } })

  test('gets its body parsed', async () => {
    expect(await (await put('{"name":"甲"}')).json()).toEqual({ name: '甲' })
  })

  test.each([
    ['JSON that is broken', '{"name":', 'application/json', 400, 'bad-input'],
    ['JSON that does not fit', '{"nome":"甲"}', 'application/json', 400, 'bad-input'],
    ['JSON that is no object', '7', 'application/json', 400, 'bad-input'],
    ['half a character', '{"name":"\\ud800"}', 'application/json', 400, 'bad-input'],
    ['a NUL', '{"name":"a\\u0000"}', 'application/json', 400, 'bad-input'],
    [
      'what is nested ten thousand deep',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      'application/json',
      400,
      'bad-input',
    ],
    ['another type', 'name=a', 'application/x-www-form-urlencoded', 415, 'wrong-type'],
    ['a set of characters that nobody knows', '{}', 'application/json; charset=x-none', 415, 'wrong-type'],
    ['too much', `{"name":"${'a'.repeat(1024 * 1024)}"}`, 'application/json', 413, 'too-large'],
  ])('refuses %s in a body', async (_name, body, type, status, code) => {
    expect(await problemOf(await put(body, type))).toMatchObject({ status, code })
  })

  test('that has two methods at a path names both', async () => {
    expect((await fetch(`${api.base}/things/a`, { method: 'PATCH' })).headers.get('allow')).toBe(
      'GET, HEAD, OPTIONS, PUT',
    )
  })

  test('that does not answer in time is answered for', async () => {
    expect(await problemOf(await fetch(`${api.base}/things/a`))).toMatchObject({ status: 504, code: 'too-slow' })
  })

  test('that tells line by line is not compressed and not kept', async () => {
    const response = await fetch(`${api.base}/things`, { method: 'POST' })
    expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.text()).toBe('{"is":1}\n{"is":2}\n{"is":3}\n')
  })
})

/** `fetch` sets the header Host by itself. */
const statusUnder = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = httpRequest({ port, host: '127.0.0.1', path: '/api/health', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })

describe('who asks', () => {
  test('under a foreign name is refused on loopback, and not where any name may stand', async () => {
    const store = await openCity()
    const hosts = new Set(['127.0.0.1', 'localhost', '[::1]'])
    const own = await startApi(store, { access: { token: null, hosts } })
    expect(await statusUnder(own.port, 'evil.example')).toBe(403)
    expect(await statusUnder(own.port, `127.0.0.1.evil.example:${own.port}`)).toBe(403)
    for (const name of ['localhost', `LOCALHOST:${own.port}`, '[::1]:80', '127.0.0.1'])
      expect(await statusUnder(own.port, name)).toBe(200)
    await own.stop()
    const open = await startApi(store, { access: { token: null, hosts: null } })
    expect(await statusUnder(open.port, 'evil.example')).toBe(200)
    await open.stop()
    await store.close()
  })

  test('more often than the limit is told to wait, with the header that says how long', async () => {
    const store = await openCity()
    const api = await startApi(store, { rateLimit: 2 })
    const statuses = []
    for (let asked = 0; asked < 3; asked++) statuses.push((await fetch(`${api.base}/health`)).status)
    expect(statuses).toEqual([200, 200, 429])
    const refused = await fetch(`${api.base}/health`)
    expect(refused.headers.get('ratelimit')).toMatch(/r=0; ?t=\d+/)
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await problemOf(refused)).toMatchObject({ code: 'too-many' })
    await api.stop()
    await store.close()
  })
})
