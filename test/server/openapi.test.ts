import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ErrorCode, endpoint, Problem } from '../../model/api/endpoint.ts'
import { routesOf } from '../../server/app.ts'
import { STATUS } from '../../server/errors.ts'
import { openApi } from '../../server/openapi.ts'
import type { Store } from '../../store/port.ts'
import { CITY, MEETING, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

const Described = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

describe('the description of the API', () => {
  let store: Store
  let api: RunningApi
  beforeAll(async () => {
    store = await openCity()
    api = await startApi(store, { access: { token: null, hosts: null } })
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })
  const described = async () => Described.parse(await (await fetch(`${api.base}/openapi.json`)).json())

  test('has every endpoint under its own name, and none besides', async () => {
    const { openapi, paths } = await described()
    expect(openapi).toBe('3.1.0')
    const told = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
    expect(told.sort()).toEqual(
      routesOf(store, '0')
        .map(({ contract }) => contract.name)
        .sort(),
    )
  })

  test('names every schema that it refers to', async () => {
    const text = await (await fetch(`${api.base}/openapi.json`)).text()
    const named = new Set(Object.keys(Described.parse(JSON.parse(text)).components.schemas))
    const used = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
    expect(used.length).toBeGreaterThan(50)
    expect(used.filter((name) => !named.has(name ?? ''))).toEqual([])
  })

  const id = encodeURIComponent(MEETING)
  test.each([
    ['/meetings', `/meetings?jurisdiction=${encodeURIComponent(CITY.id)}`, {}, 200],
    ['/meetings', '/meetings?jurisdiction=x&limit=0', {}, 400],
    ['/meetings', '/meetings?jurisdiction=nowhere', {}, 404],
    ['/meetings/{id}', `/meetings/${id}`, { accept: 'image/png' }, 406],
    ['/meetings/{id}', '/meetings/nothing', {}, 404],
    ['/nodes/{id}', '/nodes/%00', {}, 400],
    ['/documents/{id}', '/documents/nothing', {}, 404],
  ])('describes what %s answers to %s', async (path, asked, headers, status) => {
    const response = await fetch(`${api.base}${asked}`, { headers: headers as Record<string, string> })
    expect(response.status).toBe(status)
    const { content } = (await described()).paths[path]?.['get']?.responses[status] ?? {}
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    expect(Object.keys(content ?? {})).toContain(type)
    if (status >= 400) expect(Problem.parse(await response.json()).status).toBe(status)
  })

  test('tells of a body, of the token and of what can go wrong with both where a contract has them', () => {
    const contract = endpoint({
      name: 'putThing',
      method: 'put',
      path: '/things/:id',
      summary: 'A thing',
      params: { id: z.string() },
      query: {},
      body: z.strictObject({ name: z.string() }),
      write: true,
      reply: z.object({ name: z.string() }),
    })
    const operation = openApi([contract], '0').paths?.['/things/{id}']?.put
    expect(operation?.security).toEqual([{ token: [] }])
    expect(operation?.requestBody).toMatchObject({ content: { 'application/json': { schema: { type: 'object' } } } })
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '413', '415', '429', '500', '503']),
    )
  })

  test('has a status of its own for every code', () => {
    expect(Object.keys(STATUS).sort()).toEqual([...ErrorCode.options].sort())
  })

  test('can be read as a page that asks no other host for anything and runs no script of its own text', async () => {
    const response = await fetch(`${api.base}/docs`)
    const page = await response.text()
    expect(page).not.toMatch(/https?:\/\//)
    expect(page).not.toMatch(/<script>/)
    const parts = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
    expect(parts).toHaveLength(3)
    for (const part of parts) expect((await fetch(`${api.base.replace('/api', '')}${part}`)).status, part).toBe(200)
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-eval')
  })
})
