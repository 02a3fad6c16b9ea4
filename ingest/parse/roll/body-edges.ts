import { LEVEL_SIGNS, LONG_PLACES } from '../../lexicon/body-grammar.ts'
import { branchEnds, districtEnds, isHan, shapedEnds, townEnds, zoneEnds } from '../bodies/body-shapes.ts'
import {
  ABOVE,
  BARE_IN_ROLL,
  BARE_IN_ZONE,
  LAST_SIGNS,
  LEAGUE,
  LED_BY_PLACE,
  ROLL_END,
  STEMS,
  STRONG,
} from '../bodies/body-tables.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { endsAt, trieOfWords } from '../tries.ts'

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
  const map = new Map<number, number>()
  const mark = (signs: string, flag: number) => {
    for (const sign of signs) map.set(sign.charCodeAt(0), (map.get(sign.charCodeAt(0)) ?? 0) | flag)
  }
  mark('区县市旗', DISTRICT_AHEAD)
  mark('镇乡道木处', TOWN_AHEAD)
  mark('区口港园城场', ZONE_AHEAD)
  mark('司团行学院狱厂场关会处心部队', CORPORATE_AHEAD)
  mark(LAST_SIGNS, OTHER_AHEAD)
  return map
})()

/** What kinds of ending stand among the next signs: most places of a roll can begin no body at all. */
const endingsAhead = (text: string, from: number): number => {
  let flags = 0
  for (let at = from + 1; at < from + 16; at++) {
    const code = text.charCodeAt(at)
    flags |= AHEAD.get(code) ?? 0
    if (code === 0x20 || code === 0x3001 || code === 0xff0c) break
  }
  return flags
}

/** Scores of the readings of what begins at `from` as a body, by end. Listed names weigh more than shapes, long ones more than short ones. */
export const bodyEdges = (text: string, from: number, jurisdiction: Jurisdiction): Map<number, number> => {
  const found = new Map<number, number>()
  if (!isHan(text, from)) return found
  const add = (ends: readonly number[], base: number, each: number) => {
    for (const end of ends) {
      const score = base + each * (end - from)
      if (end > from && score > (found.get(end) ?? Number.NEGATIVE_INFINITY)) found.set(end, score)
    }
  }
  const sign = text[from] ?? ''
  const ahead = endingsAhead(text, from)
  if (!ahead) return found
  if (LEVEL_SIGNS.includes(sign) || sign === '省') {
    add(endsAt(STEMS, text, from + 1), 2.5, 0.9)
    for (const stem of endsAt(STEMS, text, from + 1)) add(branchOfficeEnds(text, stem), 3.5, 0.9)
    add(shapedEnds(text, from + 1, STRONG), 0.5, 0.55)
    add(shapedEnds(text, from + 1, ROLL_END), 0, 0.5)
  }
  add(endsAt(LEAGUE, text, from), 2.5, 0.9)
  add(endsAt(ABOVE, text, from), 0.5, 0.8)
  addPlace(text, from, jurisdiction, add)
  add(branchEnds(text, from, []), 0.5, 0.7)
  add(
    branchEnds(text, from, [jurisdiction.place, jurisdiction.placeFull]).filter(
      (end) => jurisdiction.place !== '' && text.slice(from, end).includes(jurisdiction.place),
    ),
    2,
    0.8,
  )
  const bare = jurisdiction.rank <= 2 ? 1.6 : 0.6
  add(endsAt(BARE_IN_ROLL, text, from), bare, 0.75)
  if (jurisdiction.rank <= 2)
    add(
      shapedEnds(text, from, STRONG).filter((end) => end - from >= 3),
      -0.5,
      0.5,
    )
  if (jurisdiction.rank === 1) add(endsAt(BARE_IN_ZONE, text, from), bare, 0.85)
  addDistricts(text, from, ahead, add)
  if (ahead & CORPORATE_AHEAD)
    add(
      shapedEnds(text, from, CORPORATE).filter((end) => end - from >= 4),
      -1.5,
      0.5,
    )
  return found
}

/** 市公安局高新区分局: a bureau's branch in a part of the city. */
const branchOfficeEnds = (text: string, from: number): number[] => {
  if (text[from - 1] !== '局') return []
  for (let at = from + 2; at <= from + 6; at++) {
    if (text.startsWith('分局', at)) return [at + 2]
    if (!isHan(text, at)) break
  }
  return []
}

type Add = (ends: readonly number[], base: number, each: number) => void

const addPlace = (text: string, from: number, { place, placeFull }: Jurisdiction, add: Add): void => {
  if (!place || !text.startsWith(place, from)) return
  for (const end of [from + place.length, ...(text.startsWith(placeFull, from) ? [from + placeFull.length] : [])]) {
    add(endsAt(LED_BY_PLACE, text, end), 2, 0.8)
    add(
      endsAt(STEMS, text, end).filter((stem) => stem > end + 1),
      2,
      0.8,
    )
    add(shapedEnds(text, end, STRONG), 0.8, 0.6)
    add(shapedEnds(text, end, ROLL_END), 0.2, 0.55)
  }
  add(zoneEnds(text, from), 1.5, 0.7)
}

const addDistricts = (text: string, from: number, ahead: number, add: Add): void => {
  add(endsAt(longPlaces, text, from), 3.5, 0)
  if (ahead & DISTRICT_AHEAD) addDistrict(text, from, add)
  if (ahead & TOWN_AHEAD) add(townEnds(text, from, true), 1.2, 0.4)
  if (ahead & ZONE_AHEAD) add(zoneEnds(text, from), -0.5, 0.65)
}

const addDistrict = (text: string, from: number, add: Add): void => {
  for (const end of districtEnds(text, from, true)) {
    const size = end - from
    if (/[区县市旗]$/u.test(text.slice(from, end)))
      add([end], size === 3 ? 2.6 : size === 2 ? 1 : size === 4 ? 2.2 : 1.5, 0)
    else add([end], 1.2, 0.6)
  }
}
