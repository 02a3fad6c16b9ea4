import { SUPPLEMENT_RADICALS } from '../lexicon/radicals.ts'
import { type Edit, editsFor } from './origins.ts'

const supplement = (() => {
  const signs = Array.from(SUPPLEMENT_RADICALS)
  const map = new Map<string, string>()
  for (let at = 0; at + 1 < signs.length; at += 2) map.set(signs[at] ?? '', signs[at + 1] ?? '')
  return map
})()

/** Kangxi and CJK radicals that a PDF gives for everyday characters become these characters again. */
export const radicals = (text: string): Edit[] =>
  editsFor(text, /[\u2e80-\u2fdf]/gu, (sign) => supplement.get(sign) ?? sign.normalize('NFKC'))
