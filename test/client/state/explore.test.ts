import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addStart,
  addWay,
  BATCH,
  collapse,
  drag,
  type Explore,
  expand,
  FARTHEST,
  forgetPlaces,
  hide,
  keepPlacesOf,
  keyOf,
  MOST_OF_ONE,
  NOTHING,
  place,
  removeStart,
  removeWay,
  showAll,
  toggleKind,
  togglePin,
} from '../../../client/state/explore.ts'
import { formatExplore, parseExplore } from '../../../client/state/explore-address.ts'
import { amend, historyOf, redo, step, undo } from '../../../client/state/history.ts'
import { formatUrlState, NO_SELECTION, parseUrlState } from '../../../client/state/url-state.ts'
import { NodeKind } from '../../../model/graph.ts'
import { CITY } from '../graph-builders.ts'

const A = `${CITY}/department/市住建局`
const B = `${CITY}/policy/城市更新实施办法`

const from = (...changes: ((view: Explore) => Explore)[]): Explore =>
  changes.reduce((view, change) => change(view), NOTHING)

describe('an exploration', () => {
  test('begins with a node and the first of its neighbours', () => {
    const view = from(addStart(A))
    expect(view.starts).toEqual([A])
    expect(view.expansions).toEqual([{ node: A, kind: null, count: BATCH }])
  })

  test('a second start keeps the first; the same one twice is one', () => {
    expect(from(addStart(A), addStart(B), addStart(A)).starts).toEqual([A, B])
  })

  test('expanding again gives the next batch, and no more than the server has at once', () => {
    const twice = from(addStart(A), expand(A, null))
    expect(twice.expansions[0]?.count).toBe(2 * BATCH)
    let view = twice
    for (let more = 0; more < 30; more++) view = expand(A, null)(view)
    expect(view.expansions[0]?.count).toBe(MOST_OF_ONE)
    expect(expand(A, null)(view)).toBe(view)
  })

  test('a kind expands by itself', () => {
    const view = from(addStart(A), expand(A, 'person'))
    expect(view.expansions).toEqual([
      { node: A, kind: null, count: BATCH },
      { node: A, kind: 'person', count: BATCH },
    ])
  })

  test('collapsing takes what a node has opened, of every kind, and of no other node', () => {
    const view = from(addStart(A), expand(A, 'person'), expand(B, null), collapse(A))
    expect(view.expansions).toEqual([{ node: B, kind: null, count: BATCH }])
    expect(collapse(A)(view)).toBe(view)
  })

  test('a start that is removed takes its expansions along', () => {
    expect(from(addStart(A), removeStart(A))).toEqual(NOTHING)
    const view = from(addStart(A))
    expect(removeStart(B)(view)).toBe(view)
  })

  test('what is hidden comes back with everything, or when it is started from', () => {
    const hidden = from(addStart(A), hide(B), toggleKind('meeting'))
    expect(hidden.hidden.has(keyOf(B))).toBe(true)
    expect(showAll(hidden)).toMatchObject({ hidden: new Set(), without: new Set() })
    expect(addStart(B)(hidden).hidden.has(keyOf(B))).toBe(false)
    const nothing = from(addStart(A))
    expect(showAll(nothing)).toBe(nothing)
  })

  test('pins and kinds are switched', () => {
    expect(from(togglePin(A)).pinned).toEqual(new Set([keyOf(A)]))
    expect(from(togglePin(A), togglePin(A))).toEqual(NOTHING)
    expect(from(toggleKind('item'), toggleKind('item'))).toEqual(NOTHING)
  })

  test('a path is laid once, in whichever direction, and not from a node to itself', () => {
    expect(from(addWay(A, B), addWay(B, A), addWay(A, A)).ways).toEqual([{ from: A, to: B }])
    expect(from(addWay(A, B), removeWay(A, B)).ways).toEqual([])
    expect(from(addWay(A, B), removeWay(B, A)).ways).toEqual([{ from: A, to: B }])
  })

  test('places lie on a grid, within bounds, and the same place changes nothing', () => {
    const view = from(place(new Map([[A, { x: 10.6, y: -99_999 }]])))
    expect(view.at.get(keyOf(A))).toEqual({ x: 10, y: -FARTHEST })
    expect(place(new Map([[A, { x: 10, y: -99_999 }]]))(view)).toBe(view)
  })

  test('what a hand has put somewhere is pinned, and stays when the rest is laid out anew', () => {
    const view = from(place(new Map([[B, { x: 2, y: 2 }]])), drag(A, { x: 40, y: 50 }), forgetPlaces)
    expect([...view.at]).toEqual([[keyOf(A), { x: 40, y: 50 }]])
  })

  test('places of what is gone are dropped, those of the rest are not', () => {
    const both = from(
      place(
        new Map([
          [A, { x: 2, y: 2 }],
          [B, { x: 4, y: 4 }],
        ]),
      ),
    )
    expect([...keepPlacesOf([A])(both).at.keys()]).toEqual([keyOf(A)])
    expect(keepPlacesOf([A, B])(both)).toBe(both)
  })
})

