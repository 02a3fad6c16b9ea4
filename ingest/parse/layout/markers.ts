import { CIRCLED, NUMERAL_CLASS } from '../../lexicon/numerals.ts'
import { readNumber } from '../numbers.ts'
import type { Line } from './lines.ts'

/** The ways in which a document numbers its items. */
export type MarkerStyle = 'topic' | 'numbered' | 'point' | 'arabic' | 'bracketed' | 'circled'
export type Marker = { style: MarkerStyle; value: number; length: number }

const N = `[${NUMERAL_CLASS}]{1,4}`
const MARKERS: readonly (readonly [Marker['style'], RegExp])[] = [
  ['topic', new RegExp(`^(?:议题(${N}|\\d{1,2})[：、]?|第(${N})项(?:议题)?[：、，]?|第(${N})个议题[：、，]?)`, 'u')],
  ['numbered', new RegExp(`^第?(${N}) {0,2}、`, 'u')],
  ['point', new RegExp(`^（ {0,2}(${N}) {0,2}）[、.]?`, 'u')],
  ['arabic', /^(\d{1,2}) {0,2}[.、](?!\d)/u],
  ['bracketed', /^（ {0,2}(\d{1,2}) {0,2}）[、.]?/u],
]

const FIRSTS = new Set(`0123456789（第议${NUMERAL_CLASS}${CIRCLED}`)

/** The number at the beginning of a line; `null` where there is none. */
export const markerOf = (words: string): Marker | null => {
  if (!FIRSTS.has(words[0] ?? ' ')) return null
  const head = words.slice(0, 16)
  for (const [style, pattern] of MARKERS) {
    const match = pattern.exec(head)
    const value = match && readNumber(match[1] ?? match[2] ?? match[3] ?? '')
    if (match && value) return { style, value, length: match[0].length }
  }
  const circled = CIRCLED.indexOf(head[0] ?? ' ')
  return circled >= 0 ? { style: 'circled', value: circled + 1, length: 1 } : null
}

const numberOf = ({ inRoll, words }: Line): Marker | null => {
  const marker = inRoll ? null : markerOf(words)
  return marker?.style === 'circled' ? null : marker
}

/** How the items are numbered, and the lines of an agenda in front of them that is numbered otherwise. */
export type Numbering = { style: MarkerStyle | null; agenda: ReadonlySet<Line> }

/**
 * The style of the items' own numbers is the one that the document uses first; where these lines are a mere list and the next ones, behind
 * 会议议定事项 or a like line, begin again at one in another style, that list is the agenda.
 */
export const numberingOf = (lines: readonly Line[]): Numbering => {
  const first = lines.findIndex((line) => numberOf(line) !== null)
  const style = styleOf(lines[first])
  if (style === null) return { style, agenda: new Set() }
  const length = lines.slice(first).findIndex((line) => styleOf(line) !== style)
  const list = length < 0 ? [] : lines.slice(first, first + length)
  const [next, behind] = lines.slice(first + list.length)
  const begins = next?.start === 'transition' && behind ? numberOf(behind) : null
  if (begins?.value !== 1 || begins.style === style) return { style, agenda: new Set() }
  return { style: begins.style, agenda: new Set(list) }
}

const styleOf = (line: Line | undefined): MarkerStyle | null => (line && numberOf(line)?.style) ?? null
