import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint, Problem } from '../../model/api/endpoint.ts'
import { hostsOf, isLoopback } from '../../server/access.ts'
import { readConfig } from '../../server/config.ts'
import { serve } from '../../server/serve.ts'
import { writeTokenIn } from '../../server/write-token.ts'
import type { Store } from '../../store/port.ts'
import { openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

const TOKEN = 'sixteen-or-more-signs'
const writeThing = endpoint({
  name: 'writeThing',
  method: 'post',
  path: '/things',
  summary: 'Writes',
  params: {},
  query: {},
  write: true,
  body: z.strictObject({ name: z.string() }),
  reply: z.object({ ok: z.literal(true) }),
})
const routes = [serve(writeThing, async () => ({ ok: true as const }))]

describe('writing', () => {
  let store: Store
  let api: RunningApi
  let reading: RunningApi
  beforeAll(async () => {
    store = await openCity()
    api = await startApi(store, { access: { token: TOKEN, hosts: null } }, routes)
    reading = await startApi(store, {}, routes)
  })
  afterAll(async () => {
    await api.stop()
    await reading.stop()
    await store.close()
  })
  const write = (headers: Record<string, string>, { base } = api) =>
    fetch(`${base}/things`, {
      method: 'POST',
      body: '{"name":"a"}',
      headers: { 'content-type': 'application/json', ...headers },
    })
  const bearer = { authorization: `Bearer ${TOKEN}` }

  test('goes with the token, also from our own page', async () => {
    expect((await write(bearer)).status).toBe(200)
    expect(
      (await write({ ...bearer, 'sec-fetch-site': 'same-origin', origin: api.base.replace('/api', '') })).status,
    ).toBe(200)
  })

  test.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer sixteen-or-more-sighs' }],
    ['a part of the token', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['the token as a password', { authorization: `Basic ${btoa(`:${TOKEN}`)}` }],
  ])('is refused with %s, and it says how to come in', async (_name, headers) => {
    const response = await write(headers)
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
    const problem = Problem.parse(await response.json())
    expect(problem).toMatchObject({ status: 401, code: 'no-token' })
    expect(JSON.stringify(problem)).not.toContain(TOKEN)
  })

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page of no origin', { origin: 'null' }],
  ])('is refused from %s, even with the token', async (_name, headers) => {
    const response = await write({ ...bearer, ...headers })
    expect(Problem.parse(await response.json())).toMatchObject({ status: 403, code: 'forbidden' })
  })

  test('is refused by a server that only reads, whatever is shown', async () => {
    expect((await write(bearer, reading)).status).toBe(403)
    expect((await write({ authorization: 'Bearer null' }, reading)).status).toBe(403)
  })

  test('is asked for the token before its body is read', async () => {
    expect((await write({ 'content-type': 'text/plain' })).status).toBe(401)
  })
})

describe('the order of a server', () => {
  test('on loopback has a token that it makes itself', () => {
    expect(readConfig({}).writing).toEqual({ by: 'made' })
    expect(readConfig({ HOST: '::1' }).writing).toEqual({ by: 'made' })
    expect(readConfig({ WRITE_TOKEN: TOKEN }).writing).toEqual({ by: 'token', token: TOKEN })
  })

  test.each(['0.0.0.0', '::', '192.168.1.5', 'minutes.example'])(
    'on %s asks for a token, or to be read only',
    (HOST) => {
      expect(() => readConfig({ HOST })).toThrow(/WRITE_TOKEN.*PUBLIC_READ=1/)
      expect(readConfig({ HOST, WRITE_TOKEN: TOKEN }).writing).toEqual({ by: 'token', token: TOKEN })
      expect(readConfig({ HOST, PUBLIC_READ: '1' }).writing).toEqual({ by: 'nobody' })
    },
  )

  test('refuses a token together with reading only, a short token, and never prints one', () => {
    expect(() => readConfig({ WRITE_TOKEN: TOKEN, PUBLIC_READ: '1' })).toThrow(/both/)
    expect(() => readConfig({ WRITE_TOKEN: 'short' })).toThrow(/WRITE_TOKEN \(not shown\): expected 16 to 512/)
  })

  test('reads the limit of requests, and refuses one that is none', () => {
    expect(readConfig({}).rateLimit).toBe(600)
    expect(readConfig({ RATE_LIMIT: 'off' }).rateLimit).toBeNull()
    expect(readConfig({ RATE_LIMIT: '20' }).rateLimit).toBe(20)
    expect(() => readConfig({ RATE_LIMIT: '0' })).toThrow(/RATE_LIMIT=0: expected/)
    expect(() => readConfig({ RATE_LIMIT: 'many' })).toThrow(/RATE_LIMIT=many: expected/)
  })

  test('holds replies against their contracts where that is asked for, and not where people wait', () => {
    expect(readConfig({}).checkReplies).toBe(false)
    expect(readConfig({ CHECK_REPLIES: '1' }).checkReplies).toBe(true)
    expect(() => readConfig({ CHECK_REPLIES: 'yes' })).toThrow(/CHECK_REPLIES=yes: expected/)
  })

  test('knows loopback by its addresses alone', () => {
    expect(['127.0.0.1', '127.8.9.1', 'localhost', '::1'].map(isLoopback)).toEqual([true, true, true, true])
    expect(['0.0.0.0', '::', '128.0.0.1', '127.0.0.1.example', 'localhost.example'].some(isLoopback)).toBe(false)
    expect(hostsOf('0.0.0.0')).toBeNull()
    expect(hostsOf('127.0.0.1')).toContain('localhost')
  })

  test('makes its token once, for this user alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiyao-token-'))
    const token = writeTokenIn(folder)
    expect(token).toMatch(/^[\w-]{32}$/)
    expect(writeTokenIn(folder)).toBe(token)
    expect(statSync(join(folder, 'write-token')).mode & 0o777).toBe(0o600)
    rmSync(folder, { recursive: true })
  })
})
