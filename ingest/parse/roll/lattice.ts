import { LEVEL_SIGNS } from '../../lexicon/body-grammar.ts'
import { ATTENDS, COLLECTIVE_STARTS, DELEGATE_WORDS, REASONS_ALONE } from '../../lexicon/roll-words.ts'
import { isHan } from '../bodies/body-shapes.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { endsAt, longestAt, trieOfWords } from '../tries.ts'
import { bodyEdges } from './body-edges.ts'
import { nameStart, partsOfBracket } from './bracket-parts.ts'
import type { Compact } from './compact.ts'
import { dottedNameEnds, mayBeLongName, nameScore, partEnds, partedNameEnds } from './names.ts'
import { postEnds } from './posts.ts'
import { standIn } from './stand-in.ts'

/** Where a reader of the roll stands: at an entry's beginning, behind a body, a post, a name, or behind 、 after a name. */
export const MODES = ['entry', 'body', 'post', 'name', 'ditto'] as const
export type Mode = (typeof MODES)[number]

/** The place of each mode in `MODES`. */
const [ENTRY, BODY, POST, NAME, DITTO] = [0, 1, 2, 3, 4] as const
/** Sets of modes, one bit each. */
const [AT_ENTRY, AT_BODY, AT_POST, AT_NAME, AT_DITTO] = [1, 2, 4, 8, 16] as const
const EVERYWHERE = 31

export type Segment =
  | 'body'
  | 'post'
  | 'name'
  | 'bracket'
  | 'delegates'
  | 'collective'
  | 'mark'
  | 'gap'
  | 'filler'
  | 'reason'
  | 'standIn'
  | 'unread'

/** One step of a reading: signs `start` to `end` (exclusive) as `kind`, leading from one mode to another. */
export type Edge = { kind: Segment; start: number; end: number; from: Mode; to: Mode; score: number }

/**
 * All steps of a roll that a reading can take, by columns and in the order of their beginnings: there are some twenty for each sign,
 * so that an object for each would be most of the work. `from` and `to` are places in `MODES`.
 */
export type Steps = {
  kind: Segment[]
  start: number[]
  end: number[]
  from: number[]
  to: number[]
  score: number[]
  /** The sign at which steps begin now, and the set of modes that a reading has reached there. */
  at: number
  open: number
  /** Whether any name of the roll may have dots in it. */
  dotted: boolean
  /** By its first sign, where a name ends that another roll prints behind the same body. */
  known: ReadonlyMap<number, ReadonlySet<number>>
}

export const noSteps = (roll: Compact, known: Steps['known']): Steps => ({
  kind: [],
  start: [],
  end: [],
  from: [],
  to: [],
  score: [],
  at: 0,
  open: AT_ENTRY,
  dotted: roll.text.includes('·'),
  known,
})

export const stepAt = ({ kind, start, end, from, to, score }: Steps, at: number): Edge => ({
  kind: kind[at] ?? 'unread',
  start: start[at] ?? 0,
  end: end[at] ?? 0,
  from: MODES[from[at] ?? ENTRY] ?? 'entry',
  to: MODES[to[at] ?? ENTRY] ?? 'entry',
  score: score[at] ?? 0,
})

const push = (steps: Steps, kind: Segment, end: number, from: number, to: number, score: number): void => {
  const modes = from & steps.open
  for (let mode = ENTRY; mode <= DITTO; mode++) {
    if ((modes & (1 << mode)) === 0) continue
    steps.kind.push(kind)
    steps.start.push(steps.at)
    steps.end.push(end)
    steps.from.push(mode)
    steps.to.push(to)
    steps.score.push(score)
  }
}

const delegates = trieOfWords(DELEGATE_WORDS)
const collectives = trieOfWords(COLLECTIVE_STARTS)
const attends = trieOfWords(ATTENDS)
const reasons = trieOfWords(REASONS_ALONE)
const BROKEN_NAME = -5
const UNREAD = -8
const LONGEST_BRACKET = 40
/** Better than two names without a mark between them, and worse than every body and person. */
const LONG_NAME = -0.5
/** 市政府各部门: more than a body and something left over. */
const SURE_COLLECTIVE = 7
/** Turns a reading of low confidence and no other; see `LOW` in entry-writer.ts. */
const KNOWN = 1.1
const PARTED_NAME = 5
/** Below this a name is no better than signs left unread. */
const UNLIKELY = -8

