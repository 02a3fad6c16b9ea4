import { NEVER_IN_PLACE } from '../../lexicon/body-grammar.ts'
import { isSignOf, signSet } from '../signs.ts'

/** What stands behind a place that has something to do. */
const DUTY =
  '要|应|须|、|支持|牵头|会同|负责|配合|参与|协助|政府|党委|管委会|抓紧|尽快|结合|按|根据|具体|等|做好|提出|于|作为|加快|开展|分别'
export const DUTY_OR_LIST = new RegExp(`^(?:${DUTY}|和|及|与)`, 'u')
/** 完善市与区县的财政体制: what ends in 市 may be a verb and the city. */
export const DUTY_OF_CITY = new RegExp(`^(?:${DUTY})`, 'u')

/** 请石桥县建成…: whoever stands behind these words is to do something. */
const SENDS = /(?:由|责成|(?<![提报申邀聘恳呈转])请)$/u
export const isSent = (text: string, at: number): boolean => SENDS.test(text.slice(Math.max(0, at - 2), at))

/** 农贸市场, 资本市值, 示范区域: signs that make the sign of a level part of a common word. */
const noGovernmentAfter = signSet('场民区政长级值容直域情价面井委块间位划城帜袍号')

/** True where what ends at `end` is no part of a longer everyday word. */
export const mayGovern = (text: string, end: number): boolean => !isSignOf(noGovernmentAfter, text, end)

const noPlace = signSet(NEVER_IN_PLACE)
const endsPlace = signSet('区县市旗镇乡街')

/** True for a sign that no name of a place holds. */
export const isNoPlace = (text: string, at: number): boolean => isSignOf(noPlace, text, at)

/** True where the first signs are rather a verb than a place; 城关 is the seat of many a county, and 南部新城 lies in the south. */
export const holdsVerb = (text: string, from: number): boolean => {
  if (text.startsWith('城关', from) || (text[from + 1] === '部' && '东南西北中'.includes(text[from] ?? ' ')))
    return false
  // 新市镇, 老县街道: the sign of a level is part of the name of a town.
  if ('市县区州'.includes(text[from + 1] ?? ' ') && /^(?:[镇乡]|街道)/u.test(text.slice(from + 2, from + 4)))
    return isNoPlace(text, from)
  for (let at = from; at < from + 3; at++) {
    if (at > from + 1 && isSignOf(endsPlace, text, at)) return false
    if (isNoPlace(text, at)) return true
  }
  return false
}

/** 市地名委审批: no table lists every commission that a city has, but what it does here gives it away. */
const COMMISSION = /^.\p{Script=Han}{2,4}?(?:委员会|委会|委)(?=审|批|研究|会议|同意|讨论|备案)/u
export const commissionEnd = (text: string, at: number): number => {
  const found = COMMISSION.exec(text.slice(at, at + 12))?.[0]
  return found && !Array.from(found.slice(1)).some((_, i) => isNoPlace(text, at + 1 + i)) ? at + found.length : -1
}

/** 区人大代表, 市政协委员: people, and not the body. */
export const isDeputies = (text: string, at: number, end: number): boolean =>
  (text.startsWith('人大', end - 2) && /^代表(?!工|大会|联)/u.test(text.slice(end, end + 4))) ||
  (text.startsWith('政协', end - 2) && text.startsWith('委员', end) && at < end - 1)

const joints = signSet('和与')
const JOINED = /^.\p{Script=Han}{2,6}[和与]\p{Script=Han}{2,8}?(?:局|委员会|中心|办公室)/u
/** The end of a body with 和 in its name that no table lists, or -1: 市粮食和物资储备中心. */
export const joinedEnd = (text: string, at: number): number => {
  let joint = at + 3
  while (joint <= at + 7 && !isSignOf(joints, text, joint)) joint++
  if (joint > at + 7) return -1
  const found = JOINED.exec(text.slice(at, at + 24))?.[0]
  const whole = found && !/[市县区州旗局委办、，]/u.test(found.slice(1).replace(/(?:局|委员会|办公室)$/u, ''))
  return found && whole && mayGovern(text, at + 1) ? at + found.length : -1
}

/** The same in running text, where only what follows tells it from other words. */
export const joinedActor = (text: string, at: number): number => {
  const end = joinedEnd(text, at)
  return end > 0 && DUTY_OR_LIST.test(text.slice(end, end + 3)) ? end : -1
}
