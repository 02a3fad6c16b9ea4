import type { NextStep, Span } from '../../../model/record.ts'
import { FOLLOW_UP_WORDS, ISSUE_WORDS, OWN_MEETING, RESUBMIT_WORDS } from '../../lexicon/outcomes.ts'
import type { Mention } from '../bodies/mentions.ts'
import { matchesOf } from '../matches.ts'

export type Step = { next: NextStep | null; submitTo: Span | null }

const AIMS = '审议|批准|审批|审定|研究|决定|同意|核准|批复|核定|讨论|审核批准|会议|常委会|党组会'
const SUBMIT = new RegExp(
  `(?:提请|报请|提交|上报|呈报|报送|(?<![汇申通上呈预简情填公日海电])报(?!告|名|表|道|备|送|酬|刊|销))(?<target>(?:(?!后)[^，。；：《》]){1,36}?)(?:${AIMS})`,
  'gu',
)
/** 报审, 按程序报批: handed on to somebody whom the text does not name. 征地报批 and 报批手续 are work to be done. */
const HANDED_ON =
  /(?<=^|[，；、后再并可行时快紧法规定序善改订会局委办]|要求)(?:报[审批]|提请审议|报请(?:审议|审批|批准|审定)|(?:报送|上报|呈报)(?:审议|审批|审定))(?!手续|工作|材料|程序|规费|费用|资料|流程|稿|单位|事项|事宜|表)/gu
/** 待市委审议通过后: another body decides before anything is issued. */
const WAITED_FOR =
  /(?:待|经)(?<target>[^，。；：《》后]{2,24}?)(?:研究|审议|审核|讨论|会议)?(?:审议通过|审定|批准|批复|同意|通过|批转)后/gu
const ISSUE = new RegExp(
  `(?<!已|经|现|暂缓|暂不|不予|不)(?:${ISSUE_WORDS.join('|')})(?!的|会|后|单位|机关|以来|之日|前)`,
  'gu',
)
const LEGAL_BODY = /司法|法制|合法|公平竞争|征求/u
const LEGALITY = /审查|把关|合法性|备案|会签/u
/** Who is asked may be a person (副市长, 分管领导): no body, and so nobody to name. */
/** What an office meeting hands on to: 报区政府常务会议审定. */
const EXECUTIVE = /^(?:[市县区州旗盟](?:人民)?政府)常务会议?/u
const PERSON = /(?:领导|同志|[市县区州旗盟]长|秘书长|主任|书记)(?!办|会|\p{Script=Han}{0,4}[委室])/u
const OWN = new RegExp(OWN_MEETING.join('|'), 'u')
const RESUBMIT = new RegExp(RESUBMIT_WORDS.join('|'), 'gu')

/** What a step is read in: `kind` is the kind of the meeting itself. */
type Sitting = { folded: string; mentions: readonly Mention[]; kind: string | null }
type Place = { at: number; step: Step }

const insideTitle = (words: string, at: number) => words.lastIndexOf('《', at) > words.lastIndexOf('》', at)

const submissions = (words: string, offset: number, { mentions, kind }: Sitting): Place[] => {
  const out: Place[] = []
  for (const match of matchesOf(words, SUBMIT)) {
    const target = match.groups?.target ?? ''
    if (
      insideTitle(words, match.index) ||
      LEGALITY.test(target) ||
      LEGALITY.test(words.slice(match.index + match[0].length, match.index + match[0].length + 4))
    )
      continue
    const start = offset + match.index + match[0].indexOf(target, 1)
    const tail = words.slice(match.index + match[0].length - 6)
    const executive = kind && kind !== '常务会议' ? (EXECUTIVE.exec(words.slice(start - offset))?.[0].length ?? 0) : 0
    if (executive > 0) {
      out.push({ at: match.index, step: { next: 'submit', submitTo: { start, end: start + executive } } })
      continue
    }
    if (OWN.test(target + tail.slice(0, 8)) && !/[市县区州旗]委|人大/u.test(target)) {
      out.push({ at: match.index, step: { next: 'resubmit', submitTo: null } })
      continue
    }
    const named = mentions.find(
      (mention) => mention.start >= start - 1 && mention.start < start + target.length + 1 && mention.end > start,
    )
    const span = named ?? trimTarget(words, offset, start, target)
    const person = !named && PERSON.test(target)
    if (span)
      out.push({
        at: match.index,
        step: { next: 'submit', submitTo: person ? null : { start: span.start, end: span.end } },
      })
  }
  return out
}

const handedOn = (words: string): Place[] =>
  matchesOf(words, HANDED_ON)
    .filter((match) => !insideTitle(words, match.index))
    .map((match) => ({ at: match.index, step: { next: 'submit' as const, submitTo: null } }))

/** Reviews by another body that the decision waits for; one of legality and one by the government itself are no step. */
const awaited = (words: string, offset: number, mentions: readonly Mention[]): Place[] =>
  matchesOf(words, WAITED_FOR).flatMap((match) => {
    const start = offset + match.index + 1
    const end = start + (match.groups?.target ?? '').length
    const named = mentions.find((mention) => mention.start === start && mention.end <= end)
    if (!named || named.level === 'self' || LEGAL_BODY.test(match[0])) return []
    return [{ at: match.index, step: { next: 'submit' as const, submitTo: { start: named.start, end: named.end } } }]
  })

const trimTarget = (words: string, offset: number, start: number, target: string): Span | null => {
  const bare = target
    .replace(/(?:常务)?(?:（扩大）)?会议?$/u, (end) => (end.startsWith('会') ? '' : end))
    .replace(/^(?<level>[市县区州旗])?两$/u, (all) => `${all}会`)
    .replace(/(?:进行|予以|研究|有关会议|按程序)$/u, '')
  return bare.length >= 2 && !/[，。；]/u.test(words.slice(start - offset, start - offset + bare.length))
    ? { start, end: start + bare.length }
    : null
}

const returns = (words: string, offset: number, mentions: readonly Mention[]): Place[] =>
  matchesOf(words, RESUBMIT)
    .filter((match) => {
      const end = offset + match.index + match[0].length
      const other = mentions.some(
        (mention) => mention.level !== 'self' && mention.start >= end - 1 && mention.start < end + 10,
      )
      return !other && !/^.{0,8}(?:市委|县委|区委|州委|党组|人大|省)/u.test(words.slice(match.index + match[0].length))
    })
    .map((match) => ({ at: match.index, step: { next: 'resubmit' as const, submitTo: null } }))

const publications = (words: string): Place[] =>
  matchesOf(words, ISSUE)
    .filter((match) => !insideTitle(words, match.index))
    .map((match) => ({ at: match.index, step: { next: 'issue' as const, submitTo: null } }))

/** The first step that a decision names after the revision; a review of legality on the way is none. */
export const nextStep = (sitting: Sitting, { start, end }: Span): Step => {
  const { folded, mentions } = sitting
  const words = folded.slice(start, end)
  const [first] = [
    ...returns(words, start, mentions),
    ...submissions(words, start, sitting),
    ...awaited(words, start, mentions),
    ...handedOn(words),
    ...publications(words),
  ].sort((a, b) => a.at - b.at)
  if (first) return first.step
  const follows = FOLLOW_UP_WORDS.some((word) => {
    const at = words.indexOf(word)
    return (
      at >= 0 &&
      !insideTitle(words, at) &&
      !/^(?:方案|意见|办法|细则|情况|计划|步骤|条件|机构|主体|单位|范围|地点|资金|经费|配套资金|用地)/u.test(
        words.slice(at + word.length),
      )
    )
  })
  return { next: follows ? 'follow_up' : null, submitTo: null }
}
