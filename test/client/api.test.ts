import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { buildUrl, RequestFailed, request } from '../../client/api.ts'
import { endpoint } from '../../model/api/endpoint.ts'

const getThing = endpoint({
  name: 'getThing',
  method: 'get',
  path: '/things/:id',
  summary: 'A thing',
  params: { id: z.string() },
  query: { limit: z.coerce.number().optional() },
  reply: z.object({ name: z.string() }),
})

const input = { params: { id: '苏州市/a' }, query: {} }
const answer = vi.fn<typeof fetch>()

/** The browser's fetch stands outside of what is ours; here it answers what the test says. */
beforeEach(() => vi.stubGlobal('fetch', answer))
afterEach(() => {
  vi.unstubAllGlobals()
  answer.mockReset()
})

const failureOf = async (): Promise<RequestFailed> => {
  try {
    await request(getThing, input)
  } catch (error) {
    if (error instanceof RequestFailed) return error
    throw error
  }
  throw new Error('the request did not fail')
}

test('ids are one segment of the address, what is not given is left out', () => {
  expect(buildUrl('/meetings/:id/graph', { id: '苏州市/a b' }, { part: 'item', item: undefined })).toBe(
    '/api/meetings/%E8%8B%8F%E5%B7%9E%E5%B8%82%2Fa%20b/graph?part=item',
  )
  expect(buildUrl('/jurisdictions', {}, {})).toBe('/api/jurisdictions')
})

test('a reply that keeps the contract is handed on', async () => {
  answer.mockResolvedValue(Response.json({ name: 'x' }))
  expect(await request(getThing, input)).toEqual({ name: 'x' })
})

test('problem details become an error with their code and request', async () => {
  answer.mockResolvedValue(
    Response.json(
      { type: 'about:blank', title: 'Not Found', status: 404, code: 'not-found', detail: 'gone', instance: 'r1' },
      { status: 404 },
    ),
  )
  expect(await failureOf()).toMatchObject({ kind: 'not-found', message: 'gone', requestId: 'r1' })
})

test('a reply that breaks the contract is no answer', async () => {
  answer.mockResolvedValue(Response.json({ name: 7 }))
  expect((await failureOf()).kind).toBe('unreadable')
})

test('an answer that is no JSON is no answer, whatever its status', async () => {
  answer.mockResolvedValue(new Response('<html>', { status: 502 }))
  expect((await failureOf()).kind).toBe('unreadable')
})

test('no answer at all is told apart', async () => {
  answer.mockRejectedValue(new TypeError('fetch failed'))
  expect((await failureOf()).kind).toBe('offline')
})

test('what is given up is no failure of the server', async () => {
  answer.mockRejectedValue(new DOMException('given up', 'AbortError'))
  await expect(request(getThing, input, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
})

const putThing = endpoint({
  name: 'putThing',
  method: 'put',
  path: '/things/:id',
  summary: 'A thing',
  params: { id: z.string() },
  query: {},
  body: z.object({ name: z.string() }),
  write: true,
  reply: z.object({ name: z.string() }),
})

test('what writes shows the token of the tab and sends its body as JSON; what reads shows nothing', async () => {
  vi.stubGlobal('window', { sessionStorage: { getItem: () => 'the-token' } })
  answer.mockImplementation(async () => Response.json({ name: 'x' }))
  await request(putThing, { params: { id: 'a' }, query: {}, body: { name: 'x' } })
  expect(answer.mock.lastCall?.[1]).toMatchObject({
    method: 'PUT',
    body: '{"name":"x"}',
    headers: { authorization: 'Bearer the-token', 'content-type': 'application/json' },
  })
  await request(getThing, input)
  expect(answer.mock.lastCall?.[1]).toEqual({ method: 'GET', headers: { accept: 'application/json' } })
})
