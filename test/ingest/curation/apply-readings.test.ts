import { describe, expect, test } from 'vitest'
import { applyReadings } from '../../../ingest/curation/apply-readings.ts'
import { isReading } from '../../../ingest/curation/reading.ts'
import { standing } from '../../../ingest/curation/standing.ts'
import type { CurationEvent } from '../../../model/curation.ts'
import type { MinutesRecord } from '../../../model/record.ts'
import { decision, entry, item, minutes, span, task } from '../record-builder.ts'
import { event } from './event-builder.ts'

const KEY = '2022-03-04-常务会议-41'
const readingsOf = (events: readonly CurationEvent[]) => standing(events).claims.filter(isReading)
const applyIn = (text: string, record: MinutesRecord, ...events: CurationEvent[]) => {
  const { record: read, applied } = applyReadings({ record, text }, KEY, readingsOf(events))
  return { read, applied: [...applied].map((reading) => reading.event.id) }
}
const apply = (record: MinutesRecord, ...events: CurationEvent[]) => applyIn('', record, ...events)
const roll = (person: string | null, body: string | null, readings: unknown[], meeting = KEY) =>
  event({ do: 'correct-roll', fact: { of: 'roll', meeting, person, body }, readings })
const observer = (person: string | null, body: string | null) => ({ person, role: 'observer', body })

describe('a correction of a roll', () => {
  const glued = entry('严晗市', '市文联', { confidence: 0.4, runnerUp: { body: '市文联', person: '严晗' } })
  const record = minutes({ attendance: [entry('陆衡', null), glued] })

  test('puts what is right in the place of the entry, with its span and full confidence', () => {
    const { read, applied } = apply(record, roll('严晗市', '市文联', [observer('严晗', '市文联')]))
    const { span: place, personSpan } = glued
    expect(read.attendance[1]).toEqual(entry('严晗', '市文联', { span: place, personSpan, confidence: 1 }))
    expect([read.attendance[0], applied.length]).toEqual([record.attendance[0], 1])
  })
  test('makes two entries of one that was glued, both at its place', () => {
    const right = [observer('严晗', '市文联'), observer(null, '市红十字会')]
    const { read } = apply(record, roll('严晗市', '市文联', right))
    expect(read.attendance.map(({ person }) => person)).toEqual(['陆衡', '严晗'])
    expect(read.representatives).toEqual([{ body: '市红十字会', role: 'observer', span: glued.span }])
  })
  test('without a reading rejects the entry', () => {
    expect(apply(record, roll('严晗市', '市文联', [])).read.attendance).toEqual([record.attendance[0]])
  })
  test('finds a body that came without a name, and may name who it was', () => {
    const place = span()
    const alone = minutes({ representatives: [{ body: '市检察院', role: 'observer', span: place }] })
    const { read } = apply(alone, roll(null, '市检察院', [observer('宁远', '市检察院')]))
    expect([read.representatives, read.attendance[0]?.span]).toEqual([[], place])
  })
  test('keeps the reason of an absence, and not when the person was present after all', () => {
    const absent = minutes({ attendance: [entry('严晗市', '市文联', { role: 'absent', reason: '出差' })] })
    const read = (role: string) =>
      apply(absent, roll('严晗市', '市文联', [{ person: '严晗', role, body: '市文联' }])).read.attendance[0]?.reason
    expect([read('absent'), read('observer')]).toEqual(['出差', undefined])
  })
  test('touches neither the same name at another body, nor another meeting, nor a fact that is read otherwise now', () => {
    const right = [observer('严晗', '市文联')]
    for (const wrong of [
      roll('严晗市', '市作协', right),
      roll('严晗市', null, right),
      roll('严晗市', '市文联', right, '2022-03-05-常务会议-42'),
      roll('严晗', '市文联', right),
    ])
      expect(apply(record, wrong)).toEqual({ read: record, applied: [] })
  })
  test('is looked for in what the parser read, never in what another correction put there', () => {
    const chain = [
      roll('严晗市', '市文联', [observer('严晗', '市文联')]),
      roll('严晗', '市文联', [observer('宁远', '市文联')]),
    ]
    const { read, applied } = apply(record, ...chain)
    expect([read.attendance[1]?.person, applied]).toEqual(['严晗', [chain[0]?.id]])
  })
  test('settles the doubt of the parser about that entry, and none about another', () => {
    const doubt = { code: 'roll-low-confidence', message: '', quote: '', span: glued.span }
    const doubted = { ...record, warnings: [doubt, { ...doubt, span: span() }] }
    expect(apply(doubted, roll('严晗市', '市文联', [])).read.warnings).toEqual(doubted.warnings.slice(1))
  })
  test('leaves the record as it was given', () => {
    const before = structuredClone(record)
    apply(record, roll('严晗市', '市文联', []))
    expect(record).toEqual(before)
  })
})

