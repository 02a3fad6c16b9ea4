import { LEVEL_SIGNS, LONG_PLACES } from '../../lexicon/body-grammar.ts'
import {
  branchEnds,
  committeeEnds,
  districtEnds,
  isHan,
  shapedEnds,
  stationedEnd,
  townEnds,
  zoneEnds,
} from '../bodies/body-shapes.ts'
import {
  ABOVE,
  BARE_IN_ROLL,
  BARE_IN_ZONE,
  LAST_SIGNS,
  LEAGUE,
  LED_BY_PLACE,
  ORG_BEFORE_PLACE,
  ROLL_END,
  STEMS,
  STRONG,
  ZONES,
} from '../bodies/body-tables.ts'
import { type Jurisdiction, rankOf } from '../bodies/jurisdiction.ts'
import { joinedEnd } from '../bodies/place-words.ts'
import { townBodyEnds } from '../bodies/town-bodies.ts'
import { codeAt, codeOf, isSignOf, signSet } from '../signs.ts'
import { endsAt, endsWord, longestAt, trieOfEndings, trieOfWords } from '../tries.ts'

const COMMITTEES = trieOfEndings(['管委会', '管理委员会', '党工委'])
const longPlaces = trieOfWords(LONG_PLACES)
const CORPORATE = trieOfWords([
  '公司',
  '集团',
  '银行',
  '大学',
  '学院',
  '医院',
  '中学',
  '分行',
  '支行',
  '分公司',
  '监狱',
  '电厂',
  '林场',
  '农场',
  '海关',
  '商会',
  '协会',
  '研究院',
  '管理处',
  '办事处',
  '服务中心',
  '管委会',
  '指挥部',
  '支队',
  '大队',
])

const [DISTRICT_AHEAD, TOWN_AHEAD, ZONE_AHEAD, CORPORATE_AHEAD, OTHER_AHEAD] = [1, 2, 4, 8, 16] as const
const AHEAD = (() => {
  const flags = new Uint8Array(0x10000)
  const mark = (signs: string, flag: number) => {
    for (let at = 0; at < signs.length; at++) flags[signs.charCodeAt(at)] = (flags[signs.charCodeAt(at)] ?? 0) | flag
  }
  mark('区县市旗', DISTRICT_AHEAD)
  mark('镇乡道木处', TOWN_AHEAD)
  mark('区口港园城场', ZONE_AHEAD)
  mark('司团行学院狱厂场关会处心部队', CORPORATE_AHEAD)
  mark(LAST_SIGNS, OTHER_AHEAD)
  return flags
})()

const leadingSigns = signSet(`${LEVEL_SIGNS}省`)
const districtSigns = signSet('区县市旗')
const [SPACE, LIST_MARK, COMMA, BUREAU] = [codeOf(' '), codeOf('、'), codeOf('，'), codeOf('局')]

/** What kinds of ending stand among the next signs: most places of a roll can begin no body at all. */
const endingsAhead = (text: string, from: number): number => {
  let flags = 0
  const stop = Math.min(text.length, from + 16)
  for (let at = from + 1; at < stop; at++) {
    const code = text.charCodeAt(at)
    flags |= AHEAD[code] ?? 0
    if (code === SPACE || code === LIST_MARK || code === COMMA) break
  }
  return flags
}

/** Where bodies that begin at `from` may end, each end once, and how well each reading does. */
export type BodyEnds = { readonly from: number; readonly ends: number[]; readonly scores: number[] }

const add = ({ from, ends: known, scores }: BodyEnds, ends: readonly number[], base: number, each: number): void => {
  for (const end of ends) {
    if (end <= from) continue
    const score = base + each * (end - from)
    const at = known.indexOf(end)
    if (at < 0) {
      known.push(end)
      scores.push(score)
    } else if (score > (scores[at] ?? score)) scores[at] = score
  }
}

