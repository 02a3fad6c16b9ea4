import { describe, expect, test } from 'vitest'
import {
  eventsShown,
  glyphOf,
  isMain,
  missingBetween,
  runsOfNumbers,
  selectedId,
  selectedOf,
} from '../../../client/state/course.ts'
import { courseLayout } from '../../../client/state/course-layout.ts'
import { courseScale, packRows, textWidth } from '../../../client/state/course-scale.ts'
import { formatPolicies, parsePolicies } from '../../../client/state/policies.ts'
import type { Slot } from '../../../model/api/jurisdictions.ts'
import type { CourseDuty, CourseEvent, ItemAt, TraceReply } from '../../../model/api/trace.ts'

const at = (ordinal: number, date: string | null): ItemAt => ({
  item: `item-${ordinal}`,
  seq: 1,
  heading: '审议《河道管理办法》',
  meeting: `m${ordinal}`,
  meetingLabel: `第${ordinal}次`,
  type: '常务会议',
  ordinal,
  date,
})
const event = (ordinal: number, date: string | null, given: Partial<CourseEvent> = {}): CourseEvent => ({
  id: `e${ordinal}`,
  at: at(ordinal, date),
  part: 'considers',
  state: 'considered',
  outcomes: ['approved'],
  stage: null,
  docNumber: null,
  resumes: null,
  leads: [],
  joint: [],
  named: [],
  policies: [],
  quotations: [],
  ...given,
})
const duty = (id: string, given: Partial<CourseDuty> = {}): CourseDuty => ({
  id,
  of: 'task',
  at: at(1, '2022-01-10'),
  bodies: [],
  deadline: '2022-06-30',
  deadlineText: '6月底前',
  followed: 'never',
  shown: null,
  seenAgain: null,
  quotations: [],
  ...given,
})
const reply = (given: Partial<TraceReply> = {}): TraceReply => ({
  version: { hash: '0'.repeat(64), day: null },
  policy: {
    id: '岚州市/policy/河道管理办法',
    jurisdiction: '岚州市',
    kind: 'policy',
    label: '河道管理办法',
    title: '河道管理办法',
    forms: [],
    family: 'normative',
    edition: null,
    stages: [],
  },
  events: [],
  items: { total: 0, shown: 0 },
  returns: [],
  related: [],
  duties: [],
  openEnds: [],
  meetings: 0,
  citingPolicies: 0,
  until: null,
  ...given,
})
const slots: Slot[] = [
  { is: 'meeting', meeting: 'm1', label: '', type: '常务会议', ordinal: 1, date: '2022-01-10', items: 1 },
  { is: 'missing', type: '常务会议', ordinal: 2, after: '2022-01-10', before: '2022-07-10' },
  { is: 'missing', type: '常务会议', ordinal: 3, after: '2022-01-10', before: '2022-07-10' },
  { is: 'meeting', meeting: 'm4', label: '', type: '常务会议', ordinal: 4, date: '2022-07-10', items: 1 },
  { is: 'meeting', meeting: 'm5', label: '', type: '常务会议', ordinal: 5, date: '2023-01-10', items: 1 },
]
const days = { from: '2022-01-10', to: '2023-01-10' }

describe('signs', () => {
  test('a discussion without approval is a draft, with it an agreement', () => {
    expect(glyphOf({ state: 'considered', outcomes: ['discussed'] })).toBe('draft')
    expect(glyphOf({ state: 'resumed', outcomes: ['approved_in_principle'] })).toBe('agreed')
    expect(glyphOf({ state: 'implemented', outcomes: [] })).toBe('cited')
  })
  test('a mere citation does not stand on the line, what it shows does', () => {
    expect(isMain({ part: 'cites', state: 'cited' })).toBe(false)
    expect(isMain({ part: 'cites', state: 'issued' })).toBe(true)
  })
})

