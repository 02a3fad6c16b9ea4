import type { Outcome, Span } from '../../../model/record.ts'
import {
  LATE_OUTCOMES,
  NOT_LATE_AFTER,
  OUTCOME_NOT_BEFORE,
  OUTCOME_PREAMBLES,
  OUTCOMES,
  PASSED_AFTER,
  PASSED_BEFORE,
  RESOLVES,
  RESOLVES_NOT_BEFORE,
  RESUBMIT_WORDS,
  STATEMENTS,
} from '../../lexicon/outcomes.ts'
import { clausesOf } from '../sentences.ts'
import { longestAt, trieOf, trieOfWords } from '../tries.ts'

/** The outcome of a clause and where its words stand. */
export type FoundOutcome = { outcome: Outcome; span: Span }

const outcomes = new Map<string, Outcome>(OUTCOMES)
const outcomeTrie = trieOf(OUTCOMES)
const preambles = trieOfWords(OUTCOME_PREAMBLES)
const statements = new Map<string, Outcome>(STATEMENTS)
const statementTrie = trieOf(STATEMENTS)

/** Signs of which every word of an outcome holds one. */
const DECIDES =
  /同意|通过|审定|批准|不予|否决|退回|撤回|暂缓|暂不|缓议|再议|废止|另行|推迟审议|延期审议|决定[提报]|[不未][作做]决|停止执行|宣布失效|再行|再研究|再审议/u

const isPart = (text: string, word: string, end: number) =>
  (OUTCOME_NOT_BEFORE[word] ?? []).some((after) => text.startsWith(after, end)) ||
  (word === '通过' && isPreposition(text, end - word.length, end))

const isPreposition = (text: string, at: number, end: number): boolean =>
  !/^(?:$|[，。；：！])/u.test(text.slice(end, end + 1)) &&
  !PASSED_AFTER.some((word) => text.startsWith(word, end)) &&
  !PASSED_BEFORE.some((word) => text.slice(Math.max(0, at - word.length), at) === word)

/** 会议决定：1.原则同意…；2.… */
const NUMBERED = /^(?:\d{1,2}[.、]|（[\d一二三四五六七八九]{1,2}）|[①-⑳]|[一二三四五六七八九]是)/u

/** Skips 会议, 经研究, 审议并 … and gives the offsets at which the word of an outcome may begin. */
const heads = (text: string, { start, end }: Span): number[] => {
  const number = NUMBERED.exec(text.slice(start, start + 6))?.[0].length ?? 0
  const out = [start + number]
  let at = start + number
  for (let tries = 0; tries < 8; tries++) {
    const next = longestAt(preambles, text, at)
    if (next < 0 || next >= end) break
    out.push(next)
    at = next
  }
  return out
}

const atHead = (text: string, clause: Span): FoundOutcome | null => {
  for (const at of heads(text, clause)) {
    const end = longestAt(outcomeTrie, text, at)
    if (end < 0 || end > clause.end) continue
    const word = text.slice(at, end)
    const outcome = outcomes.get(word)
    if (outcome && !isPart(text, word, end)) return { outcome, span: { start: at, end } }
  }
  return null
}

const late = (text: string, clause: Span): FoundOutcome | null => {
  const words = text.slice(clause.start, clause.end)
  for (const word of LATE_OUTCOMES) {
    const at = words.indexOf(word)
    if (at <= 0) continue
    const before = words.slice(0, at)
    const span = { start: clause.start + at, end: clause.start + at + word.length }
    if (
      isPart(text, word, span.end) ||
      text[span.end] === '后' ||
      NOT_LATE_AFTER.some((sign) => sign !== '对' && before.endsWith(sign)) ||
      /^(?:经|已经|未经|报|待)/u.test(before)
    )
      continue
    if (!/^(?:会议|《|对|该|本|此|上述|关于|以上|“)/u.test(before)) continue
    const outcome = word.includes('废止')
      ? 'repealed'
      : word.startsWith('原则') && !word.includes('不')
        ? 'approved_in_principle'
        : word.includes('不同意') || word.startsWith('不予') || word === '未通过' || word === '退回'
          ? 'rejected'
          : word === '审议通过'
            ? 'approved'
            : 'deferred'
    return { outcome, span }
  }
  return null
}

