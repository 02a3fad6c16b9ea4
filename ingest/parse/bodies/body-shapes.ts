import {
  COMMON_PLACES,
  DISTRICT_ENDINGS,
  LEVEL_SIGNS,
  NEVER_INSIDE_BODY,
  NO_ENDINGS,
} from '../../lexicon/body-grammar.ts'
import { codeAt, codeOf, isSignOf, signSet } from '../signs.ts'
import { endsAt, endsWord, longestAt, type Trie, trieOfEndings } from '../tries.ts'
import {
  DISTRICT_GOVERNMENTS,
  ORG_AFTER_PLACE,
  ORG_BEFORE_PLACE,
  STEMS,
  TOWNS,
  ZONE_GOVERNMENTS,
  ZONES,
} from './body-tables.ts'

const LONGEST_INSIDE = 16
const common = new Set<string>(COMMON_PLACES)
const everyday = trieOfEndings(NO_ENDINGS)
const levelSigns = signSet(LEVEL_SIGNS)
const [QUOTE, SOCIETY, OFFICE, COUNTY, BANNER] = [codeOf('“'), codeOf('会'), codeOf('办'), codeOf('县'), codeOf('旗')]

const [NEVER, HARD_END, DISTRICT_END] = [1, 2, 4] as const
/** What each sign does to the name of a body, as flags: looked up for every sign behind every place where one may begin. */
const uses = (() => {
  const flags = new Uint8Array(0x10000)
  const mark = (signs: Iterable<string>, flag: number) => {
    for (const sign of signs) flags[codeOf(sign)] = (flags[codeOf(sign)] ?? 0) | flag
  }
  mark(NEVER_INSIDE_BODY, NEVER)
  mark('局厅', HARD_END)
  mark(DISTRICT_ENDINGS, DISTRICT_END)
  return flags
})()
const useOf = (code: number): number => uses[code] ?? 0

const isHanCode = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007

export const isHan = (text: string, at: number): boolean => isHanCode(codeAt(text, at))

/** True for a sign that the name of a place or body may hold. */
const mayBeInside = (code: number): boolean => isHanCode(code) && (useOf(code) & NEVER) === 0

const [HAVE, LIMITED, STATE, SHOULD, URGENT] = ['有', '限', '国', '应', '急'].map(codeOf)
/** 国有, 有限, 应急: signs of other words that these make part of a name. */
const isInsideAllTheSame = (text: string, at: number): boolean => {
  const code = codeAt(text, at)
  if (code === SHOULD) return codeAt(text, at + 1) === URGENT
  return code === HAVE && (codeAt(text, at + 1) === LIMITED || codeAt(text, at - 1) === STATE)
}

/** The end of a quoted name inside a body: 市“331”专班. Quotes of any shape are folded into one. */
const quoteEnd = (text: string, at: number): number => {
  if (codeAt(text, at) !== QUOTE) return at
  const close = text.slice(at + 1, at + 12).indexOf('“') + at + 1
  return close > at ? close + 1 : at
}

/** Ends of bodies of a shape: from `from`, signs that may stand inside one, then an ending of the table. Shortest first. */
export const shapedEnds = (text: string, from: number, endings: Trie): number[] => {
  const ends: number[] = []
  let at = quoteEnd(text, from)
  const quoted = at > from
  const limit = Math.min(text.length, from + LONGEST_INSIDE)
  for (; at < limit; at++) {
    if (at > from || quoted)
      for (const end of endsAt(endings, text, at))
        if (!ends.includes(end) && !endsWord(everyday, text, end)) ends.push(end)
    const code = text.charCodeAt(at)
    if (!mayBeInside(code) && !isInsideAllTheSame(text, at)) break
    // 岚州海关会市工信局: a body that acts with another one.
    if (code === SOCIETY && isSignOf(levelSigns, text, at + 1) && longestAt(STEMS, text, at + 2) > 0) break
    // After 局 and 厅 a name is over, but for an office below it.
    if (useOf(code) & HARD_END && at > from && codeAt(text, at + 1) !== OFFICE) break
  }
  return ends.length > 1 ? ends.sort((a, b) => a - b) : ends
}

/**
 * True where the words name no government: 城区, 全市. In running text a longer word that ends so is none either (老城区);
 * in a roll, where nothing but bodies and people stands, it is (相城区).
 */
