import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GraphSlice } from '../../model/api/meetings.ts'
import type { GraphEdge, GraphNode } from '../../model/graph.ts'
import { csv, edgesTable, nodesTable } from '../../server/exports/csv.ts'
import { gexf } from '../../server/exports/gexf.ts'
import { graphml } from '../../server/exports/graphml.ts'
import { flatGraph } from '../../server/exports/views/graph-view.ts'
import type { Store } from '../../store/port.ts'
import { CITY, LEADS, MEETING, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

describe('the graph of a meeting as a file', () => {
  let store: Store
  let api: RunningApi
  let version = ''
  beforeAll(async () => {
    store = await openCity()
    version = (await store.jurisdiction(CITY.id))?.version.hash ?? ''
    api = await startApi(store, { now: () => new Date('2024-05-06T07:08:09Z') })
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })
  const file = async (format: string) => {
    const response = await fetch(`${api.base}/meetings/${encodeURIComponent(MEETING)}/graph?limit=5&format=${format}`)
    expect(response.status).toBe(200)
    const bytes = await response.arrayBuffer()
    return { headers: response.headers, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  }

  test('is cited in JSON, with what was asked, the data version and a link that shows the same', async () => {
    const { headers, text } = await file('json')
    const { cite, nodes, total, shown } = GraphSlice.parse(JSON.parse(text))
    expect([nodes.length, shown.nodes, total.nodes]).toEqual([5, 5, 6])
    expect(cite).toEqual({
      title: '第41次常务会议',
      jurisdiction: CITY.id,
      period: { from: '2022-03-04', to: '2022-03-04' },
      filters: { part: 'agenda', limit: '5' },
      version: { hash: version, day: '2022-05-06' },
      made: '2024-05-06',
      permalink: `http://127.0.0.1:${api.port}/meetings/${encodeURIComponent(MEETING)}?tab=agenda`,
    })
    const name = decodeURIComponent(headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')
    expect(name).toBe(`岚州市-第41次常务会议-${version.slice(0, 6)}.json`)
  })

  test.each([
    ['csv', 'text/csv'],
    ['nodes-csv', 'text/csv'],
    ['graphml', 'application/graphml+xml'],
    ['gexf', 'application/gexf+xml'],
  ])('as %s says what it is, of which version, and how much of it is there', async (format, type) => {
    const { headers, text } = await file(format)
    expect(headers.get('content-type')).toMatch(`${type}; charset=utf-8`)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="/)
    for (const words of [
      'part=agenda limit=5',
      `2022-05-06 ${version.slice(0, 6)}`,
      '5 of 6 nodes, 5 of 7 edges',
      'tab=agenda',
    ])
      expect(text).toContain(words)
  })

  test('has the same nodes and edges in every format', async () => {
    const { nodes, edges } = GraphSlice.parse(JSON.parse((await file('json')).text))
    const ids = { nodes: nodes.map(({ id }) => id).sort(), edges: edges.map(({ id }) => id).sort() }
    for (const format of ['graphml', 'gexf']) {
      const $ = load((await file(format)).text, { xml: true })
      const of = (tag: string) =>
        $(`${tag}[id]`)
          .map((_at, element) => $(element).attr('id'))
          .get()
          .sort()
      expect(of('node')).toEqual(ids.nodes)
      expect(of('edge')).toEqual(ids.edges)
      expect($('edge').first().attr('source')).toBe(edges[0]?.from)
    }
    const firsts = (text: string) =>
      text
        .slice(1)
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0] ?? '')
        .sort()
    expect(firsts((await file('csv')).text)).toEqual(ids.edges)
    expect(firsts((await file('nodes-csv')).text)).toEqual(ids.nodes)
    expect(ids.edges).toContain(LEADS)
  })

  test('is no format that is not known', async () => {
    const response = await fetch(`${api.base}/meetings/${encodeURIComponent(MEETING)}/graph?format=xlsx`)
    expect(response.status).toBe(400)
  })
})

const node = (label: string): GraphNode => ({
  id: `甲市/policy/${label}`,
  jurisdiction: '甲市',
  kind: 'policy',
  label,
  forms: ['甲', '乙'],
  title: label,
  family: 'other',
  edition: null,
  stages: [],
})
const sliceOf = (label: string): GraphSlice => {
  const edge: GraphEdge = {
    id: 'a|b',
    jurisdiction: '甲市',
    type: 'CITES',
    from: node(label).id,
    to: node(label).id,
    date: null,
    basis: 'stated',
    props: { printedTitle: label, relation: null, docNumber: null },
    evidence: [{ document: 'd', start: 1, end: 2 }],
  }
  return { nodes: [node(label)], edges: [edge], total: { nodes: 1, edges: 1 }, shown: { nodes: 1, edges: 1 } }
}

describe('text that a format has a meaning for', () => {
  test('stays text in CSV: quotes, commas, line breaks, and what a spreadsheet would reckon', () => {
    const graph = (label: string) => flatGraph(sliceOf(label))
    const nodes = csv(nodesTable(graph('=1+1,"甲"\n乙')), '来源')
    expect(nodes.startsWith('\ufeffid,label,kind,family,forms,title,source\r\n')).toBe(true)
    expect(nodes).toContain(`,"'=1+1,""甲""\n乙",policy,other,甲 | 乙,`)
    expect(csv(edgesTable(graph('@x')), '-来源')).toContain(",'@x,")
    expect(csv(edgesTable(graph('甲=乙')), '来源')).toContain(',甲=乙,')
  })

  test.each([
    ['GraphML', (label: string) => graphml(flatGraph(sliceOf(label)), label)],
    ['GEXF', (label: string) => gexf(flatGraph(sliceOf(label)), label, '2024-01-01')],
  ])('stays text in %s, without what XML cannot hold', (_name, write) => {
    const label = '<a href="x">&amp;]]></a>\u0000\u0008\ud800𠮷'
    const text = write(label)
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008]|\p{Surrogate}/u)
    const $ = load(text, { xml: true })
    expect($('node').attr('id')).toBe('甲市/policy/<a href="x">&amp;]]></a>\ufffd\ufffd\ufffd𠮷')
    expect($('a')).toHaveLength(0)
  })
})
