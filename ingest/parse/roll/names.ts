import { COMMON_GIVEN, INSTITUTION_CHARS } from '../../lexicon/given-names.ts'
import { COMMON_SURNAMES, COMPOUND_SURNAMES, RARE_SURNAMES } from '../../lexicon/surnames.ts'
import { fold } from '../../repair/fold.ts'
import { isHan } from '../bodies/body-shapes.ts'

const [COMMON, RARE, GIVEN, INSTITUTION] = [1, 2, 4, 8] as const
/** What each sign can be in a name, as flags. */
const uses = (() => {
  const map = new Map<number, number>()
  const mark = (signs: string, flag: number) => {
    for (const sign of fold(signs)) map.set(sign.charCodeAt(0), (map.get(sign.charCodeAt(0)) ?? 0) | flag)
  }
  mark(COMMON_SURNAMES, COMMON)
  mark(RARE_SURNAMES, RARE)
  mark(COMMON_GIVEN, GIVEN)
  mark(INSTITUTION_CHARS, INSTITUTION)
  return map
})()
const compound = new Set<string>(COMPOUND_SURNAMES.map(fold))
const compoundFirst = new Set([...compound].map((name) => name.charCodeAt(0)))
const BY_LENGTH = [-6, 0.2, 0.5, -2.5, -5] as const

const givenScore = (use: number): number => {
  if (use & INSTITUTION) return -3
  if (use & GIVEN) return 0.35
  return use & COMMON ? -0.7 : -0.1
}

/** How well Han characters pass for the name of a person; above zero for names that people have. */
export const nameScore = (name: string): number => {
  const first = uses.get(name.charCodeAt(0)) ?? 0
  const isCompound = name.length >= 3 && compoundFirst.has(name.charCodeAt(0)) && compound.has(name.slice(0, 2))
  const from = isCompound ? 2 : 1
  let score = isCompound ? 3 : first & COMMON ? 2.2 : first & RARE ? 0.9 : -3.5
  score += BY_LENGTH[name.length - from] ?? -6
  // The surnames of both parents and one or two signs more.
  if (!isCompound && name.length === 4 && first & COMMON && (uses.get(name.charCodeAt(1)) ?? 0) & COMMON) score += 1.6
  for (let at = from; at < name.length; at++) score += givenScore(uses.get(name.charCodeAt(at)) ?? 0)
  return score
}

/** True where a word passes for a person's name on its own: two to four Han characters under a surname, or segments around a dot. */
export const isName = (word: string): boolean => {
  if (/^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8}){1,3}$/u.test(word)) return true
  return /^\p{Script=Han}{2,4}$/u.test(word) && nameScore(word) > 0
}

/** The end of a name with dots that begins at `from`, or -1: 买合木提·吐尔逊. */
export const dottedNameEnd = (text: string, from: number): number => {
  let at = from
  let dots = 0
  let segment = 0
  for (; at < text.length && at < from + 20; at++) {
    if (isHan(text, at)) segment++
    else if (text[at] === '·' && segment > 0 && segment <= 6) {
      dots++
      segment = 0
    } else break
    if (segment > 8) break
  }
  return dots > 0 && segment > 0 ? at : -1
}
