/** What a hostile document says is text wherever it comes out again. */
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphNode } from '../../model/graph.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { CITY, FORMULA, fillHostile, IMAGE, SCRIPT } from './hostile-city.ts'
import { type RunningApi, startApi } from './running-api.ts'

describe('a hostile document', () => {
  let store: Store
  let api: RunningApi
  let nodes: GraphNode[]
  let meeting = ''
  beforeAll(async () => {
    store = await openSqlite({ file: ':memory:', readers: 0 })
    await fillHostile(store)
    nodes = await store.nodes([...(await store.fingerprints(CITY.id)).nodes.keys()])
    meeting = nodes.find(({ kind }) => kind === 'meeting')?.id ?? ''
    api = await startApi(store)
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })
  const ask = (path: string) => fetch(`${api.base}${path}`)
  const city = encodeURIComponent(CITY.id)

  test('is stored as it is printed, in nodes of every kind', () => {
    expect(new Set(nodes.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
    const all = JSON.stringify(nodes)
    for (const words of [SCRIPT, IMAGE, FORMULA]) expect(all).toContain(JSON.stringify(words).slice(1, -1))
  })

  test('comes out as JSON that no browser takes for a page, also in a refusal', async () => {
    const paths = [
      '/jurisdictions',
      `/meetings?jurisdiction=${city}`,
      `/search?jurisdiction=${city}&q=${encodeURIComponent('<script>')}`,
      ...nodes.map(({ id }) => `/nodes/${encodeURIComponent(id)}`),
      `/meetings/${encodeURIComponent(meeting)}/graph`,
      `/nodes/${encodeURIComponent(`${SCRIPT}/x`)}`,
      `/meetings?jurisdiction=${encodeURIComponent(SCRIPT)}&limit=${encodeURIComponent(SCRIPT)}`,
      `/${encodeURIComponent(SCRIPT)}`,
    ]
    for (const path of paths) {
      const response = await ask(path)
      await response.arrayBuffer()
      expect(response.headers.get('content-type'), path).toMatch(/^application\/(?:problem\+)?json/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none';script-src 'self';/)
      expect(response.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
      expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
  })

  const file = async (format: string) => {
    const response = await ask(`/meetings/${encodeURIComponent(meeting)}/graph?limit=500&format=${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.~'()*!-]+$/,
    )
    return response.text()
  }

  test.each(['csv', 'nodes-csv'])('begins no cell with a formula as %s', async (format) => {
    const text = await file(format)
    expect(text).toContain('HYPERLINK')
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/(?:^|,)"?[=+@\t\r-](?!\d)/)
  })

  test.each(['graphml', 'gexf'])('is no markup as %s', async (format) => {
    const text = await file(format)
    const xml = load(text, { xml: true })
    expect(text).toContain('&lt;script')
    expect(xml('script, img').length).toBe(0)
    expect(xml.root().text()).toContain(format === 'graphml' ? SCRIPT : '')
  })
})