export const isCommonPlace = (text: string, from: number, end: number, inRoll: boolean): boolean =>
  common.has(text.slice(from, end)) ||
  (!inRoll && (common.has(text.slice(end - 2, end)) || common.has(text.slice(Math.max(from, end - 3), end))))

/** Ends of districts, counties and county-level cities of two to four characters, with what may follow them; `from` begins the name. */
export const districtEnds = (text: string, from: number, inRoll: boolean): number[] => {
  const ends: number[] = []
  for (let at = from; at < from + 8; at++) {
    const code = codeAt(text, at)
    if (!mayBeInside(code)) break
    if ((useOf(code) & DISTRICT_END) === 0) continue
    const size = at - from
    const longest = code === COUNTY || code === BANNER ? 6 : 3
    if (size < (code === COUNTY ? 1 : 2) || size > longest || isCommonPlace(text, from, at + 1, inRoll)) continue
    ends.push(at + 1, ...endsAt(DISTRICT_GOVERNMENTS, text, at + 1))
    const stem = longestAt(STEMS, text, at + 1)
    if (stem > 0) ends.push(stem)
  }
  return ends
}

const STATIONED = /^[市县区州旗盟省]纪委(?:[市县区州旗]?监委)?(?:派)?驻\p{Script=Han}{2,12}?(?:纪检监察组|纪检组)/u

/** The end of a group of the discipline commission in another body, or -1: 市纪委监委驻市财政局纪检监察组. */
export const stationedEnd = (text: string, from: number): number =>
  text.startsWith('纪委', from + 1) ? from + (STATIONED.exec(text.slice(from, from + 32))?.[0].length ?? -1 - from) : -1

/** Ends of towns and sub-districts. */
export const townEnds = (text: string, from: number, inRoll: boolean): number[] => {
  const ends: number[] = []
  for (let at = from + 1; at < from + 6 && at < text.length; at++) {
    if (!mayBeInside(text.charCodeAt(at - 1))) break
    for (const end of endsAt(TOWNS, text, at)) {
      const short = at - from < 2 && text[at] !== '镇' && text[at] !== '乡'
      if (!short && !isCommonPlace(text, from, end, inRoll)) ends.push(end, ...endsAt(DISTRICT_GOVERNMENTS, text, end))
    }
  }
  return ends
}

/** Ends of zones with a name in front: 岚州高新区, 太仓港口管委会. */
export const zoneEnds = (text: string, from: number): number[] => {
  const ends: number[] = []
  for (let at = from; at < from + 9 && at < text.length; at++) {
    if (at - from >= 2)
      for (const end of endsAt(ZONES, text, at)) {
        ends.push(end, ...endsAt(ZONE_GOVERNMENTS, text, end))
      }
    if (!mayBeInside(text.charCodeAt(at))) break
  }
  return ends
}

const COMMITTEE = /^(?:管委会?|管理委员会|党工委)$/u

/** Ends of committees of zones that need no name in front, as a place has one of that kind: 高新区管委会, 经开区党工委. */
export const committeeEnds = (text: string, from: number): number[] =>
  endsAt(ZONES, text, from).flatMap((zone) =>
    endsAt(ZONE_GOVERNMENTS, text, zone).filter((end) => COMMITTEE.test(text.slice(zone, end))),
  )

/** Ends of bodies of the form organisation, place, branch: 人行岚州中支. Any place is taken where the organisation and the branch are known. */
export const branchEnds = (text: string, from: number, places: readonly string[]): number[] => {
  const ends: number[] = []
  for (const organisation of endsAt(ORG_BEFORE_PLACE, text, from)) {
    for (const place of places)
      if (place && text.startsWith(place, organisation)) {
        ends.push(...endsAt(ORG_AFTER_PLACE, text, organisation + place.length))
        const stem = longestAt(STEMS, text, organisation + place.length)
        if (stem > 0) ends.push(stem)
      }
    for (let size = 0; size <= 4; size++) {
      if (size > 0 && !isHan(text, organisation + size - 1)) break
      if (size !== 1) ends.push(...endsAt(ORG_AFTER_PLACE, text, organisation + size))
    }
  }
  return ends
}
