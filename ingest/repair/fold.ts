import { SHAPES, VARIANTS } from '../lexicon/variants.ts'

const pairs = (table: string): [string, string][] => {
  const out: [string, string][] = []
  const signs = Array.from(table)
  for (let at = 0; at + 1 < signs.length; at += 2) out.push([signs[at] ?? '', signs[at + 1] ?? ''])
  return out
}

const PUNCTUATION: readonly (readonly [string, string])[] = [
  ['(', '（'],
  [')', '）'],
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['!', '！'],
  ['?', '？'],
  ['．', '.'],
  ['"', '“'],
  ['”', '“'],
  ['＂', '“'],
  ['‟', '“'],
  ['„', '“'],
  ['[', '〔'],
  ['［', '〔'],
  ['【', '〔'],
  ['{', '〔'],
  ['｛', '〔'],
  [']', '〕'],
  ['］', '〕'],
  ['】', '〕'],
  ['}', '〕'],
  ['｝', '〕'],
  ['<', '〈'],
  ['＜', '〈'],
  ['⟨', '〈'],
  ['>', '〉'],
  ['＞', '〉'],
  ['⟩', '〉'],
  ['≪', '《'],
  ['≫', '》'],
  ['•', '·'],
  ['・', '·'],
  ['‧', '·'],
  ['∙', '·'],
  ['●', '·'],
  ['\u3000', ' '],
  ['\t', ' '],
  ['\u00a0', ' '],
]

/** For each code unit the one that stands for it; an array, because every sign of every document is looked up, several times. */
const table = (() => {
  const map = new Map<number, number>()
  for (const [from, to] of pairs(VARIANTS))
    if (from.length === 1 && to.length === 1 && from !== to) map.set(from.charCodeAt(0), to.charCodeAt(0))
  for (const [from, to] of pairs(SHAPES)) map.set(from.charCodeAt(0), to.charCodeAt(0))
  for (let code = 0xff01; code <= 0xff5e; code++) map.set(code, code - 0xfee0)
  for (const [from, to] of PUNCTUATION) map.set(from.charCodeAt(0), to.charCodeAt(0))
  for (const [from, to] of PUNCTUATION) {
    const code = from.charCodeAt(0)
    if (code > 0x20 && code < 0x7f) map.set(code + 0xfee0, to.charCodeAt(0))
  }
  const codes = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  for (const [from, to] of map) codes[from] = to
  return codes
})()

/** One bit for each code unit, set where another one stands for it: small enough to stay near the processor, as the table is not. */
const folds = (() => {
  const bits = new Uint8Array(0x2000)
  for (let code = 0; code < table.length; code++)
    if (table[code] !== code) bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
  return bits
})()

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** Most texts are folded in this memory; a text as long as a book gets its own. */
const desk = new Uint16Array(0x8000)

const folding = (text: string): string => {
  // Code units in an array, not pieces of text: a text full of one sign to fold makes no pieces.
  const codes = text.length > desk.length ? new Uint16Array(text.length) : desk
  let changed = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    codes[at] = code
    if (((folds[code >> 3] ?? 0) & (1 << (code & 7))) === 0) continue
    // 9:30 and 1,600 are numbers, not clauses.
    if ((code === 0x3a || code === 0x2c) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))
      continue
    codes[at] = table[code] ?? code
    changed = true
  }
  return changed ? Buffer.from(codes.buffer, 0, 2 * text.length).toString('utf16le') : text
}

/** The text that was folded last: of the steps from the raw text to the record most leave it as it is, and each asks again. */
let last = { text: '', folded: '' }

/**
 * The text with one shape for each sign: simplified, half-width digits and letters, full-width punctuation, 〔〕 for square brackets.
 * Every sign keeps its offset, so that what is found here can be cut out of the text itself.
 */
export const fold = (text: string): string => {
  if (text !== last.text) last = { text, folded: folding(text) }
  return last.folded
}
