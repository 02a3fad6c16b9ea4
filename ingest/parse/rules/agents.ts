import type { Span } from '../../../model/record.ts'
import {
  AGENT_ALL_THE_SAME,
  AGENT_BEFORE,
  AGENT_WAITED_FOR,
  BETWEEN,
  CLAUSE_OPENINGS,
  COOPERATE_AFTER,
  COOPERATE_LABELS,
  DUTY_STARTS,
  HELP_OTHERS,
  JOINT_BEFORE,
  LEAD_AFTER,
  LEAD_LABELS,
  MUST_AFTER,
  NOT_AGENT_BEFORE,
  NOT_DUTY_AFTER,
  PAST_SIGNS,
  PUBLIC_WORDS,
  SIGNER_BEFORE,
  SIGNING_LEADS,
  WAITED_FOR,
} from '../../lexicon/agents.ts'
import { ISSUE_WORDS, SIGNING_WORDS } from '../../lexicon/outcomes.ts'
import type { Mention } from '../bodies/mentions.ts'
import { clausesOf } from '../sentences.ts'
import { longestAt, trieOfWords } from '../tries.ts'
import { within } from '../within.ts'
import { type Group, groupsOf } from './body-groups.ts'

/** Who has to do something: one clause of a sentence that gives bodies a duty of their own; `signing`: no more than to issue what was decided. */
export type Duty = { lead: Mention[]; joint: Mention[]; cooperating: Mention[]; span: Span; signing: boolean }

/** The duties of a sentence, and the bodies in whose name (以…名义) something is issued. */
export type Agents = { duties: Duty[]; signers: Group[] }

const words = (list: readonly string[]) => trieOfWords(list)
const between = words(BETWEEN)
const openings = words(CLAUSE_OPENINGS)
const leadAfter = words(LEAD_AFTER)
const cooperateAfter = words(COOPERATE_AFTER)
const mustAfter = words(MUST_AFTER)
const dutyStarts = words(DUTY_STARTS)
const notDuty = words(NOT_DUTY_AFTER)
const signingLeads = words(SIGNING_LEADS)
const issueWords = words(ISSUE_WORDS)
const signingWords = words(SIGNING_WORDS)
const publicWords = words(PUBLIC_WORDS)
const LABEL = 5
const helpWords = words(HELP_OTHERS)
const jointAfter = words(JOINT_BEFORE.filter((word) => word.length > 1))

const skip = (trie: ReturnType<typeof words>, text: string, from: number): number => {
  let at = from
  for (let tries = 0; tries < 6; tries++) {
    const next = longestAt(trie, text, at)
    if (next < 0) return at
    at = next
  }
  return at
}

type Part = 'lead' | 'joint' | 'cooperating' | 'signer' | 'issuer' | 'none'
type Place = { group: Group; clause: Span; before: string }

/** 由, 请, 责成 … right in front of the bodies. */
const isSent = (before: string) =>
  AGENT_BEFORE.some((word) => before.endsWith(word)) &&
  (!NOT_AGENT_BEFORE.some((word) => before.endsWith(word)) || AGENT_ALL_THE_SAME.some((word) => before.endsWith(word)))

const isJoined = ({ group, before }: Place, current: Duty | undefined) => {
  const word = JOINT_BEFORE.find((one) => before.endsWith(one))
  if (!word || !current?.lead.length) return false
  return (
    word.length > 1 ||
    current.lead.at(-1)?.end === group.start - 1 ||
    before.length === 1 ||
    !/[\p{Script=Han}](?<![局委办会院部室心团司队社联府区县市镇街门位地责头要由，、])会$/u.test(before)
  )
}

/** 由市司法局公布 is a duty of that bureau; a government or its office that makes something public is in whose name. */
const PUBLISHER = /(?:政府|委|(?:政府|府|委|党政|管委会)办(?:公室|公厅)?)$/u
const issues = (text: string, { start, end }: Span): boolean => {
  const at = skip(signingLeads, text, end)
  if (longestAt(publicWords, text, end) > 0) return false
  const publishes = longestAt(issueWords, text, at) > 0 && PUBLISHER.test(text.slice(start, end))
  return publishes || longestAt(signingWords, text, at) > 0
}

/** 市水务局汛期前完成整治: a day and what is to be done by then. */
const BY_THEN =
  /^[^，。；的了]{1,12}(?:前|内)(?:将|把|反馈|答复|完善|完成|拿出|报|制定|形成|落实|启动|整改|拨付|提交|出台|开工|建成|印发|上报|办结|拟定|提出)/u

/** True where nothing but an opening word stands before the bodies in their clause: they are its subject. */
const isSubject = (text: string, { clause, group }: Place): boolean => {
  const at = skip(openings, text, clause.start)
  return at >= group.start || /^[\d（）.、“]*$/u.test(text.slice(at, group.start))
}

