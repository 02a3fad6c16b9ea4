import { describe, expect, test } from 'vitest'
import { actionOf, isAsRead, offersOf, sidesOf, toggleApart } from '../../../client/state/curation-draft.ts'
import { formatReview, parseReview, steppedRow } from '../../../client/state/review.ts'
import { tokenIn } from '../../../client/state/write-token.ts'
import type { Mention } from '../../../model/curation.ts'
import type { WorkEntry } from '../../../model/work-list.ts'

const person = (name: string, body: string | null = null): Mention => ({
  kind: 'person',
  meeting: '2022-01-14-常务会议-38',
  name,
  body,
  recorder: false,
})
const entry = (more: Partial<WorkEntry>): WorkEntry => ({
  id: 'possibly-same-1',
  kind: 'possibly-same',
  about: 'likely',
  nodes: [],
  quote: null,
  evidence: [],
  events: [],
  weight: 1,
  settledBy: [],
  ready: [],
  drafts: [],
  subjects: [],
  ...more,
})

describe('a correction that is being filled in', () => {
  test('is no action until the other side of a merge is chosen', () => {
    expect(actionOf({ do: 'merge', a: person('甲'), b: null, of: '澜州市/person/甲' })).toBeNull()
    expect(actionOf({ do: 'merge', a: person('甲'), b: person('乙'), of: '澜州市/person/甲' })).toMatchObject({
      do: 'same',
    })
  })

  test('takes white space and empty fields for nothing', () => {
    const fact = { of: 'roll' as const, meeting: 'm', person: '甲', body: null }
    const reading = { person: ' 乙 ', role: 'member' as const, body: ' ', post: '', onBehalfOf: null }
    expect(actionOf({ do: 'correct-roll', fact, readings: [reading] })).toMatchObject({
      readings: [{ person: '乙', body: null, post: null }],
    })
    expect(actionOf({ do: 'correct-roll', fact, readings: [{ ...reading, person: ' ' }] })).toBeNull()
    expect(actionOf({ do: 'rename', mention: person('甲'), name: '  ' })).toBeNull()
  })

  test('moves a name to the other side of a split and back', () => {
    const split = { do: 'split' as const, apart: [], from: [person('甲', '市发改委'), person('甲', '市财政局')] }
    const moved = toggleApart(split, person('甲', '市财政局'))
    expect(moved).toMatchObject({ apart: [{ body: '市财政局' }], from: [{ body: '市发改委' }] })
    expect(toggleApart(moved, person('甲', '市财政局')).apart).toEqual([])
    expect(actionOf(split)).toBeNull()
    expect(actionOf(moved)).not.toBeNull()
  })

  test('offers what needs nothing filled in first, and that it is right last', () => {
    const same = { do: 'same' as const, a: person('甲'), b: person('乙') }
    const offers = offersOf(entry({ settledBy: ['same', 'different', 'accept'], ready: [same], drafts: [same] }))
    expect(offers.map(({ draft }) => draft.do)).toEqual(['same', 'accept'])
  })

  test('offers to merge and to rename a body that nobody knows', () => {
    const subjects = [{ node: '澜州市/department/市某办', mention: { kind: 'body' as const, form: '市某办' } }]
    const offers = offersOf(entry({ kind: 'unknown-body', settledBy: ['same', 'rename', 'accept'], subjects }))
    expect(offers.map(({ draft }) => draft.do)).toEqual(['merge', 'rename', 'accept'])
    expect(offers[1]?.draft).toMatchObject({ name: '市某办' })
  })

  test('does not offer to accept what cannot be accepted', () => {
    expect(offersOf(entry({ settledBy: ['undo'], ready: [{ do: 'undo', event: 'e' }] }))).toHaveLength(1)
  })

  test('says what stands on either side', () => {
    expect(sidesOf({ do: 'same', a: person('甲', '市发改委'), b: person('乙') })).toEqual({
      left: '甲（市发改委）',
      right: '乙',
    })
    const fact = { of: 'roll' as const, meeting: 'm', person: '甲', body: '市发改委' }
    expect(sidesOf({ do: 'correct-roll', fact, readings: [] })).toEqual({ left: '甲（市发改委）', right: null })
  })

  test('knows a reading that is as it was read from one that is not', () => {
    const fact = { of: 'roll' as const, meeting: 'm', person: '甲', body: '市发改委' }
    const reading = { person: '甲', role: 'member' as const, body: '市发改委', post: null, onBehalfOf: null }
    expect(isAsRead({ do: 'correct-roll', fact, readings: [reading] })).toBe(true)
    expect(isAsRead({ do: 'correct-roll', fact, readings: [{ ...reading, person: '乙' }] })).toBe(false)
    expect(isAsRead({ do: 'correct-roll', fact, readings: [] })).toBe(false)
  })
})

describe('the page of review in the address', () => {
  test('comes back as it went', () => {
    const choice = { part: 'log' as const, kind: 'warning' as const, entry: 'warning-1' }
    expect(parseReview(formatReview(choice))).toEqual(choice)
    expect(formatReview(parseReview({}))).toEqual({})
  })

  test('takes what is malformed for absent', () => {
    expect(parseReview({ part: 'x', kind: 'y' })).toEqual({ part: 'work', kind: null, entry: null })
  })

  test('steps within the list', () => {
    expect([steppedRow(-1, 1, 3), steppedRow(2, 1, 3), steppedRow(0, -1, 3), steppedRow(1, -1, 3)]).toEqual([
      0, 2, 0, 0,
    ])
  })
})

describe('the token that somebody types', () => {
  test.each([
    ['abcdefgh12345678', 'abcdefgh12345678'],
    [' http://127.0.0.1:3000/#token=abcdefgh12345678 ', 'abcdefgh12345678'],
  ])('is found in %s', (text, token) => expect(tokenIn(text)).toBe(token))

  test.each(['', 'short', 'two words here', 'http://127.0.0.1:3000/'])('is not found in “%s”', (text) =>
    expect(tokenIn(text)).toBeNull(),
  )
})
