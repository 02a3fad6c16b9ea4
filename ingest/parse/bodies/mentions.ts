import type { Span } from '../../../model/record.ts'
import { COMMON_NOUN_BEFORE, GOVERNED_ZONES, LEVEL_SIGNS, NEVER_IN_PLACE } from '../../lexicon/body-grammar.ts'
import { titlesOf } from '../titles.ts'
import { endsAt, longestAt, type Trie, trieOf, trieOfWords } from '../tries.ts'
import { branchEnds, districtEnds, isHan, shapedEnds, townEnds, zoneEnds } from './body-shapes.ts'
import {
  ABOVE,
  BARE,
  BARE_IN_ZONE,
  DISTRICT_BOUNDARY,
  DISTRICT_GOVERNMENTS,
  LEAGUE,
  LED_BY_PLACE_IN_PROSE,
  NOT_BODIES,
  ROLL_END,
  STEMS,
  STRONG,
} from './body-tables.ts'
import { type Jurisdiction, rankOf } from './jurisdiction.ts'

/** `self` is the government whose minutes they are; `above` a body of a higher level; `body` every other one. */
export type Mention = Span & { level: 'body' | 'self' | 'above' }

export type Recogniser = {
  jurisdiction: Jurisdiction
  /** Names that the document prints in its rolls. */
  known: Trie<true>
  selves: Trie<true>
  /** Signs with which a body may begin wherever it stands; every other sign begins one only behind a boundary. */
  starts: ReadonlySet<number>
}

export const recogniserOf = (jurisdiction: Jurisdiction, printed: readonly string[]): Recogniser => {
  const { sign, placeFull } = jurisdiction
  const governments = sign
    ? [
        `${sign}政府`,
        `${sign}人民政府`,
        `${placeFull}人民政府`,
        `${placeFull}政府`,
        `${sign}政府党组`,
        '区政府',
        '县政府',
      ].filter((name) => !/^(?:区|县)政府$/u.test(name) || name.startsWith(sign))
    : ['管委会', '管理委员会', `${placeFull}管委会`, `${placeFull}管理委员会`]
  const known = trieOfWords(printed.filter((name) => name.length > 1))
  const selves = trieOf(governments.map((name) => [name, true] as const))
  const firsts = [...Array.from(LEVEL_SIGNS), '省', ...[jurisdiction.place, jurisdiction.parent].filter(Boolean)].map(
    (word) => word.charCodeAt(0),
  )
  const tries = [known, selves, LEAGUE, ...(jurisdiction.rank >= 3 ? [] : [BARE, BARE_IN_ZONE])]
  return {
    jurisdiction,
    known,
    selves,
    starts: new Set([...firsts, ...tries.flatMap((trie) => [...trie.next.keys()])]),
  }
}

type Found = { end: number; level: Mention['level'] } | null

const above = (end: number): Found => (end > 0 ? { end, level: 'above' } : null)
const body = (end: number): Found => (end > 0 ? { end, level: 'body' } : null)
const longer = (a: Found, b: Found): Found => (!a || (b && b.end > a.end) ? b : a)

const strongEnd = (text: string, from: number): number => {
  const ends = shapedEnds(text, from, STRONG)
  const first = ends[0] ?? -1
  // 市重点工程建设指挥部办公室: the office of a body, not the body.
  const office = first > 0 ? endsAt(trieOffices, text, first).at(-1) : undefined
  return office ?? first
}
const trieOffices = trieOfWords(['办公室', '办'])

const withSign = (text: string, at: number, { jurisdiction }: Recogniser): Found => {
  const sign = text[at] ?? ''
  if (!LEVEL_SIGNS.includes(sign) && sign !== '省') return null
  if (COMMON_NOUN_BEFORE.includes(text[at - 1] ?? ' ')) return null
  let end = longestAt(STEMS, text, at + 1)
  if (sign === '省') return above(Math.max(end, strongEnd(text, at + 1)))
  if (end < 0 && longestAt(BARE, text, at) < 0) end = strongEnd(text, at + 1)
  if (end < 0) return null
  if (sign === jurisdiction.sign) return { end, level: 'body' }
  return rankOf(sign) > jurisdiction.rank ? above(end) : null
}

const isGoverned = (zone: string) => GOVERNED_ZONES.some((ending) => zone.endsWith(ending))

