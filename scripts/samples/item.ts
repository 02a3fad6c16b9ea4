import { printed } from './bodies.ts'
import type { DocumentContext } from './context.ts'
import { demandParagraphs } from './demands.ts'
import type { Seed } from './domain.ts'
import { type Duty, type DutySentence, doubleSentence, dutySentence, fixedSentence } from './duties.ts'
import type { GoldCite, GoldDecision, GoldItem } from './gold.ts'
import { type Heading, joinHeadings, makeHeading } from './headings.ts'
import { decide } from './outcome.ts'
import { Company, choosePartners } from './partners.ts'
import { backgroundParagraph, citeSentence } from './prose.ts'
import { fill, type PrintedPolicy, printPolicy, shortTitle } from './titles.ts'
import type { Topic } from './topic.ts'

export type ItemDraft = {
  gold: Omit<GoldItem, 'seq'>
  agenda: Heading['agenda']
  /** Sub-points without their numbers. */
  paragraphs: string[]
  policies: PrintedPolicy[]
  /** Which policy a citation means, where it is one of ours. */
  cited: (string | null)[]
  topic: Topic
}

type Part = { decisions: GoldDecision[]; text: string; policies: PrintedPolicy[]; abbreviation: string | null }

const DOCUMENT_MODES: ReadonlySet<string> = new Set(['approve', 'defer', 'refuse', 'reject', 'repeal', 'law'])

const matterOf = (seed: Seed, ctx: DocumentContext) => fill(seed.title, ctx.meeting.date, ctx.place)

