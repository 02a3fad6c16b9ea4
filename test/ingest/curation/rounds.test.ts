/** What holds whatever the order: of documents, of events, of undos. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLines, toLines } from '../../../ingest/curation/event-lines.ts'
import { projectStored, rewriteJurisdiction } from '../../../ingest/write-jurisdiction.ts'
import type { CurationEvent } from '../../../model/curation.ts'
import type { Store } from '../../../store/port.ts'
import { smallMinutes } from '../small-minutes.ts'
import { body, event, undo } from './event-builder.ts'
import { act, CITY, documentOf, graphOf, openEmpty, put } from './small-city.ts'

const DAYS = [
  [2022, 7, 19],
  [2022, 9, 20],
  [2022, 11, 22],
] as const
const documents = DAYS.map(([year, month, day], at) =>
  documentOf(
    `${at}.txt`,
    smallMinutes({ ordinal: 45 + at, date: [year, month, day], roll: '市住建局凌舟 市财政局顾一鸣' }),
  ),
)
const KEYS = ['2022-07-19-常务会议-45', '2022-09-20-常务会议-46', '2022-11-22-常务会议-47']

const mention = fc.oneof(
  fc.constantFrom('市住建局', '市财政局', '市审计局').map(body),
  fc
    .record({ meeting: fc.constantFrom(...KEYS), at: fc.constantFrom(['凌舟', '市住建局'], ['顾一鸣', '市财政局']) })
    .map(({ meeting, at: [name, seat] }) => ({ kind: 'person' as const, meeting, name, body: seat })),
)
const reading = fc.record({
  person: fc.constantFrom('凌舟', '凌洲'),
  role: fc.constantFrom('observer', 'absent'),
  body: fc.constantFrom('市住建局', '市审计局', null),
})
const action = fc.oneof(
  fc.record({ do: fc.constantFrom('same', 'different'), a: mention, b: mention }),
  fc.record({ do: fc.constant('rename'), mention, name: fc.constantFrom('甲', '乙') }),
  fc.record({
    do: fc.constant('correct-roll'),
    fact: fc.record({
      of: fc.constant('roll'),
      meeting: fc.constantFrom(...KEYS),
      person: fc.constantFrom('凌舟', '顾一鸣'),
      body: fc.constantFrom('市住建局', '市财政局'),
    }),
    readings: fc.array(reading, { maxLength: 2 }),
  }),
)
/** Actions of two people, each with how often it is undone: an undo that is undone lets it hold. */
const history = fc.array(
  fc.record({ action, by: fc.constantFrom('林', '苏'), undone: fc.integer({ min: 0, max: 3 }) }),
  {
    maxLength: 6,
  },
)
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

const eventsOf = (steps: History): { all: CurationEvent[]; holding: CurationEvent[] } => {
  const all: CurationEvent[] = []
  const holding: CurationEvent[] = []
  for (const { action: what, by, undone } of steps) {
    const first = event(what, { by, jurisdiction: CITY })
    all.push(first)
    for (let count = 0, last = first; count < undone; count++) {
      last = undo(last, { jurisdiction: CITY })
      all.push(last)
    }
    if (undone % 2 === 0) holding.push(first)
  }
  return { all, holding }
}

const shuffled = <Value>(values: readonly Value[]) =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length })

describe('events and undos in any number and order', () => {
  test('give the graph and the version of those that hold, whatever the order', () => {
    fc.assert(
      fc.property(
        history
          .map(eventsOf)
          .chain(({ all, holding }) => fc.tuple(fc.constant(holding), shuffled(all), shuffled(documents))),
        ([holding, events, order]) => {
          const told = projectStored(CITY, order, events)
          const plain = projectStored(CITY, documents, holding)
          expect([told.graph, told.version]).toEqual([plain.graph, plain.version])
          expect([told.conflicts, told.dangling]).toEqual([plain.conflicts, plain.dangling])
        },
      ),
      { numRuns: 60 },
    )
  })
  test('written between the documents, a run of each its own, leave the same in the store', async () => {
    const run = (store: Store, events: CurationEvent[]) =>
      rewriteJurisdiction(store, CITY, (held) => ({ documents: held.documents, newEvents: events }))
    await fc.assert(
      fc.asyncProperty(
        history.map(eventsOf),
        shuffled(documents),
        fc.integer({ min: 0, max: 3 }),
        async ({ all }, order, at) => {
          const [apart, atOnce] = [await openEmpty(), await openEmpty()]
          await put(atOnce, ...documents)
          await run(atOnce, all)
          for (const document of order.slice(0, at)) await put(apart, document)
          await run(apart, all)
          for (const document of order.slice(at)) await put(apart, document)
          expect(await graphOf(apart)).toEqual(await graphOf(atOnce))
          expect(await apart.curation(CITY)).toEqual(await atOnce.curation(CITY))
          await Promise.all([apart.close(), atOnce.close()])
        },
      ),
      { numRuns: 8 },
    )
  })
})

describe('over the sample city', () => {
  const folder = fileURLToPath(new URL('../../../samples/minutes/', import.meta.url))
  const sample = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => documentOf(name, readFileSync(`${folder}${name}`, 'utf8')))
  const WANG = { kind: 'person', name: '王汝萍' }
  const same = {
    do: 'same',
    a: { ...WANG, meeting: '2023-03-23-常务会议-54', body: null },
    b: { ...WANG, meeting: '2022-01-14-常务会议-38', body: '市发改委' },
  }

  test('a correction holds through a changed document and another order; undone, all is byte for byte as it was', async () => {
    const store = await openEmpty()
    await put(store, ...sample)
    const before = await graphOf(store)
    const { event: merged } = await act(store, same)
    const after = await graphOf(store)
    expect(after.prints.nodes.size).toBe(before.prints.nodes.size - 1)

    const [first] = sample
    if (!first) throw new Error('the sample city has documents')
    const changed = documentOf(first.name, first.sourceText.replace('审议并通过', '原则同意'))
    expect(changed.sha256).not.toBe(first.sha256)
    await put(store, changed)
    const people = [...(await store.fingerprints(CITY)).nodes.keys()].filter((id) => id.includes('/person/王汝萍'))
    expect(people).toHaveLength(1)
    await put(store, first)
    expect(await graphOf(store)).toEqual(after)

    const other = await openEmpty()
    const events = fromLines(toLines(await store.curation(CITY))).map((line) => line.event)
    await rewriteJurisdiction(other, CITY, (held) => ({ documents: held.documents, newEvents: events }))
    await put(other, ...sample.slice(20).toReversed())
    await put(other, ...sample.slice(0, 20))
    expect(await graphOf(other)).toEqual(after)

    await act(other, { do: 'undo', event: merged.id })
    expect(await graphOf(other)).toEqual(before)
    await Promise.all([store.close(), other.close()])
  }, 120_000)
})
