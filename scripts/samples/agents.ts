import type { Agents } from './gold.ts'
import type { Rng } from './prng.ts'

/** Who acts: the words that stand in front of the verb, and what they say of each body. */
export type AgentPhrase = Agents & { text: string }

const only = (lead: string[]): Agents => ({ lead, joint: [], cooperating: [] })

const COLLECTIVES = ['相关部门', '有关部门', '各相关部门和单位', '有关区县']

/** 由A… in one of the ways of the genre; which one depends on how many bodies there are. */
export const agentPhrase = (lead: string, partners: readonly string[], rng: Rng): AgentPhrase => {
  const [first, second] = partners
  if (!first) {
    if (rng.chance(0.25)) return { text: `由${lead}会同${rng.pick(COLLECTIVES)}`, ...only([lead]) }
    return { text: `由${lead}`, ...only([lead]) }
  }
  const roll = rng.next()
  const rest = partners.slice(0, 3)
  if (roll < 0.3) return { text: `由${lead}会同${rest.join('、')}`, lead: [lead], joint: rest, cooperating: [] }
  if (roll < 0.42) return { text: `由${lead}会${first}`, lead: [lead], joint: [first], cooperating: [] }
  if (roll < 0.72)
    return { text: `由${lead}牵头，${rest.join('、')}配合，`, lead: [lead], joint: [], cooperating: rest }
  if (roll < 0.8) return { text: `由${lead}牵头，${rest.join('、')}参与，`, lead: [lead], joint: [], cooperating: rest }
  if (roll < 0.88 && second) {
    return { text: `由${lead}牵头，会同${first}、${second}`, lead: [lead], joint: [first, second], cooperating: [] }
  }
  if (roll < 0.94) return { text: `由${lead}、${first}`, ...only([lead, first]) }
  return { text: `由${lead}和${first}`, ...only([lead, first]) }
}
