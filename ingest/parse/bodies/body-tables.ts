import { LEVEL_BODIES, YOUTH_LEAGUE, ZONE_BODIES } from '../../lexicon/bodies.ts'
import {
  AFTER_PLACE,
  BEFORE_DISTRICT,
  BEFORE_PLACE,
  DISTRICT_TAILS,
  NO_BODY_WORDS,
  PLACE_LED,
  ROLL_ENDINGS,
  STRONG_ENDINGS,
  SUPERIOR_BODIES,
  TOWN_ENDINGS,
  ZONE_ENDINGS,
  ZONE_TAILS,
} from '../../lexicon/body-grammar.ts'
import { trieOfWords } from '../tries.ts'

const stems = Object.values(LEVEL_BODIES).flat()

/** Names after the sign of the level: 委组织部, 财政局. */
export const STEMS = trieOfWords(stems)

/** Names that stand without any sign in the minutes of a county or a zone. */
/** What 图书馆 and 博物馆 name without a sign is any of them. */
const generic = new Set<string>(
  LEVEL_BODIES.institution.filter((stem) => !/(?:供销|广电|广播|融媒体|公积金)/u.test(stem)),
)
export const BARE = trieOfWords([
  ...stems
    .filter((stem) => !generic.has(stem))
    .filter((stem) => stem.length >= 3 && !/^(?:委|人大|政协|政府|纪委|人民政府|府办|级|直)/u.test(stem)),
  '妇联',
  '残联',
  '科协',
  '侨联',
  '文联',
  '团委',
  '国资委',
])
/** In a roll even 政府办 and 组织部 stand alone. */
export const BARE_IN_ROLL = trieOfWords([
  ...stems.filter((stem) => !stem.startsWith('委')),
  ...stems.filter((stem) => stem.startsWith('委') && stem.length >= 4).map((stem) => stem.slice(1)),
])
export const BARE_IN_ZONE = trieOfWords(ZONE_BODIES)

export const LEAGUE = trieOfWords(YOUTH_LEAGUE)
export const ABOVE = trieOfWords(SUPERIOR_BODIES)
export const NOT_BODIES = trieOfWords(NO_BODY_WORDS)
export const ORG_BEFORE_PLACE = trieOfWords(BEFORE_PLACE)
export const ORG_AFTER_PLACE = trieOfWords(AFTER_PLACE)
export const LED_BY_PLACE = trieOfWords(PLACE_LED)
/** Without the words that name a mere place as well: 岚州港, 岚州站. */
export const LED_BY_PLACE_IN_PROSE = trieOfWords(
  PLACE_LED.filter((name) =>
    /(?:海关|公司|局|军分区|警备区|集团|银行|台|报社|支队|监狱|队|学院|大学|处|厂|商行|边检站)$/u.test(name),
  ),
)
export const ZONES = trieOfWords(ZONE_ENDINGS)
export const ZONE_GOVERNMENTS = trieOfWords(ZONE_TAILS)
export const TOWNS = trieOfWords(TOWN_ENDINGS)
export const DISTRICT_GOVERNMENTS = trieOfWords(DISTRICT_TAILS)
export const STRONG = trieOfWords(STRONG_ENDINGS)
export const ROLL_END = trieOfWords([...STRONG_ENDINGS, ...ROLL_ENDINGS])
export const DISTRICT_BOUNDARY: ReadonlySet<string> = new Set(BEFORE_DISTRICT)

/** Every sign with which a body can end. */
export const LAST_SIGNS = [
  ...new Set(
    [stems, YOUTH_LEAGUE, ZONE_BODIES, PLACE_LED, AFTER_PLACE, STRONG_ENDINGS, ROLL_ENDINGS, SUPERIOR_BODIES]
      .flat()
      .map((name) => name.slice(-1)),
  ),
].join('')