/** What begins at `from` read as a body. Listed names weigh more than shapes, long ones more than short ones. */
export const bodyEdges = (text: string, from: number, jurisdiction: Jurisdiction): BodyEnds => {
  const found: BodyEnds = { from, ends: [], scores: [] }
  if (!isHan(text, from)) return found
  const ahead = endingsAhead(text, from)
  if (!ahead) return found
  if (isSignOf(leadingSigns, text, from)) {
    const sign = text[from] ?? ''
    // A city's roll names the bodies of its districts by the districts: 区委 alone is the end of 白蘅区委, and 州海关 that of 岚州海关.
    const lower = jurisdiction.place !== '' && rankOf(sign) <= jurisdiction.rank && sign !== jurisdiction.sign ? 4 : 0
    add(found, endsAt(STEMS, text, from + 1), 2.5 - lower, 0.9)
    add(found, [stationedEnd(text, from)], 3, 0.9)
    for (const stem of endsAt(STEMS, text, from + 1)) add(found, branchOfficeEnds(text, stem), 3.5, 0.9)
    add(found, mergedEnds(text, from + 1), 2, 0.9)
    add(found, [joinedEnd(text, from)], 0.5, 0.6)
    add(found, shapedEnds(text, from + 1, STRONG), 0.5, 0.55)
    add(found, shapedEnds(text, from + 1, ROLL_END), 0, 0.5)
    add(found, shapedEnds(text, from + 1, CORPORATE), 0.5, 0.55)
  }
  add(found, endsAt(LEAGUE, text, from), 2.5, 0.9)
  if (jurisdiction.rank === 1) add(found, townBodyEnds(text, from, jurisdiction), 3, 0.8)
  add(found, endsAt(ABOVE, text, from), 0.5, 0.8)
  addPlace(text, from, jurisdiction, found)
  if (jurisdiction.place) add(found, cityBranchEnds(text, from, jurisdiction.place), 3, 0.9)
  if (longestAt(ORG_BEFORE_PLACE, text, from) > 0) addBranches(text, from, jurisdiction, found)
  const bare = jurisdiction.rank <= 2 ? 1.6 : 0.6
  const bareEnds = endsAt(BARE_IN_ROLL, text, from)
  add(found, bareEnds, bare, 0.75)
  for (const end of bareEnds) add(found, branchOfficeEnds(text, end), bare + 1, 0.75)
  if (jurisdiction.rank <= 2)
    add(
      found,
      shapedEnds(text, from, STRONG).filter((end) => end - from >= 3),
      -0.5,
      0.5,
    )
  if (jurisdiction.rank === 1) add(found, endsAt(BARE_IN_ZONE, text, from), bare, 0.85)
  addDistricts(text, from, ahead, found)
  if (ahead & CORPORATE_AHEAD) {
    add(
      found,
      shapedEnds(text, from, CORPORATE).filter((end) => end - from >= 4),
      -1.5,
      0.5,
    )
    add(found, [companyOf(text, from)], 0.5, 0.6)
  }
  return found
}

const COMPANY = /^\p{Script=Han}{2,16}?(?:股份有限公司|有限责任公司|有限公司|总公司)/u
/** 瑞沧市绿源环保有限公司: in a roll every company is somebody's. */
const companyOf = (text: string, from: number): number => {
  const at = text.indexOf('公司', from)
  return at > 0 && at < from + 22 ? from + (COMPANY.exec(text.slice(from, at + 2))?.[0].length ?? 0) : -1
}

const addBranches = (text: string, from: number, { place, placeFull }: Jurisdiction, found: BodyEnds): void => {
  add(found, branchEnds(text, from, []), 0.5, 0.7)
  if (place === '') return
  const ends = branchEnds(text, from, [place, placeFull])
  add(
    found,
    ends.filter((end) => text.slice(from, end).includes(place)),
    2,
    0.8,
  )
}

const BUREAU_UNITS = trieOfWords(['分局', '支队', '总队', '大队'])
const endsPart = signSet('市局委')
const BRIGADES = trieOfWords(['大队'])
/** 市公安局高新区分局, 市公安局交警支队, 市交警支队西棠大队: the branch in a part of the city, or for a part of the work. */
const branchOfficeEnds = (text: string, from: number): number[] => {
  const units = codeAt(text, from - 1) === BUREAU ? BUREAU_UNITS : text.startsWith('支队', from - 2) ? BRIGADES : null
  if (!units) return []
  for (let at = from + 2; at <= from + 6; at++) {
    const end = longestAt(units, text, at)
    if (end > 0) return [end]
    // 市烟草局吴秋洋市供电分局 is two.
    if (!isHan(text, at) || isSignOf(endsPart, text, at)) break
  }
  return []
}

