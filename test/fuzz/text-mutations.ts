/** Damages a text, as extractors, editors and people who mean harm do. */
import type { Rng } from '../../scripts/samples/prng.ts'

/** A text grows no longer than this by being damaged, in UTF-16 units. */
const LONGEST = 60_000

const WORDS = [
  ...Array.from('一二十九0９，。、：；《》〈〉（）()【】〔〕“”"·— \n\f\t　年月日第号次市县区局办会由和请'),
  '出席：',
  '列席：',
  '请假：',
  '记录：',
  '主持人：',
  '一、审议《',
  '（一）',
  '会议原则同意',
  '由市财政局牵头',
  '2022年2月30日',
  '第99999999999999999999次',
  '〔0000〕',
  '市人民政府常务会议纪要',
  '此件公开发布',
]
/** What nobody sees: zero-width and joiners, marks of direction, soft hyphens, variation selectors, marks of byte order. */
const UNSEEN = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\u00ad',
  '\ufeff',
  '\ufe0f',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u061c',
]
const CONTROLS = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).concat(
  '\x7f',
  '\x85',
  '\u2028',
  '\u2029',
)
/** Half a character, no character, beyond the first plane, compatibility forms, marks that combine, private use. */
const STRANGE = [
  '\ud800',
  '\udfff',
  '\udc00\ud800',
  '\uffff',
  '\ufffe',
  '\u{10ffff}',
  '\u{20000}',
  '\u{e0041}',
  '⼀',
  '㈠',
  '①',
  'ﬁ',
  'é',
  'e\u0301\u0301\u0301',
  '\ue000',
  '𝟙',
  'İ',
  'ﷺ',
]
const OPENING = ['《', '（', '(', '“', '【', '〔', '〈']

type Mutation = (rng: Rng, text: string, other: string) => string

const place = (rng: Rng, text: string): number => rng.int(0, text.length)
const stretch = (rng: Rng, text: string, longest: number): [number, number] => {
  const start = place(rng, text)
  return [start, Math.min(text.length, start + rng.int(1, longest))]
}
const insertAt = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at)

const inserting =
  (from: readonly string[]): Mutation =>
  (rng, text) =>
    insertAt(text, place(rng, text), rng.pick(from).repeat(rng.chance(0.1) ? rng.int(2, 300) : 1))

/** Between every two signs of a stretch. */
const sprinkling: Mutation = (rng, text) => {
  const [start, end] = stretch(rng, text, 400)
  return (
    text.slice(0, start) +
    Array.from(text.slice(start, end)).join(rng.pick([...UNSEEN, ' ', '　', '\n'])) +
    text.slice(end)
  )
}

const shuffledLines: Mutation = (rng, text) => {
  const lines = text.split('\n')
  const at = rng.int(0, lines.length - 1)
  return [...lines.slice(0, at), ...rng.shuffle(lines.slice(at, at + rng.int(2, 12))), ...lines.slice(at + 12)].join(
    '\n',
  )
}

const MUTATIONS: readonly Mutation[] = [
  inserting(WORDS),
  inserting(UNSEEN),
  inserting(CONTROLS),
  inserting(STRANGE),
  sprinkling,
  shuffledLines,
  // A sign becomes another one.
  (rng, text) => {
    const at = place(rng, text)
    return (
      text.slice(0, at) + String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << rng.int(0, 15))) + text.slice(at + 1)
    )
  },
  // Cut out, cut off, cut open.
  (rng, text) => {
    const [start, end] = stretch(rng, text, 500)
    return text.slice(0, start) + text.slice(end)
  },
  (rng, text) => (rng.chance(0.5) ? text.slice(0, place(rng, text)) : text.slice(place(rng, text))),
  // Two documents in one.
  (rng, text, other) => text.slice(0, place(rng, text)) + other.slice(place(rng, other)),
  (rng, text, other) => {
    const [start, end] = stretch(rng, other, 800)
    return insertAt(text, place(rng, text), other.slice(start, end))
  },
  // Again and again.
  (rng, text) => {
    const [start, end] = stretch(rng, text, 200)
    return text.slice(0, end) + text.slice(start, end).repeat(rng.int(1, 60)) + text.slice(end)
  },
  // Opened and opened, and perhaps closed.
  (rng, text) => insertAt(text, place(rng, text), rng.pick(OPENING).repeat(rng.int(2, 2000))),
  // One very long line.
  (rng, text) => {
    const [start, end] = stretch(rng, text, 20_000)
    return text.slice(0, start) + text.slice(start, end).replaceAll('\n', '') + text.slice(end)
  },
  (rng, text) => text.replaceAll('\n', rng.pick(['\r\n', '\r', '\n\n', '\u2028', '\v', '\x85', ' \n ', '\n　　'])),
  (rng, text) => text.replace(/\d/gu, () => String(rng.int(0, 9))),
  (rng, text) =>
    text.replace(/[一二三四五六七八九十]、/gu, () => `${rng.pick(Array.from('一二三四五六七八九十百零〇'))}、`),
  (rng, text) => text.normalize(rng.pick(['NFC', 'NFD', 'NFKC', 'NFKD'])),
  (rng, text) => text.replaceAll(rng.pick(WORDS), rng.pick(WORDS)),
]

/** One to eight times damaged; `other` is what is spliced in. */
export const mutateText = (rng: Rng, text: string, other: string): string => {
  let now = text
  for (let left = rng.int(1, 8); left > 0; left--) now = rng.pick(MUTATIONS)(rng, now, other).slice(0, LONGEST)
  return now
}
