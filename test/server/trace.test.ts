import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { ingest } from '../../ingest/pipeline.ts'
import { emptyReport } from '../../ingest/report.ts'
import { getTrace, getVanished, listPolicies, type TraceReply } from '../../model/api/trace.ts'
import { createApp } from '../../server/app.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { SAMPLES, stories } from '../samples/corpus.ts'
import { openCity } from './city.ts'

const listen = async (store: Store) => {
  const app = createApp({ store, log: pino({ level: 'silent' }), version: '0.0.0', page: null })
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started))
  })
  const address = server.address() as AddressInfo
  return { server, base: `http://127.0.0.1:${address.port}/api` }
}

const asker =
  (base: () => string) =>
  async <Reply extends z.ZodType>(path: string, reply: Reply): Promise<z.output<Reply>> => {
    const response = await fetch(`${base()}${path}`)
    expect(response.status, await response.clone().text()).toBe(200)
    return reply.parse(await response.json())
  }

const itemId = (doc: string, seq: number): string =>
  `澜州市/item/${doc.slice(0, 10)}-常务会议-${Number(doc.slice(11))}/${seq}`

describe('what became of the policies of the sample city', () => {
  let store: Store
  let server: Server
  let base: string
  const ask = asker(() => base)
  const city = `jurisdiction=${encodeURIComponent('澜州市')}`
  const traceOf = (id: string) => ask(`/policies/${encodeURIComponent(id)}/trace`, getTrace.reply)
  const allPolicies = () => ask(`/policies?${city}&limit=500`, listPolicies.reply)
  const vanished = (query = '') => ask(`/vanished?${city}&limit=500${query}`, getVanished.reply)
  /** The policy that the item of a document is about; a second one of the same item is found by its title. */
  const policyAt = async (doc: string, seq: number, title: string): Promise<string> => {
    const slice = await store.meetingGraph(
      `澜州市/meeting/${doc.slice(0, 10)}-常务会议-${Number(doc.slice(11))}`,
      { of: 'item', item: itemId(doc, seq) },
      500,
    )
    const edge = slice?.edges.find(
      (one) => one.type === 'CONSIDERS' && one.from === itemId(doc, seq) && one.props.printedTitle.startsWith(title),
    )
    if (!edge) throw new Error(`${doc}/${seq} considers no ${title}`)
    return edge.to
  }
  const considering = ({ events }: TraceReply) => events.filter(({ part }) => part === 'considers')

  beforeAll(async () => {
    store = await openSqlite({ file: ':memory:', readers: 0 })
    const watcher = { file: () => {}, writing: () => {}, stop: new AbortController().signal }
    await ingest(store, [join(SAMPLES, 'minutes')], emptyReport(), watcher)
    ;({ server, base } = await listen(store))
  }, 60_000)
  afterAll(async () => {
    server.close()
    await store.close()
  })

  test('every planted return is found with its steps, and nothing else returns', async () => {
    for (const { steps } of stories.returns) {
      const [first] = steps
      const id = await policyAt(first?.doc ?? '', first?.item ?? 0, (first?.title ?? '').replace(/（.*$/u, ''))
      const trace = await traceOf(id)
      expect(considering(trace).map(({ at, outcomes }) => [at.item, outcomes[0]])).toEqual(
        steps.map(({ doc, item, outcome }) => [itemId(doc, item), outcome]),
      )
      const deferrals = steps.flatMap(({ outcome }, at) => (outcome === 'deferred' ? [at] : []))
      expect(trace.returns.map(({ from, to }) => [from, to])).toEqual(
        deferrals.map((at) => [considering(trace)[at]?.id, considering(trace)[at + 1]?.id]),
      )
      for (const { months } of trace.returns) expect(months).toBeGreaterThan(0)
      expect(trace.openEnds.filter(({ is }) => is === 'deferred')).toEqual([])
    }
    const { rows } = await allPolicies()
    expect(rows.filter(({ returns }) => returns > 0)).toHaveLength(stories.returns.length)
  })

  test('every deferral that vanished is found, with what has passed since, and none beside them', async () => {
    const { rows, deferred } = await vanished('&is=deferred&meetings=1')
    const planted = stories.vanished.map(({ steps }) => itemId(steps.at(-1)?.doc ?? '', steps.at(-1)?.item ?? 0))
    expect(rows.map(({ at }) => at.item).sort()).toEqual(planted.sort())
    expect(deferred.vanished).toBe(planted.length)
    expect(deferred.of).toBe(
      planted.length + stories.returns.flatMap(({ steps }) => steps.filter((one) => one.outcome === 'deferred')).length,
    )
    for (const { policies, quotations, silence } of rows) {
      expect(quotations[0]?.quote).toMatch(/暂缓/u)
      const trace = await traceOf(policies[0]?.id ?? '')
      expect(trace.openEnds).toMatchObject([{ is: 'deferred', silence }, ...trace.openEnds.slice(1)])
    }
    const listed = await ask(`/policies?${city}&only=vanished`, listPolicies.reply)
    expect(listed.rows.map(({ at }) => at?.item ?? '').sort()).toEqual(planted)
    expect((await allPolicies()).rows.slice(0, planted.length).every((row) => row.vanished !== null)).toBe(true)
  })

  test('of the duties with a day the broken ones are found, and the kept ones are not', async () => {
    const { rows } = await vanished('&is=duty&meetings=1')
    const isThere = ({ doc, item, deadline, body }: (typeof stories.duties.kept)[number]) =>
      rows.some(
        ({ at, due, bodies }) =>
          at.item === itemId(doc, item) && due === deadline && bodies.some(({ label }) => label === body),
      )
    expect(stories.duties.silent.filter((one) => !isThere(one))).toEqual([])
    expect(stories.duties.kept.filter(isThere)).toEqual([])
    for (const { due, at, quotations } of rows) {
      expect((due ?? '') > (at.date ?? '')).toBe(true)
      expect(quotations).toHaveLength(1)
    }
  })

  test('a kept duty is shown by the item that reports on it, a broken one by nothing', async () => {
    for (const { doc, item, deadline, what, reported } of [...stories.duties.kept, ...stories.duties.silent]) {
      const slice = await store.policyEvents(await firstPolicy(doc, item), 500).catch(() => null)
      if (!slice) continue
      const { duties, openEnds } = await traceOf(slice.policy.id)
      const duty = duties.find((one) => one.deadline === deadline && one.quotations[0]?.quote.includes(what))
      expect(duty?.shown?.at.item ?? null).toBe(reported ? itemId(reported[0], reported[1]) : null)
      expect(duty?.followed).toBe(reported ? 'seen' : 'never')
      expect(openEnds.some(({ is, of }) => is === 'duty' && of === duty?.id)).toBe(!reported)
    }
  })
  const firstPolicy = async (doc: string, seq: number): Promise<string> => {
    const slice = await store.meetingGraph(
      `澜州市/meeting/${doc.slice(0, 10)}-常务会议-${Number(doc.slice(11))}`,
      { of: 'item', item: itemId(doc, seq) },
      500,
    )
    return slice?.edges.find(({ type, from }) => type === 'CONSIDERS' && from === itemId(doc, seq))?.to ?? 'none'
  }

  test('every yearly series is found from each of its editions', async () => {
    for (const { editions } of stories.yearly) {
      for (const { edition, doc, item, title } of editions) {
        const { policy, related } = await traceOf(await policyAt(doc, item, title))
        expect(policy.edition).toBe(edition)
        const others = editions.filter((one) => one.edition !== edition)
        const found = related.filter(({ relation }) => relation === 'edition')
        expect(found.map((one) => [one.policy.edition, one.items[0]?.item])).toEqual(
          others.map((one) => [one.edition, itemId(one.doc, one.item)]),
        )
        expect(found.map(({ inward }) => inward)).toEqual(others.map((one) => Number(one.edition) > Number(edition)))
      }
    }
    const { rows } = await allPolicies()
    const planted = stories.yearly.flatMap(({ editions }) => editions)
    expect(rows.filter(({ policy }) => policy.edition !== null).length).toBeGreaterThanOrEqual(planted.length)
  }, 60_000)

  test('what was repealed, refused and revised is told as that, and nothing else is', async () => {
    const told = new Map<string, string[]>([
      ['repealed', []],
      ['rejected', []],
    ])
    for (const { state, at } of (await allPolicies()).rows) if (state && at) told.get(state)?.push(at.item)
    const planted = (places: readonly (readonly (string | number)[])[]) =>
      places.map(([doc, item]) => itemId(String(doc), Number(item))).sort()
    expect([...new Set(told.get('repealed'))].sort()).toEqual(planted(stories.repealed))
    expect([...new Set(told.get('rejected'))].sort()).toEqual(planted(stories.rejected))
    const renewal = await traceOf('澜州市/policy/城市更新实施办法')
    expect(considering(renewal).map(({ state }) => state)).toEqual(['deferred', 'resumed', 'revised'])
  })

  test('what a later document knows by its number is issued; what is only planned is not', async () => {
    const { events, openEnds, citingPolicies } = await traceOf('澜州市/policy/城市更新实施办法')
    expect(events.find(({ state }) => state === 'issued')).toMatchObject({
      part: 'cites',
      docNumber: '澜府规〔2023〕2号',
      at: { ordinal: 55 },
    })
    expect(events.flatMap(({ named }) => named.map(({ next, state }) => `${next} ${state}`))).toEqual([
      'resubmit resumed',
      'issue issued',
      'issue open',
    ])
    expect(openEnds).toMatchObject([{ is: 'next', next: 'issue', at: { ordinal: 73 }, due: '2024-10-20' }])
    expect(citingPolicies).toBe(2)
    for (const { rows } of [await allPolicies()])
      for (const row of rows.slice(0, 40)) {
        const trace = await traceOf(row.policy.id)
        for (const step of trace.events.flatMap(({ named }) => named))
          expect(step.shown !== null).toBe(step.state !== 'open')
      }
  }, 60_000)

  test('every event, duty and vanished matter has a sentence that stands in its document', async () => {
    const { events, duties } = await traceOf('澜州市/policy/城市更新实施办法')
    for (const { quotations } of [...events, ...duties]) {
      expect(quotations.length).toBeGreaterThan(0)
      for (const { document, sentence, quote } of quotations)
        expect((await store.document(document))?.text.slice(sentence.start, sentence.end)).toBe(quote)
    }
  })

  test('the list is searched by part of a title, cut off by period, sorted, and paged', async () => {
    const found = await ask(`/policies?${city}&q=${encodeURIComponent('城市更新')}`, listPolicies.reply)
    expect(found.rows.map(({ policy }) => policy.id)).toContain('澜州市/policy/城市更新实施办法')
    expect(found.counts.all).toBe(found.total)
    const early = await ask(`/policies?${city}&to=2022-06-30&sort=recent`, listPolicies.reply)
    expect(early.rows.every(({ last }) => (last ?? '') <= '2022-06-30')).toBe(true)
    const all = await allPolicies()
    expect(early.total).toBeLessThan(all.total)
    const first = await ask(`/policies?${city}&limit=10&sort=name`, listPolicies.reply)
    const second = await ask(`/policies?${city}&limit=10&sort=name&cursor=${first.next}`, listPolicies.reply)
    expect(new Set([...first.rows, ...second.rows].map(({ policy }) => policy.id)).size).toBe(20)
  })
})

