import type { Span } from '../../../model/record.ts'
import { BUILDINGS, COMMON_NOUN_BEFORE, LEVEL_SIGNS } from '../../lexicon/body-grammar.ts'
import { codeAt, isSignOf, signSet } from '../signs.ts'
import { titlesOf } from '../titles.ts'
import { beginsWord, longestAt, type Trie, trieOfWords } from '../tries.ts'
import { bareShape } from './bare-shape.ts'
import { branchEnds, districtEnds, isHan, stationedEnd, townEnds, zoneEnds } from './body-shapes.ts'
import {
  ABOVE,
  BARE,
  BARE_IN_ZONE,
  DISTRICT_BOUNDARY,
  DISTRICT_GOVERNMENTS,
  LEAGUE,
  LED_BY_PLACE_IN_PROSE,
  NOT_BODIES,
  ORG_BEFORE_PLACE,
  STEMS,
  ZONE_GOVERNMENTS,
} from './body-tables.ts'
import { isCounty, type Jurisdiction, rankOf } from './jurisdiction.ts'
import {
  commissionEnd,
  DUTY_OF_CITY,
  DUTY_OR_LIST,
  holdsVerb,
  isDeputies,
  isSent,
  joinedActor,
  mayGovern,
} from './place-words.ts'
import { townBodyEnds, townSign } from './town-bodies.ts'
import { isLocal, isUnit } from './units.ts'
import { companyEnd, officeEnd, strongEnd } from './whole-names.ts'
import { isCommittee, isGoverned, nearbyZoneEnd } from './zones.ts'

/** `self` is the government whose minutes they are; `above` a body of a higher level; `body` every other one. */
export type Mention = Span & { level: 'body' | 'self' | 'above' }

export type Recogniser = {
  jurisdiction: Jurisdiction
  /** Names that the document prints in its rolls. */
  known: Trie
  selves: Trie
  /** Signs with which a body may begin wherever it stands, alone or as the first of a word; every other sign begins one only behind a boundary. */
  signs: readonly number[]
  words: readonly Trie[]
  /** By the lowest bits of a sign: 0 for those that neither begin a body wherever they stand nor one of a higher level. */
  mayStart: Uint8Array
  /** By the lowest bits of a sign: 0 for those with which no body begins that is listed, or led by a sign or a place. */
  mayName: Uint8Array
}

const BITS = 0x7ff
const firstsOf = (...tries: readonly Trie[]): Uint8Array =>
  Uint8Array.from({ length: BITS + 1 }, (_, at) => Math.max(...tries.map(({ firsts }) => firsts[at] ?? 0)))
/** What begins a body in every document; a city's own bodies never stand without a sign. */
const STARTS_IN_CITY = firstsOf(ABOVE, LEAGUE)
const STARTS = firstsOf(ABOVE, LEAGUE, BARE, BARE_IN_ZONE)
const NAMES = firstsOf(NOT_BODIES, ABOVE, LEAGUE)

const selvesOf = ({ sign, placeFull }: Jurisdiction): string[] =>
  sign
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

export const recogniserOf = (jurisdiction: Jurisdiction, printed: readonly string[]): Recogniser => {
  const { place, parent, rank } = jurisdiction
  const names = printed.filter((name) => name.length > 1)
  const governments = selvesOf(jurisdiction)
  const known = trieOfWords(names)
  const selves = trieOfWords(governments)
  const signs = [LEVEL_SIGNS, '省', townSign(jurisdiction).slice(0, 1), place.slice(0, 1), parent.slice(0, 1)]
    .flatMap((one) => Array.from(one))
    .map((sign) => sign.charCodeAt(0))
  const mayStart = (rank >= 3 ? STARTS_IN_CITY : STARTS).slice()
  const mayName = NAMES.slice()
  for (const code of [...signs, ...[...names, ...governments].map((name) => name.charCodeAt(0))]) {
    mayStart[code & BITS] = 1
    mayName[code & BITS] = 1
  }
  const words = [known, selves, LEAGUE, ...(rank >= 3 ? [] : [BARE, BARE_IN_ZONE])]
  return { jurisdiction, known, selves, signs, words, mayStart, mayName }
}

/** True for a sign with which a body may begin in the middle of a sentence. */
const beginsAnywhere = ({ signs, words }: Recogniser, code: number): boolean =>
  signs.includes(code) || words.some((trie) => beginsWord(trie, code))

type Found = { end: number; level: Mention['level'] } | null

const above = (end: number): Found => (end > 0 ? { end, level: 'above' } : null)
const body = (end: number): Found => (end > 0 ? { end, level: 'body' } : null)
const longer = (a: Found, b: Found): Found => (!a || (b && b.end > a.end) ? b : a)

/** 市图书馆新馆 is a place. */
const buildings = trieOfWords(BUILDINGS)