describe('a correction of a name', () => {
  const heading = '审议《岚州市河道管理办法》'
  const record = minutes({
    items: [
      item(1, {
        heading,
        policies: [{ title: '岚州市河道管理办法', stage: '草案', span: span() }],
        cites: [{ title: '岚州市河道管理办法', span: span() }],
        decisions: [decision({ lead: ['市水务'], joint: ['市财政局'], submitTo: '市人大', issuedAs: '市政府' })],
        tasks: [task({ lead: ['市水务'], cooperating: ['市住建局'] })],
        bodies: ['市水务', '市财政局'],
        mentions: [
          { body: '市水务', span: span() },
          { body: '市财政局', span: span() },
        ],
      }),
      item(2, { heading: '研究其他事项', decisions: [decision({ lead: ['市水务'] })] }),
      item(3, { heading: '研究其他事项', decisions: [decision({ lead: ['市水务'] })] }),
    ],
  })
  const name = (part: string, body: string, right: string | null, where: object = { heading }) =>
    event({ do: 'correct-name', fact: { of: 'body', meeting: KEY, part, body, ...where }, right })
  const title = (wrong: string, right: string | null) =>
    event({ do: 'correct-name', fact: { of: 'title', meeting: KEY, heading, title: wrong }, right })

  test('holds in every list of the item, and in no other item', () => {
    const { read } = apply(record, name('any', '市水务', '市水务局'))
    expect(read.items[0]?.decisions[0]?.lead).toEqual(['市水务局'])
    expect(read.items[0]?.tasks[0]?.lead).toEqual(['市水务局'])
    expect(read.items[0]?.bodies).toEqual(['市水务局', '市财政局'])
    expect(read.items[0]?.mentions[0]).toEqual({ ...record.items[0]?.mentions[0], body: '市水务局' })
    expect(read.items.slice(1)).toEqual(record.items.slice(1))
  })
  test('of one list holds there alone, and before one of all lists', () => {
    const { read } = apply(record, name('any', '市水务', '市水务局'), name('lead', '市水务', '市水利局'))
    expect([read.items[0]?.decisions[0]?.lead, read.items[0]?.tasks[0]?.lead]).toEqual([['市水利局'], ['市水务局']])
  })
  test('rejects a body to whom nothing was submitted', () => {
    const { read } = apply(record, name('submitTo', '市人大', null), name('issuedAs', '市政府', '市政府办公室'))
    const [first] = read.items[0]?.decisions ?? []
    expect([first?.submitTo, first?.issuedAs]).toEqual([null, '市政府办公室'])
  })
  test('makes one of two bodies that are then the same', () => {
    const { read } = apply(record, name('any', '市财政局', '市水务'))
    expect(read.items[0]?.bodies).toEqual(['市水务'])
  })
  test('tells two items of one heading apart', () => {
    const { read } = apply(record, name('lead', '市水务', '市水务局', { heading: '研究其他事项', nth: 2 }))
    expect(read.items.map(({ decisions }) => decisions[0]?.lead)).toEqual([['市水务'], ['市水务'], ['市水务局']])
  })
  test('of a title keeps its stage and its place, and rejects it where there is none', () => {
    const { read } = apply(record, title('岚州市河道管理办法', '岚州市湖泊管理办法'))
    expect(read.items[0]?.policies).toEqual([{ ...record.items[0]?.policies[0], title: '岚州市湖泊管理办法' }])
    const rejected = apply(record, title('岚州市河道管理办法', null)).read.items[0]
    expect([rejected?.policies, rejected?.cites]).toEqual([[], []])
  })
  test('finds nothing where the item prints no such name in that list', () => {
    for (const wrong of [name('joint', '市水务', '甲'), name('any', '市水务局', '甲'), title('岚州市河道', '甲')])
      expect(apply(record, wrong)).toEqual({ read: record, applied: [] })
  })
})

describe('a warning that is settled', () => {
  const place = span()
  const warning = { code: 'roll-unread', message: 'nobody could be told apart', quote: '严晗文联', span: place }
  const record = minutes({
    warnings: [warning, { ...warning, quote: '别处' }, { ...warning, code: 'no-date', span: null }],
  })
  const settle = (code: string, quote: string, readings: unknown[] = []) =>
    event({ do: 'settle-warning', meeting: KEY, code, quote, readings })

  test('is no warning any more, and the others are', () => {
    expect(apply(record, settle('roll-unread', '严晗文联')).read.warnings).toEqual(record.warnings.slice(1))
  })
  test('gives the entries that stand there, at its place', () => {
    const { read } = apply(record, settle('roll-unread', '严晗文联', [observer('严晗', '文联')]))
    expect(read.attendance).toEqual([entry('严晗', '文联', { span: place, personSpan: place })])
  })
  test('without a place bears no entries', () => {
    const settled = settle('no-date', '严晗文联', [observer('严晗', '文联')])
    expect(apply(record, settled)).toEqual({ read: record, applied: [] })
    expect(apply(record, settle('no-date', '严晗文联')).read.warnings).toHaveLength(2)
  })
  test('of other words or another code is none of these', () => {
    for (const other of [settle('roll-unread', '严晗'), settle('roll', '严晗文联')])
      expect(apply(record, other).applied).toEqual([])
  })
})
