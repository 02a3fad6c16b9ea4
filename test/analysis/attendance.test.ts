import { describe, expect, test } from 'vitest'
import { cellAt, type RollPairs, type Sheet, sheetOf } from '../../analysis/attendance.ts'
import { attendanceOf } from '../../analysis/attendance-counts.ts'
import { coAttendance, namedButNotThere, presenceOf, standInsOf } from '../../analysis/co-attendance.ts'
import { backboneOf } from '../../analysis/co-occurrence.ts'
import type { Sitting } from '../../analysis/sittings.ts'
import { RollRole } from '../../model/record.ts'

type Entry = [who: string, meeting: string, role: RollRole, body?: string]

const distinct = (values: readonly string[]) => [...new Set(values)].sort()

const rollOf = (
  entries: readonly Entry[],
  unnamed: readonly (readonly [body: string, meeting: string])[] = [],
): RollPairs => {
  const who = distinct(entries.map(([name]) => name))
  const what = distinct([...entries.map(([, meeting]) => meeting), ...unnamed.map(([, meeting]) => meeting)])
  const bodies = distinct([...entries.flatMap(([, , , body]) => body ?? []), ...unnamed.map(([body]) => body)])
  return {
    who,
    what: what.map((id) => ({ id, date: null })),
    rows: Int32Array.from(entries, ([name]) => who.indexOf(name)),
    columns: Int32Array.from(entries, ([, meeting]) => what.indexOf(meeting)),
    roles: Uint8Array.from(entries, ([, , role]) => RollRole.options.indexOf(role)),
    seats: Int32Array.from(entries, ([, , , body]) => (body === undefined ? -1 : bodies.indexOf(body))),
    bodies,
    unnamed: {
      bodies: Int32Array.from(unnamed, ([body]) => bodies.indexOf(body)),
      columns: Int32Array.from(unnamed, ([, meeting]) => what.indexOf(meeting)),
    },
  }
}

const BOTH: RollRole[] = ['member', 'observer']
const sitting = (meeting: string | null, rolls: RollRole[] = BOTH): Sitting => ({
  meeting,
  date: null,
  rolls: meeting ? rolls : [],
})

const rowOf = (sheet: Sheet, name: string) => {
  const row = sheet.who.indexOf(name)
  return sheet.sittings.map((_, at) => cellAt(sheet, row, at))
}
const countOf = (sheet: Sheet, name: string, denominator: Parameters<typeof attendanceOf>[1]) =>
  attendanceOf(sheet, denominator)[sheet.who.indexOf(name)]

/** m1 to m7; the minutes of m4 are missing, and those of m6 print members alone. */
const series = () => [
  sitting('m1'),
  sitting('m2'),
  sitting('m3'),
  sitting(null),
  sitting('m5'),
  sitting('m6', ['member']),
  sitting('m7'),
]

