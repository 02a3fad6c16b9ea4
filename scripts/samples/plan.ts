import type { Meeting } from './calendar.ts'
import { addDays, monthOf, yearOf } from './days.ts'
import type { Domain, Seed } from './domain.ts'
import { ordinaryTopic } from './plan-modes.ts'
import type { Rng } from './prng.ts'
import { FIXED_TOPICS } from './stories/fixed.ts'
import { STORY_DOMAINS, STORY_SEEDS } from './stories/seeds.ts'
import { MONTHS, RECURRING, SPANS, YEARLY_MONTHS } from './tables/windows.ts'
import { isYearly, type Topic } from './topic.ts'

/** A topic that waits for a meeting, and the meetings that would do (indices). */
type Waiting = { topic: Topic; meetings: number[] }

const MOST = 12
const BLOCK = 36

const monthsOf = (seed: Seed): readonly number[] | null =>
  MONTHS.find(([word]) => seed.title.includes(word))?.[1] ?? (isYearly(seed) ? YEARLY_MONTHS : null)

/** 三年行动计划（2022—2024年） is made in its first year, or late in the one before. */
const spanOf = (seed: Seed): readonly [string, string] => {
  const known = SPANS[seed.id]
  if (known) return known
  const first = /（(20\d\d)—20\d\d年）/u.exec(seed.title)?.[1]
  if (!first) return ['0000-01-01', '9999-12-31']
  const year = Number(first)
  return year < 2022 ? ['2022-01-01', '2022-12-31'] : [`${year - 1}-10-01`, `${year}-09-30`]
}

const suits = (seed: Seed, meeting: Meeting, inStoryYears: boolean): boolean => {
  const months = monthsOf(seed)
  if (months && !months.includes(monthOf(meeting.date))) return false
  const [from, until] = spanOf(seed)
  return !inStoryYears || (from <= meeting.date && meeting.date <= until)
}

/** The fixed stories, for the meetings that there are. */
const fixedTopics = (meetings: readonly Meeting[], domains: readonly Domain[]): Topic[][] => {
  const homes = new Map(
    domains.flatMap((domain) => domain.seeds.map((seed) => [seed.id, { seed, domain: domain.id }] as const)),
  )
  for (const seed of STORY_SEEDS) homes.set(seed.id, { seed, domain: STORY_DOMAINS[seed.id] ?? 'justice' })
  return meetings.map((meeting) =>
    FIXED_TOPICS.filter((fixed) => fixed.ordinal === meeting.ordinal).map((fixed): Topic => {
      const found = fixed.seeds.map((id) => {
        const home = homes.get(id)
        if (!home) throw new Error(`no seed ${id} for the stories`)
        return home
      })
      const { ordinal: _, seeds: __, ...rest } = fixed
      return { stage: null, ...rest, seeds: found.map(({ seed }) => seed), domain: found[0]?.domain ?? '' }
    }),
  )
}

/** Some documents of one body come as one item; some items convey a meeting and decide on a document. */
const join = (topics: readonly Topic[], rng: Rng): Topic[] => {
  const out: Topic[] = []
  let [pairs, spirits] = [0, 0]
  for (const topic of topics) {
    const seed = topic.seeds[0]
    const before = out.find(
      (one) =>
        one.domain === topic.domain &&
        one.mode === 'approve' &&
        topic.mode === 'approve' &&
        one.seeds.length === 1 &&
        one.stage === topic.stage &&
        !one.unnamed &&
        !topic.unnamed &&
        !one.seeds.some(isYearly) &&
        seed &&
        !isYearly(seed) &&
        spanOf(seed)[1].startsWith('9999') &&
        spanOf(one.seeds[0] ?? seed)[1].startsWith('9999') &&
        one.next === topic.next &&
        (one.seeds[0]?.lead === seed?.lead || pairs % 3 === 2),
    )
    if (before && pairs < 11 && rng.chance(0.5)) {
      out[out.indexOf(before)] = { ...before, seeds: [...before.seeds, ...topic.seeds] }
      pairs++
      continue
    }
    const host =
      topic.mode === 'convey'
        ? out.find(
            (one) =>
              one.domain === topic.domain &&
              one.mode === 'approve' &&
              one.seeds.length === 1 &&
              !one.seeds.some(isYearly),
          )
        : null
    if (host && seed && spirits < 5 && rng.chance(0.4)) {
      out[out.indexOf(host)] = { ...host, spirit: seed }
      spirits++
      continue
    }
    out.push(topic)
  }
  return out
}

