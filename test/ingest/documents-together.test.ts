import { expect, test } from 'vitest'
import { texts } from '../../ingest/documents-together.ts'
import { StaleBase } from '../../store/port.ts'
import { CITY, documentOf, openEmpty, put } from './curation/small-city.ts'
import { smallMinutes } from './small-minutes.ts'

const city = async (count: number) => {
  const store = await openEmpty()
  const documents = Array.from({ length: count }, (_, at) =>
    documentOf(`m${at}.txt`, smallMinutes({ ordinal: at + 1, date: [2020 + Math.floor(at / 12), 1 + (at % 12), 5] })),
  )
  await put(store, ...documents)
  return { store, documents, records: await store.records(CITY) }
}

test.each([2, 33])(
  'records of %i documents get the texts that are stored, and keep what is new in them',
  async (count) => {
    const { store, records } = await city(count)
    const moved = records.map((record) => ({ ...record, origin: `/elsewhere/${record.name}` }))
    const whole = await store.documents(CITY)
    expect(await texts(store, CITY, records)).toEqual(whole)
    expect(await texts(store, CITY, moved)).toEqual(whole.map((one) => ({ ...one, origin: `/elsewhere/${one.name}` })))
    await store.close()
  },
)

test('a document that has its texts is given back as it is', async () => {
  const { store, documents } = await city(1)
  const [document] = documents
  expect((await texts(store, CITY, documents))[0]).toBe(document)
  await store.close()
})

test('a document that was taken out meanwhile is asked for again with all others', async () => {
  const { store, records } = await city(1)
  const gone = records.map((record) => ({ ...record, id: `${CITY}/document/gone` }))
  await expect(texts(store, CITY, gone)).rejects.toThrow(StaleBase)
  await store.close()
})
