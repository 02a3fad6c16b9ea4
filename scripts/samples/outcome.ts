import { agentPhrase } from './agents.ts'
import { addDays } from './days.ts'
import { makeDeadline } from './deadlines.ts'
import type { GoldDecision } from './gold.ts'
import type { Rng } from './prng.ts'
import * as phrases from './tables/outcomes.ts'
import type { Mode, Topic } from './topic.ts'

export type DecisionInput = {
  mode: Mode
  /** What stands for {题}. */
  subject: string
  /** Whether the subject is a document, not a matter. */
  isDocument: boolean
  lead: string
  partners: readonly string[]
  next: NonNullable<Topic['next']>
  date: string
  rng: Rng
}

const EMPTY = { lead: [], joint: [], cooperating: [], next: null, submitTo: null, issuedAs: null, deadline: null }

/** 牵头，…配合， brings its own comma. */
const insert = (template: string, subject: string, agent: string, by: string) =>
  template.replace('{题}', subject).replace('{由}', agent).replace('{期}', by)

/** A day for issuing is a day in the next weeks. */
const issueBy = ({ date, rng }: DecisionInput) => {
  const due = makeDeadline(date, rng)
  return due.day !== null && due.day <= addDays(date, 75) ? due : null
}

const approval = (input: DecisionInput): GoldDecision => {
  const { rng } = input
  const opening = rng.pick(phrases.APPROVALS.filter((lead) => input.isDocument || !/审议|通过/u.test(lead.text)))
  const steps = input.isDocument ? phrases.STEPS[input.next] : phrases.FOLLOW_UPS
  const step = rng.pick(steps.filter((one) => input.lead !== '市司法局' || !one.text.includes('市司法局')))
  const due = step.text.includes('{期}') && rng.chance(0.45) ? issueBy(input) : null
  const agent = agentPhrase(input.lead, input.partners, rng)
  const text = `${opening.text}${rng.chance(0.8) ? '。' : '，'}${step.text}。`
  return {
    ...EMPTY,
    outcome: opening.outcome,
    lead: agent.lead,
    joint: agent.joint,
    cooperating: agent.cooperating,
    next: step.next,
    submitTo: step.submitTo ?? null,
    issuedAs: step.issuedAs ?? null,
    deadline: due?.day ?? null,
    ...(due ? { deadlineText: due.text } : {}),
    quote: insert(text, input.subject, agent.text, due?.clause ?? ''),
  }
}

const deferral = (input: DecisionInput): GoldDecision => {
  const agent = agentPhrase(input.lead, input.partners, input.rng)
  const quote = insert(input.rng.pick(phrases.DEFERRALS), input.subject, agent.text, '')
  return {
    ...EMPTY,
    outcome: 'deferred',
    lead: agent.lead,
    joint: agent.joint,
    cooperating: agent.cooperating,
    next: 'resubmit',
    quote,
  }
}

const refusal = (input: DecisionInput): GoldDecision => {
  const quote = input.rng.pick(phrases.REFUSALS).replace('{题}', input.subject).replace('{主}', input.lead)
  return { ...EMPTY, outcome: 'deferred', lead: [input.lead], next: 'resubmit', quote }
}

const repeal = (input: DecisionInput): GoldDecision => {
  const quote = insert(input.rng.pick(phrases.REPEALS), input.subject, `由${input.lead}`, '')
  return { ...EMPTY, outcome: 'repealed', lead: [input.lead], next: 'follow_up', quote }
}

/** A decision with nobody to act on it. */
const bare = (outcome: GoldDecision['outcome'], quote: string): GoldDecision => ({ ...EMPTY, outcome, quote })

/** The sentence of the outcome, with what it says. `shelve` puts off without asking for the matter back. */
export const decide = (input: DecisionInput, shelve = false): GoldDecision => {
  const { mode, subject, lead, rng } = input
  if (mode === 'approve' || mode === 'agree-report') return approval(input)
  if (mode === 'defer' && shelve) return bare('deferred', rng.pick(phrases.SHELVINGS).replace('{题}', subject))
  if (mode === 'defer') return deferral(input)
  if (mode === 'refuse') return refusal(input)
  if (mode === 'reject') return bare('rejected', rng.pick(phrases.REJECTIONS).replace('{题}', subject))
  if (mode === 'repeal') return repeal(input)
  if (mode === 'hear') return bare('heard', `会议听取了${lead}关于${subject}的汇报。`)
  if (mode === 'notify') return bare('conveyed', `会议通报了${subject}。`)
  if (mode === 'arrange') return bare('discussed', `会议部署了${subject}。`)
  if (mode === 'study') return bare('discussed', `会议研究了${subject}。`)
  if (mode === 'law') return bare('conveyed', `会议学习了${subject}。`)
  return bare('conveyed', `会议${rng.pick(['传达了', '传达学习了', '学习了'])}${subject}。`)
}
