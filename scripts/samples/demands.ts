import type { DocumentContext } from './context.ts'
import type { DutySentence } from './duties.ts'
import { say } from './prose.ts'
import { BY_ALIAS } from './tables/sentences.ts'
import { BROAD } from './tables/windows.ts'
import { fill } from './titles.ts'
import { comesYearly, type Topic } from './topic.ts'

const SHORT = 30
/** A broad plan may ask for more. */
const BRIEF = 75

const ownDemands = (topic: Topic, ctx: DocumentContext): (string | null)[] => {
  const once = ctx.meeting.index < 40 ? 1 : 1000
  if (topic.terse) return []
  const each = topic.seeds.length > 1 || topic.seeds.some(comesYearly) || topic.spirit ? 1 : 3
  const own = topic.seeds.flatMap((seed) => Array.from({ length: each }, () => ctx.pool.next(seed.demands, once)))
  return topic.spirit ? [ctx.pool.next(topic.spirit.demands, once), ...own] : own
}

/** What the meeting asks: of collectives first, then of named bodies; one paragraph, or two where there is much. */
export const demandParagraphs = (
  topic: Topic,
  alias: string | null,
  link: string | null,
  duties: readonly DutySentence[],
  ctx: DocumentContext,
): string[] => {
  const { pool, rng } = ctx
  const domain = ctx.domains.get(topic.domain)?.demands ?? []
  const general = () => pool.take(domain, ctx.meeting.index < 40 ? 3 : 1000)
  const asked = ownDemands(topic, ctx)
  if (!topic.terse && asked.join('').length < (topic.seeds.some((seed) => BROAD.includes(seed.id)) ? BRIEF : SHORT))
    asked.push(general())
  const byAlias = alias ? pool.take(BY_ALIAS, 1000)?.replace('{简}', alias) : null
  const collective = [...asked, byAlias ?? null, link]
    .filter((sentence) => sentence !== null)
    .map((text) => fill(text, ctx.meeting.date, ctx.place))
  const named = duties.map((duty) => duty.text)
  const split = collective.join('').length > 170 || (named.join('').length > 40 && rng.chance(0.45))
  const paragraphs = split ? [collective.join(''), named.join('')] : [collective.join('') + named.join('')]
  return paragraphs
    .filter((text) => text)
    .map((text, at) => (at === 0 && collective.length ? say('demands', text, ctx) : text))
}
