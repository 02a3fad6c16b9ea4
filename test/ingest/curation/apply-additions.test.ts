import { describe, expect, test } from 'vitest'
import { applyReadings } from '../../../ingest/curation/apply-readings.ts'
import { findWords, wordsAt } from '../../../ingest/curation/printed-words.ts'
import { isReading } from '../../../ingest/curation/reading.ts'
import { standing } from '../../../ingest/curation/standing.ts'
import type { MinutesRecord } from '../../../model/record.ts'
import { decision, entry, item, minutes, task } from '../record-builder.ts'
import { event } from './event-builder.ts'

const KEY = '2022-03-04-常务会议-41'
const HEADING = '审议《岚州市桥梁管理办法》'
const TEXT = [
  '陆衡市长主持召开会议。',
  HEADING,
  '原则同意《岚州市桥梁管理办法（草案）》。由市司法局会同市财政局完善后印发。江南大学要配合。',
  '列席：市水利\n局阙知行 市检察院',
  '记录：栗溪',
].join('\n')
const at = (words: string) => {
  const start = TEXT.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}
const decided = '原则同意《岚州市桥梁管理办法（草案）》。由市司法局会同市财政局完善后印发。'
const area = { start: at(HEADING).start, end: at('江南大学要配合。').end }
const agreed = decision({ lead: ['市司法局'], submitTo: '市人大', quote: decided, span: at(decided) })
const record = minutes({ items: [item(1, { heading: HEADING, span: area, decisions: [agreed] })] })

const apply = (given: MinutesRecord, ...actions: object[]) => {
  const { claims } = standing(actions.map((action) => event(action)))
  const { record: read, applied } = applyReadings({ record: given, text: TEXT }, KEY, claims.filter(isReading))
  return { read, item: read.items[0], applied: applied.size }
}
const untouched = (action: object, given = record) =>
  expect(apply(given, action)).toMatchObject({ read: given, applied: 0 })

describe('words of a text', () => {
  test('are found over line breaks, white space and width, and as often as they stand there', () => {
    expect(findWords(TEXT, { quote: '市水利局阙知行', nth: 1 })).toEqual(at('市水利\n局阙知行'))
    expect(findWords('(一) a（一）', { quote: '（一）', nth: 2 })).toEqual({ start: 5, end: 8 })
    expect(findWords('甲甲甲', { quote: '甲甲', nth: 2 })).toEqual({ start: 1, end: 3 })
  })
  test('are not found where they do not stand, stand less often, stand elsewhere, or are none', () => {
    for (const words of [
      { quote: '市园林局', nth: 1 },
      { quote: '栗溪', nth: 2 },
      { quote: ' ', nth: 1 },
    ])
      expect(findWords(TEXT, words)).toBeNull()
    expect(findWords(TEXT, { quote: '栗溪', nth: 1 }, area)).toBeNull()
  })
  test('at a place are found there again', () => {
    const second = TEXT.indexOf('会', TEXT.indexOf('会') + 1)
    const words = wordsAt(TEXT, { start: second, end: second + 1 })
    expect([words.nth, findWords(TEXT, words)]).toEqual([2, { start: second, end: second + 1 }])
  })
})

describe('an entry that was missed', () => {
  const add = (quote: string, ...readings: object[]) => ({ do: 'add-roll', meeting: KEY, words: { quote }, readings })
  const who = { person: '阙知行', role: 'observer', body: '市水利局' }

  test('stands where its words do, and the person where the name does', () => {
    const { read } = apply(record, add('市水利局阙知行', who))
    const places = { span: at('市水利\n局阙知行'), personSpan: at('阙知行') }
    expect(read.attendance).toEqual([entry('阙知行', '市水利局', places)])
  })
  test('may be a body without a name', () => {
    const { read } = apply(record, add('市检察院', { person: null, role: 'observer', body: '市检察院' }))
    expect(read.representatives).toEqual([{ body: '市检察院', role: 'observer', span: at('市检察院') }])
  })
  test('that the parser reads by now is there once', () => {
    const known = minutes({ attendance: [entry('阙知行', '市水利局')] })
    const { read, applied } = apply(known, add('市水利局阙知行', who))
    expect([read.attendance, applied]).toEqual([known.attendance, 1])
  })
  test('of words that are not printed, or of another meeting, is nowhere', () => {
    untouched(add('市园林局阙知行', who))
    untouched({ ...add('市水利局阙知行', who), meeting: '2022-03-05-常务会议-42' })
  })
})

