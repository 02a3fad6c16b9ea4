import { LEVEL_SIGNS } from '../../lexicon/body-grammar.ts'
import type { Jurisdiction } from './jurisdiction.ts'

/** 市公安局交警支队: a unit of the bureau in front of it. */
export const isUnit = (body: string, unit: string): boolean =>
  /[局委院]$/u.test(body) && !LEVEL_SIGNS.includes(unit[0] ?? ' ') && /(?:支队|大队|总队|分局|中队)$/u.test(unit)

/** 岚州市自然资源局经开区分局, in the minutes of that zone. */
const ZONE_BRANCH = /^(?:经开|高新|开发|工业园|新|港|保税|综保|度假)区?(?:支队|大队|分局)/u

/** 市生态环境局云汀分局: the branch of a higher body in the place itself. */
export const isLocal = (text: string, at: number, jurisdiction: Jurisdiction): boolean =>
  (jurisdiction.place !== '' && text.startsWith(jurisdiction.place, at)) ||
  (jurisdiction.rank === 1 && ZONE_BRANCH.test(text.slice(at, at + 8)))
