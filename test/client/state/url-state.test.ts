import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  carried,
  formatUrlState,
  idInPath,
  jurisdictionOf,
  meetingPath,
  nameInId,
  parseUrlState,
  type UrlState,
} from '../../../client/state/url-state.ts'

const EMPTY: UrlState = {
  in: null,
  from: null,
  to: null,
  document: null,
  tab: 'part',
  item: null,
  edge: null,
  node: null,
  view: {},
}

describe('the state in the address', () => {
  test('an empty query is the state without a choice, and the other way round', () => {
    expect(parseUrlState('')).toEqual(EMPTY)
    expect(formatUrlState(EMPTY)).toBe('')
  })

  test('a period whose ends are the wrong way round is the one between them, and half a period stays half', () => {
    expect(parseUrlState('from=2024-02-01&to=2023-01-31')).toEqual({ ...EMPTY, from: '2023-01-31', to: '2024-02-01' })
    expect(parseUrlState('from=2024-02-01')).toEqual({ ...EMPTY, from: '2024-02-01' })
  })

  test('every state comes back as it went', () => {
    const text = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null })
    const period = fc.constantFrom(
      { from: null, to: null },
      { from: '2022-01-14', to: null },
      { from: null, to: '2024-02-29' },
      { from: '2022-01-14', to: '2024-02-29' },
    )
    const state = fc.record<UrlState>({
      in: text,
      from: fc.constant(null),
      to: fc.constant(null),
      document: text,
      tab: fc.constantFrom('part', 'agenda', 'roll'),
      item: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null }),
      edge: text,
      node: text,
      view: fc.dictionary(fc.constantFrom('level', 'kinds', 'pair'), fc.string({ minLength: 1, unit: 'grapheme' }), {
        noNullPrototype: true,
      }),
    })
    fc.assert(
      fc.property(state, period, (rest, ends) => {
        const value = { ...rest, ...ends }
        expect(parseUrlState(formatUrlState(value))).toEqual(value)
      }),
    )
  })

  test.each(['2023-02-30', '2023-2-1', 'yesterday', '2023-13-01', '20230101'])(
    '%s is no day and counts as absent',
    (day) => {
      expect(parseUrlState(`from=${day}&to=${day}`)).toEqual(EMPTY)
    },
  )

  test.each(['0', '-1', '1.5', 'x', '99999'])('%s is no item', (item) => {
    expect(parseUrlState(`item=${item}`).item).toBeNull()
  })

  test('from page to page go the place and the period, and nothing else', () => {
    const all: UrlState = {
      in: 'a',
      from: '2022-01-14',
      to: '2022-02-14',
      document: 'd',
      tab: 'roll',
      item: 2,
      edge: 'e',
      node: 'n',
      view: { level: 'meeting' },
    }
    expect(carried(all)).toEqual({ ...EMPTY, in: 'a', from: '2022-01-14', to: '2022-02-14' })
  })
})

describe('ids in paths', () => {
  test.each(['苏州市/meeting/2020-12-14-常务会议-121', '100%市/meeting/a?b#c/d', 'a b+c'])(
    '%s survives the path',
    (id) => {
      expect(idInPath(meetingPath(id))).toBe(id)
    },
  )

  test('a path without an id, or with a broken one, has none', () => {
    expect(idInPath('/meetings')).toBeNull()
    expect(idInPath('/meetings/')).toBeNull()
    expect(idInPath('/meetings/%E8%8')).toBeNull()
  })

  test('an id begins with its jurisdiction and ends in what a person can read', () => {
    expect(jurisdictionOf('苏州市/department/市发改委')).toBe('苏州市')
    expect(nameInId('苏州市/department/市发改委')).toBe('市发改委')
    expect(nameInId('nothing')).toBe('nothing')
  })
})