describe('a name that was missed in an item', () => {
  const add = (part: string, body: string, quote: string, given: object = {}) => ({
    do: 'add-name',
    fact: { of: 'body', meeting: KEY, heading: HEADING, part, body, ...given },
    words: { quote },
  })
  const title = (part: string, name: string, quote: string) => ({
    do: 'add-name',
    fact: { of: 'title', meeting: KEY, heading: HEADING, part, title: name },
    words: { quote },
  })

  test('is mentioned where it stands', () => {
    const { item: read } = apply(record, add('mention', '江南大学', '江南大学'))
    expect([read?.bodies, read?.mentions]).toEqual([['江南大学'], [{ body: '江南大学', span: at('江南大学') }]])
  })
  test('has a part in the decision in whose words it stands, and is mentioned there', () => {
    const { item: read } = apply(record, add('joint', '市财政局', '会同市财政局'))
    expect(read?.decisions).toEqual([{ ...agreed, joint: ['市财政局'] }])
    expect(read?.mentions).toEqual([{ body: '市财政局', span: at('市财政局') }])
  })
  test('has a duty: one that was read, or one of its own', () => {
    const own = apply(record, add('task', '江南大学', '江南大学要配合')).item
    expect(own?.tasks).toEqual([task({ lead: ['江南大学'], quote: '江南大学要配合', span: at('江南大学要配合') })])
    const known = task({ lead: ['市水利局'], span: at('江南大学要配合。') })
    const given = minutes({ items: [item(1, { heading: HEADING, span: area, tasks: [known] })] })
    expect(apply(given, add('task', '江南大学', '江南大学')).item?.tasks[0]?.lead).toEqual(['市水利局', '江南大学'])
  })
  test('is a title that is considered, with its stage, or cited', () => {
    const name = '岚州市桥梁管理办法（草案）'
    const { item: read } = apply(record, title('considers', name, name), title('cites', '桥梁管理办法', '桥梁管理办法'))
    expect(read?.policies).toEqual([{ title: name, stage: '草案', span: at(name) }])
    expect(read?.cites.map((one) => one.title)).toEqual(['桥梁管理办法'])
  })
  test('takes no place that is taken, and finds none outside the item, its decisions or its heading', () => {
    untouched(add('submitTo', '市委', '由市司法局'))
    untouched(add('lead', '江南大学', '江南大学要配合'))
    untouched(add('mention', '栗溪', '栗溪'))
    untouched(add('mention', '江南大学', '江南大学', { heading: '审议其他事项' }))
    untouched(add('mention', '江南大学', '江南大学', { nth: 2 }))
  })
})

describe('the chair and the recorder', () => {
  const chair = { name: '陆衡', post: '市长', acting: false, onBehalfOf: null, span: at('陆衡市长') }
  const chaired = minutes({ meeting: { chair } })
  const recorded = minutes({ meeting: { recorders: ['栗溪', '宁远'], spans: { recorders: at('栗溪') } } })
  const ofChair = (name: string | null, right: object | null, quote?: string) => ({
    do: 'correct-chair',
    fact: { of: 'chair', meeting: KEY, name },
    right,
    ...(quote !== undefined && { words: { quote } }),
  })
  const ofRecorder = (name: string | null, right: string | null, quote?: string) => ({
    do: 'correct-recorder',
    fact: { of: 'recorder', meeting: KEY, name },
    right,
    ...(quote !== undefined && { words: { quote } }),
  })

  test('another chair stands in the place of the one that was read, or nobody', () => {
    const { read } = apply(chaired, ofChair('陆衡', { name: '陆恒', acting: true }))
    expect(read.meeting.chair).toEqual({ name: '陆恒', post: null, acting: true, onBehalfOf: null, span: chair.span })
    expect(apply(chaired, ofChair('陆衡', null)).read.meeting.chair).toBeNull()
  })
  test('a chair whom nobody read stands where the words do', () => {
    expect(apply(record, ofChair(null, { name: '陆衡' }, '陆衡市长')).read.meeting.chair).toMatchObject({
      name: '陆衡',
      span: at('陆衡市长'),
    })
  })
  test('a recorder is another one, or none, or one more', () => {
    const names = (...actions: object[]) => apply(recorded, ...actions).read.meeting.recorders
    expect(names(ofRecorder('栗溪', '栗希'), ofRecorder('宁远', null))).toEqual(['栗希'])
    expect(names(ofRecorder(null, '阙知行', '阙知行'), ofRecorder(null, '陆衡', '陆衡'))).toHaveLength(4)
    const { read } = apply(record, ofRecorder(null, '栗溪', '记录：栗溪'))
    expect(read.meeting).toMatchObject({ recorders: ['栗溪'], spans: { recorders: at('记录：栗溪') } })
  })
  test('nobody is put in the place of somebody else, nor where the words are not printed', () => {
    untouched(ofChair('陆恒', null), chaired)
    untouched(ofChair(null, { name: '陆恒' }, '陆衡'), chaired)
    untouched(ofChair(null, { name: '陆恒' }, '陆恒'))
    expect(apply(recorded, ofRecorder('栗希', null)).applied).toBe(0)
    expect(apply(recorded, ofRecorder(null, '栗希', '栗希')).read.meeting.recorders).toEqual(['栗溪', '宁远'])
  })
})
