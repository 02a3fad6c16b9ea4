import type { Span } from '../../../model/record.ts'
import { INSTITUTION_CHARS } from '../../lexicon/given-names.ts'
import { type Document, type Found, labelled, printed } from '../document.ts'
import { isName, mayBeLongName } from '../roll/names.ts'

const STOP = /[。；（）]|\s{0,8}(?:整理|校对|核稿|签发|审核|拟稿|校核|日期|时间)\s{0,3}：/u

/** Who took the minutes; two-character names may be set wide. */
export const recorders = (doc: Document): Found<string[]> => {
  for (const span of labelled(doc, 'recorder')) {
    const words = doc.folded.slice(span.start, span.end)
    const stop = words.search(STOP)
    const names = namesIn(words.slice(0, stop < 0 ? words.length : stop))
    if (!names.length) continue
    const at = names.map(({ start, end }) => ({ start: span.start + start, end: span.start + end }))
    const whole = { start: at[0]?.start ?? span.start, end: at.at(-1)?.end ?? span.end }
    return { value: at.map((one) => printed(doc.text, one)), span: whole }
  }
  return null
}

const institution = new RegExp(`[${INSTITUTION_CHARS}]`, 'u')
/** Behind this label stands nothing but people: two or three signs are a name under whatever surname. */
const isUncommonName = (words: string): boolean => /^\p{Script=Han}{2,3}$/u.test(words) && !institution.test(words)
/** Four signs and more that no surname begins: 斯日古楞. */
const isMononym = (words: string): boolean =>
  /^\p{Script=Han}{4,7}$/u.test(words) && mayBeLongName(words, 0, words.length)

const namesIn = (words: string): Span[] => {
  const pieces = [...words.matchAll(/[^\s、，]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[0],
  }))
  const out: Span[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    const next = pieces[at + 1]
    if (!piece) continue
    if (piece.words.length === 1 && next?.words.length === 1) {
      out.push({ start: piece.start, end: next.end })
      at++
    } else if (isName(piece.words) || isUncommonName(piece.words) || isMononym(piece.words))
      out.push({ start: piece.start, end: piece.end })
    else {
      const size = [3, 2].find((length) => isName(piece.words.slice(-length)) && piece.words.length > length)
      if (size) out.push({ start: piece.end - size, end: piece.end })
    }
  }
  return out
}
