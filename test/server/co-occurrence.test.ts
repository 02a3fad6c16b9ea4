import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { getCoOccurrence, getPair } from '../../model/api/co-occurrence.ts'
import { Problem } from '../../model/api/endpoint.ts'
import { getNeighbours, getPath, listNodes } from '../../model/api/lists.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { stories } from '../samples/corpus.ts'
import { CITY, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'
import { readSampleCity, SAMPLE_CITY } from './search-evaluation.ts'

const id = (value: string) => encodeURIComponent(value)
const department = (name: string) => `${SAMPLE_CITY}/department/${name}`

/** The names under which the sample city prints the bodies of the planted pairs. */
const NAMES: Readonly<Record<string, string>> = {
  zhujian: '市住建局',
  ziyuan: '市资源规划局',
  shuiwu: '市水务局',
  huanjing: '市生态环境局',
  jiaotong: '市交通局',
  gongan: '市公安局',
  minzheng: '市民政局',
  caizheng: '市财政局',
}

/** Two names, whichever comes first. */
const ends = (a = '', b = ''): string => [a, b].sort(byCodeUnits).join(' ')

describe('which departments stand together', () => {
  let store: Store
  let api: RunningApi
  const ask = async <Reply extends z.ZodType>(path: string, reply: Reply): Promise<z.output<Reply>> => {
    const response = await fetch(`${api.base}${path}`)
    expect(response.status, await response.clone().text()).toBe(200)
    return reply.parse(await response.json())
  }
  test('is nobody in a period without meetings', async () => {
    const before = await ties('&to=2001-01-01')
    expect(before).toMatchObject({ period: null, columns: 0, tested: 0, actors: [], pairs: [], total: 0 })
    expect((await ties('&from=2024-12-31&to=2022-06-30')).actors).toEqual([])
  })
  const ties = (query = '') => ask(`/co-occurrence?jurisdiction=${id(SAMPLE_CITY)}${query}`, getCoOccurrence.reply)
  const pair = (a: string, b: string, query = '') =>
    ask(
      `/co-occurrence/pair?jurisdiction=${id(SAMPLE_CITY)}&a=${id(department(a))}&b=${id(department(b))}${query}`,
      getPair.reply,
    )

  beforeAll(async () => {
    store = await openSqlite({ file: ':memory:' })
    await readSampleCity(store)
    api = await startApi(store)
  }, 60_000)
  afterAll(async () => {
    await api.stop()
    await store.close()
  })

  test('counts the planted pairs as the truth does; all but the weakest are above chance, and below it is only what was kept apart', async () => {
    const reply = await ties()
    const find = (a: string, b: string) =>
      reply.pairs.find((one) => {
        const labels = new Set([reply.actors[one.a]?.label, reply.actors[one.b]?.label])
        return labels.has(a) && labels.has(b)
      })
    for (const planted of stories.pairs.together) {
      const [a = '', b = ''] = [NAMES[planted.a], NAMES[planted.b]]
      const found = find(a, b)
      expect([a, b, found?.observed]).toEqual([a, b, planted.together])
      expect((found?.observed ?? 0) / (found?.expected ?? 1)).toBeGreaterThan(1.5)
    }
    const above = reply.pairs
      .filter(({ tie }) => tie === 'above')
      .map((one) => ends(reply.actors[one.a]?.label, reply.actors[one.b]?.label))
    // Nine meetings of 交通局 and 公安局 against four by chance are not enough beside 1,829 other pairs.
    for (const planted of stories.pairs.together.filter(({ a }) => a !== 'jiaotong'))
      expect(above).toContain(ends(NAMES[planted.a], NAMES[planted.b]))
    for (const { a, b } of reply.pairs
      .filter(({ tie }) => tie === 'below')
      .map((one) => ({
        a: reply.actors[one.a]?.label,
        b: reply.actors[one.b]?.label,
      })))
      expect(stories.pairs.never.map((one) => ends(NAMES[one.a], NAMES[one.b]))).toContain(ends(a, b))
  })

  test('says how much was tested and what is above and below', async () => {
    const reply = await ties()
    const n = reply.actors.length
    expect(reply.tested).toBe((n * (n - 1)) / 2)
    expect(reply.pairs.filter(({ tie }) => tie === 'above')).toHaveLength(reply.above)
    expect(reply.pairs.filter(({ tie }) => tie === 'below')).toHaveLength(reply.below)
    expect(reply.testable).toBe(true)
    expect(reply.pairs.every(({ a, b }) => a < b)).toBe(true)
  })

  test('a stricter rate and a higher minimum leave fewer ties', async () => {
    const [loose, strict, many] = [await ties('&fdr=0.2'), await ties('&fdr=0.001'), await ties('&fdr=0.2&minimum=20')]
    expect(strict.above).toBeLessThan(loose.above)
    expect(many.pairs.filter(({ tie }) => tie === 'above').every(({ observed }) => observed >= 20)).toBe(true)
  })

  test('a period, kinds and a level narrow what is counted', async () => {
    const year = await ties('&from=2023-01-01&to=2023-12-31')
    expect(year.period?.from.slice(0, 4)).toBe('2023')
    expect(year.columns).toBeLessThan((await ties()).columns)
    const party = await ties('&kinds=party,mass')
    expect(new Set(party.actors.map(({ bodyKind }) => bodyKind))).toEqual(new Set(['party', 'mass']))
    const meetings = await ties('&level=meeting')
    expect(meetings.columns).toBe(36)
    expect(meetings.actors.some(({ fixed }) => fixed)).toBe(true)
  })

  test('a period in which nobody met has nobody, and no ties', async () => {
    expect(await ties('&from=1990-01-01&to=1990-12-31')).toMatchObject({ columns: 0, actors: [], pairs: [], above: 0 })
  })

  test('a pair opens the items behind it, newest first, each with sentences that name both or one of the two', async () => {
    const reply = await pair('市水务局', '市生态环境局', '&limit=100')
    const planted = stories.pairs.together.find(({ a }) => a === 'shuiwu')
    expect(reply.observed).toBe(planted?.together)
    expect(reply).toMatchObject({ total: planted?.together, shown: planted?.together })
    const dates = reply.rows.map(({ meeting }) => meeting.date ?? '')
    expect(dates).toEqual(dates.toSorted().reverse())
    for (const { quotations } of reply.rows) {
      expect(quotations.length).toBeGreaterThan(0)
      for (const { quote } of quotations) expect(quote).toMatch(/水务局|生态环境局/)
    }
    const mass = reply.chance.probabilities.reduce((sum, share) => sum + share, 0)
    expect(mass).toBeGreaterThan(0.999)
  })

  test('the items of a pair come in pages', async () => {
    const whole = await pair('市住建局', '市资源规划局', '&limit=100')
    const pages = [
      await pair('市住建局', '市资源规划局', '&limit=10'),
      await pair('市住建局', '市资源规划局', '&limit=10&offset=10'),
    ]
    expect(pages.flatMap(({ rows }) => rows.map(({ item }) => item?.id))).toEqual(
      whole.rows.slice(0, 20).map(({ item }) => item?.id),
    )
  })

  test('two that never met are told so', async () => {
    expect(await pair('市公安局', '市财政局')).toMatchObject({ observed: 0, total: 0, rows: [] })
  })

  test('a pair of one, and an unknown node or place, are refused with the reason', async () => {
    const refused = async (path: string) => Problem.parse(await (await fetch(`${api.base}${path}`)).json())
    const one = id(department('市水务局'))
    expect(await refused(`/co-occurrence/pair?jurisdiction=${id(SAMPLE_CITY)}&a=${one}&b=${one}`)).toMatchObject({
      status: 404,
      code: 'not-found',
    })
    expect(await refused(`/co-occurrence/pair?jurisdiction=${id(SAMPLE_CITY)}&a=${one}&b=nobody`)).toMatchObject({
      status: 404,
    })
    expect(await refused('/co-occurrence?jurisdiction=nowhere')).toMatchObject({ status: 404 })
    expect(await refused(`/co-occurrence?jurisdiction=${id(SAMPLE_CITY)}&kinds=ghost`)).toMatchObject({ status: 400 })
  })

  test('lists are by activity, by name or by the last day, in pages', async () => {
    const list = (query: string) => ask(`/nodes?jurisdiction=${id(SAMPLE_CITY)}&${query}`, listNodes.reply)
    const active = await list('kind=department&limit=100')
    const counts = active.rows.map(({ meetings }) => meetings)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(active.total).toBe(active.rows.length)
    const page = await list('kind=policy&limit=20')
    const next = await list(`kind=policy&limit=20&cursor=${page.next}`)
    expect(next.rows[0]?.node.id).not.toBe(page.rows[0]?.node.id)
    const recent = await list('kind=policy&sort=recent&limit=5')
    expect(recent.rows[0]?.last?.slice(0, 4)).toBe('2024')
  })

  test('neighbours and paths say how much there is', async () => {
    const node = id(department('市水务局'))
    const beside = await ask(`/nodes/${node}/neighbours?limit=12`, getNeighbours.reply)
    expect(beside.nodes).toHaveLength(12)
    expect(beside.total).toBeGreaterThan(12)
    expect(Object.values(beside.byKind).reduce((sum, count) => sum + count, 0)).toBe(beside.total)
    const path = await ask(`/paths?from=${node}&to=${id(department('市体育局'))}`, getPath.reply)
    expect(path).toMatchObject({ found: true })
    expect((await fetch(`${api.base}/nodes/${node}/neighbours?types=GHOST`)).status).toBe(400)
  })
})

describe('with two documents', () => {
  test('nothing can be tested, and the pairs are there by count', async () => {
    const store = await openCity()
    const api = await startApi(store)
    try {
      const response = await fetch(`${api.base}/co-occurrence?jurisdiction=${id(CITY.id)}`)
      const reply = getCoOccurrence.reply.parse(await response.json())
      expect(reply.testable).toBe(false)
      expect(reply.smallestP).toBeGreaterThan(0.05)
      expect(reply.pairs[0]).toMatchObject({ observed: 2, tie: 'none' })
    } finally {
      await api.stop()
      await store.close()
    }
  })
})
