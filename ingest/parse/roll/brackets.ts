import { REASON_WORDS } from '../../lexicon/roll-words.ts'
import { isName } from './names.ts'
import { isPosts, postEnds, standsForItself } from './posts.ts'

/** What stands in brackets behind a person or a body in a roll; offsets count from the beginning of the content. */
export type Bracket =
  | { kind: 'reason'; start: number; end: number }
  | { kind: 'for'; start: number; end: number }
  | { kind: 'standIn'; name: [number, number]; post: [number, number] | null }
  | { kind: 'post'; start: number; end: number }
  | { kind: 'body'; start: number; end: number }
  | { kind: 'bodyPost'; at: number; start: number; end: number }
  | { kind: 'note' }

const FOR = /^(?:代替?|受|替)(?<name>\p{Script=Han}{2,4})(?:同志)?(?:委托|出席|参会|参加|列席)?$/u
const STAND_IN = /^(?:由)?(?<before>.*?)(?<name>\p{Script=Han}{2,4})(?:同志)?(?:代|代为|代替)(?:出席|参会|参加|列席)?$/u
const NOTE = /^(?:女|男|代|回族|满族|.{1,4}族|以上.*|按.*排.*|名单.*)$/u

/** Each part of the content (divided by ，、；) read on its own; `isBody` says whether a stretch names a body as a whole. */
export const readBracket = (content: string, isBody: (word: string) => boolean): Bracket[] => {
  const out: Bracket[] = []
  let start = 0
  for (const part of content.split(/[，；]/u)) {
    if (part) out.push(readPart(part, start, isBody))
    start += part.length + 1
  }
  return out
}

const readPart = (part: string, start: number, isBody: (word: string) => boolean): Bracket => {
  if (NOTE.test(part)) return { kind: 'note' }
  const whom = FOR.exec(part)?.groups?.name
  if (whom && isName(whom))
    return { kind: 'for', start: start + part.indexOf(whom), end: start + part.indexOf(whom) + whom.length }
  const standIn = readStandIn(part, start)
  if (standIn) return standIn
  const at = postBehindBody(part, isBody)
  if (at > 0 && !standsForItself(part.slice(0, at), part.slice(at)))
    return { kind: 'bodyPost', at: start + at, start, end: start + part.length }
  if (isPosts(part)) return { kind: 'post', start, end: start + part.length }
  if (isBody(part)) return { kind: 'body', start, end: start + part.length }
  if (REASON_WORDS.some((word) => part.includes(word))) return { kind: 'reason', start, end: start + part.length }
  return { kind: 'note' }
}

/** Where the post begins behind a body, or -1: 市委组织部副部长. */
const postBehindBody = (part: string, isBody: (word: string) => boolean): number => {
  for (let at = part.length - 2; at > 1; at--) if (isPosts(part.slice(at)) && isBody(part.slice(0, at))) return at
  return -1
}

const readStandIn = (part: string, start: number): Bracket | null => {
  if (!STAND_IN.test(part)) return null
  const stop = part.search(/(?:同志)?(?:代|代为|代替)(?:出席|参会|参加|列席)?$/u)
  const begin = part.startsWith('由') ? 1 : 0
  for (const size of [3, 2, 4]) {
    const at = stop - size
    if (at < begin || !isName(part.slice(at, stop))) continue
    const before = part.slice(begin, at)
    if (before && !postEnds(before, 0).includes(before.length)) continue
    return { kind: 'standIn', name: [start + at, start + stop], post: before ? [start + begin, start + at] : null }
  }
  return null
}
