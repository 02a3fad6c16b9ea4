import { bearsDeadline, makeDeadline } from './deadlines.ts'
import type { Agents, GoldTask } from './gold.ts'
import type { Rng } from './prng.ts'
import type { FixedDuty } from './topic.ts'

/** A duty as data; bodies as printed. */
export type Duty = { body: string; partner: string | null; what: string }
/** A sentence and the tasks that it states. */
export type DutySentence = { text: string; tasks: GoldTask[] }

type Clause = Agents & { text: string }

const agents = (lead: string[], joint: string[] = [], cooperating: string[] = []): Agents => ({
  lead,
  joint,
  cooperating,
})

/** `by` is empty, or a clause such as 于9月底前. */
const alone = (duty: Duty, by: string, rng: Rng): Clause => {
  const { body, what } = duty
  const text = rng.pick([
    `${body}要${by}${what}`,
    `${body}要${by}${what}`,
    `${body}要${by}${what}`,
    `请${body}${by}${what}`,
    `${body}负责${by}${what}`,
    `由${body}${by}${what}`,
    `责成${body}${by}${what}`,
  ])
  return { text, ...agents([body]) }
}

const together = (duty: Duty & { partner: string }, by: string, rng: Rng): Clause => {
  const { body, partner, what } = duty
  const roll = rng.next()
  if (roll < 0.4) return { text: `由${body}牵头，${partner}配合，${by}${what}`, ...agents([body], [], [partner]) }
  if (roll < 0.7) return { text: `${body}要会同${partner}${by}${what}`, ...agents([body], [partner]) }
  if (roll < 0.85) return { text: `由${body}会${partner}${by}${what}`, ...agents([body], [partner]) }
  return { text: `${body}、${partner}要${by}${what}`, ...agents([body, partner]) }
}

const clause = (duty: Duty, by: string, rng: Rng): Clause =>
  duty.partner ? together({ ...duty, partner: duty.partner }, by, rng) : alone(duty, by, rng)

const task = (
  { lead, joint, cooperating }: Clause,
  day: string | null,
  text: string | undefined,
  quote: string,
): GoldTask => ({
  lead,
  joint,
  cooperating,
  deadline: day,
  ...(text ? { deadlineText: text } : {}),
  quote,
})

export const dutySentence = (duty: Duty, date: string, rng: Rng): DutySentence => {
  const due = bearsDeadline(duty.what) && rng.chance(0.6) ? makeDeadline(date, rng) : null
  const made = clause(duty, due?.clause ?? '', rng)
  const text = `${made.text}。`
  return { text, tasks: [task(made, due?.day ?? null, due?.text, text)] }
}

/** Two bodies with a duty each, in one sentence. */
export const doubleSentence = (first: Duty, second: Duty): DutySentence => {
  const text = `${first.body}要${first.what}；${second.body}要${second.what}。`
  return { text, tasks: [first, second].map((duty) => task({ text, ...agents([duty.body]) }, null, undefined, text)) }
}

/** A duty whose words are chosen. Its bodies are printed already. */
export const fixedSentence = (duty: FixedDuty): DutySentence => {
  const by = duty.by ? `于${duty.by}` : ''
  const text = duty.joint ? `${duty.body}要会同${duty.joint}${by}${duty.what}。` : `${duty.body}要${by}${duty.what}。`
  const made: Clause = { text, ...agents([duty.body], duty.joint ? [duty.joint] : []) }
  return { text, tasks: [task(made, duty.deadline ?? null, duty.by ?? undefined, text)] }
}
