import type { BodyKind, Jurisdiction } from '../../model/graph.ts'
import { LEVEL_BODIES, YOUTH_LEAGUE, ZONE_BODIES } from '../lexicon/bodies.ts'
import { ZONE_ALIASES } from '../lexicon/body-aliases.ts'
import {
  AFTER_PLACE,
  BEFORE_PLACE,
  DISTRICT_ENDINGS,
  LEVEL_SIGNS,
  PLACE_LED,
  SUPERIOR_BODIES,
  TOWN_ENDINGS,
  ZONE_ENDINGS,
} from '../lexicon/body-grammar.ts'
import {
  GOVERNMENT_TAILS,
  KIND_BEFORE_TABLE,
  KIND_BY_BEGINNING,
  KIND_BY_ENDING,
  KIND_OF_CLASS,
} from '../lexicon/body-kinds.ts'
import { canonicalRest, placeName, placeNames } from './body-names.ts'
import { foldForm } from './fold.ts'
import { levelSign } from './jurisdiction.ts'

export type Body = {
  /** What two printed forms of one body share. */
  key: string
  kind: 'department' | 'district'
  bodyKind: BodyKind
  /** Known to the lexicon by its name, or as a place; not only by the shape of its name. */
  listed: boolean
}

type ClassName = keyof typeof KIND_OF_CLASS
const KIND_OF_NAME: ReadonlyMap<string, BodyKind> = new Map(
  // Object.entries widens the keys; both tables have the same ones, by their types.
  (Object.entries(LEVEL_BODIES) as [ClassName, readonly string[]][]).flatMap(([name, bodies]) =>
    bodies.flatMap((body) =>
      [foldForm(body), canonicalRest(foldForm(body))].map((one) => [one, KIND_OF_CLASS[name]] as const),
    ),
  ),
)
const NAMES_IN_ZONES: ReadonlySet<string> = new Set(ZONE_BODIES)
const LEAGUES: ReadonlySet<string> = new Set(YOUTH_LEAGUE)
const SUPERIORS: ReadonlySet<string> = new Set(SUPERIOR_BODIES)
const NO_PLACE = /(?:军分|警备|分局)/u

const placeKind = (name: string, home: string): BodyKind | null => {
  if (ZONE_ENDINGS.some((ending) => name.endsWith(ending) && name.length > ending.length)) return 'zone'
  if (TOWN_ENDINGS.some((ending) => name.endsWith(ending))) return 'township'
  const isPlace = name.length >= 2 && name.length <= 8 && DISTRICT_ENDINGS.includes(name.at(-1) ?? '') && name !== home
  return isPlace && !NO_PLACE.test(name) ? 'district' : null
}

const shortZone = (name: string): string => {
  const pair = ZONE_ALIASES.find(([long]) => name.endsWith(long) && name.length > long.length)
  return pair ? name.slice(0, -pair[0].length) + pair[1] : name
}

/** 苏州市吴江区 → 吴江区, 苏州市高新区 → 苏州高新区: the place of the document in front of one of its parts. */
const localPlace = (name: string, kind: BodyKind, jurisdiction: Jurisdiction): string => {
  const { id } = jurisdiction
  if (!name.startsWith(id) || name.length < id.length + 2) return name
  const rest = name.slice(id.length)
  return kind === 'zone' ? placeName(jurisdiction) + rest : rest
}

/** 吴江区人民政府 → 吴江区, 太仓港口管委会 → 太仓港口: a place and its government are one; `null` for what is no place. */
const placeOf = (name: string, jurisdiction: Jurisdiction): { key: string; bodyKind: BodyKind } | null => {
  const keyOf = (place: string, kind: BodyKind) => ({
    key: kind === 'zone' ? shortZone(localPlace(place, kind, jurisdiction)) : localPlace(place, kind, jurisdiction),
    bodyKind: kind,
  })
  for (const tail of GOVERNMENT_TAILS) {
    const place = name.endsWith(tail) ? name.slice(0, -tail.length) : ''
    const kind = place.length >= 3 ? placeKind(place, jurisdiction.id) : null
    if (kind) return keyOf(place, kind)
  }
  const kind = placeKind(name, jurisdiction.id)
  return kind && keyOf(name, kind)
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

const isListed = (name: string, rest: string, place: string): boolean =>
  KIND_OF_NAME.has(rest) ||
  NAMES_IN_ZONES.has(name) ||
  LEAGUES.has(name) ||
  SUPERIORS.has(name) ||
  (name.startsWith(place) &&
    (KIND_OF_NAME.has(name.slice(place.length)) || PLACE_LED.some((led) => name === place + led))) ||
  BEFORE_PLACE.some(
    (organisation) =>
      name.startsWith(organisation) && AFTER_PLACE.some((tail) => name.endsWith(tail) && name.includes(place)),
  )

const read = (printed: string, jurisdiction: Jurisdiction, aliases: ReadonlyMap<string, string>): Body => {
  const name = foldForm(printed)
  const home = jurisdiction.id
  const sign = levelSign(jurisdiction)
  const alias = aliases.get(name)
  if (alias !== undefined)
    return { key: alias, kind: 'department', bodyKind: kindOf(alias, bare(alias, home)), listed: true }
  const ownGovernment = name === home || name === jurisdiction.issuer || name === `${sign}人民政府`
  if (ownGovernment)
    return { key: sign ? `${sign}政府` : '管委会', kind: 'department', bodyKind: 'government', listed: true }
  const printedRest = bare(name, home)
  const known = KIND_OF_NAME.has(printedRest) || canonicalRest(printedRest) !== printedRest
  const rest = known ? canonicalRest(printedRest) : printedRest
  const ownLevel = sign !== null && (name === printedRest || name.startsWith(home) || name.startsWith(sign))
  if (known && ownLevel) return { key: sign + rest, kind: 'department', bodyKind: kindOf(name, rest), listed: true }
  const place = known ? null : placeOf(name, jurisdiction)
  if (place) return { ...place, kind: 'district', listed: true }
  const level = name.slice(0, name.length - printedRest.length)
  const local =
    sign !== null && name.startsWith(home) && name.length > home.length + 1
      ? sign + name.slice(home.length)
      : level + rest
  return {
    key: local,
    kind: 'department',
    bodyKind: kindOf(name, rest),
    listed: isListed(name, rest, placeName(jurisdiction)),
  }
}

/**
 * Tells which body a printed name means in the minutes of `jurisdiction`; keeps what it has read. A county's 水利局 and 县水利局 are one,
 * so are short and full names of the tables, and a district and its government; names that the tables do not know keep their own key.
 */
export const bodyReader = (jurisdiction: Jurisdiction): ((printed: string) => Body) => {
  const aliases = placeNames(jurisdiction)
  const known = new Map<string, Body>()
  return (printed) => {
    const before = known.get(printed)
    if (before) return before
    const body = read(printed, jurisdiction, aliases)
    known.set(printed, body)
    return body
  }
}
