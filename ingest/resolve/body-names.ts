import type { Jurisdiction } from '../../model/graph.ts'
import { BODY_ALIASES, PLACE_ALIASES } from '../lexicon/body-aliases.ts'
import { foldName } from './fold.ts'
import { levelSign } from './jurisdiction.ts'

/** Every name of a body without its level, with the one that its id is made of. */
const CANONICAL: ReadonlyMap<string, string> = new Map(
  BODY_ALIASES.flatMap((names) => names.map((name) => [foldName(name), names[0]] as const)),
)

export const canonicalRest = (rest: string): string => CANONICAL.get(rest) ?? rest

/** 苏州市 without the level; a zone has none, and a name of two characters is never cut. */
export const placeName = ({ id }: Jurisdiction): string =>
  id.length > 2 && '市县区州旗盟'.includes(id.at(-1) ?? '') ? id.slice(0, -1) : id

/** A name of a table with the place of the document in it. */
export const localName = (template: string, jurisdiction: Jurisdiction): string =>
  template
    .replaceAll('{city}', jurisdiction.id)
    .replaceAll('{place}', placeName(jurisdiction))
    .replaceAll('{sign}', levelSign(jurisdiction) ?? '')

/** Names with the place in them, for one place: every form with the one that the id is made of. */
export const placeNames = (jurisdiction: Jurisdiction): ReadonlyMap<string, string> =>
  new Map(
    PLACE_ALIASES.flatMap((names) =>
      names.map((name) => [localName(name, jurisdiction), localName(names[0], jurisdiction)] as const),
    ),
  )