/** Adds all steps that begin at `steps.at` in one of the modes that a reading has reached. */
export const edgesFrom = (steps: Steps, roll: Compact, jurisdiction: Jurisdiction): void => {
  const { at } = steps
  const sign = roll.text[at] ?? ''
  if (isHan(roll.text, at)) words(steps, roll, at, jurisdiction)
  else if (sign === ' ') gap(steps, at + 1)
  else if ('，；。：、/|'.includes(sign)) mark(steps, sign, at + 1)
  else if (sign === '（') bracket(steps, roll, at)
  push(steps, 'unread', at + 1, EVERYWHERE, ENTRY, UNREAD)
}

const gap = (steps: Steps, end: number): void => {
  push(steps, 'gap', end, AT_ENTRY | AT_NAME, ENTRY, 0)
  push(steps, 'gap', end, AT_BODY, BODY, -0.6)
  push(steps, 'gap', end, AT_BODY, ENTRY, -2.5)
  push(steps, 'gap', end, AT_POST, POST, -0.3)
  push(steps, 'gap', end, AT_DITTO, DITTO, 0)
}

const mark = (steps: Steps, sign: string, end: number): void => {
  if (sign === '：') {
    push(steps, 'mark', end, AT_BODY, BODY, 0)
    push(steps, 'mark', end, AT_POST, POST, 0)
    push(steps, 'mark', end, AT_ENTRY, ENTRY, 0)
  } else if (sign === '、') {
    push(steps, 'mark', end, AT_NAME, DITTO, 0)
    push(steps, 'mark', end, AT_BODY, ENTRY, -0.6)
    push(steps, 'mark', end, AT_POST, POST, 0)
    push(steps, 'mark', end, AT_ENTRY | AT_DITTO, ENTRY, -0.5)
  } else {
    push(steps, 'mark', end, AT_NAME | AT_ENTRY | AT_DITTO, ENTRY, 0)
    push(steps, 'mark', end, AT_BODY, ENTRY, -1)
    push(steps, 'mark', end, AT_POST, ENTRY, -3)
  }
}

const bracket = (steps: Steps, roll: Compact, at: number): void => {
  const close = at + roll.text.slice(at, at + LONGEST_BRACKET + 1).indexOf('）')
  if (close < at) return
  push(steps, 'bracket', close + 1, AT_NAME, NAME, 0)
  push(steps, 'bracket', close + 1, AT_BODY, BODY, -0.2)
  push(steps, 'bracket', close + 1, AT_POST, POST, 0)
  push(steps, 'bracket', close + 1, AT_ENTRY, ENTRY, -1)
  // 市财政局（顾一鸣）: what the brackets hold is read as the name.
  const content = roll.text.slice(at + 1, close)
  const parts = partsOfBracket(content)
  if (parts.length && parts.every(({ start, end }) => nameStart(content.slice(start, end)) >= 0))
    push(steps, 'bracket', close + 1, AT_BODY, NAME, 1.5)
}

const words = (steps: Steps, roll: Compact, at: number, jurisdiction: Jurisdiction): void => {
  const { text, brokenBefore } = roll
  const sign = text[at] ?? ''
  for (const end of endsAt(delegates, text, at)) push(steps, 'delegates', end, AT_BODY, NAME, 1 + (end - at) * 0.3)
  const collective = longestAt(collectives, text, at)
  if (collective > 0)
    push(
      steps,
      'collective',
      collectiveEnd(text, collective),
      AT_ENTRY | AT_NAME | AT_DITTO | AT_BODY,
      ENTRY,
      LEVEL_SIGNS.includes(sign) ? SURE_COLLECTIVE : 1.5,
    )
  if ('和及与'.includes(sign)) {
    push(steps, 'mark', at + 1, AT_NAME, DITTO, -1.2)
    push(steps, 'mark', at + 1, AT_BODY, ENTRY, -1.5)
  }
  if (sign === '等') {
    push(steps, 'filler', at + 1, AT_NAME, NAME, -0.5)
    push(steps, 'filler', at + 1, AT_BODY, BODY, -0.5)
  }
  if (text.startsWith('同志', at)) push(steps, 'filler', at + 2, AT_NAME, NAME, 1)
  for (const end of endsAt(attends, text, at)) push(steps, 'filler', end, AT_NAME, NAME, 0.6 * (end - at))
  for (const end of endsAt(reasons, text, at)) push(steps, 'reason', end, AT_NAME, NAME, 0.9 * (end - at) - 0.4)
  const absent = standIn(text, at)
  if (absent) push(steps, 'standIn', absent.ends, AT_NAME, NAME, 1 + 0.9 * (absent.ends - at))
  if (sign === '兼') push(steps, 'filler', at + 1, AT_POST, POST, 0)
  const broken = brokenBefore[at] ?? false
  const listed = '、兼，'.includes(text[at - 1] ?? ' ') ? 0.4 : 3
  const bodies = bodyEdges(text, at, jurisdiction)
  for (let i = 0; i < bodies.ends.length; i++) {
    const end = bodies.ends[i] ?? at
    const score = bodies.scores[i] ?? 0
    push(steps, 'body', end, AT_ENTRY, BODY, score)
    push(steps, 'body', end, AT_DITTO | AT_POST, BODY, score - listed)
    push(steps, 'body', end, AT_NAME, BODY, score - (broken ? 0 : 0.4))
    push(steps, 'body', end, AT_BODY, BODY, score - 3)
  }
  for (const end of postEnds(text, at)) {
    const score = 0.8 + 0.75 * (end - at)
    push(steps, 'post', end, AT_ENTRY | AT_BODY | AT_DITTO | AT_POST, POST, score)
    push(steps, 'post', end, AT_NAME, POST, score - (broken ? 0.4 : 2.5))
    if (end >= text.length || !isHan(text, end) || brokenBefore[end] || endsPost(text, end))
      push(steps, 'post', end, AT_NAME, NAME, score - 0.6)
  }
  names(steps, roll, at)
}

