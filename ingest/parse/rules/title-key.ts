import { STAGES } from '../../lexicon/policy-kinds.ts'
import { matchesOf } from '../matches.ts'

const stageWords = [...STAGES].sort((a, b) => b.length - a.length).join('|')
const STAGE = new RegExp(`[（〈〔](?<stage>${stageWords})[）〉〕]`, 'gu')
const TRAILING = new RegExp(`^[（〈〔](?<stage>${stageWords})[）〉〕]`, 'u')

/** 2024—2030 has lost its dash in one place of a text and kept it in another. */
const YEARS = /((?:19|20)\d{2})年?[—–―‐ー\-~至到]{1,2}((?:19|20)\d{2})/gu

const MAY_DIFFER = /[（〈〔\s\d]/u

/** Titles that agree in this are one document in one edition: brackets of stage and white space make no difference. */
export const titleKey = (folded: string): string =>
  !MAY_DIFFER.test(folded) ? folded : folded.replace(STAGE, '').replace(/\s+/gu, '').replace(YEARS, '$1$2')

/** The stage named inside a title, or in a bracket right behind it. */
export const stageOf = (title: string, after: string): string | null => {
  const inside = matchesOf(title, STAGE).at(-1)?.groups?.stage
  return inside ?? TRAILING.exec(after)?.groups?.stage ?? null
}

/** How many characters a bracket of stage at the beginning of `after` takes. */
export const stageLength = (after: string): number => TRAILING.exec(after)?.[0].length ?? 0

const REVISED = /[（〈〔](?:修订|修正)/u

const [SHORTEST_END, LONGEST_END] = [2, 8] as const

/** Titles that were named, and what a later one may call them. */
export type NamedTitles = { add: (title: string) => void; refersTo: (title: string) => boolean }

/** Tells whether a title can be read as a back reference to one that was named: the same again, or the end of a longer one. */
export const namedTitles = (titles: readonly string[]): NamedTitles => {
  const whole = new Set<string>()
  const revised = new Set<string>()
  const endings = new Set<string>()
  const add = (title: string) => {
    const key = titleKey(title)
    ;(REVISED.test(title) ? revised : whole).add(key)
    for (let size = SHORTEST_END; size <= LONGEST_END && size < key.length; size++) endings.add(key.slice(-size))
  }
  for (const title of titles) add(title)
  return {
    add,
    refersTo: (title) => {
      const key = titleKey(title)
      // A revision in hand and the document that it revises are two.
      return whole.has(key) || endings.has(key) || (revised.has(key) && REVISED.test(title))
    },
  }
}
