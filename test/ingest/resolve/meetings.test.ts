import { describe, expect, test } from 'vitest'
import { decision, entry, item, minutes, span } from '../record-builder.ts'
import { graphOf, idsOf, source } from './city.ts'

const chair = (name: string) => ({ name, post: '市长', acting: false, onBehalfOf: null, span: span() })
type Meeting = NonNullable<Parameters<typeof minutes>[0]>['meeting']
const keys = (...meetings: Meeting[]) =>
  idsOf(graphOf(meetings.map((meeting, at) => source(`d${at}`, minutes({ meeting })))), 'meeting')

describe('documents of one meeting', () => {
  test('are one by day, kind and serial number, whatever their document numbers', () => {
    expect(keys({ docNumber: '〔2022〕3号' }, { docNumber: '〔2022〕5号' })).toEqual(['2022-03-04-常务会议-41'])
  })

  test('one without serial number joins the only meeting of its day and kind', () => {
    expect(keys({}, { ordinal: null, docNumber: null })).toEqual(['2022-03-04-常务会议-41'])
    expect(keys({}, { ordinal: 42, docNumber: '〔2022〕4号' }, { ordinal: null, docNumber: null })).toHaveLength(3)
    expect(keys({}, { ordinal: null, type: '党组会议', docNumber: null })).toHaveLength(2)
  })

  test('one without a day joins by document number, or by serial number with the year, the term or the day of issue', () => {
    expect(keys({}, { date: null })).toHaveLength(1)
    expect(keys({}, { date: null, docNumber: null, year: 2022 })).toHaveLength(1)
    expect(keys({ term: 16 }, { date: null, docNumber: null, term: 16 })).toHaveLength(1)
    expect(keys({ issuedOn: '2022-03-20' }, { date: null, docNumber: null, issuedOn: '2022-03-20' })).toHaveLength(1)
  })
})

describe('documents of several meetings', () => {
  test('of one number in two terms stay two, also without a day', () => {
    const none = { date: null, docNumber: null }
    expect(keys({ ...none, term: 16 }, { ...none, term: 17 })).toEqual(['16届-常务会议-41', '17届-常务会议-41'])
    expect(keys({ ...none, year: 2021 }, { ...none, year: 2022 })).toHaveLength(2)
    expect(keys({ date: null, docNumber: '〔2020〕3号' }, { date: null, docNumber: '〔2021〕3号' })).toHaveLength(2)
    expect(keys({ ...none, issuedOn: '2021-03-01' }, { ...none, issuedOn: '2022-03-01' })).toHaveLength(2)
  })

  test('of which nothing but the serial number is known are not made one', () => {
    const none = { date: null, docNumber: null }
    expect(keys(none, none)).toHaveLength(2)
    expect(keys({ ...none, docNumber: '第7期' }, { ...none, docNumber: '第7期' })).toHaveLength(2)
    expect(keys({}, none)).toHaveLength(2)
  })

  test('in one sitting are told apart by kind, and a number used twice by its day', () => {
    expect(keys({}, { type: '党组会议' })).toHaveLength(2)
    expect(keys({}, { date: '2022-04-04', docNumber: '〔2022〕6号' })).toHaveLength(2)
  })
})

describe('what documents of one meeting say differently', () => {
  const told = (place: string, name: string, given: Parameters<typeof minutes>[0] = {}) =>
    minutes({ ...given, meeting: { place, chair: chair(name) } })
  const meeting = (...records: ReturnType<typeof minutes>[]) => {
    const { nodes } = graphOf(records.map((record, at) => source(`d${at}`, record)))
    const node = nodes.find(({ kind }) => kind === 'meeting')
    if (node?.kind !== 'meeting') throw new Error('no meeting')
    return node
  }
  const [a, b] = ['岚州市/document/d0', '岚州市/document/d1']

  test('is told with the two values and the documents', () => {
    const heading = '审议《甲办法》'
    const first = told('一号楼', '陆衡', {
      items: [item(1, { heading, decisions: [decision({ outcome: 'approved' })] })],
      attendance: [entry('凌舟', '市司法局'), entry('夏禾', '市财政局')],
    })
    const second = told('二号楼', '程渡', {
      items: [item(1, { heading, decisions: [decision({ outcome: 'deferred' })] })],
      attendance: [entry('凌舟', '市司法局', { role: 'absent' })],
    })
    const values = (one: string | null, other: string | null) => [
      { value: one, documents: [a] },
      { value: other, documents: [b] },
    ]
    const { contradictions, people, documents } = meeting(first, second)
    expect(documents).toEqual([a, b])
    expect(people).toBe(2)
    expect(contradictions).toEqual([
      { field: 'chair', about: null, values: values('陆衡', '程渡') },
      { field: 'outcome', about: heading, values: values('approved', 'deferred') },
      { field: 'place', about: null, values: values('一号楼', '二号楼') },
      { field: 'roll', about: '市司法局 凌舟', values: values('observer', 'absent') },
      { field: 'roll', about: '市财政局 夏禾', values: values('observer', null) },
    ])
  })

  test('is nothing where one is silent, or prints the same in another width', () => {
    expect(meeting(told('一号楼（东）', '陆衡'), told('一号楼(东)', '陆衡')).contradictions).toEqual([])
    const roll = { attendance: [entry('凌舟', '市司法局')] }
    expect(meeting(told('一号楼', '陆衡', roll), minutes()).contradictions).toEqual([])
    expect(meeting(told('一号楼', '陆衡')).contradictions).toEqual([])
  })
})