/** 苏敏副市长和秘书长陶然, 程渡副市长出席: what follows a post that stands behind its name. */
const endsPost = (text: string, end: number): boolean =>
  '和及与'.includes(text[end] ?? ' ') || longestAt(attends, text, end) > 0

const pushName = (steps: Steps, { brokenBefore }: Compact, end: number, score: number): void => {
  const known = steps.known.get(steps.at)?.has(end) ? KNOWN : 0
  push(steps, 'name', end, AT_ENTRY | AT_POST | AT_DITTO, NAME, score)
  push(steps, 'name', end, AT_BODY, NAME, score + known)
  push(steps, 'name', end, AT_NAME, NAME, score - (brokenBefore[steps.at] ? 0.3 : 6))
}

const collectiveEnd = (text: string, from: number): number => {
  let at = from
  while (at < text.length && at < from + 40 && !' ，；。'.includes(text[at] ?? ' ')) at++
  return at
}

/** The end of five to seven signs between two gaps that no common surname begins and no institution is in, or -1: 乌云其木格. */
const longToken = (text: string, at: number): number => {
  if (at > 0 && !' 、，；'.includes(text[at - 1] ?? ' ')) return -1
  let end = at
  while (end < at + 8 && isHan(text, end)) end++
  if (end - at < 5 || end - at > 7 || (end < text.length && !' 、，；（'.includes(text[end] ?? ' '))) return -1
  return mayBeLongName(text.slice(at, end)) ? end : -1
}

const names = (steps: Steps, roll: Compact, at: number): void => {
  const { text, brokenBefore, gaps } = roll
  if (steps.dotted) for (const end of dottedNameEnds(text, at)) pushName(steps, roll, end, 5 + 0.4 * (end - at))
  let penalty = 0
  for (let end = at + 1; end < at + 4 && isHan(text, end); end++) {
    if (brokenBefore[end]) penalty += BROKEN_NAME
    const score = nameScore(text, at, end + 1) + penalty
    if (score > UNLIKELY) pushName(steps, roll, end + 1, score)
  }
  for (const end of partEnds(text, at))
    pushName(steps, roll, end, (end - at > 2 ? 1.5 : 0.8) - (brokenBefore.slice(at + 1, end).includes(true) ? 5 : 0))
  for (const end of partedNameEnds(text, at)) {
    pushName(steps, roll, end, PARTED_NAME - (brokenBefore.slice(at + 1, end).includes(true) ? 1.5 : 0))
  }
  const token = longToken(text, at)
  if (token > 0) pushName(steps, roll, token, LONG_NAME)
  // 王 岩: a name of two characters set as wide as one of three.
  if (text[at + 1] === ' ' && isHan(text, at + 2)) {
    const wide = (gaps[at + 1] ?? 0) > 4 ? 2 : 0
    pushName(steps, roll, at + 3, nameScore((text[at] ?? '') + (text[at + 2] ?? '')) - 0.6 - wide)
  }
}
