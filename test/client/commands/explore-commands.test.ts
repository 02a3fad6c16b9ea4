import { describe, expect, test } from 'vitest'
import { commandFor } from '../../../client/commands/command.ts'
import {
  EXPLORE_COMMANDS,
  type ExploreContext,
  expandNode,
  hideNode,
  layOut,
  pathTo,
  startHere,
} from '../../../client/commands/explore-commands.ts'
import { addStart, type Explore, keyOf, NOTHING } from '../../../client/state/explore.ts'

const A = '澜州市/department/市住建局'
const B = '澜州市/department/市财政局'

const context = (changes: Partial<ExploreContext> = {}) => {
  const seen: { view: Explore; done: string[] } = { view: changes.view ?? addStart(A)(NOTHING), done: [] }
  const given: ExploreContext = {
    view: seen.view,
    selected: A,
    pathFrom: null,
    canUndo: true,
    canRedo: false,
    canPlay: true,
    total: 40,
    change: (next) => {
      seen.view = next(seen.view)
    },
    undo: () => seen.done.push('undo'),
    redo: () => seen.done.push('redo'),
    select: (node) => seen.done.push(`select ${node}`),
    setPathFrom: (node) => seen.done.push(`from ${node}`),
    open: (node) => seen.done.push(`open ${node}`),
    fit: () => seen.done.push('fit'),
    togglePlay: () => seen.done.push('play'),
    findStart: () => seen.done.push('find'),
    toggleHelp: () => seen.done.push('help'),
    ...changes,
  }
  return { given, seen }
}
const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const named = (key: string, given: ExploreContext, held = {}) =>
  commandFor(EXPLORE_COMMANDS, given, press(key, held), false)?.id ?? null

describe('keys of exploring', () => {
  test.each([
    ['e', 'expand'],
    ['c', 'collapse'],
    ['p', 'pin'],
    ['P', 'path'],
    ['h', 'hide'],
    ['Enter', 'open'],
    ['l', 'layout'],
    ['f', 'fit'],
    [' ', 'play'],
    ['s', 'find-start'],
    ['?', 'keys'],
    ['Escape', 'let-go'],
  ])('%s is %s', (key, id) => {
    expect(named(key, context().given)).toBe(id)
  })

  test('undo and redo are told apart by Shift', () => {
    const both = context({ canRedo: true }).given
    expect(named('z', both, { ctrlKey: true })).toBe('undo')
    expect(named('Z', both, { ctrlKey: true, shiftKey: true })).toBe('redo')
    expect(named('Z', context().given, { ctrlKey: true, shiftKey: true })).toBeNull()
  })

  test('without a node in hand its keys mean nothing', () => {
    const { given } = context({ selected: null })
    expect(['e', 'c', 'p', 'h', 'P', 'Enter', 'Escape'].map((key) => named(key, given))).toEqual(Array(7).fill(null))
  })

  test('no two commands have one key', () => {
    const keys = EXPLORE_COMMANDS.flatMap((command) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('commands of exploring', () => {
  test('expanding ends where all neighbours are asked for', () => {
    expect(expandNode.enabled(context({ total: 12 }).given)).toBe(false)
    expect(expandNode.enabled(context({ total: 13 }).given)).toBe(true)
  })

  test('hiding a start removes it, hiding another node hides it; neither stays in hand', async () => {
    const start = context()
    await hideNode.run(start.given)
    expect(start.seen.view).toEqual(NOTHING)
    const other = context({ selected: B })
    await hideNode.run(other.given)
    expect(other.seen.view.hidden).toEqual(new Set([keyOf(B)]))
    expect(other.seen.done).toEqual(['select null'])
  })

  test('a path ends at another node than it begins', async () => {
    const { given, seen } = context({ pathFrom: A })
    expect(pathTo(A).enabled(given)).toBe(false)
    expect(pathTo(B).enabled(context().given)).toBe(false)
    await pathTo(B).run(given)
    expect(seen.view.ways).toEqual([{ from: A, to: B }])
    expect(seen.done).toEqual(['from null', `select ${B}`])
  })

  test('what is a start cannot become one; nothing needs no layout', () => {
    expect(startHere.enabled(context().given)).toBe(false)
    expect(startHere.enabled(context({ selected: B }).given)).toBe(true)
    expect(layOut.enabled(context({ view: NOTHING }).given)).toBe(false)
  })
})
