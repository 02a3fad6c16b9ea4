import { STAGES } from '../../lexicon/policy-kinds.ts'
import { matchesOf } from '../matches.ts'

const stageWords = [...STAGES].sort((a, b) => b.length - a.length).join('|')
const STAGE = new RegExp(`[（〈〔](?<stage>${stageWords})[）〉〕]`, 'gu')
const TRAILING = new RegExp(`^[（〈〔](?<stage>${stageWords})[）〉〕]`, 'u')

/** 2024—2030 has lost its dash in one place of a text and kept it in another. */
const YEARS = /((?:19|20)\d{2})年?[—–―‐ー\-~至到]{1,2}((?:19|20)\d{2})/gu

/** Titles that agree in this are one document in one edition: brackets of stage and white space make no difference. */
export const titleKey = (folded: string): string =>
  folded.replace(STAGE, '').replace(/\s+/gu, '').replace(YEARS, '$1$2')

/** The stage named inside a title, or in a bracket right behind it. */
export const stageOf = (title: string, after: string): string | null => {
  const inside = matchesOf(title, STAGE).at(-1)?.groups?.stage
  return inside ?? TRAILING.exec(after)?.groups?.stage ?? null
}

/** How many characters a bracket of stage at the beginning of `after` takes. */
export const stageLength = (after: string): number => TRAILING.exec(after)?.[0].length ?? 0

const REVISED = /[（〈〔](?:修订|修正)/u

/** True where a short title can be read as a back reference to a longer one. */
export const refersTo = (short: string, long: string): boolean => {
  const [a, b] = [titleKey(short), titleKey(long)]
  // A revision in hand and the document that it revises are two.
  if (REVISED.test(long) && !REVISED.test(short) && a === b) return false
  return a === b || (a.length >= 2 && a.length < b.length && b.endsWith(a) && a.length <= 8)
}
