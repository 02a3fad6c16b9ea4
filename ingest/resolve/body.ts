import type { BodyKind, Jurisdiction } from '../../model/graph.ts'
import { LEVEL_BODIES, ZONE_BODIES } from '../lexicon/bodies.ts'
import { DISTRICT_ENDINGS, LEVEL_SIGNS, TOWN_ENDINGS, ZONE_ENDINGS } from '../lexicon/body-grammar.ts'
import {
  GOVERNMENT_TAILS,
  KIND_BEFORE_TABLE,
  KIND_BY_BEGINNING,
  KIND_BY_ENDING,
  KIND_OF_CLASS,
} from '../lexicon/body-kinds.ts'
import { foldName } from './fold.ts'
import { levelSign } from './jurisdiction.ts'

export type Body = {
  /** What two printed forms of one body share. */
  key: string
  kind: 'department' | 'district'
  bodyKind: BodyKind
}

type ClassName = keyof typeof KIND_OF_CLASS
const KIND_OF_NAME: ReadonlyMap<string, BodyKind> = new Map(
  // Object.entries widens the keys; both tables have the same ones, by their types.
  (Object.entries(LEVEL_BODIES) as [ClassName, readonly string[]][]).flatMap(([name, bodies]) =>
    bodies.map((body) => [body, KIND_OF_CLASS[name]] as const),
  ),
)
const NAMES_IN_ZONES: ReadonlySet<string> = new Set(ZONE_BODIES)

const placeKind = (name: string, home: string): BodyKind | null => {
  if (ZONE_ENDINGS.some((ending) => name.endsWith(ending) && name.length > ending.length)) return 'zone'
  if (TOWN_ENDINGS.some((ending) => name.endsWith(ending))) return 'township'
  const isPlace = name.length >= 2 && name.length <= 8 && DISTRICT_ENDINGS.includes(name.at(-1) ?? '') && name !== home
  return isPlace && !/(?:军分|警备|分局)/u.test(name) ? 'district' : null
}

/** 吴江区人民政府 → 吴江区, 太仓港口管委会 → 太仓港口: a place and its government are one; `null` for what is no place. */
const placeOf = (name: string, home: string): { key: string; bodyKind: BodyKind } | null => {
  for (const tail of GOVERNMENT_TAILS) {
    const place = name.endsWith(tail) ? name.slice(0, -tail.length) : ''
    const kind = place.length >= 3 ? placeKind(place, home) : null
    if (kind) return { key: place, bodyKind: kind }
  }
  const kind = placeKind(name, home)
  return kind && { key: name, bodyKind: kind }
}

/** The name without its level and without the name of the place in front: 市财政局, 苏州市财政局, 财政局 → 财政局. */
const bare = (name: string, home: string): string => {
  const local = name.startsWith(home) && name.length > home.length ? name.slice(home.length) : name
  return local.length > 1 && LEVEL_SIGNS.includes(local[0] ?? '') ? local.slice(1) : local
}

const byEnding = (name: string, table: typeof KIND_BY_ENDING): BodyKind | undefined =>
  table.find(([ending]) => name.endsWith(ending))?.[1]

const kindOf = (name: string, rest: string): BodyKind =>
  byEnding(name, KIND_BEFORE_TABLE) ??
  KIND_OF_NAME.get(rest) ??
  KIND_BY_BEGINNING.find(([beginning]) => name.startsWith(beginning))?.[1] ??
  byEnding(name, KIND_BY_ENDING) ??
  (NAMES_IN_ZONES.has(name) ? 'government' : 'unknown')

/**
 * Which body a printed name means in the minutes of `jurisdiction`. A county's 水利局 and 县水利局 are one, so are a district
 * and its government; names that the tables do not know keep their own key.
 */
export const bodyOf = (printed: string, jurisdiction: Jurisdiction): Body => {
  const name = foldName(printed)
  const home = jurisdiction.id
  const rest = bare(name, home)
  const sign = levelSign(jurisdiction)
  const known = KIND_OF_NAME.get(rest)
  const ownGovernment = name === home || name === jurisdiction.issuer || name === `${sign}人民政府`
  if (ownGovernment) return { key: sign ? `${sign}政府` : '管委会', kind: 'department', bodyKind: 'government' }
  if (known && sign && (name === rest || name.startsWith(home)))
    return { key: sign + rest, kind: 'department', bodyKind: kindOf(name, rest) }
  const place = known ? null : placeOf(name, home)
  if (place) return { ...place, kind: 'district' }
  return { key: name, kind: 'department', bodyKind: kindOf(name, rest) }
}
