import { LEVEL_SIGNS } from '../../lexicon/body-grammar.ts'
import { ATTENDS, COLLECTIVE_STARTS, DELEGATE_WORDS, REASONS_ALONE } from '../../lexicon/roll-words.ts'
import { isHan } from '../bodies/body-shapes.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { codeAt, codeOf, isSignOf, signSet } from '../signs.ts'
import { endsAt, longestAt, trieOfWords } from '../tries.ts'
import { bodyEdges } from './body-edges.ts'
import { nameStart, partsOfBracket } from './bracket-parts.ts'
import type { Compact } from './compact.ts'
import { dottedNameEnds, mayBeLongName, nameScore, partEnds, partedNameEnds } from './names.ts'
import { postEnds } from './posts.ts'
import { standIn } from './stand-in.ts'
import {
  AT_BODY,
  AT_DITTO,
  AT_ENTRY,
  AT_NAME,
  AT_POST,
  BODY,
  BODY_STEP,
  BRACKET_STEP,
  COLLECTIVE_STEP,
  DELEGATES_STEP,
  DITTO,
  ENTRY,
  EVERYWHERE,
  FILLER_STEP,
  GAP_STEP,
  MARK_STEP,
  NAME,
  NAME_STEP,
  POST,
  POST_STEP,
  push,
  REASON_STEP,
  STAND_IN_STEP,
  type Steps,
  UNREAD_STEP,
} from './steps.ts'

const delegates = trieOfWords(DELEGATE_WORDS)
const collectives = trieOfWords(COLLECTIVE_STARTS)
const attends = trieOfWords(ATTENDS)
const reasons = trieOfWords(REASONS_ALONE)
const marks = signSet('，；。：、/|')
const joints = signSet('和及与')
const levelSigns = signSet(LEVEL_SIGNS)
const listMarks = signSet('、兼，')
const besideName = signSet(' 、，；')
const behindName = signSet(' 、，；（')
const endsCollective = signSet(' ，；。')
const [SPACE, COLON, LIST_MARK, BRACKET] = [codeOf(' '), codeOf('：'), codeOf('、'), codeOf('（')]
const [AND_OTHERS, COMRADE, BESIDES, COMMITTEE] = [codeOf('等'), '同志', codeOf('兼'), codeOf('委')]
/** The first signs of the words of rolls that are neither bodies nor posts nor names: most signs begin none. */
const wordFirsts = signSet(
  [DELEGATE_WORDS, COLLECTIVE_STARTS, ATTENDS, REASONS_ALONE]
    .flat()
    .map((word) => word.slice(0, 1))
    .join('') + '和及与等同兼代替',
)
const BROKEN_NAME = -5
const UNREAD = -8
/** What stands in brackets is never an entry of its own. */
const UNREAD_BRACKET = -40
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
  const code = codeAt(roll.text, at)
  if (isHan(roll.text, at)) words(steps, roll, at, jurisdiction)
  else if (code === SPACE) gap(steps, at + 1)
  else if (marks[code] === 1) mark(steps, code, at + 1)
  const closed = code === BRACKET && bracket(steps, roll, at, jurisdiction)
  push(steps, UNREAD_STEP, at + 1, EVERYWHERE, ENTRY, closed ? UNREAD_BRACKET : UNREAD)
}

const gap = (steps: Steps, end: number): void => {
  push(steps, GAP_STEP, end, AT_ENTRY | AT_NAME, ENTRY, 0)
  push(steps, GAP_STEP, end, AT_BODY, BODY, -0.6)
  push(steps, GAP_STEP, end, AT_BODY, ENTRY, -2.5)
  push(steps, GAP_STEP, end, AT_POST, POST, -0.3)
  push(steps, GAP_STEP, end, AT_DITTO, DITTO, 0)
}

