/** A correction leaves exactly what reading everything in again would leave. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataVersion, difference } from '../../../ingest/difference.ts'
import { mayBeDivided } from '../../../ingest/known-pairs.ts'
import { projectBeside } from '../../../ingest/project-beside.ts'
import { projectStored, rewriteJurisdiction, writeJurisdiction } from '../../../ingest/write-jurisdiction.ts'
import { CurationAction } from '../../../model/curation.ts'
import type { Store } from '../../../store/port.ts'
import { smallMinutes } from '../small-minutes.ts'
import { event } from './event-builder.ts'
import { ALONE, EVERY_ACTION } from './every-action.ts'
import { act, CITY, documentOf, graphOf, openEmpty, put } from './small-city.ts'

const all = async (store: Store) => ({ ...(await graphOf(store)), documents: await store.documents(CITY) })

/** A store that holds the documents as each reads alone, which no ingest leaves. */
const openStale = async (): Promise<Store> => {
  const store = await openEmpty()
  const documents = [...ALONE]
  const { graph } = projectStored(CITY, documents, [])
  const stored = await store.fingerprints(CITY)
  await store.commit(difference(graph, dataVersion(documents), { put: documents, remove: [] }, stored))
  return store
}
const readAgain = (store: Store) => writeJurisdiction(store, CITY, (stored) => [...stored])

describe('a correction', () => {
  test('has a city to be about in which one document helps another', () => {
    expect(ALONE.map(({ record }) => mayBeDivided(record))).toEqual([true, false])
  })
  test.each(EVERY_ACTION)(
    '(%s) leaves what ingest would leave, also where the records were stale',
    async (_name, action) => {
      const [curated, ingested] = [await openStale(), await openEmpty()]
      const { event: written } = await act(curated, action)
      await put(ingested, ...ALONE)
      await rewriteJurisdiction(ingested, CITY, ({ documents }) => ({ documents, newEvents: [written] }))
      expect(await all(curated)).toEqual(await all(ingested))
      expect((await readAgain(curated)).changed).toBe(false)
      await Promise.all([curated.close(), ingested.close()])
    },
  )
  test.each(EVERY_ACTION)(
    '(%s) holds when another document comes, which is written without the texts of these',
    async (_name, action) => {
      const [after, before] = [await openEmpty(), await openEmpty()]
      const third = documentOf('47.txt', smallMinutes({ ordinal: 47, date: [2022, 11, 22] }))
      await put(after, ...ALONE)
      const { event: written } = await act(after, action)
      await put(after, third)
      await put(before, ...ALONE, third)
      await rewriteJurisdiction(before, CITY, ({ documents }) => ({ documents, newEvents: [written] }))
      expect(await all(after)).toEqual(await all(before))
      await Promise.all([after.close(), before.close()])
    },
  )
  test.each(EVERY_ACTION)('(%s) undone leaves all byte for byte as it was', async (_name, action) => {
    const store = await openEmpty()
    await put(store, ...ALONE)
    const before = await all(store)
    const { event: written, effect } = await act(store, action)
    const parts = [...Object.values(effect.nodes), ...Object.values(effect.edges)]
    expect(parts.some(({ total }) => total > 0)).toBe(true)
    await act(store, { do: 'undo', event: written.id })
    expect(await all(store)).toEqual(before)
    await store.close()
  })
  test('in any number and order: the same as by an ingest, and nothing is left for the next one to do', async () => {
    const some = fc.uniqueArray(fc.constantFrom(...EVERY_ACTION), {
      minLength: 1,
      maxLength: 4,
      selector: ([name]) => name,
    })
    await fc.assert(
      fc.asyncProperty(some, async (actions) => {
        const [curated, ingested] = [await openStale(), await openEmpty()]
        for (const [, action] of actions) await act(curated, action).catch(refusedOnly)
        await put(ingested, ...ALONE)
        const newEvents = await curated.curation(CITY)
        await rewriteJurisdiction(ingested, CITY, ({ documents }) => ({ documents, newEvents }))
        if (newEvents.length) expect(await all(curated)).toEqual(await all(ingested))
        expect((await readAgain(ingested)).changed).toBe(false)
        await Promise.all([curated.close(), ingested.close()])
      }),
      { numRuns: 12 },
    )
  })
})

const refusedOnly = (error: unknown) => expect(error).toMatchObject({ name: 'CurationRefused' })

describe('a projection beside another one', () => {
  test('is the projection from nothing, whatever the events are, in both directions', () => {
    const events = fc.subarray(
      EVERY_ACTION.map(([, action]) => event(CurationAction.parse(action), { jurisdiction: CITY })),
    )
    fc.assert(
      fc.property(events, events, fc.subarray([...ALONE], { minLength: 1 }), (former, latter, documents) => {
        const before = projectStored(CITY, ALONE, former)
        expect(projectBeside(CITY, documents, latter, before)).toEqual(projectStored(CITY, documents, latter))
      }),
      { numRuns: 40 },
    )
  })
})
