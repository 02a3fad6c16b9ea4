import type { Decision, Outcome, Span, Task } from '../../../model/record.ts'
import { FOLLOW_UP_WORDS, ISSUE_WORDS, REVISION_WORDS } from '../../lexicon/outcomes.ts'
import type { Mention } from '../bodies/mentions.ts'
import { cut, printed } from '../document.ts'
import { type Agents, agentsIn, type Duty } from '../rules/agents.ts'
import { deadlineIn } from '../rules/deadline.ts'
import { issuedAs } from '../rules/issued-as.ts'
import { nextStep } from '../rules/next-step.ts'
import { type FoundOutcome, namesReturn } from '../rules/outcome.ts'

/** A sentence of an item, without its number (`numbered`), and the outcomes that it states. */
export type Sentence = { span: Span; paragraph: number; numbered: boolean; outcomes: readonly FoundOutcome[] }

/** `kind` is the kind of the meeting: what an office meeting hands to the executive meeting is no return to itself. */
export type Reading = {
  text: string
  folded: string
  held: string | null
  kind: string | null
  mentions: readonly Mention[]
}

/** `steps` is where the steps of this decision stand: a sentence of several decisions has a part for each. */
type Draft = {
  outcome: Outcome
  sentences: Sentence[]
  steps: Span
  agents: Agents
  extra: { duty: Duty; sentence: Sentence }[]
}

/** 会议议定， in front of who is to carry a decision on. */
const SAID = /^会议(?:议定|决定|明确|要求|确定)[，：]?/u
const FOLLOWS = /^(?:会后|请|由|待|经|交由|责成|修改|完善|进一步|按|并|同时|下一步|根据|再由|相关|有关|该|《|以)/u
const STEP_WORDS = [
  ...REVISION_WORDS,
  ...ISSUE_WORDS,
  ...FOLLOW_UP_WORDS,
  '提请',
  '报请',
  '提交',
  '落实',
  '实施',
  '办理',
  '推进',
  '后续',
  '审批',
  '报批',
  '报审',
]
const hasStep = (words: string) =>
  STEP_WORDS.some((word) => words.includes(word)) || /报.{2,20}(?:审议|批准|审定)/u.test(words)
const REVISES = new RegExp(`(?:${REVISION_WORDS.join('|')})`, 'u')

/** Decisions and tasks of an item, from its sentences in order. */
export const decide = (
  reading: Reading,
  sentences: readonly Sentence[],
): { decisions: Decision[]; tasks: Task[]; used: Set<Sentence> } => {
  const drafts: Draft[] = []
  const tasks: { duty: Duty; sentence: Sentence }[] = []
  const used = new Set<Sentence>()
  let open: Draft | null = null
  sentences.forEach((sentence, at) => {
    const found = sentence.outcomes
    const agents = agentsIn(reading.folded, sentence.span, reading.mentions)
    if (open && found.length === 1 && repeats(reading, open, sentence, sentences[at - 1], found[0]?.outcome)) {
      used.add(sentence)
      attach(reading, open, sentence, agents)
    } else if (found.length) {
      open = null
      found.forEach((one, i) => {
        const stop = found[i + 1]?.span.start ?? sentence.span.end
        const part = found.length > 1 ? partOf(agents, i === 0 ? sentence.span.start : one.span.start, stop) : agents
        const draft: Draft = {
          outcome: one.outcome,
          sentences: [sentence],
          steps: { start: i === 0 ? sentence.span.start : one.span.start, end: stop },
          agents: mainAgents(reading, part),
          extra: others(reading, part, sentence),
        }
        drafts.push(draft)
        open = draft
      })
      used.add(sentence)
    } else if (open && attaches(reading, open, sentence, sentences[at - 1], agents)) {
      used.add(sentence)
      attach(reading, open, sentence, agents)
    } else {
      const returning = returns(reading, sentence, agents)
      if (returning) {
        drafts.push(returning)
        used.add(sentence)
      } else for (const duty of agents.duties) tasks.push({ duty, sentence })
      if (open && sentence.paragraph !== open.sentences[0]?.paragraph) open = null
    }
  })
  for (const draft of drafts) tasks.push(...draft.extra)
  tasks.sort((a, b) => a.duty.span.start - b.duty.span.start)
  return {
    decisions: drafts.map((draft) => decisionOf(reading, draft)),
    tasks: tasks.map((task) => taskOf(reading, task)),
    used,
  }
}

