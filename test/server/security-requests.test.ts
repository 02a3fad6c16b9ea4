/** What a stranger may send: forged, forwarded, too much, too slow, beside the path. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../model/api/endpoint.ts'
import { createApp } from '../../server/app.ts'
import { type ConnectionLimits, listen } from '../../server/listen.ts'
import { REDACTED, shownUrl } from '../../server/log.ts'
import type { Store } from '../../store/port.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { openCity } from './city.ts'
import { overSocket, rawRequest, statusOf } from './raw-request.ts'
import { type RunningApi, startApi } from './running-api.ts'

const TOKEN = 'sixteen-or-more-signs'
const access = { token: TOKEN, hosts: null }
const bearer = { authorization: `Bearer ${TOKEN}` }

const folder = mkdtempSync(join(tmpdir(), 'jiyao-requests-'))
const page = join(folder, 'page')
mkdirSync(join(page, 'assets'), { recursive: true })
writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>')
writeFileSync(join(page, 'assets', 'a.js'), '1')
writeFileSync(join(folder, 'secret.txt'), 'the secret beside the page')

const lines: string[] = []
const log = pino({ level: 'trace', redact: REDACTED }, { write: (line: string) => void lines.push(line) })

let store: Store
let api: RunningApi
beforeAll(async () => {
  store = await openCity()
  api = await startApi(store, { access, page, log })
})
afterAll(async () => {
  await api.stop()
  await store.close()
  rmSync(folder, { recursive: true })
})

const upload = (headers: Record<string, string>, name = 'a.txt') => {
  const form = new FormData()
  form.append('file', new Blob([smallMinutes({ ordinal: 9 })]), name)
  return fetch(`${api.base}/documents`, { method: 'POST', headers, body: form })
}
const stored = async () => (await store.documentHeads()).length

describe('a form on another site', () => {
  // What a browser sends of itself with a form, which asks nobody before.
  const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']

  test.each(FORMS)(
    'sent as %s cannot write, with or without its headers, and even if it had the token',
    async (type) => {
      const before = await stored()
      const body = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\na\r\n--x--\r\n'
      const send = (headers: Record<string, string>) =>
        fetch(`${api.base}/documents`, { method: 'POST', body, headers: { 'content-type': type, ...headers } })
      expect((await send({})).status).toBe(401)
      expect((await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      expect((await send({ ...bearer, origin: 'https://evil.example' })).status).toBe(403)
      expect(await stored()).toBe(before)
    },
  )

  test('is not let in by a question before it: no other origin is ever allowed', async () => {
    const asked = await fetch(`${api.base}/documents`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    })
    for (const header of ['access-control-allow-origin', 'access-control-allow-headers'])
      expect(asked.headers.get(header)).toBeNull()
  })

  test('cannot write by a question, whatever method it names', async () => {
    const before = await stored()
    const id = encodeURIComponent((await store.documentHeads())[0]?.id ?? '')
    for (const path of [`/documents/${id}?_method=DELETE`, `/documents/${id}?method=delete`])
      await fetch(`${api.base}${path}`, { headers: { ...bearer, 'x-http-method-override': 'DELETE' } })
    expect(await stored()).toBe(before)
  })
})

describe('the token', () => {
  const status = async (authorization: string) => (await upload({ authorization })).status
  test('is asked for in the header alone, in full and as it is', async () => {
    for (const shown of [TOKEN, `Bearer${TOKEN}`, `Bearer "${TOKEN}"`, `Bearer ${TOKEN} ${TOKEN}`, `Basic ${TOKEN}`])
      expect(await status(shown), shown).toBe(401)
    for (const shown of [`Bearer ${TOKEN.toUpperCase()}`, `Bearer ${TOKEN}a`, `Bearer ${'a'.repeat(8_000)}`])
      expect(await status(shown), shown.slice(0, 40)).toBe(401)
    const inAddress = await fetch(`${api.base}/documents?token=${TOKEN}&access_token=${TOKEN}`, { method: 'POST' })
    expect(inAddress.status).toBe(401)
  })
  test('is taken with the name of its kind in any case, as the standard has it', async () => {
    for (const kind of ['bearer', 'BEARER', 'Bearer  ']) expect(await status(`${kind} ${TOKEN}`)).toBe(200)
  })
  test('stands in no log and in no answer, wherever it was put', async () => {
    const answers = [
      await upload(bearer),
      await upload({ authorization: `Bearer ${TOKEN} x` }),
      await fetch(`${api.base}/meetings?token=${TOKEN}`),
      await fetch(`${api.base}/meetings?%74oken=${TOKEN}&Authorization=Bearer%20${TOKEN}`),
    ]
    for (const answer of answers) expect(await answer.text()).not.toContain(TOKEN)
    log.error(
      { headers: { authorization: bearer.authorization }, request: { headers: bearer }, token: TOKEN },
      'by hand',
    )
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.join('')).toContain('token=(not shown)')
    expect(lines.join('')).not.toContain(TOKEN)
  })
  test('is taken out of an address by its name alone', () => {
    expect(shownUrl('/api/search?q=token&limit=5')).toBe('/api/search?q=token&limit=5')
    expect(shownUrl('/a?X-Api-Key=1&b=2&%70assword=3')).toBe('/a?X-Api-Key=(not shown)&b=2&%70assword=(not shown)')
    expect(shownUrl('/a?%zz=1&token')).toBe('/a?%zz=1&token=(not shown)')
  })
})

describe('the id of a request', () => {
  const idOf = async (given: string) =>
    (await fetch(`${api.base}/health`, { headers: { 'x-request-id': given } })).headers.get('x-request-id')
  test('is that of whoever asks where it is well-formed, and stands in the log', async () => {
    expect(await idOf('trace-42.a:b')).toBe('trace-42.a:b')
    expect(lines.some((line) => line.includes('"trace-42.a:b"'))).toBe(true)
  })
  test.each(['-a', 'a b', 'a"b', '<script>', 'a'.repeat(65), "a';--", '.'])('is ours in place of %s', async (given) => {
    expect(await idOf(given)).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('a path', () => {
  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/....//....//secret.txt',
    `/${encodeURIComponent(join(folder, 'secret.txt'))}`,
    '//secret.txt',
    '/secret.txt%00.html',
    '/assets/%00',
    '/%',
    '/assets/%c0%ae%c0%ae/secret.txt',
  ])('%s leads out of the page to nothing', async (path) => {
    const answer = await rawRequest(api.port, `GET ${path} HTTP/1.1`, 'Host: localhost')
    expect(answer).not.toContain('the secret')
    expect([200, 301, 400, 403, 404]).toContain(statusOf(answer))
    if (statusOf(answer) === 200) expect(answer).toContain('<title>page</title>')
  })

  test.each(['/.env', '/package.json', '/data/write-token', '/.git/config'])('%s is not served', async (path) => {
    const response = await fetch(new URL(path, api.base))
    expect(await response.text()).toMatch(/<title>page<|"not-found"/)
  })

  test('in the name of a file that is sent is no path: what is stored is the name', async () => {
    for (const name of ['../../../etc/cron.d/a.txt', '/etc/passwd.txt', 'C:\\a\\b.txt']) {
      expect((await upload(bearer, name)).status).toBe(200)
    }
    const names = (await store.documentHeads()).map(({ name }) => name)
    expect(names.filter((name) => /[/\\]/.test(name))).toEqual([])
  })
})

describe('what is sent packed', () => {
  const send = (body: Buffer, headers: Record<string, string>) =>
    // A buffer is what `fetch` takes; its types know another kind of array buffer.
    fetch(`${api.base}/documents`, { method: 'POST', body: new Uint8Array(body), headers: { ...bearer, ...headers } })
  test.each(['gzip', 'deflate', 'br', 'x-none'])('as %s is refused before it is unpacked', async (encoding) => {
    const response = await send(gzipSync('a'.repeat(100_000)), {
      'content-type': 'multipart/form-data; boundary=x',
      'content-encoding': encoding,
    })
    expect(Problem.parse(await response.json())).toMatchObject({ status: 415, code: 'wrong-type' })
  })
})

describe('addresses behind a proxy', () => {
  const limits = { rateLimit: 2 }
  const askAs = async ({ base }: RunningApi, forwarded: string) =>
    (await fetch(`${base}/health`, { headers: { 'x-forwarded-for': forwarded } })).status
  test('that nobody trusts are passed over: who names another each time is counted all the same', async () => {
    const own = await startApi(store, limits)
    expect([await askAs(own, '10.0.0.1'), await askAs(own, '10.0.0.2'), await askAs(own, '10.0.0.3')]).toEqual([
      200, 200, 429,
    ])
    await own.stop()
  })
  test('that is trusted are told apart, and what was written before it is not believed', async () => {
    const own = await startApi(store, { ...limits, trustProxy: 1 })
    for (const _ of [1, 2]) expect(await askAs(own, 'evil, 10.0.0.1')).toBe(200)
    expect(await askAs(own, '10.9.9.9, 10.0.0.1')).toBe(429)
    expect(await askAs(own, '10.0.0.2')).toBe(200)
    await own.stop()
  })
})

describe('a connection', () => {
  const LIMITS: ConnectionLimits = { headers: 200, request: 400, idle: 100, look: 20, connections: 3 }
  let server: Server
  let port = 0
  beforeAll(async () => {
    const app = createApp({ store, log: pino({ level: 'silent' }), version: '0', page: null, access })
    ;({ server } = await listen(app, { host: '127.0.0.1', port: 0 }, LIMITS))
    // A server that listens on a port has an address of this kind.
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => void server.close())

  test('on which the head of a request never ends is closed', async () => {
    const answer = await overSocket(port, (write) => write('GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-A: '))
    expect(statusOf(answer)).toBe(408)
  })
  test('on which a body never ends is closed', async () => {
    const head = ['POST /api/documents HTTP/1.1', 'Host: localhost', `Authorization: ${bearer.authorization}`]
    const body = ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 1000', '', '--x\r\n']
    const answer = await overSocket(port, (write) => write([...head, ...body].join('\r\n')))
    expect([400, 408]).toContain(statusOf(answer))
  })
  test('too many is closed as it comes, and those that were there go on', async () => {
    const silent = () => overSocket(port, () => undefined)
    const held = [silent(), silent(), silent()]
    expect(await silent()).toBe('')
    await Promise.all(held)
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200)
  })
  test('with a head of more than sixteen thousand bytes is refused', async () => {
    const answer = await rawRequest(port, 'GET /api/health HTTP/1.1', 'Host: localhost', `X-A: ${'a'.repeat(20_000)}`)
    expect(statusOf(answer)).toBe(431)
  })
  test('that names its length twice, or in two ways, is refused', async () => {
    const twice = await rawRequest(port, 'POST /api/x HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Content-Length: 2')
    const both = await rawRequest(
      port,
      'POST /api/x HTTP/1.1',
      'Host: a',
      'Content-Length: 1',
      'Transfer-Encoding: chunked',
    )
    expect([statusOf(twice), statusOf(both)]).toEqual([400, 400])
  })
})
