/** Two meetings, of which one has a roll that the other helps to divide; and one action of every kind about them. */
import { parse } from '../../../ingest/parse/parse.ts'
import type { StoredDocument } from '../../../model/document.ts'
import { smallMinutes } from '../small-minutes.ts'
import { documentOf } from './small-city.ts'

export const KEY = '2022-07-19-常务会议-45'
export const LATER = '2022-09-20-常务会议-46'
export const HEADING = '审议《澜州市城市更新实施办法》'

/** 市体育局→韩越平, 水投集团→程渡 is as good a reading as 市体育局→韩越, 平水投集团→程渡. */
const helped = documentOf('45.txt', smallMinutes({ roll: '市体育局韩越平水投集团程渡', more: '请江南大学会同办理。' }))
const helping = documentOf(
  '46.txt',
  smallMinutes({ ordinal: 46, date: [2022, 9, 20], roll: '市体育局韩越 市财政局顾一鸣' }),
)

/** As each reads alone. */
export const ALONE: readonly StoredDocument[] = [helped, helping].map((document) => ({
  ...document,
  record: parse({ text: document.text, origins: document.origins }, document.record.source),
}))

const body = (form: string) => ({ kind: 'body', form })
const person = (name: string, at: string | null, meeting = KEY) => ({ kind: 'person', meeting, name, body: at })
const inItem = { meeting: KEY, heading: HEADING }
const words = (quote: string) => ({ quote })

export const EVERY_ACTION: readonly (readonly [name: string, action: object])[] = [
  ['same', { do: 'same', a: person('程渡', null), b: person('陆衡', null, LATER) }],
  ['different', { do: 'different', a: person('陆衡', null), b: person('陆衡', null, LATER) }],
  ['split', { do: 'split', apart: [person('程渡', null)], from: [person('程渡', null, LATER)] }],
  ['rename', { do: 'rename', mention: body('市财政局'), name: '财政局（市）' }],
  [
    'correct-roll',
    {
      do: 'correct-roll',
      fact: { of: 'roll', meeting: LATER, person: '顾一鸣', body: '市财政局' },
      readings: [{ person: '顾一明', role: 'observer', body: '市财政局' }],
    },
  ],
  [
    'correct-name',
    { do: 'correct-name', fact: { of: 'body', ...inItem, part: 'lead', body: '市住建局' }, right: '市城管局' },
  ],
  [
    'correct-chair',
    {
      do: 'correct-chair',
      fact: { of: 'chair', meeting: KEY, name: '陆衡' },
      right: { name: '陆恒', post: '市长', acting: true },
    },
  ],
  ['correct-chair, nobody', { do: 'correct-chair', fact: { of: 'chair', meeting: KEY, name: '陆衡' }, right: null }],
  ['correct-recorder', { do: 'correct-recorder', fact: { of: 'recorder', meeting: KEY, name: '栗溪' }, right: '栗希' }],
  [
    'correct-recorder, missed',
    {
      do: 'correct-recorder',
      fact: { of: 'recorder', meeting: KEY, name: null },
      right: '人民',
      words: words('人民政府办公室整理'),
    },
  ],
  [
    'add-roll',
    {
      do: 'add-roll',
      meeting: KEY,
      words: words('江南大学'),
      readings: [
        { person: null, role: 'guest', body: '江南大学' },
        { person: '江南', role: 'guest', body: null },
      ],
    },
  ],
  [
    'add-name, a mention',
    { do: 'add-name', fact: { of: 'body', ...inItem, part: 'mention', body: '江南大学' }, words: words('江南大学') },
  ],
  [
    'add-name, a lead',
    { do: 'add-name', fact: { of: 'body', ...inItem, part: 'lead', body: '市城管局' }, words: words('由市住建局') },
  ],
  [
    'add-name, a task',
    {
      do: 'add-name',
      fact: { of: 'body', ...inItem, part: 'task', body: '江南大学' },
      words: words('请江南大学会同办理'),
    },
  ],
  [
    'add-name, a title',
    { do: 'add-name', fact: { of: 'title', ...inItem, part: 'cites', title: '城市更新' }, words: words('城市更新') },
  ],
]
