import type { RollRole, Span } from '../../../model/record.ts'
import { LED_IN, SPOKEN_ROLES } from '../../lexicon/roll-words.ts'
import { clausesOf, sentencesOf } from '../sentences.ts'

/** Those of whom a sentence says that they came, and as what: 程渡、徐青出席；钱静列席. */
export type SpokenPart = { role: RollRole; span: Span }

const roles = new Map<string, RollRole>(SPOKEN_ROLES)
const VERBS = SPOKEN_ROLES.map(([verb]) => verb).join('|')
const LAST = new RegExp(`(?<verb>${VERBS})(?:了)?(?:(?:本次|此次|这次)?会议|有关议题|相关议题|相应议题)?$`, 'u')
/** 出席会议的有程渡、徐青. */
const FIRST = new RegExp(
  `^(?<verb>${VERBS})(?:(?:本次|此次|这次)?会议)?的(?:领导|人员|同志|单位)?(?:还)?有(?<colon>：)?`,
  'u',
)
const LEADERS = new RegExp(`^(?:${LED_IN.join('|')})(?:、)?`, 'u')
const LONGEST = 2000
/** One entry that cannot be read does not lose those in front of it: it is told as unread. */
const MAY_NAME = /^(?!.*(?:会议|研究|听取|主持|召开)).*(?:长|主任|书记|经理|主席|委员|总监|院士|代表)/u
const LONGEST_ENTRY = 40

/** The part of a sentence behind the first clause that begins with 出席会议的有. */
const listedBehind = (folded: string, sentence: Span): SpokenPart | null => {
  for (const clause of clausesOf(folded, sentence)) {
    const first = FIRST.exec(folded.slice(clause.start, clause.start + 24))
    const verb = first?.groups?.verb
    if (first && verb)
      return { role: roles.get(verb) ?? 'observer', span: { start: clause.start + first[0].length, end: sentence.end } }
  }
  return null
}

const withoutLeadIn = (folded: string, { start, end }: Span): Span => ({
  start: start + (LEADERS.exec(folded.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0),
  end,
})

/** The parts of a stretch that tell who came; `isRoll` says whether words hold bodies and people and nothing else. */
export const spokenParts = (folded: string, stretch: Span, isRoll: (span: Span) => boolean): SpokenPart[] => {
  const out: SpokenPart[] = []
  const whole = { start: stretch.start, end: Math.min(stretch.end, stretch.start + LONGEST) }
  if (!/[出列]席|参加|请假/u.test(folded.slice(whole.start, whole.end))) return out
  for (const sentence of sentencesOf(folded, whole)) {
    let from: number | null = null
    for (const clause of clausesOf(folded, sentence)) {
      const words = folded.slice(clause.start, clause.end)
      const last = LAST.exec(words)
      const verb = last?.groups?.verb
      const part = withoutLeadIn(folded, {
        start: clause.start,
        end: last ? clause.start + last.index : clause.end,
      })
      const isNames = part.end > part.start && isRoll(part)
      if (last && verb && isNames) {
        out.push({ role: roles.get(verb) ?? 'observer', span: { start: from ?? part.start, end: part.end } })
        from = null
      } else if (from === null || last || !MAY_NAME.test(words) || words.length > LONGEST_ENTRY)
        from = isNames && !last ? (from ?? part.start) : null
    }
    const listed = listedBehind(folded, sentence)
    if (listed && isRoll(listed.span)) out.push(listed)
  }
  return out
}

const SIGNS = /^[\p{Script=Han}·、，；。（） ]+$/u
const NAME_FIRST = new RegExp(
  `^(?:(?:${LED_IN.join('|')})|[市县区州旗]\\p{Script=Han}{2,12}、.{0,200}负责(?:同志|人)|(?:副?[市县区州]长|.{0,8}秘书长)?\\p{Script=Han}(?: ?\\p{Script=Han}){1,3}、)`,
  'u',
)

/** True for a line that is a roll in a sentence, and no paragraph of an item. */
export const isSpokenRoll = (words: string): boolean =>
  words.length <= 600 &&
  /[出列]席|参加/u.test(words) &&
  !/[要须将]|应(?!邀)|请(?!假)|(?:^|[，。；])由|会议(?:要求|强调|指出)/u.test(words.replace(/邀请|主要/gu, '')) &&
  NAME_FIRST.test(words) &&
  SIGNS.test(words) &&
  words.split(/[；。]/u).every((piece) => piece === '' || LAST.test(piece))