describe('a trace over two documents', () => {
  let store: Store
  let server: Server
  let base: string
  const ask = asker(() => base)
  beforeAll(async () => {
    store = await openCity()
    ;({ server, base } = await listen(store))
  })
  afterAll(async () => {
    server.close()
    await store.close()
  })

  test('tells both meetings, the plan, and that nothing has shown it', async () => {
    const trace = await ask(`/policies/${encodeURIComponent('岚州市/policy/桥梁管理办法')}/trace`, getTrace.reply)
    expect(trace.events.map(({ at, state }) => [at.ordinal, state])).toEqual([
      [41, 'considered'],
      [43, 'considered'],
    ])
    expect(trace.openEnds).toEqual([])
    expect(trace.events.at(-1)?.named).toMatchObject([{ next: 'issue', state: 'open', shown: null }])
  })

  test('what is unknown is not found, and what is no policy neither', async () => {
    for (const id of ['岚州市/policy/没有', '岚州市/department/市司法局'])
      expect((await fetch(`${base}/policies/${encodeURIComponent(id)}/trace`)).status).toBe(404)
    expect((await fetch(`${base}/policies?jurisdiction=x`)).status).toBe(404)
    expect((await fetch(`${base}/vanished?jurisdiction=x`)).status).toBe(404)
    expect((await fetch(`${base}/vanished?jurisdiction=x&least=3`)).status).toBe(400)
  })
})