/** 由…进一步完善后另行研究: put off, with what has to come first. */
const PUT_OFF = /(?:完善|修改|论证|测算|优化|研究)后，?(?<word>另行研究|另行审议|再议|再行研究|再研究|再行审议|再审议)/u

const putOff = (text: string, clause: Span): FoundOutcome | null => {
  const match = PUT_OFF.exec(text.slice(clause.start, clause.end))
  const word = match?.groups?.word
  if (!match || !word) return null
  const end = clause.start + match.index + match[0].length
  return { outcome: 'deferred', span: { start: end - word.length, end } }
}

/** True where a sentence names a return to this meeting: 再次提交, 下次会议再议. */
export const namesReturn = (words: string): boolean =>
  RESUBMIT_WORDS.some((word) => words.includes(word)) || /提交.{0,8}(?:市|县|区)?政府常务会/u.test(words)

/** The outcomes that a sentence of decision states, in order; an empty list for every other sentence. */
export const outcomesIn = (text: string, sentence: Span): FoundOutcome[] => {
  const out: FoundOutcome[] = []
  if (!DECIDES.test(text.slice(sentence.start, sentence.end))) return out
  for (const clause of clausesOf(text, sentence)) {
    const found = atHead(text, clause) ?? late(text, clause) ?? putOff(text, clause)
    if (!found) continue
    const outcome =
      found.outcome === 'rejected' && namesReturn(text.slice(found.span.end, sentence.end)) ? 'deferred' : found.outcome
    const last = out.at(-1)?.outcome
    // 原则同意…的建议，同意将…列入…: one decision; another title would be decided on apart.
    if (last === 'approved_in_principle' && outcome === 'approved' && text[found.span.end] !== '《') continue
    if (last !== outcome) out.push({ outcome, span: found.span })
  }
  return out
}

/**
 * 会议决定，由…: what the meeting resolves without a word of an outcome. Weaker than those: asked for only in items where no sentence has one.
 * A return to this meeting is no resolution.
 */
export const resolutionIn = (text: string, sentence: Span): FoundOutcome | null => {
  if (namesReturn(text.slice(sentence.start, sentence.end))) return null
  const [, ...behind] = heads(text, sentence)
  const later = laterResolution(text, sentence)
  if (later) return later
  for (const at of behind) {
    const word = RESOLVES.find((one) => text.endsWith(one, at))
    const start = at - (word?.length ?? 0)
    // Alone at the head, 确定专人负责 is an order like any other.
    if (!word || start <= sentence.start || RESOLVES_NOT_BEFORE.some((after) => text.startsWith(after, at))) continue
    return { outcome: 'approved', span: { start, end: at } }
  }
  return null
}

/** 会议审议了《…》，决定以…: resolved in a later clause of what the meeting did. */
const LATER = /^(?:并|经研究|会议)?(?<word>决定|议定)(?=以|由|将|对|从|在|成立|设立|安排|给予|授予|提请|报)/u

const laterResolution = (text: string, sentence: Span): FoundOutcome | null => {
  const [first, ...clauses] = clausesOf(text, sentence)
  if (!first || statementIn(text, first) === null) return null
  for (const clause of clauses) {
    const word = LATER.exec(text.slice(clause.start, clause.end))?.groups?.word
    const start = word ? text.indexOf(word, clause.start) : -1
    if (word && start >= 0) return { outcome: 'approved', span: { start, end: start + word.length } }
  }
  return null
}

const STATED_BY = /^(?:会议|还|首先|集体|专题|书面|再次|现场|分别|一并|，|会上)*/u

/** 会议听取了…: what a sentence says was dealt with, where it decides nothing. */
export const statementIn = (text: string, sentence: Span): Outcome | null => {
  const at =
    sentence.start +
    (STATED_BY.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 24)))?.[0].length ?? 0)
  const end = longestAt(statementTrie, text, at)
  return end > 0 && end <= sentence.end ? (statements.get(text.slice(at, end)) ?? null) : null
}
