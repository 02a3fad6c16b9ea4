import { COLLECTIVE_STARTS, DELEGATE_WORDS } from '../../lexicon/roll-words.ts'
import { isHan } from '../bodies/body-shapes.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { endsAt, longestAt, trieOfWords } from '../tries.ts'
import { bodyEdges } from './body-edges.ts'
import { nameStart, partsOfBracket } from './bracket-parts.ts'
import type { Compact } from './compact.ts'
import { dottedNameEnd, nameScore } from './names.ts'
import { postEnds } from './posts.ts'

/** Where a reader of the roll stands: at an entry's beginning, behind a body, a post, a name, or behind 、 after a name. */
export const MODES = ['entry', 'body', 'post', 'name', 'ditto'] as const
export type Mode = (typeof MODES)[number]

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
  | 'unread'

/** One step of a reading: signs `start` to `end` (exclusive) as `kind`, leading from one mode to another. */
export type Edge = { kind: Segment; start: number; end: number; from: Mode; to: Mode; score: number }

const delegates = trieOfWords(DELEGATE_WORDS)
const collectives = trieOfWords(COLLECTIVE_STARTS)
const BROKEN_NAME = -5
const UNREAD = -8
/** Below this a name is no better than signs left unread. */
const UNLIKELY = -8

/** All steps that begin at `at` in one of the modes that a reading has reached. */
export const edgesFrom = (roll: Compact, at: number, open: readonly Mode[], jurisdiction: Jurisdiction): Edge[] => {
  const edges: Edge[] = []
  const push = (kind: Segment, end: number, from: readonly Mode[], to: Mode, score: number) => {
    for (const mode of from) if (open.includes(mode)) edges.push({ kind, start: at, end, from: mode, to, score })
  }
  const sign = roll.text[at] ?? ''
  if (sign === ' ') gap(push, at + 1)
  else if ('，；。：、/|'.includes(sign)) mark(push, sign, at + 1)
  else if (sign === '（') bracket(push, roll, at)
  else if (isHan(roll.text, at)) words(push, roll, at, jurisdiction)
  push('unread', at + 1, MODES, 'entry', UNREAD)
  return edges
}

type Push = (kind: Segment, end: number, from: readonly Mode[], to: Mode, score: number) => void

const gap = (push: Push, end: number): void => {
  push('gap', end, ['entry', 'name'], 'entry', 0)
  push('gap', end, ['body'], 'body', -0.6)
  push('gap', end, ['body'], 'entry', -2.5)
  push('gap', end, ['post'], 'post', -0.3)
  push('gap', end, ['ditto'], 'ditto', 0)
}

const mark = (push: Push, sign: string, end: number): void => {
  if (sign === '：') {
    push('mark', end, ['body'], 'body', 0)
    push('mark', end, ['post'], 'post', 0)
    push('mark', end, ['entry'], 'entry', 0)
  } else if (sign === '、') {
    push('mark', end, ['name'], 'ditto', 0)
    push('mark', end, ['body'], 'entry', -0.6)
    push('mark', end, ['post'], 'post', 0)
    push('mark', end, ['entry', 'ditto'], 'entry', -0.5)
  } else {
    push('mark', end, ['name', 'entry', 'ditto'], 'entry', 0)
    push('mark', end, ['body'], 'entry', -1)
    push('mark', end, ['post'], 'entry', -3)
  }
}

const bracket = (push: Push, roll: Compact, at: number): void => {
  const close = roll.text.indexOf('）', at)
  if (close < 0 || close - at > 40) return
  push('bracket', close + 1, ['name'], 'name', 0)
  push('bracket', close + 1, ['body'], 'body', -0.2)
  push('bracket', close + 1, ['post'], 'post', 0)
  push('bracket', close + 1, ['entry'], 'entry', -1)
  // 市财政局（顾一鸣）: what the brackets hold is read as the name.
  const content = roll.text.slice(at + 1, close)
  const parts = partsOfBracket(content)
  if (parts.length && parts.every(({ start, end }) => nameStart(content.slice(start, end)) >= 0))
    push('bracket', close + 1, ['body'], 'name', 1.5)
}

const words = (push: Push, roll: Compact, at: number, jurisdiction: Jurisdiction): void => {
  const { text, brokenBefore } = roll
  const sign = text[at] ?? ''
  for (const end of endsAt(delegates, text, at)) push('delegates', end, ['body'], 'name', 1 + (end - at) * 0.3)
  const collective = longestAt(collectives, text, at)
  if (collective > 0)
    push('collective', collectiveEnd(text, collective), ['entry', 'name', 'ditto', 'body'], 'entry', 1.5)
  if ('和及与'.includes(sign)) {
    push('mark', at + 1, ['name'], 'ditto', -1.2)
    push('mark', at + 1, ['body'], 'entry', -1.5)
  }
  if (sign === '等') {
    push('filler', at + 1, ['name'], 'name', -0.5)
    push('filler', at + 1, ['body'], 'body', -0.5)
  }
  if (text.startsWith('同志', at)) push('filler', at + 2, ['name'], 'name', 1)
  if (sign === '兼') push('filler', at + 1, ['post'], 'post', 0)
  const broken = brokenBefore[at] ?? false
  for (const [end, score] of bodyEdges(text, at, jurisdiction)) {
    push('body', end, ['entry'], 'body', score)
    push(
      'body',
      end,
      ['ditto', 'post'],
      'body',
      score - (text[at - 1] === '、' || text[at - 1] === '兼' || text[at - 1] === '，' ? 0.4 : 3),
    )
    push('body', end, ['name'], 'body', score - (broken ? 0 : 0.4))
    push('body', end, ['body'], 'body', score - 3)
  }
  for (const end of postEnds(text, at)) {
    const score = 0.8 + 0.75 * (end - at)
    push('post', end, ['entry', 'body', 'ditto', 'post'], 'post', score)
    push('post', end, ['name'], 'post', score - (broken ? 0.4 : 2.5))
    if (end >= text.length || !isHan(text, end) || brokenBefore[end]) push('post', end, ['name'], 'name', score - 0.6)
  }
  for (const { end, score } of nameEdges(roll, at)) {
    push('name', end, ['entry', 'body', 'post', 'ditto'], 'name', score)
    push('name', end, ['name'], 'name', score - (broken ? 0.3 : 6))
  }
}

const collectiveEnd = (text: string, from: number): number => {
  let at = from
  while (at < text.length && at < from + 40 && !' ，；。'.includes(text[at] ?? ' ')) at++
  return at
}

const nameEdges = ({ text, brokenBefore, gaps }: Compact, at: number): { end: number; score: number }[] => {
  const out: { end: number; score: number }[] = []
  const dotted = dottedNameEnd(text, at)
  if (dotted > 0) out.push({ end: dotted, score: 5 + 0.4 * (dotted - at) })
  let name = text[at] ?? ''
  let penalty = 0
  for (let end = at + 1; end < at + 4 && isHan(text, end); end++) {
    name += text[end]
    if (brokenBefore[end]) penalty += BROKEN_NAME
    const score = nameScore(name) + penalty
    if (score > UNLIKELY) out.push({ end: end + 1, score })
  }
  // 王 岩: a name of two characters set as wide as one of three.
  if (text[at + 1] === ' ' && isHan(text, at + 2)) {
    const wide = (gaps[at + 1] ?? 0) > 4 ? 2 : 0
    out.push({ end: at + 3, score: nameScore((text[at] ?? '') + (text[at + 2] ?? '')) - 0.6 - wide })
  }
  return out
}