const withPlace = (text: string, at: number, { jurisdiction }: Recogniser): Found => {
  const { place, placeFull, parent, sign } = jurisdiction
  if (parent && text.startsWith(parent, at)) {
    const end = Math.max(longestAt(STEMS, text, at + parent.length), strongEnd(text, at + parent.length))
    if (end > 0) return above(end)
  }
  if (!place || !text.startsWith(place, at)) return null
  const full = text.startsWith(placeFull, at) ? at + placeFull.length : -1
  const led =
    full > 0
      ? Math.max(longestAt(STEMS, text, full), longestAt(LED_BY_PLACE_IN_PROSE, text, full), strongEnd(text, full))
      : -1
  const bare = at + place.length
  const zone = Math.max(...zoneEnds(text, at).filter((end) => isGoverned(text.slice(at, end))), -1)
  const short = Math.max(longestAt(LED_BY_PLACE_IN_PROSE, text, bare), zone)
  const shaped = full < 0 && text[bare] !== sign ? strongEnd(text, bare) : -1
  const end = Math.max(led, short, shaped)
  if (jurisdiction.rank === 1 && end > 0 && end === zone) return { end, level: 'self' }
  return body(end)
}

/** Words before a district by their last sign: most places of a text can be told apart by it alone. */
const boundaryLast = new Set([...DISTRICT_BOUNDARY].map((word) => word.charCodeAt(word.length - 1)))

const isBoundary = (text: string, at: number, start: number): boolean => {
  if (at <= start || !isHan(text, at - 1)) return true
  if (!boundaryLast.has(text.charCodeAt(at - 1))) return false
  return DISTRICT_BOUNDARY.has(text[at - 1] ?? '') || DISTRICT_BOUNDARY.has(text.slice(at - 2, at))
}

const BARE_ENDING = /(?:局|分局|办|大队|支队|管委会|集团|公司|指挥部|专班|中心|联社)$/u

/** A body of a county or zone that no table lists (运东分局, 城管办): shaped like one, and followed by what it is to do. */
const bareShape = (text: string, at: number): number => {
  if (noPlace.has(text[at] ?? ' ') || noPlace.has(text[at + 1] ?? ' ')) return -1
  const ends = shapedEnds(text, at, ROLL_END).filter(
    (end) => end - at >= 3 && end - at <= 8 && BARE_ENDING.test(text.slice(at, end)),
  )
  return (
    ends.find(
      (end) =>
        DUTY_OR_LIST.test(text.slice(end, end + 3)) || /^(?:重新|做好|会|，|会后)/u.test(text.slice(end, end + 2)),
    ) ?? -1
  )
}

const withoutSign = (text: string, at: number, { jurisdiction }: Recogniser, boundary: boolean): Found => {
  const table = jurisdiction.rank === 1 ? longestAt(BARE_IN_ZONE, text, at) : -1
  const listed = Math.max(table, longestAt(BARE, text, at))
  const end = listed < 0 && boundary && jurisdiction.rank <= 2 ? bareShape(text, at) : listed
  if (end < 0 || LEVEL_SIGNS.includes(text[at - 1] ?? ' ')) return null
  if (!boundary && (jurisdiction.rank >= 3 || COMMON_NOUN_BEFORE.includes(text[at - 1] ?? ' '))) return null
  return body(end)
}

const DUTY =
  '要|应|须|、|牵头|会同|负责|配合|参与|协助|政府|党委|管委会|抓紧|尽快|结合|按|根据|具体|等|做好|提出|于|作为|加快|开展|分别'
const DUTY_OR_LIST = new RegExp(`^(?:${DUTY}|和|及|与)`, 'u')
/** 完善市与区县的财政体制: what ends in 市 may be a verb and the city. */
const DUTY_OF_CITY = new RegExp(`^(?:${DUTY})`, 'u')

const noPlace = new Set(NEVER_IN_PLACE)

const holdsVerb = (text: string, from: number): boolean => {
  for (let at = from; at < from + 3; at++) {
    if (at > from + 1 && '区县市旗镇乡街'.includes(text[at] ?? ' ')) return false
    if (noPlace.has(text[at] ?? ' ')) return true
  }
  return false
}

