import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../model/api/endpoint.ts'
import { TieDesk } from '../../server/analysis/tie-desk.ts'
import { routesOf } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { type Metrics, startMetrics } from '../../server/metrics.ts'
import { watchedStore } from '../../server/watched-store.ts'
import { askedBy } from '../../store/asking.ts'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { CITY, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

const TOKEN = 'sixteen-or-more-signs'
const OTHER = 'another-of-sixteen-signs'
const access = { token: TOKEN, hosts: null }

/** Of one name, by what stands in its braces. */
const series = (text: string, name: string): Map<string, number> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, found = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      return found === name ? [[labels, Number(value)] as const] : []
    }),
  )

describe('the metrics', () => {
  let store: Store
  let metrics: Metrics
  let api: RunningApi
  beforeAll(async () => {
    store = await openCity()
    const desk = new TieDesk()
    metrics = startMetrics({ store, desk, version: '1.2.3' })
    const watched = watchedStore(store, { log: pino({ level: 'silent' }), slow: 1e9, begun: metrics.begun })
    const routes = routesOf(watched, '1.2.3', { desk, metrics })
    api = await startApi(watched, { access, metrics: { of: metrics, readers: 'everybody' } }, routes)
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })
  const read = async () => (await fetch(`${api.base}/metrics`)).text()

  test('count requests by the name of the contract and the status, and never by what was asked', async () => {
    for (const path of ['/jurisdictions', '/jurisdictions', '/meetings?jurisdiction=secret-name', '/no/such/path-1'])
      await (await fetch(`${api.base}${path}`)).arrayBuffer()
    const text = await read()
    const counts = series(text, 'jiyao_http_requests_total')
    expect(counts.get('route="listJurisdictions",method="GET",status="200"')).toBe(2)
    expect([...counts.keys()].filter((labels) => labels.includes('listMeetings'))).toHaveLength(1)
    expect(counts.get('route="none",method="GET",status="404"')).toBe(1)
    expect(text).not.toMatch(/secret-name|path-1/)
    expect(
      series(text, 'jiyao_http_request_seconds_count').get('route="listJurisdictions",method="GET",status="200"'),
    ).toBe(2)
  })
  test('do not grow with methods that are made up', async () => {
    for (const method of ['PROPFIND', 'MKCOL', 'LOCK']) await fetch(`${api.base}/jurisdictions`, { method })
    expect(
      [...series(await read(), 'jiyao_http_requests_total')].filter(([labels]) => labels.includes('other')),
    ).toEqual([[expect.stringContaining('method="other"'), 3]])
  })
  test('tell of the store, of what is stored, of the analysis, the heap and the event loop', async () => {
    const text = await read()
    expect(series(text, 'jiyao_store_up').get('')).toBe(1)
    const version = (await store.jurisdiction(CITY.id))?.version.hash.slice(0, 12)
    expect(series(text, 'jiyao_data_version_info').get(`jurisdiction="${CITY.id}",version="${version}"`)).toBe(1)
    expect(series(text, 'jiyao_documents').get(`jurisdiction="${CITY.id}"`)).toBe(2)
    expect(
      series(text, 'jiyao_store_question_seconds_count').get('method="jurisdictions",outcome="answered"'),
    ).toBeGreaterThan(0)
    expect(series(text, 'jiyao_analysis_waiting').get('')).toBe(0)
    expect(series(text, 'jiyao_info').get('version="1.2.3"')).toBe(1)
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'nodejs_heap_size_used_bytes',
      'process_start_time_seconds',
    ])
      expect(series(text, name).size, name).toBe(1)
  })
  test('count what became of the documents of an upload', async () => {
    const form = new FormData()
    form.append('file', new Blob([smallMinutes({ ordinal: 1 })]), 'a.txt')
    form.append('file', new Blob(['']), 'b.txt')
    const headers = { authorization: `Bearer ${TOKEN}` }
    await (await fetch(`${api.base}/documents`, { method: 'POST', headers, body: form })).text()
    const counts = series(await read(), 'jiyao_uploaded_documents_total')
    expect([counts.get('outcome="added"'), counts.get('outcome="refused"')]).toEqual([1, 1])
  })
})

