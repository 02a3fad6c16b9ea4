import type { DocumentContext } from './context.ts'
import type { Seed } from './domain.ts'
import type { GoldCite } from './gold.ts'
import { DOUBTS } from './tables/outcomes.ts'
import { BY_LINK, SAYS } from './tables/sentences.ts'
import { SUPERIOR } from './tables/superior.ts'
import { BROAD } from './tables/windows.ts'
import { fill } from './titles.ts'
import { comesYearly, type Topic } from './topic.ts'

/** Sentences that name other documents, where they belong, and what they name. */
export type CiteSentence = {
  text: string
  place: 'background' | 'demands'
  cites: GoldCite[]
  policies: (string | null)[]
}

const fixedCite = (topic: Topic, ctx: DocumentContext): CiteSentence | null => {
  if (!topic.cites?.length) return null
  const { date } = ctx.meeting
  const cites = topic.cites.map(({ title, docNumber }) => ({
    title: fill(title, date, ctx.place),
    ...(docNumber ? { docNumber: fill(docNumber, date, ctx.place) } : {}),
  }))
  return {
    text: topic.cites.map((cite) => cite.sentence).join(''),
    place: 'background',
    cites,
    policies: topic.cites.map((cite) => cite.policy ?? null),
  }
}

/** Words that any title may have. */
const COMMON =
  /管理|办法|实施|行动|计划|建设|工作|方案|发展|推进|加快|关于|加强|若干|措施|意见|规定|条例|三年|专项|规划|促进|体系|重点|安排|年度|城市|全市|市级|完善|服务|[（）{}\d—年市的和]/gu

const shareTopic = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((title) => title.replace(/澜州/gu, '').replace(COMMON, '·'))
  if (!left || !right) return false
  return Array.from({ length: left.length - 1 }, (_, at) => left.slice(at, at + 2)).some(
    (pair) => !pair.includes('·') && right.includes(pair),
  )
}

/** A document of the same domain that was issued some months ago. */
const ownCite = (topic: Topic, ctx: DocumentContext): CiteSentence | null => {
  const own = new Set(topic.seeds.map((seed) => seed.id))
  const candidates = ctx.issued.filter(
    (one) =>
      one.domain === topic.domain &&
      one.meeting < ctx.meeting.index - 2 &&
      topic.seeds.some((seed) => shareTopic(seed.title, one.title)) &&
      !own.has(one.policy.split('/')[0] ?? ''),
  )
  if (!candidates.length) return null
  const cited = ctx.rng.pick(candidates)
  const sentence = ctx.pool.take(BY_LINK, 1000)
  if (!sentence) return null
  const text = sentence.replace('{文}', `《${cited.title}》（${cited.docNumber}）`)
  return {
    text,
    place: 'demands',
    cites: [{ title: cited.title, docNumber: cited.docNumber }],
    policies: [cited.policy],
  }
}

const superiorCite = (topic: Topic, ctx: DocumentContext): CiteSentence | null => {
  const titles = topic.seeds.map((seed) => seed.title).join()
  const fitting = (SUPERIOR[topic.domain] ?? [])
    .filter((one) => (one.from ?? '') <= ctx.meeting.date)
    .filter((one) => !one.about || new RegExp(one.about, 'u').test(titles))
  const sentence = ctx.pool.take(
    fitting.map((one) => one.sentence),
    2,
  )
  const cited = fitting.find((one) => one.sentence === sentence)
  if (!cited) return null
  return {
    text: cited.sentence.replace('{文}', `《${cited.title}》`),
    place: 'background',
    cites: [{ title: cited.title }],
    policies: [null],
  }
}

export const citeSentence = (topic: Topic, ctx: DocumentContext): CiteSentence | null => {
  if (topic.cites) return fixedCite(topic, ctx)
  if (topic.mode !== 'approve' || topic.terse) return null
  const roll = ctx.rng.next()
  return (roll < 0.3 ? ownCite(topic, ctx) : null) ?? (roll > 0.15 ? superiorCite(topic, ctx) : null)
}

/** Own sentences until there are enough; a yearly edition has one a year, for there is a next year. */
const ownBackground = (topic: Topic, seed: Seed, most: number, ctx: DocumentContext): string[] => {
  const out: string[] = []
  const enough = topic.seeds.length > 1 || topic.spirit || topic.notes ? 60 : 130
  while (out.join('').length < (comesYearly(seed) ? 1 : enough)) {
    const sentence = ctx.pool.next(seed.background, most)
    if (sentence === null) break
    out.push(sentence)
  }
  return out
}

const doubtful: ReadonlySet<string> = new Set(['defer', 'refuse', 'reject'])

/** 会议指出 and the like in front of the first sentence, where the document speaks so. */
export const say = (kind: 'background' | 'demands', text: string, ctx: DocumentContext) =>
  ctx.style.says && !/^(?:会议|与会|此件|按照市政府)/u.test(text) ? ctx.rng.pick(SAYS[kind]) + text : text

/** Why the matter stands before the meeting; `null` where nothing is left to say. */
export const backgroundParagraph = (topic: Topic, cite: string | null, ctx: DocumentContext): string | null => {
  const { pool } = ctx
  const sentences: (string | null)[] = [...(topic.notes ?? [])]
  if (!topic.terse) {
    const most = ctx.meeting.index < 40 ? 1 : 1000
    for (const seed of topic.seeds) sentences.push(...ownBackground(topic, seed, most, ctx))
    if (topic.spirit) sentences.push(pool.next(topic.spirit.background, most))
    const domain = ctx.domains.get(topic.domain)
    const length = sentences.join('').length
    if (length < (topic.seeds.some((seed) => BROAD.includes(seed.id)) ? 85 : 40))
      sentences.push(pool.take(domain?.background ?? [], ctx.meeting.index < 40 ? 3 : 1000))
  }
  if (cite) sentences.push(cite)
  const told = sentences
    .filter((sentence) => sentence !== null)
    .map((sentence) => fill(sentence, ctx.meeting.date, ctx.place))
  if (doubtful.has(topic.mode) && !topic.notes) told.push(pool.take(DOUBTS, 1000) ?? '')
  const text = told.join('')
  return text ? say('background', text, ctx) : null
}
