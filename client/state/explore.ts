/** What is drawn when somebody explores, and how it changes. Plain data, pure functions. */
import type { NodeKind } from '../../model/graph.ts'

/** Pixels at zoom 1. */
export type Point = { x: number; y: number }

/** The first `count` neighbours of a node, of one kind or of all (`null`). */
export type Expansion = { node: string; kind: NodeKind | null; count: number }
/** A shortest path that was asked for. */
export type Way = { from: string; to: string }

/** Nodes that are hidden, pinned or placed go by their key, which is short enough for an address. */
export type Explore = {
  starts: readonly string[]
  expansions: readonly Expansion[]
  ways: readonly Way[]
  hidden: ReadonlySet<string>
  pinned: ReadonlySet<string>
  /** Kinds that are not drawn. */
  without: ReadonlySet<NodeKind>
  at: ReadonlyMap<string, Point>
}

export const NOTHING: Explore = {
  starts: [],
  expansions: [],
  ways: [],
  hidden: new Set(),
  pinned: new Set(),
  without: new Set(),
  at: new Map(),
}

/** So many neighbours come with one step. */
export const BATCH = 12
/** So many come at most; the API gives no more at once. */
export const MOST_OF_ONE = 192
/** A drawing of more nodes cannot be read, nor its link be sent. */
export const MOST_DRAWN = 300

const KEY_LENGTH = 5
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** `value` in `length` signs that an address needs not escape, the lowest first. */
export const toSigns = (value: number, length: number): string => {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 64)) text += DIGITS.charAt(rest % 64)
  return text
}

/** `null` where a sign is none of ours. */
export const fromSigns = (text: string): number | null => {
  let value = 0
  for (const sign of text.split('').reverse()) {
    const digit = DIGITS.indexOf(sign)
    if (digit < 0) return null
    value = value * 64 + digit
  }
  return value
}

/** Five signs for an id (30 bits, FNV-1a): among three hundred nodes two agree once in twenty thousand drawings. */
export const keyOf = (id: string): string => {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) {
    hash ^= id.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return toSigns((hash ^ (hash >>> 30)) & 0x3fffffff, KEY_LENGTH)
}

/** Places lie on a grid of two pixels, so that a link gives them back exactly. */
export const GRID = 2
export const FARTHEST = 4094
const onGrid = (value: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(value / GRID) * GRID)) || 0

const without = <Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> => {
  const rest = new Set(set)
  rest.delete(value)
  return rest
}

export const addStart =
  (node: string) =>
  (state: Explore): Explore =>
    state.starts.includes(node)
      ? show(node)(state)
      : expand(node, null)({ ...state, starts: [...state.starts, node], hidden: without(state.hidden, keyOf(node)) })

/** With all that was expanded from it. */
export const removeStart =
  (node: string) =>
  (state: Explore): Explore =>
    state.starts.includes(node)
      ? collapse(node)({ ...state, starts: state.starts.filter((start) => start !== node) })
      : state

const isOf =
  (node: string, kind: NodeKind | null) =>
  (expansion: Expansion): boolean =>
    expansion.node === node && expansion.kind === kind

/** The first batch of neighbours, or the next one. */
export const expand =
  (node: string, kind: NodeKind | null) =>
  (state: Explore): Explore => {
    const before = state.expansions.find(isOf(node, kind))
    if (!before) return { ...state, expansions: [...state.expansions, { node, kind, count: BATCH }] }
    const count = Math.min(MOST_OF_ONE, before.count + BATCH)
    if (count === before.count) return state
    return { ...state, expansions: state.expansions.map((one) => (one === before ? { ...one, count } : one)) }
  }

export const isExpanded = (state: Explore, node: string): boolean => state.expansions.some((one) => one.node === node)

/** What hangs on the node by its own expansions goes; what is also reached otherwise stays. */
export const collapse =
  (node: string) =>
  (state: Explore): Explore =>
    isExpanded(state, node)
      ? { ...state, expansions: state.expansions.filter((expansion) => expansion.node !== node) }
      : state

export const hide =
  (node: string) =>
  (state: Explore): Explore => ({ ...state, hidden: new Set(state.hidden).add(keyOf(node)) })

export const show =
  (node: string) =>
  (state: Explore): Explore =>
    state.hidden.has(keyOf(node)) ? { ...state, hidden: without(state.hidden, keyOf(node)) } : state

export const showAll = (state: Explore): Explore =>
  state.hidden.size + state.without.size === 0 ? state : { ...state, hidden: new Set(), without: new Set() }

export const togglePin =
  (node: string) =>
  (state: Explore): Explore => {
    const key = keyOf(node)
    return {
      ...state,
      pinned: state.pinned.has(key) ? without(state.pinned, key) : new Set(state.pinned).add(key),
    }
  }

export const toggleKind =
  (kind: NodeKind) =>
  (state: Explore): Explore => ({
    ...state,
    without: state.without.has(kind) ? without(state.without, kind) : new Set(state.without).add(kind),
  })

export const addWay =
  (from: string, to: string) =>
  (state: Explore): Explore => {
    const known = state.ways.some((way) => (way.from === from && way.to === to) || (way.from === to && way.to === from))
    return known || from === to ? state : { ...state, ways: [...state.ways, { from, to }] }
  }

export const removeWay =
  (from: string, to: string) =>
  (state: Explore): Explore => ({ ...state, ways: state.ways.filter((way) => way.from !== from || way.to !== to) })

/** Where the drawing has put nodes, or a hand has. Places that are the same change nothing. */
export const place =
  (positions: ReadonlyMap<string, Point>) =>
  (state: Explore): Explore => {
    const at = new Map(state.at)
    let changed = false
    for (const [id, point] of positions) {
      const key = keyOf(id)
      const next = { x: onGrid(point.x), y: onGrid(point.y) }
      const old = at.get(key)
      if (old?.x === next.x && old.y === next.y) continue
      at.set(key, next)
      changed = true
    }
    return changed ? { ...state, at } : state
  }

/** A node that a hand has put somewhere stays there. */
export const drag =
  (node: string, point: Point) =>
  (state: Explore): Explore => {
    const placed = place(new Map([[node, point]]))(state)
    return { ...placed, pinned: new Set(placed.pinned).add(keyOf(node)) }
  }

/** All places but those of pinned nodes are forgotten: the drawing finds new ones. */
export const forgetPlaces = (state: Explore): Explore => ({
  ...state,
  at: new Map([...state.at].filter(([key]) => state.pinned.has(key))),
})

/** Places of nodes that are no longer drawn need not be carried along. */
export const keepPlacesOf =
  (nodes: Iterable<string>) =>
  (state: Explore): Explore => {
    const keys = new Set([...nodes].map(keyOf))
    return [...state.at.keys()].every((key) => keys.has(key))
      ? state
      : { ...state, at: new Map([...state.at].filter(([key]) => keys.has(key))) }
  }