/** A district, town or zone that nothing but its shape gives away; the document's own place is none. */
const placeOf = (text: string, at: number, recogniser: Recogniser): Found => {
  const { placeFull, sign } = recogniser.jurisdiction
  if ((placeFull && text.startsWith(placeFull, at)) || holdsVerb(text, at)) return null
  const district =
    districtEnds(text, at, false).findLast((end) =>
      (text[end - 1] === '市' ? DUTY_OF_CITY : DUTY_OR_LIST).test(text.slice(end, end + 3)),
    ) ?? -1
  const town = townEnds(text, at, false).findLast((end) => DUTY_OR_LIST.test(text.slice(end, end + 3))) ?? -1
  const zone =
    zoneEnds(text, at, 2).findLast((end) => /(?:管委会?|管理委员会|党工委)$/u.test(text.slice(at, end))) ?? -1
  // 责成市住建局: with the sign of the document's own level, the words in front of it are no place.
  const own = text.indexOf(sign, at + 1)
  if (sign && own > at && own < district && withSign(text, own, recogniser)?.end === district) return null
  return body(Math.max(district, town, zone))
}

const ENDING_SIGNS = new Set(
  Array.from('局委办会院部社校馆室厅心队司团行处站支台庭县区市旗镇乡街港园城联口场协港关志', (sign) =>
    sign.charCodeAt(0),
  ),
)
const LONGEST_START = 12

/** True where one of the next signs can end a body. */
const hasEnding = (text: string, at: number): boolean => {
  for (let i = at + 1; i < at + LONGEST_START; i++) if (ENDING_SIGNS.has(text.charCodeAt(i))) return true
  return false
}

const foundAt = (text: string, at: number, recogniser: Recogniser, boundary: boolean): Found => {
  if (longestAt(NOT_BODIES, text, at) > 0) return null
  const self = longestAt(recogniser.selves, text, at)
  let best: Found = self > 0 ? { end: self, level: 'self' } : null
  best = longer(best, withSign(text, at, recogniser))
  best = longer(best, withPlace(text, at, recogniser))
  best = longer(best, above(longestAt(ABOVE, text, at)))
  const known = longestAt(recogniser.known, text, at)
  if (known > 0 && (known - at > 2 || boundary))
    best = longer(
      best,
      body(
        longestAt(DISTRICT_GOVERNMENTS, text, known) > 0 && /[区县市镇乡旗道]$/u.test(text.slice(at, known))
          ? longestAt(DISTRICT_GOVERNMENTS, text, known)
          : known,
      ),
    )
  best = longer(best, body(longestAt(LEAGUE, text, at)))
  if (best || !hasEnding(text, at)) return best
  const { place, placeFull } = recogniser.jurisdiction
  const branch = branchEnds(text, at, [place, placeFull]).filter((end) => end - at >= 5)
  if (branch.length && boundary) return body(Math.max(...branch))
  return longer(withoutSign(text, at, recogniser, boundary), boundary ? placeOf(text, at, recogniser) : null)
}

/** 市公安局交警支队: a unit of the bureau in front of it. */
const isUnit = (body: string, unit: string): boolean =>
  /[局委院]$/u.test(body) && !LEVEL_SIGNS.includes(unit[0] ?? ' ') && /(?:支队|大队|总队|分局|中队)$/u.test(unit)

/** Every body that a stretch of folded text names, in order; of two readings at one place the longer one holds. What stands in a title names a document. */
export const mentionsIn = (text: string, { start, end }: Span, recogniser: Recogniser): Mention[] => {
  const out: Mention[] = []
  const titles = titlesOf(text, { start, end })
  let next = 0
  let at = start
  while (at < end) {
    const last = out.at(-1)
    const boundary = last?.end === at || isBoundary(text, at, start)
    while (titles[next] && at >= (titles[next]?.end ?? 0)) next++
    if (at >= (titles[next]?.start ?? Number.POSITIVE_INFINITY)) {
      at = titles[next]?.end ?? end
      continue
    }
    const code = text.charCodeAt(at)
    const mayBegin = boundary ? isHan(text, at) : recogniser.starts.has(code)
    const found = mayBegin
      ? foundAt(text, at, recogniser, boundary)
      : ABOVE.next.has(code)
        ? above(longestAt(ABOVE, text, at))
        : null
    if (
      found &&
      found.end <= end &&
      last?.end === at &&
      last.level === 'body' &&
      isUnit(text.slice(last.start, at), text.slice(at, found.end))
    ) {
      last.end = found.end
      at = found.end
    } else if (found && found.end <= end) {
      out.push({ start: at, end: found.end, level: found.level })
      at = found.end
    } else at++
  }
  return out
}