describe('what is in hand', () => {
  const deferred = event(4, '2022-07-10', { state: 'deferred' })
  const given = reply({ events: [event(1, '2022-01-10'), deferred, event(5, '2023-01-10')], duties: [duty('d')] })
  test('is what the address names, else the first deferral, else the last step', () => {
    expect(selectedId(selectedOf(given, 'e1'))).toBe('e1')
    expect(selectedId(selectedOf(given, 'd'))).toBe('d')
    expect(selectedId(selectedOf(given, 'gone'))).toBe('e4')
    expect(selectedId(selectedOf(reply({ events: [event(1, null), event(5, null)] }), null))).toBe('e5')
    expect(selectedOf(reply(), null)).toBeNull()
  })
  test('of a period leaves the others out and counts them; what has no day lies in none', () => {
    expect(eventsShown(given, { from: '2022-07-01', to: null })).toMatchObject({ events: [{}, {}], outside: 1 })
    expect(eventsShown(reply({ events: [event(1, null)] }), { from: '2022-01-01', to: null }).outside).toBe(1)
    expect(eventsShown(reply({ events: [event(1, null)] }), { from: null, to: null }).outside).toBe(0)
  })
})

describe('missing numbers', () => {
  test('between two meetings, told as runs', () => {
    expect(missingBetween(slots, 'm1', 'm4')).toEqual([2, 3])
    expect(missingBetween(slots, 'm4', 'm5')).toEqual([])
    expect(runsOfNumbers([46, 59, 60, 71])).toBe('46, 59–60, 71')
  })
  test('stand at even distances between their neighbours', () => {
    const { missing, x, meetings } = courseScale(slots, days, 0, 365)
    expect(missing.map(({ ordinal }) => ordinal)).toEqual([2, 3])
    const [left, right] = [x('2022-01-10') ?? 0, x('2022-07-10') ?? 0]
    expect(missing[0]?.x).toBeCloseTo(left + (right - left) / 3)
    expect(meetings).toHaveLength(3)
    expect(x('2021-12-31')).toBeNull()
    expect(x(null)).toBeNull()
  })
  test('of one day alone nothing is divided by nothing', () => {
    const scale = courseScale(slots.slice(0, 1), { from: '2022-01-10', to: '2022-01-10' }, 10, 200)
    expect(scale.x('2022-01-10')).toBe(10)
  })
})

describe('the drawing', () => {
  test('labels that would meet stand in rows of their own', () => {
    expect(
      packRows([
        { from: 0, to: 50 },
        { from: 40, to: 90 },
        { from: 60, to: 90 },
      ]),
    ).toEqual([0, 1, 0])
    expect(textWidth('办法 2')).toBeCloseTo(37.6)
  })

  test('holds every step of the line, the arc of a return, and where a thread runs out', () => {
    const given = reply({
      events: [
        event(1, '2022-01-10', { state: 'deferred', stage: '送审稿' }),
        event(4, '2022-07-10', { state: 'resumed' }),
        event(5, '2023-01-10', { part: 'cites', state: 'cited' }),
      ],
      returns: [{ from: 'e1', to: 'e4', months: 6 }],
      openEnds: [
        {
          is: 'next',
          of: 'e4',
          at: at(4, '2022-07-10'),
          next: 'issue',
          to: null,
          due: null,
          silence: { meetings: 1, missing: 0 },
        },
      ],
    })
    const layout = courseLayout(given, given.events, courseScale(slots, days, 100, 900))
    expect(layout.stages.marks.map(({ glyph }) => glyph)).toEqual(['deferred', 'agreed'])
    expect(layout.stages.segments).toMatchObject([{ open: true }])
    expect(layout.stages.arcs).toMatchObject([{ from: 100, months: 6 }])
    expect(layout.stages.ends).toHaveLength(1)
    expect(layout.texts.marks.map(({ label }) => label.is)).toEqual(['stage'])
    expect(layout.cited.marks).toHaveLength(1)
    expect(layout.lanes.map(({ lane }) => lane)).toEqual(['stages', 'texts', 'cited'])
  })

  test('draws broken duties before kept ones, and says how many it leaves out', () => {
    const kept = Array.from({ length: 6 }, (_, index) => duty(`kept-${index}`, { followed: 'seen' }))
    const given = reply({ duties: [...kept, duty('broken'), duty('no-day', { deadline: null })] })
    const { duties } = courseLayout(given, [], courseScale(slots, days, 100, 900))
    expect(duties.rows.map((row) => row.duty.id)).toContain('broken')
    expect(duties).toMatchObject({ hidden: 2 })
  })
})

describe('the list keeps in the address', () => {
  test('what was chosen, and nothing that is malformed or so by default', () => {
    expect(formatPolicies(parsePolicies({ only: 'vanished', sort: 'x', least: '3' }))).toEqual({
      only: 'vanished',
      least: '3',
    })
    expect(formatPolicies(parsePolicies({}))).toEqual({})
  })
})