describe('back and forth', () => {
  test('a step can be undone and done again; what is part of a step goes with it', () => {
    const one = step(historyOf(NOTHING), from(addStart(A)))
    const placed = amend(one, place(new Map([[A, { x: 2, y: 2 }]]))(one.present))
    expect(undo(placed).present).toBe(NOTHING)
    expect(redo(undo(placed)).present).toBe(placed.present)
  })

  test('a new step forgets what was undone', () => {
    const gone = undo(step(historyOf(NOTHING), from(addStart(A))))
    const other = step(gone, from(addStart(B)))
    expect(redo(other)).toBe(other)
  })

  test('nothing to undo, nothing to do again, and no change are no steps', () => {
    const history = historyOf(NOTHING)
    expect([undo(history), redo(history), step(history, NOTHING)]).toEqual([history, history, history])
  })

  test('any changes, undone one by one, lead back to the beginning', () => {
    const node = fc.constantFrom(A, B, `${CITY}/person/彭睿`)
    const change = fc.oneof(
      node.map((id) => addStart(id)),
      node.map((id) => hide(id)),
      node.map((id) => togglePin(id)),
      node.map((id) => collapse(id)),
      fc.constantFrom(...NodeKind.options).map((kind) => toggleKind(kind)),
      fc.tuple(node, node).map(([a, b]) => addWay(a, b)),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let history = historyOf(NOTHING)
        for (const one of changes) history = step(history, one(history.present))
        const end = history.present
        const steps = history.past.length
        for (let back = 0; back < steps; back++) history = undo(history)
        expect(history.present).toBe(NOTHING)
        for (let forth = 0; forth < steps; forth++) history = redo(history)
        expect(history.present).toBe(end)
      }),
    )
  })
})

describe('the address', () => {
  const through = (view: Explore): Explore => {
    const search = formatUrlState({ in: null, from: null, to: null, ...NO_SELECTION, view: formatExplore(view, CITY) })
    return parseExplore(parseUrlState(search).view, CITY)
  }

  test('nothing needs nothing', () => {
    expect(formatExplore(NOTHING, CITY)).toEqual({})
    expect(parseExplore({}, CITY)).toEqual(NOTHING)
  })

  test('gives back every part of an exploration, places to the pixel of the grid', () => {
    const id = fc
      .tuple(fc.constantFrom(...NodeKind.options), fc.stringMatching(/^[一-龥a-z0-9@()（）《》-]{1,12}$/))
      .map(([kind, name]) => `${CITY}/${kind}/${name}`)
    const ids = fc.uniqueArray(id, { maxLength: 6 })
    const coordinate = fc.integer({ min: -FARTHEST, max: FARTHEST })
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.array(fc.tuple(id, coordinate, coordinate), { maxLength: 8 }),
        fc.subarray([...NodeKind.options]),
        (starts, others, places, kinds) => {
          const view = from(
            ...starts.map(addStart),
            ...others.flatMap((one) => [hide(one), togglePin(one), expand(one, kinds[0] ?? null)]),
            ...starts.flatMap((a) => others.map((b) => addWay(a, b))),
            ...kinds.map(toggleKind),
            place(new Map(places.map(([one, x, y]) => [one, { x, y }]))),
          )
          expect(through(view)).toEqual(view)
        },
      ),
    )
  })

  test('what is malformed counts as absent', () => {
    const broken = { e: 'department/市住建局>many|>3|policy/x>12>planet', w: 'a', xy: '!!!!', k: '9' }
    expect(parseExplore(broken, CITY)).toEqual(NOTHING)
  })

  test('a node of another place keeps its whole id', () => {
    const other = '岚州市/department/市财政局'
    expect(through(from(addStart(other))).starts).toEqual([other])
  })
})