const mark = (steps: Steps, code: number, end: number): void => {
  if (code === COLON) {
    push(steps, MARK_STEP, end, AT_BODY, BODY, 0)
    push(steps, MARK_STEP, end, AT_POST, POST, 0)
    push(steps, MARK_STEP, end, AT_ENTRY, ENTRY, 0)
  } else if (code === LIST_MARK) {
    push(steps, MARK_STEP, end, AT_NAME, DITTO, 0)
    push(steps, MARK_STEP, end, AT_BODY, ENTRY, -0.6)
    push(steps, MARK_STEP, end, AT_POST, POST, 0)
    push(steps, MARK_STEP, end, AT_ENTRY | AT_DITTO, ENTRY, -0.5)
  } else {
    push(steps, MARK_STEP, end, AT_NAME | AT_ENTRY | AT_DITTO, ENTRY, 0)
    push(steps, MARK_STEP, end, AT_BODY, ENTRY, -1)
    push(steps, MARK_STEP, end, AT_POST, ENTRY, -3)
  }
}

/** Steps over a bracket that is closed; false for one that is not. */
const bracket = (steps: Steps, roll: Compact, at: number, jurisdiction: Jurisdiction): boolean => {
  const close = at + roll.text.slice(at, at + LONGEST_BRACKET + 1).indexOf('）')
  if (close < at) return false
  push(steps, BRACKET_STEP, close + 1, AT_NAME, NAME, 0)
  push(steps, BRACKET_STEP, close + 1, AT_BODY, BODY, -0.2)
  push(steps, BRACKET_STEP, close + 1, AT_POST, POST, 0)
  push(steps, BRACKET_STEP, close + 1, AT_ENTRY, ENTRY, -1)
  // 市财政局（顾一鸣）: what the brackets hold is read as the name.
  const content = roll.text.slice(at + 1, close)
  const parts = partsOfBracket(content)
  if (parts.length && parts.every(({ start, end }) => nameStart(content.slice(start, end)) >= 0))
    push(steps, BRACKET_STEP, close + 1, AT_BODY, NAME, 1.5)
  // （市财政局）顾一鸣
  if (isHan(roll.text, close + 1) && bodyEdges(content, 0, jurisdiction).ends.includes(content.length))
    push(steps, BRACKET_STEP, close + 1, AT_ENTRY | AT_DITTO, BODY, 2)
  return true
}

const smallWords = (steps: Steps, text: string, at: number, jurisdiction: Jurisdiction): void => {
  const code = codeAt(text, at)
  for (const end of endsAt(delegates, text, at)) push(steps, DELEGATES_STEP, end, AT_BODY, NAME, 1 + (end - at) * 0.3)
  const collective = longestAt(collectives, text, at)
  if (collective > 0) {
    const score = isSignOf(levelSigns, text, at) ? SURE_COLLECTIVE : 1.5
    push(steps, COLLECTIVE_STEP, collectiveEnd(text, collective), AT_ENTRY | AT_NAME | AT_DITTO | AT_BODY, ENTRY, score)
  }
  if (joints[code] === 1) {
    push(steps, MARK_STEP, at + 1, AT_NAME, DITTO, -1.2)
    // 市信访局和利东 is somebody called 和.
    if (bodyEdges(text, at + 1, jurisdiction).ends.length) push(steps, MARK_STEP, at + 1, AT_BODY, ENTRY, -1.5)
  }
  if (code === AND_OTHERS) {
    push(steps, FILLER_STEP, at + 1, AT_NAME, NAME, -0.5)
    push(steps, FILLER_STEP, at + 1, AT_BODY, BODY, -0.5)
  }
  if (text.startsWith(COMRADE, at)) push(steps, FILLER_STEP, at + 2, AT_NAME, NAME, 1)
  for (const end of endsAt(attends, text, at)) push(steps, FILLER_STEP, end, AT_NAME, NAME, 0.6 * (end - at))
  for (const end of endsAt(reasons, text, at)) push(steps, REASON_STEP, end, AT_NAME, NAME, 0.9 * (end - at) - 0.4)
  const absent = standIn(text, at)
  if (absent) push(steps, STAND_IN_STEP, absent.ends, AT_NAME, NAME, 1 + 0.9 * (absent.ends - at))
  if (code === BESIDES) push(steps, FILLER_STEP, at + 1, AT_POST, POST, 0)
}

