/** Whose minutes these are; all strings folded. */
export type Jurisdiction = {
  /** 岚州, 青桐; empty where the document does not say. */
  place: string
  /** 岚州市, 青桐县. */
  placeFull: string
  /** The sign that its own bodies carry: 市, 县, 区 …; a zone's bodies carry none. */
  sign: string
  /** 4 province, 3 city, 2 county or district, 1 zone or town. */
  rank: number
  /** What the masthead names above it: 苏州市 of 苏州市吴江区. */
  parent: string
}

export const NOWHERE: Jurisdiction = { place: '', placeFull: '', sign: '市', rank: 3, parent: '' }

const RANKS: Readonly<Record<string, number>> = {
  省: 4,
  自治区: 4,
  市: 3,
  州: 3,
  自治州: 3,
  盟: 3,
  地区: 3,
  县: 2,
  自治县: 2,
  区: 2,
  旗: 2,
  自治旗: 2,
  镇: 1,
  乡: 1,
  街道: 1,
}
const LEVEL = /(自治区|自治州|自治县|自治旗|地区|街道|省|市|州|盟|县|旗|区|镇|乡)$/u

/** The rank of a government by the sign of its level. */
export const rankOf = (sign: string): number => RANKS[sign] ?? 0

/** True for counties, districts and zones, and for a city that lies in a prefecture. */
export const isCounty = ({ rank, parent }: Jurisdiction): boolean => rank <= 2 || /[市州盟]$|地区$/u.test(parent)

const zone = (name: string): Jurisdiction => {
  const bare = name.replace(/^.{2,8}(?:市|县|省)(?=.{3})/u, '')
  return {
    place: bare.slice(0, 2),
    placeFull: bare,
    sign: '',
    rank: 1,
    parent: name.slice(0, name.length - bare.length),
  }
}

/** Reads the jurisdiction out of the full name of a government: 苏州市吴江区人民政府, 岚州高新区管委会. */
export const jurisdictionOf = (government: string): Jurisdiction => {
  const name = government.replace(/(?:人民政府|行政公署|行署|政府)$/u, '')
  if (/(?:管委会|管理委员会|党工委)$/u.test(name)) return zone(name.replace(/(?:管委会|管理委员会|党工委)$/u, ''))
  const level = LEVEL.exec(name)?.[1]
  if (!level) return NOWHERE
  const above = name.slice(0, -level.length)
  const cut = Math.max(
    above.lastIndexOf('省') + 1,
    above.lastIndexOf('自治区') + (above.includes('自治区') ? 3 : 0),
    above.slice(0, -1).lastIndexOf('市') + 1,
    above.slice(0, -1).lastIndexOf('州') + 1 > 2 && level !== '市' ? above.slice(0, -1).lastIndexOf('州') + 1 : 0,
  )
  const own = name.slice(cut)
  const place = own.slice(0, -level.length)
  if (!place) return { ...NOWHERE, sign: level.slice(-1), rank: rankOf(level) }
  return {
    place: place.length === 1 ? own : place,
    placeFull: own,
    sign: level === '地区' ? '区' : level.slice(-1),
    rank: rankOf(level),
    parent: name.slice(0, cut),
  }
}
