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

/** The style of the items' own numbers: the one that the document uses first. */
export const itemStyle = (lines: readonly Line[]): MarkerStyle | null => {
  for (const { inRoll, words } of lines) {
    const style = inRoll ? undefined : markerOf(words)?.style
    if (style !== undefined && style !== 'circled') return style
  }
  return null
}