const partOf = (agents: Agents, start: number, end: number): Agents => ({
  duties: agents.duties.filter((duty) => duty.span.start >= start && duty.span.start < end),
  signers: agents.signers.filter((group) => group.start >= start && group.start < end),
})

/** The first duty is the decision's own; a later one that revises as well joins it. */
const mainAgents = ({ folded }: Reading, { duties, signers }: Agents): Agents => {
  const acting = duties.filter((duty) => !duty.signing)
  return {
    duties: [
      ...acting.filter((duty, at) => at === 0 || REVISES.test(folded.slice(duty.span.start, duty.span.end))),
      ...duties.filter((duty) => duty.signing),
    ],
    signers,
  }
}
const others = (reading: Reading, agents: Agents, sentence: Sentence) => {
  const main = mainAgents(reading, agents).duties
  return agents.duties.filter((duty) => !main.includes(duty)).map((duty) => ({ duty, sentence }))
}

const leads = (draft: Draft) => draft.agents.duties.some((duty) => duty.lead.length && !duty.signing)

/** 由区征收办作为征收部门。由区征收办会同…: who leads already goes on. */
const isOfSame = ({ text }: Reading, draft: Draft, { lead }: Duty): boolean => {
  const leading = draft.agents.duties.flatMap((duty) => (duty.signing ? [] : duty.lead))
  return printedAll(text, leading) === printedAll(text, lead)
}
const printedAll = (text: string, mentions: readonly Mention[]): string =>
  mentions
    .map((mention) => printed(text, mention))
    .sort()
    .join()

/** A paragraph without a number of its own that says what comes next: a page ended between it and the decision. */
const carriesOn = ({ folded }: Reading, { span }: Sentence, words: string): boolean =>
  folded[span.start - 1] === '\n' &&
  /^[^，。]{2,60}(?:，[^，。]{2,60})?，?(?:按程序|做好后续|按照会议要求|按会议要求|[^，。]{0,20}抓好)/u.test(words)

/** 暂缓。由市教育局论证后再议: the second sentence says how, and decides nothing new. */
const repeats = (
  { folded }: Reading,
  draft: Draft,
  sentence: Sentence,
  before: Sentence | undefined,
  outcome: Outcome | undefined,
): boolean =>
  outcome === 'deferred' &&
  draft.outcome === 'deferred' &&
  before === draft.sentences.at(-1) &&
  !leads(draft) &&
  /^(?:由|待|请)/u.test(folded.slice(sentence.span.start, sentence.span.start + 1))

/** True for a sentence in another paragraph than the decision, or with a number of its own in the same one: 1.同意…。2.由市水利局…. */
const isApart = (draft: Draft, sentence: Sentence): boolean =>
  sentence.numbered || sentence.paragraph !== draft.sentences[0]?.paragraph

/** 会议要求，由市住建局修改完善后…: said in the same paragraph, behind what the meeting pointed out. */
const revisesLater = (draft: Draft, sentence: Sentence, words: string): boolean =>
  !isApart(draft, sentence) && words.startsWith('由') && /(?:修改|修订|完善).{0,8}后/u.test(words)

/** The sentence right behind a decision carries it on where it says who revises, and what comes next. */
const attaches = (
  reading: Reading,
  draft: Draft,
  sentence: Sentence,
  before: Sentence | undefined,
  agents: Agents,
): boolean => {
  const words = reading.folded.slice(sentence.span.start, sentence.span.end).replace(SAID, '')
  if (before !== draft.sentences.at(-1) && !revisesLater(draft, sentence, words)) return false
  const [duty] = agents.duties
  const leading = duty !== undefined && duty.lead.length > 0
  if (!(FOLLOWS.test(words) || (leading && duty.span.start === sentence.span.start)) || !hasStep(words)) return false
  const next = nextStep(reading, draft.steps).next
  if (leading && leads(draft)) return isOfSame(reading, draft, duty) && next === null && !isApart(draft, sentence)
  if (isApart(draft, sentence))
    return (
      !leads(draft) &&
      next === null &&
      ((/^(?:由|请|责成)/u.test(words) && REVISES.test(words)) ||
        (words.startsWith('由') && carriesOn(reading, sentence, words)))
    )
  // 要 is the word of a demand; it carries the decision on where it names the meeting's own opinions.
  if (
    /(?:要|应当?|必须)/u.test(words.slice(0, 30)) &&
    !/^(?:会后|请|由|待)/u.test(words) &&
    !(leading && /意见.{0,12}(?:修改|完善)/u.test(words))
  )
    return false
  return leading || agents.signers.length > 0 || (next === null && nextStep(reading, sentence.span).next !== null)
}

