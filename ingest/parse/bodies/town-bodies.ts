import { TOWN_BODY_ENDINGS, VILLAGE_TAILS } from '../../lexicon/body-grammar.ts'
import { endsAt, trieOfWords } from '../tries.ts'
import { isHan, shapedEnds } from './body-shapes.ts'
import type { Jurisdiction } from './jurisdiction.ts'

const endings = trieOfWords(TOWN_BODY_ENDINGS)
const tails = trieOfWords(VILLAGE_TAILS)
const LONGEST_VILLAGE = 6

/** What the bodies of a town carry in front: 镇财政所, 街道党政办; empty for every other government. */
export const townSign = ({ sign, placeFull }: Jurisdiction): string =>
  placeFull.endsWith('街道') ? '街道' : sign === '镇' || sign === '乡' ? sign : ''

/** Ends of a town's own stations and offices (镇扶贫工作站, 乡人大), of its villages and communities (柳坪村村委会); none in the minutes of others. */
export const townBodyEnds = (text: string, at: number, jurisdiction: Jurisdiction): number[] => {
  const sign = townSign(jurisdiction)
  if (sign === '') return []
  if (!text.startsWith(sign, at)) return villageEnds(text, at)
  const from = at + sign.length
  // 镇长办公会, and 镇经发办会同镇财政所.
  if (text[from] === '长') return []
  const ends = [...endsAt(endings, text, from), ...shapedEnds(text, from, endings)]
  return [...new Set(ends)]
    .filter((end) => !text.slice(from, end).includes(sign) && !OTHER_WORDS.test(text.slice(from, end)))
    .sort((a, b) => a - b)
}

const OTHER_WORDS = /会同|牵头|负责|配合/u

const villageEnds = (text: string, at: number): number[] => {
  const ends: number[] = []
  for (let end = at + 1; end < at + LONGEST_VILLAGE && isHan(text, end - 1); end++) {
    const village = text[end] === '村' && end > at ? end + 1 : text.startsWith('社区', end) ? end + 2 : -1
    if (village > at + 2) ends.push(village, ...endsAt(tails, text, village))
  }
  return ends
}
