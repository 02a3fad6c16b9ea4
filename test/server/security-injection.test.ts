import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../model/api/endpoint.ts'
import { routesOf } from '../../server/app.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { everything } from '../store/contract/given.ts'
import { CITY, LEADS, MEETING, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

/** Each would do something if it were ever put into a question as a part of it: SQL, Cypher, full-text search of both stores, regular expressions. */
const HOSTILE = [
  `'); DELETE FROM nodes; --`,
  `x' UNION SELECT id, json FROM documents --`,
  `') OR 1=1 MATCH (n:Jiyao) DETACH DELETE n //`,
  '`}) DETACH DELETE (n) RETURN {`a`:`',
  'x\\u0027}) CALL apoc.load.json("http://127.0.0.1:1/") YIELD value //',
  '"市" NEAR("司",2) OR form_index : * ^ -a',
  '* AND _exists_:id~0.1^9 [* TO *] /.*/',
  '(.*)*$',
  '__proto__',
  `${CITY.id}/`,
  '$id',
  '9'.repeat(400),
]

/** What makes a question whole, so that the hostile part of it reaches the store. */
const WHOLE: Readonly<Record<string, string>> = {
  jurisdiction: CITY.id,
  id: MEETING,
  q: '司法',
  kind: 'department',
  ids: 'department/市司法局',
  a: `${CITY.id}/department/市司法局`,
  b: `${CITY.id}/department/市财政局`,
  from: '2022-01-01',
  to: '2022-12-31',
}

const wholeOf = ({ name }: Endpoint, key: string): string | undefined =>
  name === 'getPath' && (key === 'from' || key === 'to') ? `${CITY.id}/department/市司法局` : WHOLE[key]

const addressOf = (contract: Endpoint, [hostileKey, hostile]: readonly [string, string]): string => {
  const query = Object.entries(contract.query.shape).flatMap(([key, schema]) => {
    if (key === hostileKey) return `${key}=${encodeURIComponent(hostile)}`
    const value = wholeOf(contract, key)
    return value === undefined || schema.safeParse(undefined).success ? [] : `${key}=${encodeURIComponent(value)}`
  })
  const path = contract.path.replaceAll(/:(\w+)/g, (_all, key: string) => {
    if (key === hostileKey) return encodeURIComponent(hostile)
    return encodeURIComponent(contract.path.startsWith('/edges') ? LEADS : (WHOLE[key] ?? MEETING))
  })
  return `${path}?${query.join('&')}`
}

const questions = (contracts: readonly Endpoint[], values: readonly string[]): string[] =>
  contracts.flatMap((contract) =>
    [...Object.keys(contract.params.shape), ...Object.keys(contract.query.shape)].flatMap((key) =>
      values.map((value) => addressOf(contract, [key, value])),
    ),
  )

const AT_ONCE = 8

const statuses = async (base: string, paths: readonly string[]): Promise<Map<string, number>> => {
  const found = new Map<string, number>()
  const left = [...paths]
  const askOn = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const response = await fetch(`${base}${path}`)
      await response.arrayBuffer()
      found.set(path, response.status)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askOn))
  return found
}

const holds = (values: readonly string[], open: () => Promise<Store>): void => {
  let store: Store
  let api: RunningApi
  beforeAll(async () => {
    store = await openCity(await open())
    api = await startApi(store)
  })
  afterAll(async () => {
    await api?.stop()
    await store?.close()
  })

  test('every parameter of every question takes them as words, and what is stored stays as it was', async () => {
    const contracts = routesOf(store, '0')
      .map(({ contract }) => contract)
      .filter(({ method }) => method === 'get')
    const paths = questions(contracts, values)
    expect(paths.length).toBeGreaterThan(values.length * contracts.length)
    const before = await everything(store, CITY.id)
    const found = await statuses(api.base, paths)
    const unexpected = [...found].filter(([, status]) => ![200, 400, 404].includes(status))
    expect(unexpected).toEqual([])
    expect(await everything(store, CITY.id)).toEqual(before)
    // Some of them are names that nobody bears, and are asked for all the way down.
    expect(new Set(found.values())).toEqual(new Set([200, 400, 404]))
  }, 300_000)
}

describe('hostile values over SQLite:', () => {
  holds(HOSTILE, () => openSqlite({ file: ':memory:', readers: 0 }))
})

describeWithNeo4j('hostile values over Neo4j:', () => {
  const server = borrowNeo4j()
  holds(
    HOSTILE.filter((value) => /DETACH DELETE \(n\)|_exists_/.test(value)),
    () => server.open(),
  )
})
