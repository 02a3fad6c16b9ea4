import type { Representative, RollEntry, RollRole, Warning } from '../../../model/record.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { withoutSpace } from '../document.ts'
import type { Rival } from './best-path.ts'
import { type Compact, spanOf } from './compact.ts'
import { standsForItself } from './posts.ts'

export type RollFacts = { attendance: RollEntry[]; representatives: Representative[]; warnings: Warning[] }

/** Signs of a roll, `end` exclusive. */
export type Stretch = { start: number; end: number }

/** What has been read of the entry at hand; `waiting` are bodies in a list that has not named anyone yet. */
export type Group = { body: Stretch | null; posts: Stretch[]; named: boolean; waiting: Stretch[] }

export const nobody = (): Group => ({ body: null, posts: [], named: false, waiting: [] })

/** The state of writing a roll's entries down, step by step. */
export type Writer = {
  text: string
  roll: Compact
  role: RollRole
  jurisdiction: Jurisdiction
  margins: ReadonlyMap<Stretch, Rival>
  facts: RollFacts
  group: Group
  /** True behind 、 after a name. */
  ditto: boolean
  unread: Stretch | null
  /** The post of the person before the last gap, where it is one that several people hold. */
  shared: Stretch | null
}

/** Below this a reading is told as uncertain: it beats the next best by less than 1.1. */
export const LOW = 0.75
const CLOSE_MARGIN = 2
const [BROKEN, WIDE] = [0.45, 0.7]

/** The words of a stretch as printed, without white space. */
export const wordsOf = ({ text, roll }: Writer, { start, end }: Stretch): string =>
  withoutSpace(text.slice(roll.offsets[start], (roll.offsets[end - 1] ?? 0) + 1))

export const warnAt = ({ text, roll }: Writer, code: string, message: string, start: number, end: number): Warning => {
  const span = spanOf(roll, start, end)
  return { code, message, quote: text.slice(span.start, span.end), span }
}

export const represent = (writer: Writer, body: Stretch): void => {
  writer.facts.representatives.push({
    body: wordsOf(writer, body),
    role: writer.role,
    span: spanOf(writer.roll, body.start, body.end),
  })
}

/** Ends an entry: bodies for which nobody was named are represented without a name. */
export const close = (writer: Writer): void => {
  const { group } = writer
  for (const body of group.waiting) represent(writer, body)
  if (group.body && !group.named) represent(writer, group.body)
  writer.group = nobody()
  writer.ditto = false
}

/** Body and post of a person: posts of the government's own leaders stand without a body, with every post as one string. */
export const affiliation = (writer: Writer): { body: string | null; post: string | null } => {
  const { body, posts } = writer.group
  const [first] = posts
  const last = posts.at(-1)
  if (!first || !last) return { body: body && wordsOf(writer, body), post: null }
  if (!body) return { body: null, post: wordsOf(writer, { start: first.start, end: last.end }) }
  const name = wordsOf(writer, body)
  if (standsForItself(name, wordsOf(writer, first)))
    return { body: null, post: wordsOf(writer, { start: body.start, end: last.end }) }
  return { body: name, post: wordsOf(writer, { start: first.start, end: last.end }) }
}

const confidenceOf = ({ text, roll }: Writer, name: Stretch, rival: Rival | undefined): number => {
  const broken = roll.brokenBefore.subarray(name.start + 1, name.end).includes(1)
  const wide = /\s/u.test(text.slice(roll.offsets[name.start], (roll.offsets[name.end - 1] ?? 0) + 1))
  const ceiling = broken ? BROKEN : wide && roll.gaps.includes(1) ? WIDE : 1
  return Math.min(ceiling, rival && Number.isFinite(rival.margin) ? 1 / (1 + Math.exp(-rival.margin)) : 1)
}

/** Writes a person of the entry at hand down. */
export const addPerson = (writer: Writer, name: Stretch, rival: Rival | undefined): void => {
  const { roll, group, facts } = writer
  const { body, post } = affiliation(writer)
  const confidence = confidenceOf(writer, name, rival)
  const first = group.body && !group.named ? Math.min(group.body.start, name.start) : name.start
  const other = rival?.edge && rival.margin < CLOSE_MARGIN ? rival : null
  facts.attendance.push({
    person: wordsOf(writer, name),
    role: writer.role,
    body,
    post,
    onBehalfOf: null,
    confidence: Math.round(confidence * 100) / 100,
    runnerUp: other?.edge
      ? { body: other.body && wordsOf(writer, other.body), person: wordsOf(writer, other.edge) }
      : undefined,
    span: spanOf(roll, first, name.end),
    personSpan: spanOf(roll, name.start, name.end),
  })
  if (confidence < LOW)
    facts.warnings.push(
      warnAt(writer, 'roll-low-confidence', 'body and name may be divided elsewhere', first, name.end),
    )
  group.named = true
}
