import { setImmediate as turn } from 'node:timers/promises'
import { pinyin } from 'pinyin-pro'
import type { GraphNode } from '../../model/graph.ts'
import type { Span } from '../../model/record.ts'
import { byCodeUnits, kindRank } from '../../store/order.ts'

/** How a query stands in the letters of a form: as all of it, at one of its ends, or between. */
const EXTENTS = ['whole', 'edge', 'inside'] as const
type Extent = (typeof EXTENTS)[number]

export type PinyinHit = { node: GraphNode; form: string; matched: Span; match: 'pinyin' | 'initials' }

type Spelling = {
  letters: string
  /** Of each character of the form that has letters: where they begin, and where the character does. */
  starts: readonly { letter: number; at: number }[]
}
type Entry = { node: GraphNode; form: string; full: Spelling; initials: Spelling }
export type PinyinIndex = readonly Entry[]

/** The letters that are typed for a reading: without tones, `v` for ü. */
const typed = (syllable: string): string =>
  syllable
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

const spelling = (characters: readonly string[], letters: readonly string[]): Spelling => {
  const starts: { letter: number; at: number }[] = []
  let written = ''
  let at = 0
  for (const [index, character] of characters.entries()) {
    const piece = letters[index] ?? ''
    if (piece) starts.push({ letter: written.length, at })
    written += piece
    at += character.length
  }
  return { letters: written, starts }
}

/** Readings follow the library's dictionary of phrases: 重庆 is chongqing, 重要 zhongyao; the first character of a person is a surname. */
const entryOf = (node: GraphNode, form: string): Entry => {
  const characters = Array.from(form)
  const options = { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' } as const
  const whole = pinyin(form, node.kind === 'person' ? { ...options, surname: 'head' } : options)
  const readings = whole.length === characters.length ? whole : characters.map((one) => pinyin(one, options).join(''))
  const syllables = readings.map(typed)
  const firsts = syllables.map((syllable) => syllable.slice(0, 1))
  return { node, form, full: spelling(characters, syllables), initials: spelling(characters, firsts) }
}

const FORMS_AT_ONCE = 200

export const pinyinIndex = async (nodes: readonly GraphNode[]): Promise<PinyinIndex> => {
  const entries: Entry[] = []
  for (const node of nodes)
    for (const form of new Set([node.label, ...node.forms])) {
      if (/\p{Script=Han}/u.test(form)) entries.push(entryOf(node, form))
      // A city has thousands of forms; questions are answered in between.
      if (entries.length % FORMS_AT_ONCE === 0) await turn()
    }
  return entries
}

/** The letters of a query that may be pinyin, `null` for one that holds anything else. */
export const lettersOf = (query: string): string | null => {
  const plain = query
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/u\u0308[\u0300-\u036f]*/g, 'v')
    .replaceAll(/[\u0300-\u036f\s'’]/g, '')
  return /^[a-z][a-z0-9]*$/.test(plain) ? plain : null
}

type Found = { extent: Extent; matched: Span }

const spanOf = (form: string, { starts }: Spelling, first: number, end: number): Span => {
  const last = starts.findLast(({ letter }) => letter < end)?.at ?? 0
  return { start: starts[first]?.at ?? 0, end: last + String.fromCodePoint(form.codePointAt(last) ?? 0).length }
}

const extentOf = (from: number, to: number, length: number): Extent => {
  if (from === 0 && to === length) return 'whole'
  return from === 0 || to === length ? 'edge' : 'inside'
}

/** The best place of the query that begins where a character does; where it ends may be within one, that is still being typed. */
const findIn = (form: string, told: Spelling, query: string): Found | null => {
  let best: Found | null = null
  for (let from = told.letters.indexOf(query); from >= 0; from = told.letters.indexOf(query, from + 1)) {
    const first = told.starts.findIndex(({ letter }) => letter === from)
    if (first < 0) continue
    const to = from + query.length
    const extent = extentOf(from, to, told.letters.length)
    if (best === null || EXTENTS.indexOf(extent) < EXTENTS.indexOf(best.extent))
      best = { extent, matched: spanOf(form, told, first, to) }
  }
  return best
}

type Ranked = PinyinHit & { rank: number }

const hitOf = ({ node, form, full, initials }: Entry, query: string): Ranked | null => {
  const ways = [
    { match: 'pinyin' as const, found: findIn(form, full, query) },
    { match: 'initials' as const, found: findIn(form, initials, query) },
  ]
  let best: Ranked | null = null
  for (const [way, { match, found }] of ways.entries()) {
    const rank = found ? EXTENTS.indexOf(found.extent) * ways.length + way : Number.POSITIVE_INFINITY
    if (found && rank < (best?.rank ?? Number.POSITIVE_INFINITY))
      best = { node, form, matched: found.matched, match, rank }
  }
  return best
}

const compare = (a: Ranked, b: Ranked): number =>
  a.rank - b.rank ||
  kindRank(a.node.kind) - kindRank(b.node.kind) ||
  a.form.length - b.form.length ||
  byCodeUnits(a.node.id, b.node.id) ||
  byCodeUnits(a.form, b.form)

/** Each node once, with its best form: by extent, full pinyin before initials, kind, length of the form, id. */
export const searchPinyin = (index: PinyinIndex, query: string): PinyinHit[] => {
  const best = new Map<string, Ranked>()
  for (const entry of index) {
    const hit = hitOf(entry, query)
    const known = best.get(entry.node.id)
    if (hit && (!known || compare(hit, known) < 0)) best.set(entry.node.id, hit)
  }
  return [...best.values()].sort(compare).map(({ rank: _rank, ...hit }) => hit)
}
