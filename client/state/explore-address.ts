/** The whole of an exploration in an address: it restores the drawing, places included. Pure. */
import { NodeKind } from '../../model/graph.ts'
import {
  type Expansion,
  type Explore,
  FARTHEST,
  fromSigns,
  GRID,
  MOST_OF_ONE,
  NOTHING,
  type Point,
  toSigns,
} from './explore.ts'

/** Ids hold neither of these. */
const BETWEEN = '|'
const WITHIN = '>'
const KEY = 5
const SIGNS = 2
const PLACE = KEY + 2 * SIGNS
const KINDS = NodeKind.options

const list = (text: string | undefined): string[] => (text ? text.split(BETWEEN).filter((part) => part !== '') : [])
const keys = (text: string | undefined): string[] => text?.match(/[\w-]{5}/g) ?? []

/** An id without the jurisdiction that all of them begin with. */
const short = (jurisdiction: string, id: string): string =>
  id.startsWith(`${jurisdiction}/`) ? id.slice(jurisdiction.length + 1) : `/${id}`
const long = (jurisdiction: string, id: string): string => (id.startsWith('/') ? id.slice(1) : `${jurisdiction}/${id}`)

const formatPoint = ({ x, y }: Point): string =>
  [x, y].map((value) => toSigns((value + FARTHEST + GRID) / GRID, SIGNS)).join('')

const parsePoint = (text: string): Point | null => {
  const [x, y] = [fromSigns(text.slice(0, SIGNS)), fromSigns(text.slice(SIGNS))]
  return x === null || y === null ? null : { x: x * GRID - FARTHEST - GRID, y: y * GRID - FARTHEST - GRID }
}

const formatExpansion = (jurisdiction: string, { node, kind, count }: Expansion): string =>
  [short(jurisdiction, node), count, ...(kind ? [kind] : [])].join(WITHIN)

const parseExpansion = (jurisdiction: string, text: string): Expansion[] => {
  const [node, count, kind] = text.split(WITHIN)
  const parsed = kind === undefined ? null : NodeKind.safeParse(kind).data
  if (!node || !count || !/^\d{1,3}$/.test(count) || parsed === undefined) return []
  return [{ node: long(jurisdiction, node), kind: parsed, count: Math.min(MOST_OF_ONE, Math.max(1, Number(count))) }]
}

const parsePlaces = (text: string | undefined): [string, Point][] =>
  (text?.match(/[\w-]{9}/g) ?? []).flatMap((one): [string, Point][] => {
    const point = parsePoint(one.slice(KEY, PLACE))
    return point ? [[one.slice(0, KEY), point]] : []
  })

/** What is malformed counts as absent. */
export const parseExplore = (view: Readonly<Record<string, string>>, jurisdiction: string): Explore => ({
  ...NOTHING,
  starts: [...new Set(list(view.s))].map((id) => long(jurisdiction, id)),
  expansions: list(view.e).flatMap((text) => parseExpansion(jurisdiction, text)),
  ways: list(view.w).flatMap((text) => {
    const [from, to] = text.split(WITHIN)
    return from && to ? [{ from: long(jurisdiction, from), to: long(jurisdiction, to) }] : []
  }),
  hidden: new Set(keys(view.h)),
  pinned: new Set(keys(view.p)),
  without: new Set(KINDS.filter((_, at) => view.k?.includes(String(at)))),
  at: new Map(parsePlaces(view.xy)),
})

/** What is empty is left out. */
export const formatExplore = (state: Explore, jurisdiction: string): Record<string, string> => {
  const view: Record<string, string> = {}
  const set = (name: string, value: string) => {
    if (value) view[name] = value
  }
  set('s', state.starts.map((id) => short(jurisdiction, id)).join(BETWEEN))
  set('e', state.expansions.map((one) => formatExpansion(jurisdiction, one)).join(BETWEEN))
  set('w', state.ways.map(({ from, to }) => [from, to].map((id) => short(jurisdiction, id)).join(WITHIN)).join(BETWEEN))
  set('h', [...state.hidden].sort().join(''))
  set('p', [...state.pinned].sort().join(''))
  set('k', KINDS.flatMap((kind, at) => (state.without.has(kind) ? [String(at)] : [])).join(''))
  set(
    'xy',
    [...state.at]
      .map(([key, point]) => `${key}${formatPoint(point)}`)
      .sort()
      .join(''),
  )
  return view
}

/** The first characters of an id that are the same in all of the place. */
export const withoutPlace = short
