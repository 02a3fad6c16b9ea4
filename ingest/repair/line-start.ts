import {
  BARE_TRANSITIONS,
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
/** 议题一列席, 第二项议题列席: who came for one item. */
const TOPIC_NUMBER = `(?:第[${NUMERAL_CLASS}\\d]{1,3}[项个]?议题|议题[${NUMERAL_CLASS}\\d]{1,3})`
export const ROLL_LABEL = new RegExp(
  `^(?:${TOPIC_NUMBER} {0,4})?(${anyOf(rollWords)})(?: {0,4}(?:${anyOf(ROLL_LABEL_TAILS)}))?(?:（[^（）\n]{1,20}）)? {0,4}：`,
  'u',
)
const DAY =
  '\\d{4} {0,2}年 {0,2}\\d{1,2} {0,2}月 {0,2}\\d{1,2} {0,2}日|[〇零○Oo一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日'

/** `firsts` are the signs with which such a line can begin; `holds` a word that it cannot lack, and `longest` its length: `null`: any, none. */
type Start = {
  kind: LineStart
  pattern: RegExp
  firsts: string | null
  holds: { word: string; longest: number } | null
}

const start = (kind: LineStart, firsts: string | null, pattern: RegExp, holds: Start['holds'] = null): Start => ({
  kind,
  pattern,
  firsts,
  holds,
})
const labelled = (kind: LineStart, words: readonly string[], pattern = label(words)): Start =>
  start(kind, words.map((word) => word.slice(0, 1)).join(''), pattern)

const DIGITS = '0123456789'
const DAY_FIRSTS = `${DIGITS}〇零○Oo一二三四五六七八九`

const STARTS: readonly Start[] = [
  labelled('roll', [...rollWords, '议题', '第'], ROLL_LABEL),
  labelled('chair', CHAIR_LABELS),
  labelled('recorder', ['（', ...RECORDER_LABELS], new RegExp(`^（? {0,2}(?:${anyOf(RECORDER_LABELS)}) {0,4}：`, 'u')),
  labelled('compiler', COMPILER_LABELS),
  labelled('time', TIME_LABELS),
  labelled('place', PLACE_LABELS),
  labelled('topic', TOPIC_LABELS),
  labelled('distribution', DISTRIBUTION_LABELS),
  labelled('closing', CLOSING_LABELS),
  labelled('openness', ['（', ...OPENNESS], new RegExp(`^（?(?:${anyOf(OPENNESS)})）? {0,4}$`, 'u')),
  labelled(
    'transition',
    [...TRANSITIONS, ...BARE_TRANSITIONS],
    new RegExp(`^(?:${TRANSITIONS.join('|')}|(?:${BARE_TRANSITIONS.join('|')}) {0,4}：? {0,4}$)`, 'u'),
  ),
  start(
    'compiled',
    null,
    new RegExp(`^(?:[^，。；：《》]{2,30}整理|[^，。；：《》]{2,30}整理 {0,9}(?:${DAY})) {0,4}$`, 'u'),
    { word: '整理', longest: 100 },
  ),
  start(
    'printed',
    null,
    new RegExp(`^(?:[^，。；：《》]{2,30} {0,60})?(?:${DAY}) {0,9}印(?:发|制)? {0,4}(?:（?共印\\d{1,5}份）?)?$`, 'u'),
    { word: '印', longest: 170 },
  ),
  start('day', DAY_FIRSTS, new RegExp(`^(?:${DAY}) {0,4}$`, 'u')),
  start(
    'opening',
    `${DAY_FIRSTS}日近受`,
    new RegExp(`^(?:${DAY}|\\d{1,2}月\\d{1,2}日|日前|近日|受).{0,120}(?:主持|召开)`, 'u'),
  ),
  start(
    'numbered',
    `第议${NUMERAL_CLASS}`,
    new RegExp(
      `^(?:第?[${NUMERAL_CLASS}]{1,4} {0,2}、|第[${NUMERAL_CLASS}]{1,4}项(?:议题)?[：、，]?|议题[${NUMERAL_CLASS}\\d]{1,3}[：、])`,
      'u',
    ),
  ),
  start('point', '（', new RegExp(`^（ {0,2}[${NUMERAL_CLASS}]{1,4} {0,2}）`, 'u')),
  start('arabic', `${DIGITS}（`, /^(?:\d{1,2} {0,2}[.、](?!\d)|（ {0,2}\d{1,2} {0,2}）)/u),
  start('circled', CIRCLED, new RegExp(`^[${CIRCLED}]`, 'u')),
]

const anywhere = STARTS.filter(({ firsts }) => firsts === null)
/** The starts that come into question for each first sign, in order: most lines are spared nearly all of them. */
const byFirst = new Map(
  [...new Set(STARTS.map(({ firsts }) => firsts ?? '').join(''))].map((sign) => [
    sign.charCodeAt(0),
    STARTS.filter(({ firsts }) => firsts === null || firsts.includes(sign)),
  ]),
)

/** What kind of line begins with these words; `line` must be folded and without indent. `null` for running text. */
export const lineStart = (line: string): LineStart | null => {
  const head = line.length > 240 ? line.slice(0, 240) : line
  for (const { kind, pattern, holds } of byFirst.get(head.charCodeAt(0)) ?? anywhere)
    if ((holds === null || (head.length <= holds.longest && head.includes(holds.word))) && pattern.test(head))
      return kind
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
