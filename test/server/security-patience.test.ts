/** Every question is bounded: in time, in what it may ask for, and by whether anybody still waits for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { getDocument } from '../../model/api/documents.ts'
import { Problem } from '../../model/api/endpoint.ts'
import { listNodes } from '../../model/api/lists.ts'
import { getMeeting, listMeetings } from '../../model/api/meetings.ts'
import { TieDesk } from '../../server/analysis/tie-desk.ts'
import { routesOf } from '../../server/app.ts'
import { askedBy, forEverybody, GivenUp, whoAsks } from '../../store/asking.ts'
import { type GraphReader, StoreUnavailable } from '../../store/port.ts'
import { ReaderPool } from '../../store/sqlite/reader-pool.ts'
import { CITY, MEETING, openCity } from './city.ts'
import { startApi } from './running-api.ts'
import { CITY as SAMPLE, serveSampleCity } from './sample-city.ts'
import { silentStore } from './silent-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-patience-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const VALUES: Readonly<Record<string, string>> = {
  jurisdiction: CITY.id,
  id: MEETING,
  q: '司法',
  kind: 'department',
  ids: 'department/市司法局',
  a: `${CITY.id}/department/市司法局`,
  b: `${CITY.id}/department/市财政局`,
}

/** With all that has to be said, and the largest numbers that may be. */
const largest = (
  { path, query }: { path: string; query: z.ZodObject },
  values: Readonly<Record<string, string>> = VALUES,
): string => {
  const parts = Object.entries(query.shape).flatMap(([key, schema]) => {
    const most = ['200000', '20000', '5000', '2000', '1000', '500', '200', '100', '50', '20', '8'].find(
      (value) => /limit|longest|pairs|people|top|size/.test(key) && schema.safeParse(value).success,
    )
    if (most) return `${key}=${most}`
    if (schema.safeParse(undefined).success) return []
    return `${key}=${encodeURIComponent(values[key] ?? values['a'] ?? '')}`
  })
  return `${path.replaceAll(/:\w+/g, encodeURIComponent(values['id'] ?? ''))}?${parts.join('&')}`
}

test('the largest question of every kind is answered over the sample city, within the time for one', async () => {
  const city = await serveSampleCity()
  const jurisdiction = encodeURIComponent(SAMPLE)
  const meetings = await city.ask(`/meetings?jurisdiction=${jurisdiction}`, listMeetings.reply)
  const bodies = await city.ask(`/nodes?jurisdiction=${jurisdiction}&kind=department`, listNodes.reply)
  const [a = '', b = ''] = bodies.rows.map(({ node }) => node.id)
  const ids = bodies.rows.map(({ node }) => node.id.slice(SAMPLE.length + 1)).join(',')
  const id = meetings.rows[0]?.id ?? ''
  const meeting = await city.ask(`/meetings/${encodeURIComponent(id)}`, getMeeting.reply)
  const document = await city.ask(`/documents/${encodeURIComponent(meeting.documents[0]?.id ?? '')}`, getDocument.reply)
  const values = {
    jurisdiction: SAMPLE,
    id,
    node: a,
    edge: document.facts[0]?.id ?? '',
    document: document.id,
    start: '0',
    end: '300',
    q: '市',
    kind: 'person',
    ids,
    a,
    b,
    from: a,
    to: b,
  }
  const contracts = routesOf(silentStore().store, '0').flatMap(({ contract }) =>
    contract.method === 'get' ? contract : [],
  )
  const refused: string[] = []
  for (const contract of contracts) {
    const status = await city.status(largest(contract, values))
    // The id is that of a meeting: who asks for a policy or an edge by it is told that there is none.
    if (status !== 200 && !(status === 404 && contract.path.includes(':id')))
      refused.push(`${contract.name}: ${status}`)
  }
  expect(refused).toEqual([])
  await city.close()
}, 120_000)