const attach = (reading: Reading, draft: Draft, sentence: Sentence, agents: Agents): void => {
  const main = mainAgents(reading, agents)
  draft.sentences.push(sentence)
  draft.steps = { start: draft.steps.start, end: sentence.span.end }
  draft.agents = {
    duties: [...draft.agents.duties, ...main.duties],
    signers: [...draft.agents.signers, ...main.signers],
  }
  draft.extra.push(...others(reading, agents, sentence))
}

/** 待…完善后再提交…审议: put off without the word. */
const returns = (reading: Reading, sentence: Sentence, agents: Agents): Draft | null => {
  const words = reading.folded.slice(sentence.span.start, sentence.span.end)
  if (!/^(?:会议|该|待|由|请|本|《|对|关于[^，。]{2,40}，)/u.test(words) || !namesReturn(words)) return null
  if (nextStep(reading, sentence.span).next !== 'resubmit') return null
  return {
    outcome: 'deferred',
    sentences: [sentence],
    steps: sentence.span,
    agents: mainAgents(reading, agents),
    extra: others(reading, agents, sentence),
  }
}

const wholeSpan = (sentences: readonly Sentence[]): Span => ({
  start: sentences[0]?.span.start ?? 0,
  end: sentences.at(-1)?.span.end ?? 0,
})
const names = ({ text }: Reading, mentions: readonly Mention[]) => [
  ...new Set(mentions.map((mention) => printed(text, mention))),
]

const decisionOf = (reading: Reading, { outcome, sentences, steps, agents, extra }: Draft): Decision => {
  const span = wholeSpan(sentences)
  const step = nextStep(reading, steps)
  const acting = agents.duties.filter((duty) => !duty.signing)
  const signed = issuedAs(reading.folded, steps, agents.duties.find((duty) => duty.signing)?.lead ?? [])
  // A day that another duty names is that one's.
  const stop = Math.min(steps.end, ...extra.map(({ duty }) => duty.span.start).filter((start) => start > steps.start))
  const deadline = deadlineIn(reading.folded, { start: steps.start, end: stop }, reading.held)
  const lead = names(
    reading,
    acting.flatMap((duty) => duty.lead),
  )
  return {
    // 不同意…。…后再次提交: the sentence that names the return may be the next one.
    outcome: outcome === 'rejected' && step.next === 'resubmit' ? 'deferred' : outcome,
    next: step.next,
    submitTo: step.next === 'submit' && step.submitTo ? printed(reading.text, step.submitTo) : null,
    issuedAs: signed ? printed(reading.text, signed) : null,
    lead,
    joint: names(
      reading,
      acting.flatMap((duty) => duty.joint),
    ),
    cooperating: names(
      reading,
      acting.flatMap((duty) => duty.cooperating),
    ),
    deadline: deadline?.day ?? null,
    deadlineText: deadline ? cut(reading.text, deadline.span) : null,
    quote: cut(reading.text, span),
    span,
  }
}

const taskOf = (reading: Reading, { duty, sentence }: { duty: Duty; sentence: Sentence }): Task => {
  const deadline = deadlineIn(reading.folded, duty.span, reading.held)
  return {
    lead: names(reading, duty.lead),
    joint: names(reading, duty.joint),
    cooperating: names(reading, duty.cooperating),
    deadline: deadline?.day ?? null,
    deadlineText: deadline ? cut(reading.text, deadline.span) : null,
    quote: cut(reading.text, sentence.span),
    span: sentence.span,
  }
}
