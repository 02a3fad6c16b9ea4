import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routesOf } from '../../server/app.ts'
import { openApi } from '../../server/openapi.ts'
import type { Store } from '../../store/port.ts'
import { CITY, LEADS, MEETING, openCity } from './city.ts'
import { type RunningApi, startApi } from './running-api.ts'

const SEED = 20_240_506
const RUNS = 40

/** Of what a machine may send: ids that there are, things that look like numbers and days, and any text at all. */
const value = fc.oneof(
  fc.constantFrom(CITY.id, MEETING, LEADS, `${CITY.id}/department/市司法局`, 'item', 'agenda', 'csv', '1', '0', '-1'),
  fc.constantFrom('1e9', '2022-03-04', '2022-02-30', '\u0000', '..', '%', "' OR 1=1 --", '"*" NEAR(', '\ufeff', '𠮷'),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const encoded = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')) || '%20'

describe('any question', () => {
  let store: Store
  let api: RunningApi
  beforeAll(async () => {
    store = await openCity()
    api = await startApi(store)
  })
  afterAll(async () => {
    await api.stop()
    await store.close()
  })

  test('is answered with a status that is described, and with none that says the server broke', async () => {
    const contracts = routesOf(store, '0').map(({ contract }) => contract)
    const described = openApi(contracts, '0').paths ?? {}
    for (const contract of contracts.filter(({ method }) => method === 'get')) {
      const path = contract.path.replaceAll(/:(\w+)/g, '{$1}')
      const known = Object.keys(described[path]?.get?.responses ?? {})
      const query = fc.dictionary(fc.constantFrom(...Object.keys(contract.query.shape), 'other'), value)
      await fc.assert(
        fc.asyncProperty(value, query, async (id, asked) => {
          const search = Object.entries(asked).map(([name, text]) => `${name}=${encoded(text)}`)
          const url = `${api.base}${contract.path.replaceAll(/:\w+/g, encoded(id))}?${search.join('&')}`
          const response = await fetch(url)
          expect(known, url).toContain(String(response.status))
          expect(response.status, `${url} ${await response.text()}`).toBeLessThan(500)
        }),
        { seed: SEED, numRuns: RUNS },
      )
    }
  }, 60_000)
})
