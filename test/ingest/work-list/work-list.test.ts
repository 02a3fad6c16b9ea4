import { describe, expect, test } from 'vitest'
import { project } from '../../../ingest/projection.ts'
import { workListOf } from '../../../ingest/work-list-of.ts'
import type { CurationEvent } from '../../../model/curation.ts'
import type { StoredDocument } from '../../../model/document.ts'
import type { MinutesRecord } from '../../../model/record.ts'
import { WorkEntry, type WorkKind } from '../../../model/work-list.ts'
import { event, undo } from '../curation/event-builder.ts'
import { decision, entry, item, minutes, span } from '../record-builder.ts'

const CITY = { id: '岚州市', issuer: '岚州市人民政府' }

const documentOf = (name: string, record: MinutesRecord): StoredDocument => ({
  id: `岚州市/document/${name}`,
  jurisdiction: '岚州市',
  name,
  origin: name,
  sha256: name,
  parser: '1',
  format: 'txt',
  sourceText: '',
  text: '文'.repeat(20_000),
  origins: [],
  record,
})

const listOf = (records: readonly MinutesRecord[], events: readonly CurationEvent[] = []): WorkEntry[] => {
  const documents = records.map((record, at) => documentOf(`${at}.txt`, record))
  const list = workListOf(project(CITY, documents, events))
  expect(workListOf(project(CITY, documents.toReversed(), events.toReversed()))).toEqual(list)
  return list.map((one) => WorkEntry.parse(one))
}
const only = (list: readonly WorkEntry[], kind: WorkKind): WorkEntry => {
  const [found, second] = list.filter((one) => one.kind === kind)
  if (!found || second) throw new Error(`expected one ${kind}`)
  return found
}
const kinds = (list: readonly WorkEntry[]) => list.map(({ kind }) => kind)
const taken = (one: WorkEntry, at = 0) => event(one.ready[at])

const MEETING = '岚州市/meeting/2022-03-04-常务会议-41'
const quiet = (given: Parameters<typeof minutes>[0] = {}) =>
  minutes({ attendance: [entry('凌舟', '市财政局')], items: [item(1)], ...given })