describe('the matrix of people and meetings', () => {
  test('someone is present, absent, or not yet or no longer seen; missing minutes and missing rolls tell nothing', () => {
    const sheet = sheetOf(
      rollOf([
        ['a', 'm1', 'member'],
        ['a', 'm7', 'member'],
        ['b', 'm2', 'observer', 'finance'],
        ['b', 'm7', 'observer', 'finance'],
        ['c', 'm2', 'guest'],
        ['c', 'm3', 'guest'],
      ]),
      series(),
    )
    expect(rowOf(sheet, 'a')).toEqual(['member', 'absent', 'absent', 'no-roll', 'absent', 'absent', 'member'])
    expect(rowOf(sheet, 'b')).toEqual(['before', 'observer', 'absent', 'no-roll', 'absent', 'no-roll', 'observer'])
    expect(rowOf(sheet, 'c')).toEqual(['before', 'guest', 'guest', 'no-roll', 'after', 'after', 'after'])
  })

  test('another of the same body, named or not, came instead; one of another body did not', () => {
    const sheet = sheetOf(
      rollOf(
        [
          ['a', 'm1', 'observer', 'finance'],
          ['a', 'm7', 'observer', 'finance'],
          ['b', 'm2', 'observer', 'finance'],
          ['c', 'm3', 'observer', 'water'],
        ],
        [['finance', 'm5']],
      ),
      series(),
    )
    expect(rowOf(sheet, 'a')).toEqual(['observer', 'stand-in', 'absent', 'no-roll', 'stand-in', 'no-roll', 'observer'])
  })

  test('after a move it is the new body that counts', () => {
    const sheet = sheetOf(
      rollOf([
        ['a', 'm1', 'observer', 'finance'],
        ['a', 'm3', 'observer', 'water'],
        ['a', 'm7', 'observer', 'water'],
        ['b', 'm2', 'observer', 'water'],
        ['b', 'm5', 'observer', 'finance'],
      ]),
      series(),
    )
    expect(rowOf(sheet, 'a').slice(0, 5)).toEqual(['observer', 'absent', 'observer', 'no-roll', 'absent'])
  })

  test('who is excused is named, and so seen; leaders, who are printed without a body, are never stood in for', () => {
    const sheet = sheetOf(
      rollOf([
        ['a', 'm1', 'absent'],
        ['a', 'm2', 'member'],
        ['a', 'm7', 'absent'],
        ['b', 'm7', 'member'],
      ]),
      series(),
    )
    expect(rowOf(sheet, 'a')).toEqual(['excused', 'member', 'absent', 'no-roll', 'absent', 'absent', 'excused'])
  })

  test('of two roles in one meeting the fuller counts', () => {
    const sheet = sheetOf(
      rollOf([
        ['a', 'm1', 'guest'],
        ['a', 'm1', 'member'],
      ]),
      [sitting('m1')],
    )
    expect(rowOf(sheet, 'a')).toEqual(['member'])
  })

  test('an entry of a meeting that is not in the series is refused', () => {
    expect(() => sheetOf(rollOf([['a', 'm9', 'member']]), series())).toThrow(/m9 is not among the meetings/u)
  })
})

describe('counts', () => {
  const sheet = () =>
    sheetOf(
      rollOf([
        ['a', 'm2', 'observer', 'finance'],
        ['a', 'm3', 'member', 'finance'],
        ['a', 'm5', 'observer', 'finance'],
        ['b', 'm1', 'observer', 'water'],
        ['b', 'm7', 'observer', 'finance'],
        ['d', 'm3', 'absent'],
      ]),
      series(),
    )

  test('are of the meetings of their denominator that print a roll', () => {
    expect(countOf(sheet(), 'a', 'every-roll')).toEqual({ n: 3, of: 6 })
    expect(countOf(sheet(), 'a', 'since-first-seen')).toEqual({ n: 3, of: 5 })
    expect(countOf(sheet(), 'a', 'while-seen')).toEqual({ n: 3, of: 3 })
  })

  test('are of no meeting that prints no roll of a kind on which they stood', () => {
    // m6 prints members alone.
    expect(countOf(sheet(), 'b', 'every-roll')).toEqual({ n: 2, of: 5 })
    expect(countOf(sheet(), 'b', 'while-seen')).toEqual({ n: 2, of: 5 })
  })

  test('take who was excused, or came by another, as not there', () => {
    expect(countOf(sheet(), 'd', 'since-first-seen')).toEqual({ n: 0, of: 4 })
    const seated = sheetOf(
      rollOf([
        ['a', 'm1', 'observer', 'x'],
        ['a', 'm3', 'observer', 'x'],
        ['b', 'm2', 'observer', 'x'],
      ]),
      series(),
    )
    expect(countOf(seated, 'a', 'while-seen')).toEqual({ n: 2, of: 3 })
  })

  test('are none for whom no roll names', () => {
    const roll = rollOf([['a', 'm1', 'member']])
    const sheet = sheetOf({ ...roll, who: [...roll.who, 'z'] }, series())
    expect(countOf(sheet, 'z', 'every-roll')).toEqual({ n: 0, of: 0 })
    expect(rowOf(sheet, 'z').slice(0, 4)).toEqual(['before', 'before', 'before', 'no-roll'])
  })
})

