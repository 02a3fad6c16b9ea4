import type { Domain, Seed } from './domain.ts'
import type { Rng } from './prng.ts'
import { isYearly, type Mode, type Topic } from './topic.ts'

const weighted = <T>(rng: Rng, choices: readonly (readonly [T, number])[]): T => {
  let left = rng.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of choices) {
    left -= weight
    if (left < 0) return value
  }
  throw new Error('no choices')
}

type Next = NonNullable<Topic['next']>

/** Where a document goes after the meeting, by what kind of document it is. */
const nextOf = (seed: Seed, domain: string, rng: Rng): Next => {
  const { title } = seed
  if (title.endsWith('条例')) return 'congress'
  if (/预算调整/u.test(title)) return 'congress'
  if (/规划（/u.test(title))
    return weighted<Next>(rng, [
      ['province', 3],
      ['government', 5],
      ['party', 2],
    ])
  if (/意见$|若干措施$|体制/u.test(title))
    return weighted<Next>(rng, [
      ['party', 5],
      ['government', 2],
      ['office', 2],
      ['plain', 2],
      ['reform', 1],
    ])
  if (/办法$|规定$|细则$/u.test(title))
    return weighted<Next>(rng, [
      ['government', 5],
      ['plain', 3],
      ['office', 2],
    ])
  if (domain === 'safety')
    return weighted<Next>(rng, [
      ['safety', 3],
      ['office', 3],
      ['plain', 3],
    ])
  return weighted<Next>(rng, [
    ['office', 4],
    ['plain', 4],
    ['government', 2],
    ['party', 2],
  ])
}

const stageOf = (seed: Seed, next: Next, rng: Rng): string | null => {
  if (next === 'congress' && seed.title.endsWith('条例')) return '草案'
  if (isYearly(seed) && rng.chance(0.15)) return '草案'
  return rng.chance(0.12) ? rng.pick(['送审稿', '送审稿', '讨论稿']) : null
}

const matterMode = (title: string, rng: Rng): Mode => {
  if (title.includes('情况'))
    return weighted<Mode>(rng, [
      ['agree-report', 4],
      ['hear', 4],
      ['notify', 2],
    ])
  if (title.endsWith('工作'))
    return weighted<Mode>(rng, [
      ['arrange', 5],
      ['study', 2],
      ['agree-report', 2],
    ])
  return weighted<Mode>(rng, [
    ['study', 5],
    ['agree-report', 4],
  ])
}

/** What a meeting will most likely do with a seed that has no story. */
export const ordinaryTopic = (seed: Seed, domain: Domain, rng: Rng): Topic => {
  const base = { seeds: [seed], domain: domain.id, stage: null }
  if (seed.is === 'spirit') return { ...base, mode: 'convey' }
  if (seed.is === 'matter') return { ...base, mode: matterMode(seed.title, rng) }
  const next = nextOf(seed, domain.id, rng)
  const unnamed = /意见$|方案$/u.test(seed.title) && !isYearly(seed) && rng.chance(0.1) ? rng.int(2, 4) : 0
  return { ...base, mode: 'approve', next, stage: stageOf(seed, next, rng), ...(unnamed ? { unnamed } : {}) }
}