describe('a store that is away', () => {
  test('is told as such by the metrics, which are answered all the same', async () => {
    const down = { jurisdictions: () => Promise.reject(new StoreUnavailable('gone')) }
    const { registry } = startMetrics({ store: down, desk: new TieDesk(), version: '0' })
    const text = await registry.metrics()
    expect(series(text, 'jiyao_store_up').get('')).toBe(0)
    expect(series(text, 'jiyao_data_version_info').size).toBe(0)
  })
})

describe('who may read the metrics:', () => {
  const readers = (env: Record<string, string>) => readConfig(env).metrics
  test('everybody who reaches a server of this machine alone, and nobody elsewhere or behind a proxy', () => {
    expect(readers({})).toBe('everybody')
    expect(readers({ HOST: '0.0.0.0', PUBLIC_READ: '1' })).toBe('nobody')
    expect(readers({ TRUST_PROXY: '1' })).toBe('nobody')
  })
  test('whom the settings name', () => {
    expect(readers({ HOST: '0.0.0.0', PUBLIC_READ: '1', METRICS: '1' })).toBe('everybody')
    expect(readers({ METRICS: '0' })).toBe('nobody')
    expect(readers({ METRICS_TOKEN: TOKEN })).toEqual({ token: TOKEN })
    expect(() => readers({ METRICS: '1', METRICS_TOKEN: TOKEN })).toThrow(/METRICS=1 and METRICS_TOKEN are both set/)
    expect(() => readers({ METRICS: 'yes' })).toThrow(/METRICS=yes: expected 1/)
    expect(() => readers({ METRICS_TOKEN: 'short' })).toThrow(/METRICS_TOKEN \(not shown\): expected 16/)
  })
  test('only who shows the token of the metrics, which the token for writing is not', async () => {
    const store = await openCity()
    const of = startMetrics({ store, desk: new TieDesk(), version: '0' })
    const api = await startApi(store, { access, metrics: { of, readers: { token: OTHER } } })
    const status = async (token: string) =>
      (await fetch(`${api.base}/metrics`, { headers: { authorization: `Bearer ${token}` } })).status
    expect([await status(OTHER), await status(TOKEN), await status('')]).toEqual([200, 401, 401])
    await api.stop()
    const closed = await startApi(store, { access })
    const refused = await fetch(`${closed.base}/metrics`)
    expect(Problem.parse(await refused.json())).toMatchObject({
      status: 403,
      detail: expect.stringContaining('METRICS_TOKEN'),
    })
    await closed.stop()
    await store.close()
  })
  test('proxies are named by their number or their addresses', () => {
    const proxies = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy
    expect(readConfig({}).trustProxy).toBeNull()
    expect(proxies('2')).toBe(2)
    expect(proxies('10.0.0.1, 192.168.0.0/16,fd00::/8')).toEqual(['10.0.0.1', '192.168.0.0/16', 'fd00::/8'])
    for (const wrong of ['true', '0', '10', 'proxy.example', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0.1,,'])
      expect(() => proxies(wrong), wrong).toThrow(/TRUST_PROXY=.*expected how many proxies/)
  })
})

describe('a slow question', () => {
  test('is told in the log with the request that asked it, and without what was asked', async () => {
    const store = await openCity()
    const lines: string[] = []
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) })
    const slow = watchedStore(store, { log, slow: 0, begun: () => () => undefined })
    await askedBy({ id: 'trace-7', givenUp: null }, () => slow.search(CITY.id, '阙知行', 5))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'trace-7', method: 'search', outcome: 'answered' })
    expect(lines[0]).not.toContain('阙知行')
    const quick = watchedStore(store, { log, slow: 60_000, begun: () => () => undefined })
    await quick.jurisdictions()
    expect(lines).toHaveLength(1)
    await store.close()
  })
})
