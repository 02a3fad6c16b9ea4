import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routesOf } from '../../server/app.ts'
import { jurisdictionsAsked } from '../../server/entity-tag.ts'
import { stateOf } from '../../server/state-of.ts'
import type { Store } from '../../store/port.ts'
import { CITY, LEADS, MEETING, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

const BODY = `${CITY.id}/department/市司法局`
const BRIDGES = `${CITY.id}/policy/岚州市桥梁管理办法`
const enc = encodeURIComponent

/** What each question needs beside the jurisdiction. */
const NEEDED: Readonly<Record<string, string>> = {
  search: 'q=桥梁',
  listNodes: 'kind=department',
  getAmong: `ids=department/市司法局`,
  getPair: `a=${BODY}&b=${CITY.id}/department/市财政局`,
  getPath: `from=${BODY}&to=${MEETING}`,
  getMentions: `node=${BODY}`,
  getCorrectable: `edge=${LEADS}`,
}

describe('the tag of an answer', () => {
  let store: Store
  let api: RunningApi
  let ids: Record<string, string> = {}
  beforeAll(async () => {
    store = await openCity()
    api = await startApi(store)
    const { rows } = await store.meetings({ jurisdiction: CITY.id, from: null, to: null, limit: 1, offset: 0 })
    const people = await store.incidence({ jurisdiction: CITY.id, who: 'person', level: 'meeting' })
    const policies = await store.incidence({ jurisdiction: CITY.id, who: 'policy', level: 'item' })
    ids = {
      documents: rows[0]?.documents[0] ?? '',
      meetings: MEETING,
      nodes: BODY,
      edges: LEADS,
      bodies: BODY,
      people: people.who[0]?.id ?? '',
      policies: policies.who[0]?.id ?? BRIDGES,
    }
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })

  test('is there on every route that reads, and who gives it back is told that nothing has changed', async () => {
    const contracts = routesOf(store, '0').flatMap(({ contract }) => (contract.method === 'get' ? [contract] : []))
    expect(contracts.length).toBeGreaterThan(20)
    const version = (await store.jurisdiction(CITY.id))?.version.hash.slice(0, 6)
    for (const { name, path, query, restsOn } of contracts) {
      const id = ids[path.split('/')[1] ?? ''] ?? ''
      const needed: Readonly<Record<string, string>> = {
        ...NEEDED,
        getWarnings: `document=${ids['documents']}`,
        getCurationPlace: `document=${ids['documents']}&start=0&end=10`,
      }
      const asked = [...('jurisdiction' in query.shape ? [`jurisdiction=${CITY.id}`] : []), needed[name] ?? '']
      const url = `${api.base}${path.replace(':id', enc(id))}?${encodeURI(asked.join('&'))}`
      const first = await fetch(url)
      expect(first.status, `${name}: ${await first.text()}`).toBe(200)
      const tag = first.headers.get('etag') ?? ''
      const headers = { 'if-none-match': tag, 'cache-control': 'max-age=0' }
      const again = await fetch(url, { headers })
      if (restsOn === 'now') {
        expect(first.headers.get('cache-control'), name).toMatch(/^no-store/)
        expect(again.status, name).toBe(200)
        continue
      }
      expect(tag, name).toMatch(new RegExp(`^W/"${version}-`))
      expect([again.status, await again.text()], name).toEqual([304, ''])
    }
  })

  test('of what people decided is another after an event and its undoing, which leave the data as it was', async () => {
    const before = await stateOf(store, [CITY.id], 'curation')
    const events = [{ id: 'b' }, { id: 'a' }]
    // Only the ids are read.
    const moved = { ...store, curation: async () => events as unknown as Awaited<ReturnType<Store['curation']>> }
    expect(await stateOf(moved, [CITY.id], 'curation')).not.toBe(before)
    expect(await stateOf(moved, [CITY.id], 'data')).toBe(await stateOf(store, [CITY.id], 'data'))
  })

  test('rests on all jurisdictions where none is named, on those of both ends of a path, and on none that is unknown', async () => {
    expect(jurisdictionsAsked({ params: {}, query: {} })).toEqual([])
    expect(jurisdictionsAsked({ params: {}, query: { from: '甲市/a', to: '乙市/b' } })).toEqual(['甲市', '乙市'])
    expect(jurisdictionsAsked({ params: {}, query: { jurisdiction: '甲市', from: '2022-01-01' } })).toEqual(['甲市'])
    expect(jurisdictionsAsked({ params: { id: 'LEADS|甲市/a|甲市/b' }, query: {} })).toEqual(['甲市'])
    expect(await stateOf(store, ['nowhere'], 'data')).toBeNull()
  })
})
