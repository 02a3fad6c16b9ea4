import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { getAmong } from '../../model/api/lists.ts'
import { getOverview } from '../../model/api/overview.ts'
import { createApp } from '../../server/app.ts'
import type { Store } from '../../store/port.ts'
import { CITY, LEADS, MEETING, openCity } from './city.ts'

let store: Store
let server: Server
let base: string

const ask = async <Reply extends z.ZodType>(path: string, reply: Reply): Promise<z.output<Reply>> => {
  const response = await fetch(`${base}${path}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return reply.parse(await response.json())
}
const place = `jurisdiction=${encodeURIComponent(CITY.id)}`

beforeAll(async () => {
  store = await openCity()
  const app = createApp({ store, log: pino({ level: 'silent' }), version: '0.0.0', page: null })
  server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started))
  })
  const address = server.address() as AddressInfo
  base = `http://127.0.0.1:${address.port}/api`
})
afterAll(async () => {
  server?.close()
  await store?.close()
})

test('of a place with two meetings the overview says what two meetings can say', async () => {
  const reply = await ask(`/overview?${place}`, getOverview.reply)
  expect(reply.ties).toMatchObject({ tested: 1, above: 0, testable: false, met: 1 })
  expect(reply.closer).toBeNull()
  expect(reply.leads.map(({ meeting, communities }) => [meeting, communities.length])).toEqual([
    [MEETING, 1],
    [MEETING.replace('2022-03-04-常务会议-41', '2022-05-06-常务会议-43'), 1],
  ])
})

test('a policy has a mark in each meeting that dealt with it, in its place beside the missing one', async () => {
  const { policies } = await ask(`/overview?${place}`, getOverview.reply)
  expect(policies).toMatchObject({ total: 1, deferred: 0, returned: 0, open: 0 })
  expect(policies.rows[0]?.marks).toEqual([
    { slot: 0, is: 'agreed' },
    { slot: 2, is: 'agreed' },
  ])
})

test('attendance has its denominators, and a missing number is in none', async () => {
  const { attendance } = await ask(`/overview?${place}`, getOverview.reply)
  expect(attendance).toMatchObject({ withRoll: 2, people: 2 })
  expect(attendance.rows).toMatchObject([{ label: '阙知行', seat: '市司法局', present: 2, of: 2 }])
  expect(attendance.groups.find(({ group }) => group === 'leaders')).toEqual({
    group: 'leaders',
    people: 1,
    rows: ['1-1'],
  })
})

test('an unknown place is not found', async () => {
  expect((await fetch(`${base}/overview?jurisdiction=x`)).status).toBe(404)
})

test('the relations between nodes that are named come with how many neighbours each has', async () => {
  const [, from = '', to = ''] = LEADS.split('|')
  const short = [from, to].map((id) => id.slice(CITY.id.length + 1)).join('|')
  const reply = await ask(`/among?${place}&ids=${encodeURIComponent(short)}`, getAmong.reply)
  expect(reply.edges.map(({ id }) => id)).toEqual([LEADS])
  expect(reply.totals.map(({ id }) => id).sort()).toEqual([from, to].sort())
  for (const { neighbours } of reply.totals) expect(neighbours).toBeGreaterThan(0)
  const outside = await ask(`/among?${place}&ids=${encodeURIComponent(short)}&from=2030-01-01`, getAmong.reply)
  expect(outside.edges).toEqual([])
})

test('more nodes than an address holds are refused', async () => {
  const ids = Array.from({ length: 151 }, (_, at) => `item/${at}`).join('|')
  expect((await fetch(`${base}/among?${place}&ids=${encodeURIComponent(ids)}`)).status).toBe(400)
})