/** Titles side by side as the genre chains them: 《A》《B》和《C》. */
const chain = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join('')}和${texts.at(-1)}`

const subjectOf = (topic: Topic, policies: readonly PrintedPolicy[], ctx: DocumentContext): string => {
  const [seed] = topic.seeds
  if (!seed) throw new Error('a topic without a seed')
  if (!DOCUMENT_MODES.has(topic.mode)) return matterOf(seed, ctx)
  return chain(policies.map((policy) => policy.text)) + (topic.unnamed ? `及${topic.unnamed}个子方案` : '')
}

const decisionFor = (
  topic: Topic,
  seed: Seed,
  subject: string,
  company: Company,
  ctx: DocumentContext,
): GoldDecision => {
  const { date } = ctx.meeting
  company.admit(seed.lead)
  const partners =
    topic.mode === 'repeal' ? [] : choosePartners(seed, company, ctx.rng).map((form) => printed(form, date, ctx.place))
  const lead = printed(seed.lead, date, ctx.place)
  const isDocument = DOCUMENT_MODES.has(topic.mode)
  const spoken = topic.mode === 'agree-report' ? `${lead}关于${subject}的汇报` : subject
  return decide(
    { mode: topic.mode, subject: spoken, isDocument, lead, partners, next: topic.next ?? 'plain', date, rng: ctx.rng },
    topic.shelve,
  )
}

/** Two documents of two bodies are decided one by one. */
const outcome = (topic: Topic, company: Company, ctx: DocumentContext): Part => {
  const policies =
    DOCUMENT_MODES.has(topic.mode) && topic.mode !== 'law'
      ? topic.seeds.map((seed) => printPolicy(seed, topic, ctx.meeting.date, ctx.place))
      : []
  const [first, second] = topic.seeds
  if (!first) throw new Error('a topic without a seed')
  if (second && second.lead !== first.lead) {
    const decisions = topic.seeds.map((seed, at) => decisionFor(topic, seed, policies[at]?.text ?? '', company, ctx))
    return { decisions, text: decisions.map((decision) => decision.quote).join(''), policies, abbreviation: null }
  }
  const short =
    policies.length === 1 && topic.mode === 'approve' && !topic.unnamed && ctx.rng.chance(0.3)
      ? shortTitle(policies[0]?.title ?? '')
      : null
  const subject = topic.mode === 'law' ? `《${first.title}》` : subjectOf(topic, policies, ctx)
  const decision = decisionFor(topic, first, short ? `${subject}（以下简称《${short}》）` : subject, company, ctx)
  return { decisions: [decision], text: decision.quote, policies, abbreviation: short }
}

const dutiesOf = (topic: Topic, company: Company, ctx: DocumentContext): DutySentence[] => {
  const { rng, place } = ctx
  const { date } = ctx.meeting
  const say = (form: string) => printed(form, date, place)
  if (topic.duties) {
    return topic.duties
      .filter((duty) => company.admit(duty.body) && (!duty.joint || company.admit(duty.joint)))
      .map((duty) =>
        fixedSentence({ ...duty, body: say(duty.body), ...(duty.joint ? { joint: say(duty.joint) } : {}) }),
      )
  }
  const open: Duty[] = topic.seeds
    .flatMap((seed) =>
      rng
        .shuffle(seed.duties)
        .slice(0, topic.seeds.length > 1 ? 1 : 3)
        .map((duty) => ({ seed, duty })),
    )
    .filter(({ duty }) => company.admit(duty.body))
    .map(({ seed, duty }) => {
      const partner = rng.chance(0.28)
        ? [seed.lead, ...seed.partners].find((form) => form !== duty.body && company.admit(form))
        : undefined
      return { body: say(duty.body), partner: partner ? say(partner) : null, what: fill(duty.what, date, place) }
    })
  const [first, second, ...rest] = open
  if (first && second && !first.partner && !second.partner && first.body !== second.body && rng.chance(0.3))
    return [doubleSentence(first, second), ...rest.map((duty) => dutySentence(duty, date, rng))]
  return open.map((duty) => dutySentence(duty, date, rng))
}

const headingOf = (topic: Topic, policies: readonly PrintedPolicy[], ctx: DocumentContext): Heading => {
  const subject = topic.mode === 'law' ? `《${topic.seeds[0]?.title}》` : subjectOf(topic, policies, ctx)
  const own = makeHeading(topic.mode, subject, ctx.rng)
  return topic.spirit ? joinHeadings(makeHeading('convey', matterOf(topic.spirit, ctx), ctx.rng), own) : own
}

/** Writes one item of the agenda and the truth about it. */
export const composeItem = (topic: Topic, ctx: DocumentContext): ItemDraft => {
  const company = new Company()
  const made = outcome(topic, company, ctx)
  const heading = headingOf(topic, made.policies, ctx)
  const duties = topic.mode === 'reject' || topic.shelve ? [] : dutiesOf(topic, company, ctx)
  const cite = citeSentence(topic, ctx)
  const spirit = topic.spirit ? `会议传达了${matterOf(topic.spirit, ctx)}。` : ''
  const background = backgroundParagraph(topic, cite?.place === 'background' ? cite.text : null, ctx)
  const demands = demandParagraphs(topic, made.abbreviation, cite?.place === 'demands' ? cite.text : null, duties, ctx)
  const paragraphs = [spirit + made.text, ...(background ? [background] : []), ...demands]
  const laws = topic.mode === 'law' ? [{ title: topic.seeds[0]?.title ?? '' }] : []
  const cites: GoldCite[] = [...laws, ...(cite?.cites ?? [])]
  const whole = [heading.text, ...paragraphs].join('\n')
  return {
    gold: {
      heading: heading.text,
      verbs: heading.verbs,
      policies: made.policies.map((policy) => ({
        title: policy.title,
        ...(made.abbreviation ? { abbreviation: made.abbreviation } : {}),
        ...(topic.unnamed ? { unnamed: topic.unnamed } : {}),
      })),
      cites,
      decisions: made.decisions,
      tasks: duties.flatMap((duty) => duty.tasks),
      bodies: ctx.finder(whole),
    },
    agenda: heading.agenda,
    paragraphs,
    policies: made.policies,
    cited: [...laws.map(() => null), ...(cite?.policies ?? [])],
    topic,
  }
}