/** Everything that may come before the meetings of one block of three years. */
const waiting = (meetings: readonly Meeting[], domains: readonly Domain[], block: number, rng: Rng): Waiting[] => {
  const storied = new Set(block === 0 ? FIXED_TOPICS.flatMap((fixed) => fixed.seeds) : [])
  const open = domains.flatMap((domain) =>
    domain.seeds.filter((seed) => !storied.has(seed.id)).map((seed) => ({ seed, domain })),
  )
  const years = [...new Set(meetings.map((meeting) => yearOf(meeting.date)))]
  const within = (seed: Seed, year?: number) =>
    meetings
      .filter((m) => suits(seed, m, block === 0) && (year === undefined || yearOf(m.date) === year))
      .map((m) => m.index)
  const again = open.filter(({ seed }) => isYearly(seed) || RECURRING.includes(seed.id))
  const yearly = again.flatMap(({ seed, domain }) =>
    years.map((year) => ({ topic: ordinaryTopic(seed, domain, rng), meetings: within(seed, year) })),
  )
  const once = rng
    .shuffle(open.filter((one) => !again.includes(one)))
    .map(({ seed, domain }) => ordinaryTopic(seed, domain, rng))
  const single = join(once, rng).map((topic) => ({
    topic,
    meetings: [...topic.seeds, ...(topic.spirit ? [topic.spirit] : [])]
      .map((seed) => within(seed))
      .reduce((a, b) => a.filter((n) => b.includes(n))),
  }))
  return [...yearly, ...single]
}

const load = (topics: readonly Topic[], topic: Topic) =>
  topics.filter((one) => one.domain === topic.domain).length * 0.35 +
  topics.filter((one) => one.mode === topic.mode && one.mode !== 'approve').length * 0.2

/** Which topics come at which meeting, in the order of the items; by index of the meeting. */
export const planTopics = (meetings: readonly Meeting[], domains: readonly Domain[], rng: Rng): Topic[][] => {
  const plan = fixedTopics(meetings, domains)
  for (let block = 0; block * BLOCK < meetings.length; block++) {
    const span = meetings.slice(block * BLOCK, (block + 1) * BLOCK)
    const own = rng.fork(`block ${block}`)
    const pool = own.shuffle(waiting(span, domains, block, own)).sort((a, b) => a.meetings.length - b.meetings.length)
    const wanted = new Map(span.map((meeting) => [meeting.index, own.int(5, MOST)]))
    for (const { topic, meetings: allowed } of pool) {
      const free = allowed.filter((index) => (plan[index]?.length ?? MOST) < MOST)
      const cost = (index: number) => {
        const there = plan[index] ?? []
        return there.length / (wanted.get(index) ?? 8) + load(there, topic) + own.next() * 0.2
      }
      const costs = free.map((index) => ({ index, cost: cost(index) })).sort((a, b) => a.cost - b.cost)
      const chosen = costs[0]?.index
      if (chosen !== undefined) plan[chosen]?.push(topic)
    }
  }
  return plan.map((topics, index) => inOrder(topics, rng.fork(`order ${index}`)))
}

/** Conveyed meetings and studied laws stand first, repeals last. */
const inOrder = (topics: readonly Topic[], rng: Rng): Topic[] => {
  const rank = (topic: Topic) =>
    topic.mode === 'law' ? 0 : topic.mode === 'convey' || topic.spirit ? 1 : topic.mode === 'repeal' ? 9 : 5
  return rng.shuffle(topics).sort((a, b) => rank(a) - rank(b))
}

/** The day until which the cast must be known. */
export const lastDay = (meetings: readonly Meeting[]) => addDays(meetings.at(-1)?.date ?? '2022-01-01', 1)