const levelSigns = signSet(LEVEL_SIGNS)
const leadingSigns = signSet(`${LEVEL_SIGNS}省`)
const commonNounBefore = signSet(COMMON_NOUN_BEFORE)

const withSign = (text: string, at: number, { jurisdiction }: Recogniser): Found => {
  if (!isSignOf(leadingSigns, text, at) || isSignOf(commonNounBefore, text, at - 1)) return null
  const sign = text[at] ?? ''
  let end = officeEnd(text, Math.max(longestAt(STEMS, text, at + 1), stationedEnd(text, at)))
  if (sign === '省') return above(Math.max(end, strongEnd(text, at + 1)))
  if (end < 0 && longestAt(BARE, text, at) < 0) end = Math.max(strongEnd(text, at + 1), commissionEnd(text, at))
  if (end < 0) end = joinedActor(text, at)
  if (end < 0 || (/[馆院校]$/u.test(text.slice(at, end)) && longestAt(buildings, text, end) > 0)) return null
  if (isDeputies(text, at, end)) return null
  if (sign === jurisdiction.sign) return { end, level: 'body' }
  return rankOf(sign) > jurisdiction.rank ? above(end) : null
}

const withPlace = (text: string, at: number, recogniser: Recogniser): Found => {
  const { jurisdiction } = recogniser
  const { place, placeFull, parent, sign } = jurisdiction
  if (parent && text.startsWith(parent, at)) {
    const behind = at + parent.length
    // 苏州市吴江区财政局: the place's own body, with everything in front.
    if (placeFull && text.startsWith(placeFull, behind)) return withPlace(text, behind, recogniser)
    const end = Math.max(longestAt(STEMS, text, behind), strongEnd(text, behind))
    return above(end > 0 ? end : behind)
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
const boundaryLast = signSet([...DISTRICT_BOUNDARY].map((word) => word.slice(-1)).join(''))

const isBoundary = (text: string, at: number, start: number): boolean => {
  if (at <= start || !isHan(text, at - 1)) return true
  if (!isSignOf(boundaryLast, text, at - 1)) return false
  return DISTRICT_BOUNDARY.has(text[at - 1] ?? '') || DISTRICT_BOUNDARY.has(text.slice(at - 2, at))
}

const withoutSign = (text: string, at: number, { jurisdiction }: Recogniser, boundary: boolean): Found => {
  const table = jurisdiction.rank === 1 ? longestAt(BARE_IN_ZONE, text, at) : -1
  const listed = Math.max(table, longestAt(BARE, text, at))
  const end = listed < 0 && boundary && jurisdiction.rank <= 2 ? bareShape(text, at) : listed
  if (end < 0 || isSignOf(levelSigns, text, at - 1)) return null
  if (!boundary && (jurisdiction.rank >= 3 || isSignOf(commonNounBefore, text, at - 1))) return null
  return body(end)
}

/** 由鹿溪市政府负责: the government of a city within, and not 市政府 behind two other signs. */
const CITY_GOVERNMENT = /^市(?:人民)?政府$/u

/** A district, town or zone that nothing but its shape gives away; the document's own place is none. */
const placeOf = (text: string, at: number, recogniser: Recogniser): Found => {
  const { placeFull, sign } = recogniser.jurisdiction
  if ((placeFull && text.startsWith(placeFull, at)) || holdsVerb(text, at)) return null
  const district =
    districtEnds(text, at, false).findLast(
      (end) =>
        // No city lies in a county.
        (text[end - 1] !== '市' || !isCounty(recogniser.jurisdiction)) &&
        ((text[end - 1] === '市' ? DUTY_OF_CITY : DUTY_OR_LIST).test(text.slice(end, end + 3)) ||
          (end - at <= 4 && isHan(text, end) && mayGovern(text, end) && isSent(text, at))),
    ) ?? -1
  const town = townEnds(text, at, false).findLast((end) => DUTY_OR_LIST.test(text.slice(end, end + 3))) ?? -1
  const zone = zoneEnds(text, at).findLast((end) => /(?:管委会?|管理委员会|党工委)$/u.test(text.slice(at, end))) ?? -1
  // 责成市住建局: with the sign of the document's own level, the words in front of it are no place.
  const own = sign && district > at ? at + 1 + text.slice(at + 1, district).indexOf(sign) : at
  const isCity =
    (isSent(text, at) || '、和'.includes(text[at - 1] ?? ' ')) && CITY_GOVERNMENT.test(text.slice(own, district))
  if (own > at && !isCity && withSign(text, own, recogniser)?.end === district) return null
  // 会同云汀区政府拟定: what the government does may be no word of duty.
  return body(Math.max(district, longestAt(DISTRICT_GOVERNMENTS, text, district), town, zone))
}

const endingSigns = signSet('局委办会院部社校馆室厅心队司团行处站支台庭县区市旗镇乡街港园城联口场协港关志')
const LONGEST_START = 12

/** True where one of the next signs can end a body. */
const hasEnding = (text: string, at: number): boolean => {
  const stop = Math.min(text.length, at + LONGEST_START)
  for (let i = at + 1; i < stop; i++) if (endingSigns[text.charCodeAt(i)] === 1) return true
  return false
}

const foundAt = (text: string, at: number, recogniser: Recogniser, boundary: boolean): Found => {
  if (recogniser.mayName[text.charCodeAt(at) & BITS] === 1) {
    if (longestAt(NOT_BODIES, text, at) > 0) return null
    const named = namedAt(text, at, recogniser, boundary)
    if (named) return named
  }
  if (!hasEnding(text, at)) return null
  const { place, placeFull } = recogniser.jurisdiction
  const branch =
    boundary && longestAt(ORG_BEFORE_PLACE, text, at) > 0
      ? branchEnds(text, at, [place, placeFull]).filter((end) => end - at >= 5)
      : []
  if (branch.length) return body(Math.max(...branch))
  const bare = withoutSign(text, at, recogniser, boundary)
  if (!boundary) return bare
  return longer(longer(bare, placeOf(text, at, recogniser)), body(nearbyZoneEnd(text, at, recogniser.jurisdiction)))
}

const wholeName = (text: string, found: Found): Found => found && { ...found, end: companyEnd(text, found.end) }

/** 镇财政所; a village is one where it acts. */
const ofTown = (text: string, at: number, { jurisdiction }: Recogniser, boundary: boolean): Found => {
  if (jurisdiction.rank !== 1) return null
  const ends = townBodyEnds(text, at, jurisdiction)
  const own = text.startsWith(townSign(jurisdiction), at)
  return body(ends.findLast((end) => own || (boundary && DUTY_OR_LIST.test(text.slice(end, end + 3)))) ?? -1)
}

/** 鹿溪市 of a roll is 鹿溪市政府 in the text, and 石化产业园 is 石化产业园管委会. */
const governedEnd = (text: string, at: number, known: number): number => {
  const district = longestAt(DISTRICT_GOVERNMENTS, text, known)
  if (district > 0 && /[区县市镇乡旗道]$/u.test(text.slice(at, known))) return district
  const committee = longestAt(ZONE_GOVERNMENTS, text, known)
  return committee > 0 && isCommittee(text.slice(known, committee)) ? committee : known
}

/** A body that is listed, or that the sign of a level or the name of a place leads. */
const namedAt = (text: string, at: number, recogniser: Recogniser, boundary: boolean): Found => {
  const self = longestAt(recogniser.selves, text, at)
  let best: Found = self > 0 ? { end: self, level: 'self' } : null
  best = longer(best, withSign(text, at, recogniser))
  best = longer(best, withPlace(text, at, recogniser))
  best = longer(best, ofTown(text, at, recogniser, boundary))
  best = longer(best, above(longestAt(ABOVE, text, at)))
  const known = longestAt(recogniser.known, text, at)
  if (known > 0 && (known - at > 2 || boundary)) best = longer(best, body(governedEnd(text, at, known)))
  return longer(best, body(longestAt(LEAGUE, text, at)))
}

/** Every body that a stretch of folded text names, in order; of two readings at one place the longer one holds. What stands in a title names a document. */
export const mentionsIn = (text: string, { start, end }: Span, recogniser: Recogniser): Mention[] => {
  const out: Mention[] = []
  const titles = titlesOf(text, { start, end })
  let next = 0
  let at = start
  let last: Mention | undefined
  while (at < end) {
    const title = titles[next]
    if (title && at >= title.start) {
      at = Math.max(at, title.end)
      next++
      continue
    }
    const code = codeAt(text, at)
    // 国家海洋局 is one word.
    const boundary = last?.end === at ? !text.endsWith('国家', at) : isBoundary(text, at, start)
    if (!boundary && recogniser.mayStart[code & BITS] === 0) {
      at++
      continue
    }
    const mayBegin = boundary ? isHan(text, at) : beginsAnywhere(recogniser, code)
    const found = mayBegin
      ? wholeName(text, foundAt(text, at, recogniser, boundary))
      : beginsWord(ABOVE, code)
        ? above(longestAt(ABOVE, text, at))
        : null
    if (
      found &&
      found.end <= end &&
      last?.end === at &&
      (last.level === 'body' || isLocal(text, at, recogniser.jurisdiction)) &&
      isUnit(text.slice(last.start, at), text.slice(at, found.end))
    ) {
      last.end = found.end
      last.level = 'body'
      at = found.end
    } else if (found && found.end <= end) {
      last = { start: at, end: found.end, level: found.level }
      out.push(last)
      at = found.end
    } else at++
  }
  return out
}
