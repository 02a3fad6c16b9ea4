import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { getDocument } from '../../model/api/documents.ts'
import { Problem } from '../../model/api/endpoint.ts'
import { getEdge, search } from '../../model/api/graph.ts'
import { getCoverage, listJurisdictions } from '../../model/api/jurisdictions.ts'
import { getMeeting, getMeetingGraph, listMeetings } from '../../model/api/meetings.ts'
import { createApp, routesOf } from '../../server/app.ts'
import { serve } from '../../server/serve.ts'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { CITY, LEADS, MEETING, openCity } from './city.ts'

const listen = async (store: Store) => {
  const app = createApp({ store, log: pino({ level: 'silent' }), version: '0.0.0', page: null })
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started))
  })
  const address = server.address() as AddressInfo
  return { server, base: `http://127.0.0.1:${address.port}/api` }
}

/** All that the API owes, over any store; `open` gives one with the city in it. */
const apiTests = (open: () => Promise<Store>): void => {
  let store: Store
  let server: Server
  let base: string
  const ask = async <Reply extends z.ZodType>(path: string, reply: Reply): Promise<z.output<Reply>> => {
    const response = await fetch(`${base}${path}`)
    expect(response.status, await response.clone().text()).toBe(200)
    return reply.parse(await response.json())
  }
  const problem = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${base}${path}`, init)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const body = Problem.parse(await response.json())
    expect(body.status).toBe(response.status)
    return body
  }
  const id = (value: string) => encodeURIComponent(value)

  beforeAll(async () => {
    store = await open()
    ;({ server, base } = await listen(store))
  })
  afterAll(async () => {
    server?.close()
    await store?.close()
  })

  test('lists the jurisdictions with what each holds', async () => {
    const { rows } = await ask('/jurisdictions', listJurisdictions.reply)
    expect(rows).toMatchObject([
      { id: '岚州市', documents: 2, from: '2022-03-04', to: '2022-05-06', counts: { meeting: 2, item: 2, policy: 1 } },
    ])
    expect(rows[0]?.version.day).toBe('2022-05-06')
  })

  test('tells which serial number is missing', async () => {
    const { slots, missing, warnings } = await ask(`/coverage?jurisdiction=${id(CITY.id)}`, getCoverage.reply)
    expect(slots.map((slot) => [slot.is, slot.ordinal])).toEqual([
      ['meeting', 41],
      ['missing', 42],
      ['meeting', 43],
    ])
    expect({ missing, warnings }).toEqual({ missing: 1, warnings: 1 })
  })

  test('lists meetings newest first, in pages that say how many there are', async () => {
    const first = await ask(`/meetings?jurisdiction=${id(CITY.id)}&limit=1`, listMeetings.reply)
    expect(first).toMatchObject({ total: 2, shown: 1, rows: [{ ordinal: 43 }] })
    const second = await ask(`/meetings?jurisdiction=${id(CITY.id)}&limit=1&cursor=${first.next}`, listMeetings.reply)
    expect(second).toMatchObject({ total: 2, shown: 1, next: null, rows: [{ ordinal: 41 }] })
  })

  test('keeps to the period asked for, both days included', async () => {
    const path = `/meetings?jurisdiction=${id(CITY.id)}`
    expect((await ask(`${path}&from=2022-03-04&to=2022-03-04`, listMeetings.reply)).rows).toMatchObject([
      { ordinal: 41 },
    ])
    expect((await ask(`${path}&from=2022-03-05&to=2022-05-05`, listMeetings.reply)).total).toBe(0)
  })

  test('shows a meeting with its items and what stands beside it in the series', async () => {
    const reply = await ask(`/meetings/${id(MEETING)}`, getMeeting.reply)
    expect(reply).toMatchObject({ meeting: { ordinal: 41 }, previous: null, next: { is: 'missing', ordinal: 42 } })
    expect(reply.items.map(({ seq, label }) => [seq, label])).toEqual([[1, '审议《岚州市桥梁管理办法（草案）》']])
    expect(reply.documents.map(({ name }) => name)).toEqual(['lanzhou-41.txt'])
  })

  test('cuts a graph off and says so, with both ends of every edge', async () => {
    const whole = await ask(`/meetings/${id(MEETING)}/graph`, getMeetingGraph.reply)
    expect(whole.shown).toEqual(whole.total)
    const cut = await ask(`/meetings/${id(MEETING)}/graph?limit=3`, getMeetingGraph.reply)
    expect(cut.nodes).toHaveLength(3)
    expect(cut.total).toEqual(whole.total)
    const ids = new Set(cut.nodes.map((node) => node.id))
    expect(cut.edges.every((edge) => ids.has(edge.from) && ids.has(edge.to))).toBe(true)
  })

  test('gives the sentence behind an edge, word for word', async () => {
    const { quotations, from, to } = await ask(`/edges/${id(LEADS)}`, getEdge.reply)
    expect([from.label, to.label]).toEqual(['市司法局', '原则同意'])
    expect(quotations.map(({ quote }) => quote)).toEqual([
      '（一）原则同意《岚州市桥梁管理办法（草案）》。由市司法局会市财政局完善后印发。',
    ])
  })

  test('gives a document with its facts and both ends of each, and not where it came from', async () => {
    const { rows } = await ask(`/meetings?jurisdiction=${id(CITY.id)}`, listMeetings.reply)
    const document = rows.at(-1)?.documents[0] ?? ''
    const reply = await ask(`/documents/${id(document)}`, getDocument.reply)
    const ids = new Set(reply.nodes.map((node) => node.id))
    expect(reply.facts.map((fact) => fact.id)).toContain(LEADS)
    expect(reply.facts.every((fact) => ids.has(fact.from) && ids.has(fact.to))).toBe(true)
    expect(reply.facts.flatMap((fact) => fact.evidence).every((piece) => piece.document === document)).toBe(true)
    expect(JSON.stringify(reply)).not.toContain('/secret/folder')
  })

  test('finds a department by two characters and marks what matched', async () => {
    const { rows } = await ask(`/search?jurisdiction=${id(CITY.id)}&q=${id('司法')}`, search.reply)
    expect(rows[0]).toMatchObject({
      node: { kind: 'department', label: '市司法局' },
      form: '市司法局',
      matched: { start: 1, end: 3 },
    })
  })

  test.each([
    ['an unknown jurisdiction', '/coverage?jurisdiction=nowhere'],
    ['an unknown meeting', '/meetings/nothing'],
    ['a node that is no meeting', `/meetings/${encodeURIComponent('岚州市/department/市司法局')}`],
    ['an unknown edge', '/edges/nothing'],
    ['an unknown document', '/documents/nothing'],
    ['an unknown path', '/nothing'],
    ['part=item without an item', `/meetings/${encodeURIComponent(MEETING)}/graph?part=item`],
  ])('answers %s with 404 and a problem', async (_name, path) => {
    expect(await problem(path)).toMatchObject({ status: 404, code: 'not-found' })
  })

  test.each([
    ['a missing parameter', '/coverage', 'jurisdiction'],
    ['a limit out of bounds', '/meetings?jurisdiction=x&limit=0', 'limit'],
    ['a day that is none', '/meetings?jurisdiction=x&from=2022-02-30', 'from'],
  ])('answers %s with 400 and where it went wrong', async (_name, path, where) => {
    expect(await problem(path)).toMatchObject({
      status: 400,
      code: 'bad-input',
      issues: [{ in: 'query', path: where }],
    })
  })

  test('refuses a parameter that it does not know, rather than answer as if it were not there', async () => {
    expect((await problem('/meetings?jurisdiction=x&form=2022-01-01')).detail).toContain('form')
  })

  test('answers a broken escape with 400, and another method with 405', async () => {
    expect(await problem('/meetings/%E5%')).toMatchObject({ status: 400 })
    expect(await problem('/meetings', { method: 'POST' })).toMatchObject({ status: 405, code: 'wrong-method' })
  })

  test('sends the headers that keep foreign script out', async () => {
    const policy = (await fetch(`${base}/health`)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
  })

  test('has a contract of its own name, method and path for every route', () => {
    const contracts = routesOf(store, '0').map(({ contract }) => contract)
    expect(new Set(contracts.map(({ name }) => name)).size).toBe(contracts.length)
    expect(new Set(contracts.map(({ method, path }) => `${method} ${path}`)).size).toBe(contracts.length)
  })
}

describe('the API over SQLite', () => apiTests(() => openCity()))

describeWithNeo4j('the API over Neo4j', () => {
  const neo4j = borrowNeo4j()
  apiTests(async () => openCity(await neo4j.open()))
})

describe('a server whose store fails', () => {
  test('answers 503 with the words of the store, and when to ask again', async () => {
    const store = await openCity()
    const down: Store = { ...store, jurisdictions: () => Promise.reject(new StoreUnavailable('The file is locked.')) }
    const { server, base } = await listen(down)
    const response = await fetch(`${base}/jurisdictions`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await response.json()).toMatchObject({ code: 'store-down', detail: 'The file is locked.' })
    server.close()
    await store.close()
  })

  test('tells a stranger nothing of an error of its own', async () => {
    const store = await openCity()
    const broken: Store = { ...store, jurisdictions: () => Promise.reject(new Error('secret path /x')) }
    const { server, base } = await listen(broken)
    const response = await fetch(`${base}/jurisdictions`)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    server.close()
    await store.close()
  })

  test('answers a reply that breaks its own contract with 500', async () => {
    const store = await openCity()
    const wrong: Store = {
      ...store,
      jurisdictions: async () => [{ ...(await store.jurisdictions())[0]!, documents: 0.5 }],
    }
    const { server, base } = await listen(wrong)
    expect((await fetch(`${base}/jurisdictions`)).status).toBe(500)
    server.close()
    await store.close()
  })
})

test('a handler gets its input parsed and filled with defaults', async () => {
  const route = serve(listMeetings, async ({ query }) => {
    expect(query).toEqual({ jurisdiction: 'x', limit: 50 })
    return { total: 0, shown: 0, next: null, rows: [] }
  })
  expect(await route.handle({ params: {}, query: { jurisdiction: 'x' } })).toMatchObject({ total: 0 })
})
