import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ingest } from '../../../ingest/pipeline.ts'
import { emptyReport } from '../../../ingest/report.ts'
import type { IdentityDecisions } from '../../../ingest/resolve/identity-decisions.ts'
import type { Source } from '../../../ingest/resolve/meeting-key.ts'
import { byCodeUnits } from '../../../model/order.ts'
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'
import { SAMPLES } from '../../samples/corpus.ts'
import { decision, entry, item, minutes, span } from '../record-builder.ts'
import { CITY, graphOf, heldOn, meets, personIn, rollOf, source } from './city.ts'

const policies = (...titles: string[]) => titles.map((title) => ({ title, span: span() }))
const putOff = decision({ outcome: 'deferred', lead: ['市司法局'] })

/** Two documents of one meeting, meetings without a day, reforms, moves, namesakes, policies that come back: all that an order could touch. */
const CORPUS: readonly Source[] = [
  heldOn('2018-03-05', {
    attendance: rollOf('市经信委 栗文谦', '市水务局 王岩', '陆衡'),
    items: [item(1, { policies: policies('甲办法（草案）'), decisions: [putOff] })],
  }),
  heldOn('2019-06-05', {
    attendance: rollOf('市工信局 栗文谦', '云汀区 王岩', '市水务局 徐青', '陆衡'),
    items: [item(1, { policies: policies('岚州市甲办法', '2019年立法计划') })],
  }),
  source(
    'web',
    minutes({
      meeting: { date: '2019-06-05', ordinal: 20190605, place: '二号楼' },
      attendance: rollOf('市工业和信息化局 栗文谦', '陆衡'),
      items: [item(1, { policies: policies('甲办法') })],
    }),
  ),
  source(
    'pdf',
    minutes({
      meeting: { date: '2019-06-05', ordinal: 20190605, place: '一号楼' },
      attendance: [entry('陆衡', null, { role: 'absent' })],
    }),
  ),
  heldOn('2020-06-05', {
    attendance: rollOf('云汀区 王岩', '市司法局 王岩'),
    items: [item(1, { policies: policies('2020年立法计划', '甲办法实施细则') })],
  }),
  meets('2022-06-05', '市工信局 栗文谦', '市司法局 王伟', '云汀区 王伟'),
  meets('2022-07-05', '市教育局 王伟', '市经信委 夏禾'),
  source(
    'undated-16',
    minutes({ meeting: { date: null, term: 16, docNumber: null }, attendance: rollOf('市司法局 王伟') }),
  ),
  source('undated-17', minutes({ meeting: { date: null, term: 17, docNumber: null }, attendance: rollOf('陆衡') })),
  source('unknown-1', minutes({ meeting: { date: null, docNumber: null } })),
  source('unknown-2', minutes({ meeting: { date: null, docNumber: null }, attendance: rollOf('市司法局 王伟') })),
]
const DECISIONS: Partial<IdentityDecisions> = {
  same: [[personIn('2022-06-05', '王伟', '市司法局'), personIn('2022-07-05', '王伟', '市教育局')]],
  different: [[personIn('2019-06-05', '栗文谦', '市工信局'), personIn('2018-03-05', '栗文谦', '市经信委')]],
}

describe('the order of documents does not matter', () => {
  test('for the graph, byte for byte, with and without decisions', () => {
    const expected = [JSON.stringify(graphOf(CORPUS)), JSON.stringify(graphOf(CORPUS, DECISIONS))]
    fc.assert(
      fc.property(fc.shuffledSubarray([...CORPUS], { minLength: CORPUS.length }), (order) => {
        expect(JSON.stringify(graphOf(order))).toBe(expected[0])
        expect(JSON.stringify(graphOf(order, DECISIONS))).toBe(expected[1])
      }),
      { numRuns: 250 },
    )
  })

  test('for decisions: in any order they give one graph', () => {
    const pairs = DECISIONS.same ?? []
    const more: Partial<IdentityDecisions> = { ...DECISIONS, same: [...pairs, ...pairs].reverse() }
    expect(JSON.stringify(graphOf(CORPUS, more).nodes)).toBe(JSON.stringify(graphOf(CORPUS, DECISIONS).nodes))
  })

  test('for what is stored, in however many runs it is read', { timeout: 120_000 }, async () => {
    const folder = join(SAMPLES, 'minutes')
    const files = readdirSync(folder)
      .slice(10, 16)
      .map((name) => join(folder, name))
    const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
    const written = async (runs: readonly (readonly string[])[]): Promise<string> => {
      const store = await openSqlite({ file: ':memory:', readers: 0 })
      for (const run of runs) await ingest(store, run, emptyReport(), watcher)
      const { base, nodes, edges } = await store.fingerprints('澜州市')
      await store.close()
      const sorted = (prints: ReadonlyMap<string, string>) => [...prints].sort(([a], [b]) => byCodeUnits(a, b))
      return JSON.stringify([base, sorted(nodes), sorted(edges)])
    }
    const expected = await written([files])
    expect(expected.length).toBeGreaterThan(10_000)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(files, { minLength: files.length }),
        fc.integer({ min: 1, max: 5 }),
        async (order, cut) => {
          expect(await written([order.slice(0, cut), order.slice(cut)])).toBe(expected)
        },
      ),
      { numRuns: 4 },
    )
  })
})

test('every id is of its jurisdiction', () => {
  for (const { id } of graphOf(CORPUS).nodes) expect(id.startsWith(`${CITY.id}/`)).toBe(true)
})