describe('co-attendance', () => {
  const roll = () =>
    rollOf([
      ...Array.from({ length: 60 }, (_, at): Entry => ['chair', `m${at + 100}`, 'member']),
      ...Array.from({ length: 60 }, (_, at): Entry[] =>
        ['a', 'b', 'c', 'd']
          .filter((_, who) => (who < 2 ? at % 3 === 0 : at % 3 === 1))
          .map((name) => [name, `m${at + 100}`, 'observer']),
      ).flat(),
      ['d', 'm100', 'absent'],
    ])

  test('the fixed cast is set apart, and the others are tested among themselves', () => {
    const { fixedCast, meetings, table } = coAttendance(presenceOf(roll()))
    expect(fixedCast).toEqual({ share: 0.9, members: [{ who: 'chair', meetings: 60 }] })
    expect(meetings).toBe(60)
    expect(table.who).toEqual(['a', 'b', 'c', 'd'])
    const { more, fewer } = backboneOf(table, 0.05)
    expect(more.map(({ a, b }) => a + b)).toEqual(['ab', 'cd'])
    expect(fewer.map(({ a, b }) => a + b)).toEqual(['ac', 'ad', 'bc', 'bd'])
  })

  test('who is excused was not there', () => {
    const presence = presenceOf(
      rollOf([
        ['a', 'm1', 'member'],
        ['b', 'm1', 'absent'],
      ]),
    )
    expect([...presence.offsets]).toEqual([0, 1, 1])
  })

  test('a row that the filter leaves out is neither cast nor tested', () => {
    const presence = presenceOf(roll())
    const rows = Uint8Array.from(presence.who, (id) => (id === 'chair' || id === 'a' ? 0 : 1))
    const { fixedCast, table } = coAttendance(presence, { rows })
    expect(fixedCast.members).toEqual([])
    expect(table.who).toEqual(['b', 'c', 'd'])
  })
})

describe('stand-ins', () => {
  test('are those that the text states, the most frequent first, each meeting once and in order of time', () => {
    const row = (who: string, meeting: string, date: string, onBehalfOf: string) => ({ who, meeting, date, onBehalfOf })
    expect(
      standInsOf([
        row('b', 'm2', '2022-02-01', 'x'),
        row('a', 'm2', '2022-02-01', 'y'),
        row('a', 'm1', '2022-01-01', 'y'),
        row('a', 'm2', '2022-02-01', 'y'),
        row('a', 'm1', '2022-01-01', 'x'),
      ]),
    ).toEqual([
      { who: 'a', onBehalfOf: 'y', meetings: ['m1', 'm2'] },
      { who: 'a', onBehalfOf: 'x', meetings: ['m1'] },
      { who: 'b', onBehalfOf: 'x', meetings: ['m2'] },
    ])
  })
})

describe('named in an item', () => {
  test('and not on the roll of that meeting; a meeting without a roll tells nothing', () => {
    const presence = presenceOf(
      rollOf([
        ['finance', 'm1', 'observer'],
        ['water', 'm2', 'observer'],
        ['roads', 'm1', 'absent'],
      ]),
    )
    const named = (who: string, item: string, meeting: string) => ({ who, item, meeting })
    expect(
      namedButNotThere(
        [
          named('water', 'm1/2', 'm1'),
          named('water', 'm1/5', 'm1'),
          named('roads', 'm1/2', 'm1'),
          named('finance', 'm1/2', 'm1'),
          named('finance', 'm3/1', 'm3'),
        ],
        presence,
      ),
    ).toEqual([
      { who: 'roads', meeting: 'm1', items: ['m1/2'] },
      { who: 'water', meeting: 'm1', items: ['m1/2', 'm1/5'] },
    ])
  })
})