describe('a store that never answers', () => {
  test('leaves no question without an answer: each is refused in time, and given up', async () => {
    const { store, asked } = silentStore()
    const routes = routesOf(store, '0.0.0')
    const api = await startApi(store, { patience: 30 }, routes)
    const questions = routes.flatMap(({ contract }) => (contract.method === 'get' ? [contract] : []))
    expect(questions.length).toBeGreaterThan(20)
    for (const contract of questions.filter(({ name }) => name !== 'getHealth' && name !== 'getReadiness')) {
      const response = await fetch(`${api.base}${largest(contract)}`)
      const problem = Problem.parse(await response.json())
      expect(problem, contract.name).toMatchObject({ status: 504, code: 'too-slow' })
    }
    expect(asked.length).toBeGreaterThan(0)
    await api.stop()
  })
})

describe('a question that is given up', () => {
  test('because it takes too long says so to the store; because its asker has gone away, too', async () => {
    const store = await openCity()
    const heard: string[] = []
    let arrived = (): void => undefined
    let told = (): void => undefined
    const waiting: GraphReader['search'] = () =>
      new Promise((_resolve, reject) => {
        const who = whoAsks()
        who?.givenUp?.addEventListener('abort', () => {
          heard.push(who.id)
          told()
          reject(new GivenUp())
        })
        arrived()
      })
    const api = await startApi({ ...store, jurisdictions: waiting as never }, { patience: 100 })
    const ask = (id: string, signal: AbortSignal | null = null) =>
      fetch(`${api.base}/jurisdictions`, { headers: { 'x-request-id': id }, signal })
    expect((await ask('slow-one')).status).toBe(504)
    expect(heard).toEqual(['slow-one'])
    const leaving = new AbortController()
    arrived = () => leaving.abort()
    const gone = new Promise<void>((resolve) => (told = resolve))
    await expect(ask('gone-one', leaving.signal)).rejects.toThrow(/abort/)
    await gone
    expect(heard).toEqual(['slow-one', 'gone-one'])
    await api.stop()
    await store.close()
  })

  test('is not begun where it still waits for a thread, and its thread is ended where it goes on', async () => {
    const script = new URL('./busy-reader.ts', import.meta.url)
    const pool = new ReaderPool({ file: 'any', busyTimeout: 10 }, 1, { script, grace: 10 })
    const giveUp = new AbortController()
    const endless = () => askedBy({ id: 'a', givenUp: giveUp.signal }, () => pool.ask('jurisdictions', []))
    // The first is at it without an end, the second waits behind it.
    const [first, second] = [endless(), endless()]
    const third = pool.ask('documentHeads', [])
    giveUp.abort()
    await expect(first).rejects.toThrow(GivenUp)
    await expect(second).rejects.toThrow(GivenUp)
    expect(await third).toEqual([])
    await pool.close()
  })

  test('does not take from others what is made for everybody', async () => {
    const giveUp = new AbortController()
    giveUp.abort()
    askedBy({ id: 'a', givenUp: giveUp.signal }, () => {
      expect(whoAsks()?.givenUp?.aborted).toBe(true)
      forEverybody(() => expect(whoAsks()).toEqual({ id: 'a', givenUp: null }))
    })
    expect(whoAsks()).toBeNull()
  })

  test('ends the thread of the analysis and what waits behind it is answered by another', async () => {
    const desk = new TieDesk({ grace: 10, script: new URL('./busy-analysis.ts', import.meta.url) })
    const giveUp = new AbortController()
    const filter = { from: null, to: null, kinds: null }
    const ask = (key: string) =>
      desk.pair({ is: 'pair', key, filter, a: 'a', b: 'b' }, () => Promise.reject(new StoreUnavailable('not asked')))
    const endless = askedBy({ id: 'a', givenUp: giveUp.signal }, () => ask('endless'))
    expect(desk.state()).toEqual({ waiting: 1, trouble: null })
    giveUp.abort()
    await expect(endless).rejects.toThrow(GivenUp)
    expect(desk.state().waiting).toBe(0)
    // It is sent to the thread that is still at the first, and answered by the one that takes its place.
    expect(await ask('short')).toMatchObject({ columns: 0 })
    await desk.close()
  })
})
