import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Citation, MEDIA_TYPES } from '../../model/api/exports.ts'
import { routesOf } from '../../server/app.ts'
import type { Store } from '../../store/port.ts'
import { type RunningApi, startApi } from './running-api.ts'
import { CITY, openSampleCity } from './sample-city.ts'

const enc = encodeURIComponent

/** Fields of RFC 4180 by the names in the first line. */
const rowsOf = (text: string): Record<string, string>[] => {
  const fields: string[][] = [[]]
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    fields.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') fields.push([])
  }
  const [head = [], ...rows] = fields.slice(0, -1)
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

describe('a reply as a file', () => {
  let store: Store
  let api: RunningApi
  let version = ''
  beforeAll(async () => {
    store = await openSampleCity()
    version = (await store.jurisdiction(CITY))?.version.hash.slice(0, 6) ?? ''
    api = await startApi(store, { now: () => new Date('2030-01-02T03:04:05Z') })
  }, 120_000)
  afterAll(async () => {
    await api.stop()
    await store.close()
  })

  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${api.base}${path}`, init)
    const bytes = await response.arrayBuffer()
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(response.status, `${path}: ${text.slice(0, 300)}`).toBe(200)
    return { text, headers: response.headers, json: () => JSON.parse(text) }
  }
  const drawing = (format: string, nodes: readonly object[], more: object = {}) =>
    get(`/drawings?format=${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jurisdiction: CITY, nodes, ...more }),
    })
  const listed = async (kind: string): Promise<string[]> =>
    (await get(`/nodes?jurisdiction=${enc(CITY)}&kind=${kind}`))
      .json()
      .rows.map((row: { node: { id: string } }) => row.node.id)

  /** An address that each contract with files answers. */
  const addresses = async (): Promise<Record<string, string>> => {
    const [policy = ''] = await listed('policy')
    const [one = '', two = ''] = await listed('department')
    const [person = ''] = await listed('person')
    const { rows } = (await get(`/meetings?jurisdiction=${enc(CITY)}`)).json()
    const [meeting] = rows
    return {
      getDocument: `/documents/${enc(meeting.documents[0])}?`,
      listMeetings: `/meetings?jurisdiction=${enc(CITY)}`,
      getMeetingGraph: `/meetings/${enc(meeting.id)}/graph?`,
      listNodes: `/nodes?jurisdiction=${enc(CITY)}&kind=department`,
      getNeighbours: `/nodes/${enc(one)}/neighbours?limit=20`,
      getPath: `/paths?from=${enc(one)}&to=${enc(person)}`,
      getCoOccurrence: `/co-occurrence?jurisdiction=${enc(CITY)}&minimum=2`,
      getPair: `/co-occurrence/pair?jurisdiction=${enc(CITY)}&a=${enc(one)}&b=${enc(two)}`,
      getAttendance: `/attendance?jurisdiction=${enc(CITY)}`,
      getPersonAttendance: `/people/${enc(person)}/attendance?limit=100`,
      getBodyAttendance: `/bodies/${enc(one)}/attendance?`,
      getTrace: `/policies/${enc(policy)}/trace?`,
      listPolicies: `/policies?jurisdiction=${enc(CITY)}&limit=10`,
      getVanished: `/vanished?jurisdiction=${enc(CITY)}`,
    }
  }

  test('says in every format of every endpoint what it is, of which data, and where the page shows it', async () => {
    const known = await addresses()
    const contracts = routesOf(store, '0').flatMap(({ contract }) => (contract.exports.length ? [contract] : []))
    expect(
      contracts
        .map(({ name }) => name)
        .filter((name) => name !== 'getDrawing')
        .sort(),
    ).toEqual(Object.keys(known).sort())
    const meeting = (await get(known['getMeetingGraph'] ?? '')).json().nodes.map(({ id }: { id: string }) => ({ id }))
    for (const { name, exports } of contracts)
      for (const format of exports) {
        const { text, headers, json } =
          name === 'getDrawing' ? await drawing(format, meeting) : await get(`${known[name]}&format=${format}`)
        const label = `${name} ${format}`
        expect(headers.get('content-type'), label).toBe(`${MEDIA_TYPES[format]}; charset=utf-8`)
        const saved = decodeURIComponent(headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')
        expect(saved, label).toMatch(new RegExp(`^${CITY}-[^/\\s]+-${version}(?:-\\w+)?\\.(?:csv|json|graphml|gexf)$`))
        if (format === 'json') {
          const cite = Citation.parse(json().cite)
          expect([cite.jurisdiction, cite.made, cite.version.hash.slice(0, 6)]).toEqual([CITY, '2030-01-02', version])
          expect(cite.permalink, label).toMatch(new RegExp(`^http://127.0.0.1:${api.port}/[a-z]`))
        } else expect(text, label).toContain(version)
        if (format.endsWith('csv')) {
          const rows = rowsOf(text)
          expect(rows.length, label).toBeGreaterThan(0)
          for (const row of rows) expect(row['source'], label).toContain(`Jiyao 纪要图谱: ${CITY}`)
        }
        if (format === 'graphml' || format === 'gexf')
          expect(load(text, { xml: true })('node').length, label).toBeGreaterThan(0)
      }
  }, 120_000)

  test('is had by the header Accept as well, and by the address where both speak', async () => {
    const path = `/co-occurrence?jurisdiction=${enc(CITY)}`
    const accept = (type: string) => ({ headers: { accept: type } })
    const table = await get(path, accept('text/csv'))
    expect([table.headers.get('content-type'), table.headers.get('vary')]).toEqual([
      'text/csv; charset=utf-8',
      expect.stringContaining('Accept'),
    ])
    expect((await get(path, accept('*/*'))).json().cite).toBeUndefined()
    expect((await get(`${path}&format=gexf`, accept('text/csv, */*'))).text).toMatch(/^<\?xml/)
    expect(table.headers.get('etag')).not.toBe((await get(path, accept('application/json'))).headers.get('etag'))
  })

  test('of the co-occurrence has each pair with its figures, as edges without a direction', async () => {
    const path = `/co-occurrence?jurisdiction=${enc(CITY)}&who=department&minimum=2`
    const reply = (await get(path)).json()
    const rows = rowsOf((await get(`${path}&format=csv`)).text)
    expect(rows).toHaveLength(reply.shown)
    const [first] = reply.pairs
    expect(rows[0]).toMatchObject({
      a: reply.actors[first.a].id,
      b: reply.actors[first.b].id,
      observed: String(first.observed),
      expected: String(first.expected),
      ratio: String(first.observed / first.expected),
      p: String(first.p),
      q: String(first.q),
      tie: first.tie,
      significant: String(first.tie !== 'none'),
    })
    expect(rows[0]?.['source']).toContain(`${reply.shown} of ${reply.total} pairs`)
    const below = reply.pairs.find(({ tie }: { tie: string }) => tie === 'below')
    if (below) expect(rows.find(({ tie }) => tie === 'below')?.['p']).toBe(String(below.pLower))
    const graphml = load((await get(`${path}&format=graphml`)).text, { xml: true })
    expect(graphml('graph').attr('edgedefault')).toBe('undirected')
    expect([graphml('node').length, graphml('edge').length]).toEqual([reply.actors.length, reply.pairs.length])
    const gexf = load((await get(`${path}&format=gexf`)).text, { xml: true })
    expect(gexf('graph').attr('defaultedgetype')).toBe('undirected')
    expect(gexf('edge').first().attr('weight')).toBe(String(first.observed))
    expect(rowsOf((await get(`${path}&format=nodes-csv`)).text)[0]).toHaveProperty('betweenness')
  })

  test('of the attendance is a matrix, a list, and a graph of two sides that agree', async () => {
    const path = `/attendance?jurisdiction=${enc(CITY)}&who=person`
    const { rows, columns } = (await get(path)).json()
    const matrix = rowsOf((await get(`${path}&format=matrix-csv`)).text)
    expect(matrix).toHaveLength(rows.length)
    expect(Object.keys(matrix[0] ?? {})).toHaveLength(8 + columns.length + 1)
    expect(matrix[0]).toMatchObject({ id: rows[0].id, present: String(rows[0].present), of: String(rows[0].of) })
    const there = rows.reduce(
      (sum: number, { cells }: { cells: string }) => sum + cells.replaceAll(/[^MOGC]/g, '').length,
      0,
    )
    const list = rowsOf((await get(`${path}&format=csv`)).text)
    expect(list.filter((row) => row['there'] === 'true')).toHaveLength(there)
    const $ = load((await get(`${path}&format=graphml`)).text, { xml: true })
    const meetings = columns.filter(({ is }: { is: string }) => is === 'meeting')
    expect($('node')).toHaveLength(rows.length + meetings.length)
    expect($('edge data[key="edge-there"]').filter((_at, one) => $(one).text() === 'true')).toHaveLength(there)
  })

  test('of a course has each sentence with its document and its offsets', async () => {
    const { getTrace: path } = await addresses()
    const { events } = (await get(path ?? '')).json()
    const [quoted] = events.flatMap(({ quotations }: { quotations: object[] }) => quotations)
    const rows = rowsOf((await get(`${path}&format=csv`)).text)
    expect(rows.filter(({ is }) => is === 'event').length).toBeGreaterThanOrEqual(events.length)
    expect(rows).toContainEqual(
      expect.objectContaining({
        is: 'event',
        document: quoted.document,
        start: String(quoted.start),
        end: String(quoted.end),
        quote: quoted.quote,
      }),
    )
  })

  test('of a list that is cut off says how much of it is there', async () => {
    const { text } = await get(`/policies?jurisdiction=${enc(CITY)}&limit=3&format=csv`)
    const rows = rowsOf(text)
    expect(rows).toHaveLength(3)
    expect(rows[0]?.['source']).toMatch(/; 3 of \d\d+ policies; /)
  })

  test('of a drawing has the nodes that are named, their places, and what lies between them', async () => {
    const [one = '', two = ''] = await listed('department')
    const ids = [one, two, `${CITY}/department/no such`, '别市/department/x']
    const nodes = ids.map((id, at) => ({ id, x: at * 10, y: -at }))
    const { cite, ...reply } = (await drawing('json', nodes, { page: '/explore?s=a', from: '1999-01-01' })).json()
    expect(reply.nodes.map(({ id }: { id: string }) => id).sort()).toEqual([one, two].sort())
    expect(cite).toMatchObject({
      permalink: `http://127.0.0.1:${api.port}/explore?s=a`,
      filters: { from: '1999-01-01' },
    })
    const gexf = load((await drawing('gexf', nodes)).text, { xml: true })
    expect(
      gexf('node')
        .map((_at, node) => gexf(node).find('viz\\:position').attr('x'))
        .get()
        .sort(),
    ).toEqual(['0', '10'])
    expect((await drawing('csv', nodes)).text).not.toContain('no such')
    expect((await drawing('graphml', nodes)).text).toContain('2 of 4 nodes')
  })
})
