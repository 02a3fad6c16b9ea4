import type { Jurisdiction } from '../../model/graph.ts'
import { GOVERNMENT_ENDINGS, NEVER_IN_PLACE } from '../lexicon/meeting-words.ts'
import { foldName } from './fold.ts'

const PLACE_NAME = /^[\p{Script=Han}·]{2,20}$/u

/** The place whose government signs: 苏州市人民政府 → 苏州市, 岚州高新区管理委员会 → 岚州高新区. `null` where no government is named. */
export const jurisdictionOf = (issuer: string | null): Jurisdiction | null => {
  const name = foldName(issuer ?? '')
  const ending = GOVERNMENT_ENDINGS.find((one) => name.endsWith(one))
  const id = ending ? name.slice(0, -ending.length) : ''
  const isPlace = id.length >= 2 && PLACE_NAME.test(id) && !NEVER_IN_PLACE.some((word) => id.includes(word))
  return isPlace ? { id, issuer: name } : null
}

/** 市, 县, 区 …: the sign that the bodies of this government carry in front, `null` for a zone, whose bodies carry none. */
export const levelSign = (jurisdiction: Jurisdiction): string | null => {
  const isZone = /(?:管理委员会|管委会|党工委)$/u.test(jurisdiction.issuer)
  const sign = jurisdiction.id.at(-1) ?? ''
  return !isZone && '市县区州旗盟省'.includes(sign) ? sign : null
}
