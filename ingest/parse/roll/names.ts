import { COMMON_GIVEN, INSTITUTION_CHARS, NOT_NAMES } from '../../lexicon/given-names.ts'
import { NAME_PARTS } from '../../lexicon/name-parts.ts'
import { COMMON_SURNAMES, COMPOUND_SURNAMES, RARE_SURNAMES } from '../../lexicon/surnames.ts'
import { fold } from '../../repair/fold.ts'
import { isHan } from '../bodies/body-shapes.ts'
import { codeAt } from '../signs.ts'
import { endsAt, longestAt, trieOfWords } from '../tries.ts'

const [COMMON, RARE, GIVEN, INSTITUTION] = [1, 2, 4, 8] as const
const useOf = (flags: Uint8Array, text: string, at: number): number => flags[codeAt(text, at)] ?? 0
/** What each sign can be in a name, as flags. */
const uses = (() => {
  const flags = new Uint8Array(0x10000)
  const mark = (signs: string, flag: number) => {
    for (const sign of fold(signs)) flags[sign.charCodeAt(0)] = useOf(flags, sign, 0) | flag
  }
  mark(COMMON_SURNAMES, COMMON)
  mark(RARE_SURNAMES, RARE)
  mark(COMMON_GIVEN, GIVEN)
  mark(INSTITUTION_CHARS, INSTITUTION)
  return flags
})()
const compound = new Set<string>(COMPOUND_SURNAMES.map(fold))
const compoundFirst = new Set([...compound].map((name) => name.charCodeAt(0)))
const notNames = trieOfWords(NOT_NAMES.map(fold))
const NO_NAME = -6
const BY_LENGTH = [-6, 0.2, 0.5, -2.5, -5] as const

const givenScore = (use: number): number => {
  if (use & INSTITUTION) return -3
  if (use & GIVEN) return 0.35
  return use & COMMON ? -0.7 : -0.1
}

/** How well Han characters (of `text` from `start` to `end`) pass for the name of a person; above zero for names that people have. */
export const nameScore = (text: string, start = 0, end = text.length): number => {
  const size = end - start
  const first = useOf(uses, text, start)
  const isCompound =
    size >= 3 && compoundFirst.has(text.charCodeAt(start)) && compound.has(text.slice(start, start + 2))
  const given = isCompound ? 2 : 1
  let score = isCompound ? 3 : first & COMMON ? 2.2 : first & RARE ? 0.9 : -3.5
  score += BY_LENGTH[size - given] ?? -6
  // The surnames of both parents and one or two signs more.
  if (!isCompound && size === 4 && first & COMMON && useOf(uses, text, start + 1) & COMMON) score += 1.6
  const word = longestAt(notNames, text, start)
  if (word > 0 && word <= end) score += NO_NAME
  for (let at = start + given; at < end; at++) score += givenScore(useOf(uses, text, at))
  return score
}

/** True for what can be the name of somebody without a surname, as Mongols and Tibetans have. */
export const mayBeLongName = (text: string, start: number, end: number): boolean => {
  if (useOf(uses, text, start) & COMMON) return false
  for (let at = start; at < end; at++) if (useOf(uses, text, at) & INSTITUTION) return false
  return true
}

const parts = trieOfWords(NAME_PARTS.map(fold))

/** Where a name of two or three known parts that begins at `from` may end, shortest first: 孟和巴图, 扎西顿珠. */
export const partedNameEnds = (text: string, from: number): number[] => {
  const ends: number[] = []
  for (const first of endsAt(parts, text, from))
    for (const second of endsAt(parts, text, first)) if (!ends.includes(second)) ends.push(second)
  return ends
}

/** Where a name of one known part may end: 苏日娜, 孟和. */
export const partEnds = (text: string, from: number): readonly number[] => endsAt(parts, text, from)

/** True where a word passes for a person's name on its own: two to four Han characters under a surname, or segments around a dot. */
export const isName = (word: string): boolean => {
  if (/^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8}){1,3}$/u.test(word)) return true
  if (/^\p{Script=Han}{2,4}$/u.test(word) && nameScore(word) > 0) return true
  return partEnds(word, 0).includes(word.length) || partedNameEnds(word, 0).includes(word.length)
}

/** Where a name with dots that begins at `from` may end, shortest first: 买合木提·吐尔逊. What is glued to it may be the next body. */
export const dottedNameEnds = (text: string, from: number): number[] => {
  const ends: number[] = []
  let dots = 0
  let segment = 0
  for (let at = from; at < text.length && at < from + 20; at++) {
    if (isHan(text, at)) segment++
    else if (text[at] === '·' && segment > 0 && segment <= 6) {
      dots++
      segment = 0
      ends.length = 0
    } else break
    if (segment > 8 || (dots === 0 && segment > 6)) break
    if (dots > 0 && segment > 0) ends.push(at + 1)
  }
  return ends
}
