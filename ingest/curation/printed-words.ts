import type { PrintedWords } from '../../model/curation.ts'
import type { Span } from '../../model/record.ts'
import { fold } from '../repair/fold.ts'

const BLANK = /\s/u

/** The signs of a text that are no white space, each in one shape, and where each stands. */
const signsOf = (text: string): { signs: string; places: number[] } => {
  const signs: string[] = []
  const places: number[] = []
  const folded = fold(text)
  for (let at = 0; at < folded.length; at++) {
    const sign = folded.charAt(at)
    if (BLANK.test(sign)) continue
    signs.push(sign)
    places.push(at)
  }
  return { signs: signs.join(''), places }
}

/**
 * Where a text prints some words; line breaks, white space and width do not matter, as two documents of one meeting are seldom
 * set alike. Only within `area`, where it is given. `null` where they do not stand so often.
 */
export const findWords = (text: string, { quote, nth }: PrintedWords, area?: Span): Span | null => {
  const { start, end } = area ?? { start: 0, end: text.length }
  const { signs, places } = signsOf(text.slice(start, end))
  const wanted = signsOf(quote).signs
  if (wanted === '') return null
  let found = -1
  for (let count = 0; count < nth; count++) {
    found = signs.indexOf(wanted, found + 1)
    if (found < 0) return null
  }
  const [first, last] = [places[found], places[found + wanted.length - 1]]
  return first === undefined || last === undefined ? null : { start: start + first, end: start + last + 1 }
}

/** The words at a place, as `findWords` finds them again in `area`. */
export const wordsAt = (text: string, place: Span, area?: Span): PrintedWords => {
  const quote = text.slice(place.start, place.end)
  for (let nth = 1; ; nth++) {
    const found = findWords(text, { quote, nth }, area)
    if (found === null) return { quote, nth: 1 }
    if (found.end > place.start) return { quote, nth }
  }
}