/** 责成市教育局支持高校…: nobody else leads, and the body is told whom to help. */
const helpsOthers = (text: string, { clause, before }: Place, at: number, current: Duty | undefined): boolean => {
  const helps = longestAt(helpWords, text, at)
  return helps > 0 && helps < clause.end && isSent(before) && !current?.lead.length
}

const partOf = (text: string, place: Place, current: Duty | undefined): Part => {
  const { group, clause, before } = place
  if (group.members.every((member) => member.level === 'above')) return 'none'
  if (text.startsWith('名义', group.end) && before.endsWith('以')) return 'signer'
  if (isJoined(place, current)) return 'joint'
  const label = text.slice(Math.max(0, group.start - LABEL), group.start)
  if (LEAD_LABELS.some((word) => label.endsWith(word))) return 'lead'
  if (COOPERATE_LABELS.some((word) => label.endsWith(word))) return 'cooperating'
  const after = skip(between, text, group.end)
  if (after >= clause.end && !isSent(before)) return 'none'
  if (longestAt(notDuty, text, group.end) > 0 && !isSent(before)) return 'none'
  if (longestAt(cooperateAfter, text, after) > 0 && !helpsOthers(text, place, after, current)) return 'cooperating'
  // 由市政府提请市委审议 is a step of the decision and no duty of anybody else.
  if (
    group.members.every((member) => member.level === 'self') &&
    /^(?:提请|报请|上报|报)/u.test(text.slice(after, after + 2))
  )
    return 'none'
  if (isSent(before))
    return issues(text, group) && SIGNER_BEFORE.some((word) => before.endsWith(word)) ? 'issuer' : 'lead'
  if (before.endsWith(AGENT_WAITED_FOR))
    return WAITED_FOR.some((word) => text.slice(group.end, clause.end).includes(word)) ? 'lead' : 'none'
  if (longestAt(leadAfter, text, after) > 0) return isSubject(text, place) || before.endsWith('、') ? 'lead' : 'none'
  // 由A牵头、B会同C: B acts with A.
  if (before.endsWith('、') && current?.lead.length && longestAt(jointAfter, text, group.end) > 0) return 'joint'
  if (!isSubject(text, place)) return 'none'
  if (longestAt(mustAfter, text, after) > 0) return 'lead'
  const rest = text.slice(group.end, clause.end)
  if (PAST_SIGNS.some((sign) => rest.includes(sign))) return 'none'
  if (longestAt(jointAfter, text, group.end) > 0) return 'lead'
  return longestAt(dutyStarts, text, group.end) > 0 ||
    longestAt(dutyStarts, text, after) > 0 ||
    /^于.{1,12}前/u.test(rest) ||
    BY_THEN.test(rest)
    ? 'lead'
    : 'none'
}

const bodiesOf = (group: Group) => group.members.filter((member) => member.level !== 'above')

/** Reads who is to do what in a sentence, clause by clause; a body that only applied, proposed or reported has no part. */
export const agentsIn = (text: string, sentence: Span, mentions: readonly Mention[]): Agents => {
  const inside = within(mentions, sentence)
  const agents: Agents = { duties: [], signers: [] }
  if (!inside.length) return agents
  const clauses = clausesOf(text, sentence)
  for (const group of groupsOf(text, inside)) {
    const clause = clauses.find((one) => group.start >= one.start && group.start < one.end)
    if (!clause) continue
    const before = text.slice(Math.max(clause.start, group.start - 8), group.start)
    const current = agents.duties.at(-1)
    const part = partOf(text, { group, clause, before }, current)
    if (part === 'signer') agents.signers.push(group)
    else if (part === 'joint') current?.joint.push(...bodiesOf(group))
    else if (part === 'cooperating' && current) current.cooperating.push(...bodiesOf(group))
    else if (part === 'cooperating')
      agents.duties.push({ lead: [], joint: [], cooperating: bodiesOf(group), span: clause, signing: false })
    else if (part === 'lead' || part === 'issuer')
      agents.duties.push({
        lead: bodiesOf(group),
        joint: [],
        cooperating: [],
        span: { start: Math.min(clause.start, group.start), end: sentence.end },
        signing: part === 'issuer',
      })
    if ((part === 'lead' || part === 'issuer') && current)
      current.span = {
        start: current.span.start,
        end: Math.max(current.span.start, Math.min(current.span.end, clause.start)),
      }
  }
  for (const duty of agents.duties)
    duty.span = { start: duty.span.start, end: collectiveStart(text, duty.span, clauses) }
  return agents
}

/** 各乡镇要…: what a collective has to do, and by when, is nobody's in front of it. */
const COLLECTIVE = /^(?:各|相关|有关|其他)[^，。；：]{1,16}?(?:要|应|须|负责|按)/u

const collectiveStart = (text: string, duty: Span, clauses: readonly Span[]): number =>
  clauses.find(({ start, end }) => start > duty.start && start < duty.end && COLLECTIVE.test(text.slice(start, end)))
    ?.start ?? duty.end