/** 区经信科技局, 区水利和农业局: bureaus that a county has merged; each half is one that others have. */
const mergedEnds = (text: string, from: number): number[] => {
  const ends: number[] = []
  for (const size of [2, 3, 4]) {
    const half = text.slice(from, from + size)
    if (longestAt(STEMS, `${half}局`, 0) !== size + 1) continue
    const next = '和与'.includes(text[from + size] ?? ' ') ? from + size + 1 : from + size
    ends.push(...endsAt(STEMS, text, next).filter((end) => codeAt(text, end - 1) === BUREAU))
  }
  return ends
}

/** 宁川市云岫生态环境局: a city's bureau for the place. */
const cityBranchEnds = (text: string, from: number, place: string): number[] => {
  for (let at = from + 3; at <= from + 5; at++)
    if ('市州盟'.includes(text[at - 1] ?? ' ') && text.startsWith(place, at))
      return [...endsAt(BARE_IN_ROLL, text, at + place.length)]
  return []
}

const addPlace = (text: string, from: number, { place, placeFull }: Jurisdiction, found: BodyEnds): void => {
  if (!place || !text.startsWith(place, from)) return
  for (const end of [from + place.length, ...(text.startsWith(placeFull, from) ? [from + placeFull.length] : [])]) {
    add(found, endsAt(LED_BY_PLACE, text, end), 2, 0.8)
    add(
      found,
      endsAt(STEMS, text, end).filter((stem) => stem > end + 1),
      2,
      0.8,
    )
    add(found, shapedEnds(text, end, STRONG), 0.8, 0.6)
    add(found, shapedEnds(text, end, ROLL_END), 0.2, 0.55)
  }
  add(found, zoneEnds(text, from), 1.5, 0.7)
  // 岚州市白蘅区: a district with its city in front.
  if (text.startsWith(placeFull, from)) add(found, districtEnds(text, from + placeFull.length, true), 2.5, 0.5)
}

const addDistricts = (text: string, from: number, ahead: number, found: BodyEnds): void => {
  add(found, endsAt(longPlaces, text, from), 3.5, 0)
  if (ahead & DISTRICT_AHEAD) addDistrict(text, from, found)
  // 勐弄乡乡 in front of 长 is 勐弄乡 and 乡长.
  if (ahead & TOWN_AHEAD)
    for (const end of townEnds(text, from, true))
      if (text[end] !== '长') add(found, [end], townScore(text, from, end), 0)
  if (ahead & ZONE_AHEAD) {
    const zones = zoneEnds(text, from)
    add(found, zones, 0.6, 0.65)
    // 江北新区管委会 is no 江北 of 新区管委会.
    add(
      found,
      zones.filter((end) => isNamedCommittee(text, from, end)),
      3.5,
      0.7,
    )
    add(found, committeeEnds(text, from), 1.5, 0.7)
  }
}

const OTHER_BODY = /[县旗局委办]|^.{4,}[市区]./u
/** 石桥县韩冰澜州港口管委会 is two entries, and 经济开发区管委会 has no name in front. */
const isNamedCommittee = (text: string, from: number, end: number): boolean =>
  endsWord(COMMITTEES, text, end) && longestAt(ZONES, text, from) < 0 && !OTHER_BODY.test(text.slice(from, end - 5))

const TOWN_TAIL = /(?:街道办事处|街道办|街道|办事处|苏木|[镇乡])(?:人民政府|政府)?$/u
/** 铺镇 is rather the end of 黄山铺镇; the longer the name in front, the less it is somebody's. */
const townScore = (text: string, from: number, end: number): number => {
  const stem = text.slice(from, end).replace(TOWN_TAIL, '').length
  return stem < 2 ? 0.5 : 2.4 + (stem - 2) + 0.2 * (end - from - stem)
}

const addDistrict = (text: string, from: number, found: BodyEnds): void => {
  for (const end of districtEnds(text, from, true)) {
    // 湖度假区 is the end of a zone's name.
    if (longestAt(ZONES, text, from + 1) === end) continue
    const size = end - from
    if (isSignOf(districtSigns, text, end - 1))
      add(found, [end], size === 3 ? 2.6 : size === 2 ? 1 : size === 4 ? 2.2 : 1.5, 0)
    // 鹿溪市委
    else if (text[end - 1] === '委' && isSignOf(districtSigns, text, end - 2)) add(found, [end], 2.6, 0.8)
    else add(found, [end], 1.2, 0.6)
  }
}
