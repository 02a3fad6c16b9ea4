import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '../../ingest/pipeline.ts'
import { emptyReport } from '../../ingest/report.ts'
import type { MeetingNode } from '../../model/graph.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { changeOf, YUN } from './builders.ts'
import { eventOf } from './event-builder.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/minutes', import.meta.url))
const CITY = '澜州市'
const QUERIES = [
  '市',
  '局',
  '财政',
  '发展',
  '办法',
  '城市更新',
  '（',
  '实施方案',
  '2023',
  '第',
  '王',
  '不在其中',
  '"',
  '\\',
  '*',
]

const readSamples = async (store: Store): Promise<void> => {
  const report = emptyReport()
  const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
  await ingest(store, [SAMPLES], report, watcher)
  expect(report.refused).toEqual([])
}

describeWithNeo4j('over the sample city both back ends give the same answer to the byte:', () => {
  const server = borrowNeo4j()
  let stores: [sqlite: Store, neo4j: Store]
  let meetings: MeetingNode[] = []
  let ids: { nodes: string[]; edges: string[]; documents: string[] } = { nodes: [], edges: [], documents: [] }

  /** Asks both the same, and gives back how many bytes were equal. */
  const same = async (ask: (store: Store) => Promise<unknown>): Promise<number> => {
    const [one, other] = await Promise.all(stores.map(async (store) => JSON.stringify(await ask(store))))
    expect(other).toBe(one)
    return one?.length ?? 0
  }
  const sameForAll = async <Value>(values: readonly Value[], ask: (store: Store, value: Value) => Promise<unknown>) => {
    let bytes = 0
    for (let at = 0; at < values.length; at += 20)
      for (const length of await Promise.all(
        values.slice(at, at + 20).map((value) => same((store) => ask(store, value))),
      ))
        bytes += length
    return bytes
  }

  beforeAll(async () => {
    stores = [await openSqlite({ file: ':memory:' }), await server.open()]
    for (const store of stores) await readSamples(store)
    const [sqlite] = stores
    const prints = await sqlite.fingerprints(CITY)
    meetings = (await sqlite.meetings({ jurisdiction: CITY, from: null, to: null, limit: 1000, offset: 0 })).rows
    ids = {
      nodes: [...prints.nodes.keys()],
      edges: [...prints.edges.keys()],
      documents: (await sqlite.documentHeads()).map(({ id }) => id),
    }
  }, 600_000)
  afterAll(() => Promise.all((stores ?? []).map((store) => store.close())))

  test('the jurisdictions, and what is stored of them', async () => {
    expect(ids.nodes.length).toBeGreaterThan(300)
    await same((store) => store.jurisdictions())
    await same((store) => store.jurisdiction(CITY))
    await same(async (store) => {
      const { base, nodes, edges } = await store.fingerprints(CITY)
      return { base, nodes: [...nodes], edges: [...edges] }
    })
  })
  test('pages of meetings, and periods', async () => {
    expect(meetings.length).toBeGreaterThan(30)
    const offsets = meetings.map((_, offset) => offset)
    await sameForAll(offsets, (store, offset) =>
      store.meetings({ jurisdiction: CITY, from: null, to: null, limit: 7, offset }),
    )
    const days = meetings.flatMap(({ date }) => date ?? [])
    await sameForAll(days, (store, from) =>
      store.meetings({ jurisdiction: CITY, from, to: days[3] ?? null, limit: 50, offset: 0 }),
    )
  })
  test('every node, by itself and with others', async () => {
    expect(await sameForAll(ids.nodes, (store, id) => store.node(id))).toBeGreaterThan(100_000)
    await same((store) => store.nodes(ids.nodes))
  }, 120_000)
  test('edges with their ends and evidence', async () => {
    await sameForAll(
      ids.edges.filter((_, at) => at % 5 === 0),
      (store, id) => store.edge(id),
    )
  }, 120_000)
  test('the agenda, the roll and the items of every meeting, whole and cut off', async () => {
    for (const limit of [1, 12, 60, 1000]) {
      await sameForAll(meetings, (store, { id }) => store.meetingGraph(id, { of: 'agenda' }, limit))
      await sameForAll(meetings, (store, { id }) => store.meetingGraph(id, { of: 'roll' }, limit))
    }
    const items = ids.nodes.filter((id) => id.startsWith(`${CITY}/item/`))
    const [meeting] = meetings
    await sameForAll(items, (store, item) => store.meetingGraph(meeting?.id ?? '', { of: 'item', item }, 100))
  }, 120_000)
  describe('searches', () => {
    test.each(QUERIES)('for %s, ranked', async (query) => {
      for (const limit of [1, 20, 500]) await same((store) => store.search(CITY, query, limit))
    })
    test('for the first characters of every third name', async () => {
      const words = new Set(
        ids.nodes.filter((_, at) => at % 3 === 0).map((id) => (id.split('/').at(-1) ?? '').slice(0, 3)),
      )
      await sameForAll([...words], (store, word) => store.search(CITY, word, 30))
    }, 120_000)
  })
  test('incidence of everybody at every level', async () => {
    for (const who of ['department', 'district', 'body', 'person', 'policy'] as const)
      for (const level of ['decision', 'item', 'meeting'] as const)
        await same(async (store) => {
          const { rows, columns, roles, printed, ...rest } = await store.incidence({ jurisdiction: CITY, who, level })
          const beside = printed && [printed.words, [...printed.seats], [...printed.posts], [...printed.starts]]
          return { ...rest, rows: [...rows], columns: [...columns], roles: [...roles], beside }
        })
  })
  test('neighbours of every node, whole and in a period', async () => {
    const all = { kinds: null, types: null, from: null, to: null, limit: 12, offset: 0 }
    await sameForAll(
      ids.nodes.filter((_, at) => at % 3 === 0),
      (store, node) => store.neighbours({ node, ...all }),
    )
    await sameForAll(
      ids.nodes.filter((_, at) => at % 17 === 0),
      (store, node) => store.neighbours({ node, ...all, offset: 5, from: '2022-06-01', to: '2023-06-30' }),
    )
  }, 120_000)
  test('paths between nodes far apart in the list', async () => {
    const some = ids.nodes.filter((_, at) => at % 41 === 0)
    await sameForAll(some, (store, from) =>
      store.path({ from, to: some[(some.indexOf(from) * 7 + 3) % some.length] ?? from, types: null, longest: 6 }),
    )
  }, 120_000)
  test('the events of every policy', async () => {
    await sameForAll(
      ids.nodes.filter((id) => id.startsWith(`${CITY}/policy/`)),
      (store, id) => store.policyEvents(id, 20),
    )
  }, 120_000)
  test('documents and their facts', async () => {
    await same((store) => store.documentHeads())
    await same((store) => store.documents(CITY))
    await sameForAll(ids.documents, (store, id) => store.document(id))
    await sameForAll(ids.documents, (store, id) => store.documentFacts(id))
  })
  // Last, because it writes: another place, which has events and no documents.
  test('what people have decided, of one place and of all', async () => {
    const events = ['2024-02-01T09:00:00Z-b', '2024-02-01T09:00:00Z-a', '丙'].map((id) => eventOf(YUN, id))
    for (const store of stores) await store.commit(changeOf(YUN, null, null, { events }))
    expect(await same((store) => store.curation(YUN.id))).toBeGreaterThan(500)
    expect(await same((store) => store.curation(null))).toBeGreaterThan(500)
    expect(await same((store) => store.curation(CITY))).toBe('[]'.length)
  })
})
