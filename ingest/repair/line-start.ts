import {
  CHAIR_LABELS,
  CLOSING_LABELS,
  COMPILER_LABELS,
  DISTRIBUTION_LABELS,
  OPENNESS,
  PLACE_LABELS,
  RECORDER_LABELS,
  ROLL_LABEL_TAILS,
  ROLL_LABELS,
  TIME_LABELS,
  TOPIC_LABELS,
  TRANSITIONS,
} from '../lexicon/labels.ts'
import { CIRCLED, NUMERAL_CLASS } from '../lexicon/numerals.ts'

export type LineStart =
  | 'roll'
  | 'chair'
  | 'recorder'
  | 'compiler'
  | 'time'
  | 'place'
  | 'topic'
  | 'distribution'
  | 'closing'
  | 'openness'
  | 'transition'
  | 'compiled'
  | 'printed'
  | 'day'
  | 'opening'
  | 'numbered'
  | 'point'
  | 'arabic'
  | 'circled'

/** Labels are often spread over the line, with a wide space inside the word. */
const spread = (word: string) => Array.from(word).join(' {0,4}')
const anyOf = (words: readonly string[]) => words.map(spread).join('|')
const label = (words: readonly string[]) => new RegExp(`^(?:${anyOf(words)}) {0,4}：`, 'u')

const rollWords = ROLL_LABELS.map(([word]) => word)
export const ROLL_LABEL = new RegExp(
  `^(${anyOf(rollWords)})(?: {0,4}(?:${anyOf(ROLL_LABEL_TAILS)}))?(?:（[^（）\n]{1,20}）)? {0,4}：`,
  'u',
)
const DAY =
  '\\d{4} {0,2}年 {0,2}\\d{1,2} {0,2}月 {0,2}\\d{1,2} {0,2}日|[〇零○Oo一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日'

const STARTS: readonly (readonly [LineStart, RegExp])[] = [
  ['roll', ROLL_LABEL],
  ['chair', label(CHAIR_LABELS)],
  ['recorder', label(RECORDER_LABELS)],
  ['compiler', label(COMPILER_LABELS)],
  ['time', label(TIME_LABELS)],
  ['place', label(PLACE_LABELS)],
  ['topic', label(TOPIC_LABELS)],
  ['distribution', label(DISTRIBUTION_LABELS)],
  ['closing', label(CLOSING_LABELS)],
  ['openness', new RegExp(`^（?(?:${anyOf(OPENNESS)})）? {0,4}$`, 'u')],
  ['transition', new RegExp(`^(?:${TRANSITIONS.join('|')})`, 'u')],
  ['compiled', new RegExp(`^(?:[^，。；：《》]{2,30}整理|[^，。；：《》]{2,30}整理 {0,9}(?:${DAY})) {0,4}$`, 'u')],
  [
    'printed',
    new RegExp(`^(?:[^，。；：《》]{2,30} {0,60})?(?:${DAY}) {0,9}印(?:发|制)? {0,4}(?:（?共印\\d{1,5}份）?)?$`, 'u'),
  ],
  ['day', new RegExp(`^(?:${DAY}) {0,4}$`, 'u')],
  ['opening', new RegExp(`^(?:${DAY}|\\d{1,2}月\\d{1,2}日|日前|近日|受).{0,120}(?:主持|召开)`, 'u')],
  [
    'numbered',
    new RegExp(
      `^(?:第?[${NUMERAL_CLASS}]{1,4} {0,2}、|第[${NUMERAL_CLASS}]{1,4}项(?:议题)?[：、，]?|议题[${NUMERAL_CLASS}\\d]{1,3}[：、])`,
      'u',
    ),
  ],
  ['point', new RegExp(`^（ {0,2}[${NUMERAL_CLASS}]{1,4} {0,2}）`, 'u')],
  ['arabic', /^(?:\d{1,2} {0,2}[.、](?!\d)|（ {0,2}\d{1,2} {0,2}）)/u],
  ['circled', new RegExp(`^[${CIRCLED}]`, 'u')],
]

const LABELLED: ReadonlySet<LineStart> = new Set<LineStart>([
  'roll',
  'chair',
  'recorder',
  'compiler',
  'time',
  'place',
  'topic',
  'distribution',
  'closing',
  'transition',
])
/** The first signs of all labels: every other line is spared the search for one. */
const LABEL_SIGNS = new Set(
  [
    rollWords,
    CHAIR_LABELS,
    RECORDER_LABELS,
    COMPILER_LABELS,
    TIME_LABELS,
    PLACE_LABELS,
    TOPIC_LABELS,
    DISTRIBUTION_LABELS,
    CLOSING_LABELS,
    TRANSITIONS,
  ]
    .flat()
    .map((word) => word.slice(0, 1)),
)

/** What kind of line begins with these words; `line` must be folded and without indent. `null` for running text. */
export const lineStart = (line: string): LineStart | null => {
  const head = line.length > 240 ? line.slice(0, 240) : line
  const labelled = LABEL_SIGNS.has(head[0] ?? ' ')
  for (const [kind, pattern] of STARTS) if ((labelled || !LABELLED.has(kind)) && pattern.test(head)) return kind
  return null
}

/** The length of a roll's label and what it says, or `null`. */
export const rollLabel = (line: string): { length: number; word: string } | null => {
  const match = ROLL_LABEL.exec(line.length > 80 ? line.slice(0, 80) : line)
  return match?.[1] ? { length: match[0].length, word: match[1].replaceAll(' ', '') } : null
}

const NARRATIVE = /^(?:会议|为|根据|按照|现将|本次会议|\d{4}年).{6,200}[，。：]/u

/** True for a line after which a roll has ended: another label, or running text. */
export const endsRoll = (kind: LineStart | null, words: string): boolean =>
  (kind !== null && kind !== 'roll') || NARRATIVE.test(words.length > 240 ? words.slice(0, 240) : words)

/** Lines in which a space stands between two names and must stay. */
export const keepsSpaces = (kind: LineStart | null): boolean =>
  kind === 'roll' || kind === 'chair' || kind === 'recorder' || kind === 'compiler'