const words = (steps: Steps, roll: Compact, at: number, jurisdiction: Jurisdiction): void => {
  const { text, brokenBefore } = roll
  if (isSignOf(wordFirsts, text, at)) smallWords(steps, text, at, jurisdiction)
  const broken = brokenBefore[at] === 1
  const listed = isSignOf(listMarks, text, at - 1) ? 0.4 : 3
  const bodies = bodyEdges(text, at, jurisdiction)
  for (let i = 0; i < bodies.ends.length; i++) {
    const end = bodies.ends[i] ?? at
    const score = bodies.scores[i] ?? 0
    push(steps, BODY_STEP, end, AT_ENTRY, BODY, score)
    push(steps, BODY_STEP, end, AT_DITTO | AT_POST, BODY, score - listed)
    push(steps, BODY_STEP, end, AT_NAME, BODY, score - (broken ? 0 : steps.glued))
    push(steps, BODY_STEP, end, AT_BODY, BODY, score - 3)
  }
  const posts = postEnds(text, at)
  if (posts.length) pushPosts(steps, roll, posts)
  names(steps, roll, at)
}

const pushPosts = (steps: Steps, { text, brokenBefore }: Compact, posts: readonly number[]): void => {
  const { at } = steps
  const broken = brokenBefore[at] === 1
  // 岚州高新区管委会主任: the committee is part of the body in front.
  const leadsZone = text.startsWith('管委会', at) || text.startsWith('党工委', at)
  // 鹿溪市委副书记: what follows 市委 is no post of somebody called 鹿溪.
  const ofCommittee = codeAt(text, at + 1) === COMMITTEE && isSignOf(levelSigns, text, at) ? 2 : 0
  for (const end of posts) {
    const score = 0.8 + 0.75 * (end - at)
    push(steps, POST_STEP, end, AT_ENTRY | AT_DITTO | AT_POST, POST, score)
    push(steps, POST_STEP, end, AT_BODY, POST, score - (leadsZone ? 2 : 0))
    push(steps, POST_STEP, end, AT_NAME, POST, score - (broken ? 0.4 : 2.5 + ofCommittee))
    if (end >= text.length || !isHan(text, end) || brokenBefore[end] || endsPost(text, end))
      push(steps, POST_STEP, end, AT_NAME, NAME, score - (broken ? 2.5 : 0.6 + ofCommittee))
  }
}

/** 苏敏副市长和秘书长陶然, 程渡副市长出席: what follows a post that stands behind its name. */
const endsPost = (text: string, end: number): boolean =>
  isSignOf(joints, text, end) || longestAt(attends, text, end) > 0

const pushName = (steps: Steps, { brokenBefore }: Compact, end: number, score: number): void => {
  const known = steps.known.get(steps.at)?.has(end) ? KNOWN : 0
  push(steps, NAME_STEP, end, AT_ENTRY | AT_POST | AT_DITTO, NAME, score)
  push(steps, NAME_STEP, end, AT_BODY, NAME, score + known)
  push(steps, NAME_STEP, end, AT_NAME, NAME, score - (brokenBefore[steps.at] ? 0.3 : 6))
}

const collectiveEnd = (text: string, from: number): number => {
  let at = from
  while (at < text.length && at < from + 40 && !isSignOf(endsCollective, text, at)) at++
  return at
}

/** The end of five to seven signs between two gaps that no common surname begins and no institution is in, or -1: 乌云其木格. */
const longToken = (text: string, at: number): number => {
  if (at > 0 && !isSignOf(besideName, text, at - 1)) return -1
  let end = at
  while (end < at + 8 && isHan(text, end)) end++
  if (end - at < 5 || end - at > 7 || (end < text.length && !isSignOf(behindName, text, end))) return -1
  return mayBeLongName(text, at, end) ? end : -1
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
    pushName(steps, roll, end, (end - at > 2 ? 1.5 : 0.8) - (brokenBefore.slice(at + 1, end).includes(1) ? 5 : 0))
  for (const end of partedNameEnds(text, at)) {
    pushName(steps, roll, end, PARTED_NAME - (brokenBefore.slice(at + 1, end).includes(1) ? 1.5 : 0))
  }
  const token = longToken(text, at)
  if (token > 0) pushName(steps, roll, token, LONG_NAME)
  // 王 岩: a name of two characters set as wide as one of three.
  if (codeAt(text, at + 1) === SPACE && isHan(text, at + 2)) {
    const wide = (gaps[at + 1] ?? 0) > 4 ? 2 : 0
    pushName(steps, roll, at + 3, nameScore((text[at] ?? '') + (text[at + 2] ?? '')) - 0.6 - wide)
  }
}
