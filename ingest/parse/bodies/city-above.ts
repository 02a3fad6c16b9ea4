import { matchesOf } from '../matches.ts'
import { type Jurisdiction, NOWHERE } from './jurisdiction.ts'
import { holdsVerb } from './place-words.ts'

const CITY = '\\p{Script=Han}{2,4}?(?:市|自治州|州|盟|地区)'
const OF_CITY = '(?=委|人民政府|政府|人大|行署|\\p{Script=Han}{1,8}?(?:局|委|办|中心|支队))'
/** Who reports to it, or sends it a copy first, lies in it. */
const REPORTED_TO = new RegExp(
  `(?:报请|报送|上报|呈报|提请|抄报：?|(?<![汇申通预简情填公日海电])报|分送：(?:中共)?|抄送：(?:中共)?)(${CITY})${OF_CITY}`,
  'gu',
)
/** In the minutes of a county any city that has a committee, a government or a bureau is the one above it. */
const NAMED = new RegExp(
  `(?:^|[，。；：、\\n由请和与及]|会同|传达|学习|贯彻|衔接|按照|根据)(\\p{Script=Han}{2,3}市)${OF_CITY}`,
  'gu',
)
const COMMON = /^(?:[全各本我该]|县级|地级)|[各全]/u

/**
 * The city (or prefecture) above a county, a county-level city or a zone whose masthead does not name it, from the words of
 * the document; empty where it says nothing. `folded` is the whole text.
 */
export const cityAbove = (folded: string, jurisdiction: Jurisdiction): string => {
  const { placeFull, rank, sign } = jurisdiction
  if (jurisdiction === NOWHERE || !placeFull || rank > 3 || (rank === 3 && sign !== '市')) return ''
  const votes = new Map<string, number>()
  const count = (pattern: RegExp) => {
    for (const { 1: name = '' } of matchesOf(folded, pattern)) {
      const other = name !== placeFull && !placeFull.startsWith(name) && !COMMON.test(name) && !holdsVerb(name, 0)
      if (other) votes.set(name, (votes.get(name) ?? 0) + 1)
    }
  }
  count(REPORTED_TO)
  if (rank < 3) count(NAMED)
  const [best] = [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return best?.[0] ?? ''
}
