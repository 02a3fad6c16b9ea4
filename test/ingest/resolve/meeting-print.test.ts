import { hash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ingest } from '../../../ingest/pipeline.ts'
import { removeDocuments } from '../../../ingest/remove-documents.ts'
import { emptyReport } from '../../../ingest/report.ts'
import type { Source } from '../../../ingest/resolve/meeting-key.ts'
import { resolve } from '../../../ingest/resolve/resolve.ts'
import { projectStored } from '../../../ingest/write-jurisdiction.ts'
import { writeCity } from '../../../scripts/samples/main.ts'
import type { Store } from '../../../store/port.ts'
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'
import { SAMPLES } from '../../samples/corpus.ts'
import { decision, entry, item } from '../record-builder.ts'
import { CITY, graphOf, heldOn, keyOf, meets, personIn, rollOf } from './city.ts'

const printOf = (sources: readonly Source[], day: string, decisions: Parameters<typeof graphOf>[1] = {}) =>
  graphOf(sources, decisions).prints.get(`${CITY.id}/meeting/${keyOf(day)}`)

describe('the fingerprint of a meeting', () => {
  const first = meets('2020-03-05', '市水务局 王岩', '陆衡')
  const print = printOf([first], '2020-03-05')

  test('stays as it is when another meeting comes that changes nothing of it', () => {
    expect(print).toMatch(/^[0-9a-f]{64}$/u)
    expect(printOf([first, meets('2020-04-05', '市水务局 王岩', '陆衡')], '2020-03-05')).toBe(print)
  })

  test('is another where its record says another thing', () => {
    const others = [
      heldOn('2020-03-05', { attendance: rollOf('市水务局 王岩', '陆衡'), items: [item(1)] }),
      heldOn('2020-03-05', { attendance: rollOf('市水务局 王岩', '陆衡'), meeting: { place: '一号楼' } }),
      heldOn('2020-03-05', { attendance: [...rollOf('市水务局 王岩'), entry('陆衡', null, { role: 'absent' })] }),
    ]
    for (const other of others) expect(printOf([other], '2020-03-05')).not.toBe(print)
  })

  test('is the same from the hash of its record, and another where that is another', () => {
    const told = hash('sha256', JSON.stringify(first.record))
    expect(printOf([{ ...first, print: told }], '2020-03-05')).toBe(print)
    expect(printOf([{ ...first, print: hash('sha256', 'another') }], '2020-03-05')).not.toBe(print)
  })

  test('is another where a second document of the meeting comes', () => {
    const web = { ...first, document: `${CITY.id}/document/web` }
    expect(printOf([first, web], '2020-03-05')).not.toBe(print)
  })

  test('is another where somebody in it is taken for another person', () => {
    const both = [first, meets('2020-04-05', '市教育局 王岩')]
    const one = [personIn('2020-03-05', '王岩', '市水务局'), personIn('2020-04-05', '王岩', '市教育局')] as const
    const before = printOf(both, '2020-04-05')
    expect(printOf(both, '2020-04-05', { same: [[...one]] })).not.toBe(before)
  })

  test('of a meeting that is stored leaves out what belongs to it, and nothing else', () => {
    const considers = (day: string) =>
      heldOn(day, {
        attendance: rollOf('市水务局 王岩'),
        items: [
          item(1, {
            policies: [{ title: `${day.slice(0, 4)}年立法计划`, span: { start: 0, end: 4 } }],
            decisions: [decision({ lead: ['市司法局'] })],
          }),
        ],
      })
    const sources = [considers('2019-03-05'), considers('2020-03-05')]
    const whole = graphOf(sources)
    const id = `${CITY.id}/meeting/${keyOf('2019-03-05')}`
    const rest = resolve(CITY, sources, undefined, new Map([[id, whole.prints.get(id) ?? '']]))
    const own = new Set([
      id,
      ...whole.nodes.flatMap((node) => ('meeting' in node && node.meeting === id ? node.id : [])),
    ])
    expect(own.size).toBe(3)
    expect(rest.nodes).toEqual(whole.nodes.filter((node) => !own.has(node.id)))
    expect(rest.edges).toEqual(whole.edges.filter(({ from, to }) => !own.has(from) && !own.has(to)))
    expect(rest.prints).toEqual(whole.prints)
  })
})

describe('a city that came document by document is, byte for byte, what all its documents come to', () => {
  const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
  const graphIn = async (store: Store, place: string) => {
    const { nodes, edges } = await store.fingerprints(place)
    const found = await Promise.all([...edges.keys()].map((id) => store.edge(id)))
    return JSON.stringify([await store.nodes([...nodes.keys()]), found.map((one) => one?.edge)])
  }

  const holds = async (folder: string) => {
    const files = readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
    const store = await openSqlite({ file: ':memory:', readers: 0 })
    await ingest(store, files.slice(3), emptyReport(), watcher)
    for (const file of files.slice(0, 3)) await ingest(store, [file], emptyReport(), watcher)
    const place = (await store.jurisdictions())[0]?.id ?? ''
    const [, second] = await store.documents(place)
    await removeDocuments(store, place, new Set([second?.id ?? '']))
    const documents = await store.documents(place)
    expect(documents.length).toBe(files.length - 1)
    const { graph } = projectStored(place, documents, [])
    expect(await graphIn(store, place)).toBe(JSON.stringify([graph.nodes, graph.edges]))
    const fresh = new Map((await store.meetingPrints(place)).meetings)
    expect(fresh).toEqual(graph.prints)
    await store.close()
  }

  test('the sample city', { timeout: 120_000 }, () => holds(join(SAMPLES, 'minutes')))

  test.each([1, 4])('the generated city %i', { timeout: 120_000 }, async (nth) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiyao-increment-'))
    writeCity('increment', nth, 12, folder)
    await holds(join(folder, 'minutes'))
    rmSync(folder, { recursive: true })
  })
})