describe('the work list', () => {
  test('of minutes without a doubt is empty', () => {
    expect(listOf([quiet()])).toEqual([])
  })

  test('has each warning, with its words, until it is settled', () => {
    const warning = { code: 'date-damaged', message: '', quote: '二〇二x年', span: { start: 3, end: 8 } }
    const record = quiet({ warnings: [warning] })
    const found = only(listOf([record]), 'warning')
    expect(found.nodes.map(({ id }) => id)).toEqual([MEETING])
    expect([found.about, found.quote, found.evidence]).toEqual([
      'date-damaged',
      '二〇二x年',
      [{ document: '岚州市/document/0.txt', start: 3, end: 8 }],
    ])
    expect(listOf([record], [taken(found)])).toEqual([])
  })
  test('names the item in which a warning stands', () => {
    const place = span()
    const record = quiet({
      items: [item(1, { span: place })],
      warnings: [{ code: 'x', message: '', quote: '', span: place }],
    })
    expect(only(listOf([record]), 'warning').nodes.map(({ kind }) => kind)).toEqual(['item'])
  })
  test('tells a warning of two documents of one meeting once, with both places', () => {
    const warnings = [{ code: 'x', message: '', quote: '同', span: { start: 1, end: 2 } }]
    const found = only(listOf([quiet({ warnings }), quiet({ warnings })]), 'warning')
    expect(found.evidence.map(({ document }) => document)).toEqual(['岚州市/document/0.txt', '岚州市/document/1.txt'])
  })

  test('has entries of rolls that may be divided elsewhere, until one reading is confirmed', () => {
    const doubtful = entry('严晗市', '市文联', { confidence: 0.6, runnerUp: { person: '严晗', body: '市文联' } })
    const doubt = { code: 'roll-low-confidence', message: '', quote: '', span: doubtful.span }
    const record = quiet({ attendance: [doubtful, entry('凌舟', '市财政局', { confidence: 0.9 })], warnings: [doubt] })
    const list = listOf([record])
    expect(kinds(list)).toEqual(['doubtful-split'])
    const found = only(list, 'doubtful-split')
    expect(found.nodes.map(({ label }) => label).sort()).toEqual(['严晗市', '市文联'])
    expect(found.ready).toHaveLength(2)
    for (const at of [0, 1]) expect(listOf([record], [taken(found, at)])).toEqual([])
  })

  test('has bodies that the lexicon does not know, until somebody accepts them', () => {
    const record = quiet({ attendance: [entry('凌舟', '市财政局'), entry('宁远', '市琥珀站')] })
    const list = listOf([record])
    const found = only(list, 'unknown-body')
    expect(found.nodes.map(({ label }) => label)).toEqual(['市琥珀站'])
    const accepted = event({ do: 'accept', entry: found.id })
    expect(listOf([record], [accepted])).toEqual([])
    expect(kinds(listOf([record], [accepted, undo(accepted)]))).toEqual(['unknown-body'])
  })

  test('has two people who may be one, until they are held to be one or two', () => {
    const at = (ordinal: number, date: string, body: string) =>
      minutes({ meeting: { ordinal, date }, attendance: [entry('阙玄澄', body)], items: [item(1)] })
    const records = [at(41, '2022-03-04', '市财政局'), at(42, '2022-09-05', '市审计局')]
    const found = only(listOf(records), 'possibly-same')
    expect(found.nodes.map(({ kind }) => kind)).toEqual(['person', 'person'])
    expect(found.ready.map((action) => action.do)).toEqual(['same', 'different'])
    for (const decided of [0, 1]) expect(listOf(records, [taken(found, decided)])).toEqual([])
  })

  test('has two titles that may be one policy', () => {
    const at = (ordinal: number, date: string, title: string) =>
      minutes({
        meeting: { ordinal, date },
        items: [item(1, { policies: [{ title, span: span() }], decisions: [decision({ lead: ['市水务局'] })] })],
      })
    const records = [
      at(41, '2022-03-04', '岚州市城市河道水环境综合整治管理办法'),
      at(42, '2022-05-06', '岚州市城市河道水环境综合整治的管理办法'),
    ]
    const found = only(listOf(records), 'policy-candidate')
    expect(found.nodes.map(({ kind }) => kind)).toEqual(['policy', 'policy'])
    for (const decided of [0, 1]) expect(listOf(records, [taken(found, decided)])).toEqual([])
  })
  test('has what two documents of one meeting say otherwise', () => {
    const records = ['政府大楼', '会议中心'].map((place) => quiet({ meeting: { place } }))
    const found = only(listOf(records), 'contradiction')
    expect([found.about, found.nodes.map(({ id }) => id)]).toEqual(['place', [MEETING]])
    expect(found.quote).toContain('政府大楼')
    expect(listOf(records, [event({ do: 'accept', entry: found.id })])).toEqual([])
  })

  test('has the serial numbers that are missing, on which nothing hangs', () => {
    const at = (ordinal: number, date: string) => quiet({ meeting: { ordinal, date } })
    const found = only(listOf([at(41, '2022-03-04'), at(43, '2022-05-06')]), 'missing-number')
    expect([found.about, found.weight, found.nodes]).toEqual(['常务会议 42', 0, []])
  })

  test('has corrections that find nothing, and those that contradict each other', () => {
    const fact = { of: 'roll', meeting: '2022-03-04-常务会议-41', body: '市财政局' }
    const correct = (was: string, is: string, by: string) =>
      event(
        {
          do: 'correct-roll',
          fact: { ...fact, person: was },
          readings: [{ person: is, role: 'observer', body: '市财政局' }],
        },
        { by, before: [{ kind: 'department', id: '岚州市/department/市财政局', label: '市财政局' }] },
      )
    const [one, two, lost] = [correct('凌舟', '凌洲', '林'), correct('凌舟', '凌州', '苏'), correct('顾', '顾一', '林')]
    const list = listOf([quiet()], [one, two, lost])
    expect(only(list, 'conflict').events).toEqual([one.id, two.id])
    expect(only(list, 'dangling').events).toEqual([lost.id])
    expect(only(list, 'conflict').ready).toEqual([
      { do: 'undo', event: one.id },
      { do: 'undo', event: two.id },
    ])
    expect(only(list, 'conflict').nodes.map(({ label }) => label)).toEqual(['市财政局'])
    expect(kinds(listOf([quiet()], [one, two, lost, undo(one), undo(lost)]))).toEqual([])
    const accepted = [only(list, 'conflict'), only(list, 'dangling')].map(({ id }) =>
      event({ do: 'accept', entry: id }),
    )
    expect(kinds(listOf([quiet()], [one, two, lost, ...accepted]))).toEqual(['conflict'])
  })

  test('puts first that on which most edges hang, and counts an edge between two of its nodes once', () => {
    const decisions = [decision({ lead: ['市琥珀站'] }), decision({ lead: ['市琥珀站'] })]
    const record = quiet({
      attendance: [entry('凌舟', '市财政局')],
      items: [item(1, { decisions, mentions: [{ body: '市珊瑚站', span: span() }] })],
    })
    const list = listOf([record])
    expect(list.map(({ nodes, weight }) => [nodes[0]?.label, weight])).toEqual([
      ['市琥珀站', 2],
      ['市珊瑚站', 1],
    ])
    const doubtful = quiet({ attendance: [entry('凌舟', '市财政局', { confidence: 0.6 })] })
    const { edges } = project(CITY, [documentOf('0.txt', doubtful)], []).graph
    const touching = edges.filter(({ from, to }) => [from, to].some((id) => /凌舟|\/department\/市财政局/u.test(id)))
    expect(only(listOf([doubtful]), 'doubtful-split').weight).toBe(touching.length)
  })
})
