import { byCodeUnits } from '../../../model/order.ts'
import { NUMERAL_CLASS } from '../../lexicon/numerals.ts'
import { TRIAL } from '../../lexicon/policy-ties.ts'
import type { Bodies } from '../bodies.ts'
import { monthsBetween } from '../days.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import { once } from '../once.ts'
import type { KnownPolicy, Policies } from '../policies.ts'
import { firstPlaces } from './policy-ties.ts'

/** Likeness of titles from which two policies may be one, and from which they likely are. */
const POSSIBLE = 0.85
const LIKELY = 0.92
const MONTHS = 12

type Candidate = { policy: KnownPolicy; days: string[]; pairs: () => Map<string, number>; size: number }

const pairsOf = (key: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < key.length; at++) {
    const pair = key.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** No likeness is greater than what the lengths allow; most pairs end here. */
const mayBeLike = ({ size: a }: Candidate, { size: b }: Candidate): boolean =>
  !((2 * Math.min(a, b)) / (a + b) < POSSIBLE)

/** Twice the pairs of signs that both have, over the pairs of both: 1 for equal titles. */
const likeness = (a: Candidate, b: Candidate): number => {
  const others = b.pairs()
  let both = 0
  for (const [pair, count] of a.pairs()) both += Math.min(count, others.get(pair) ?? 0)
  return (2 * both) / (a.size + b.size)
}

const NUMBERS = new RegExp(`[0-9${NUMERAL_CLASS}]+|${TRIAL.source}`, 'gu')
/** Two that differ in a number alone are two parts or editions of one thing. */
const withoutNumbers = (key: string): string => key.replace(NUMBERS, '')

const near = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.some((other) => Math.abs(monthsBetween(one, other)) <= MONTHS))

const byLead = (policies: Policies, bodies: Bodies): Map<string, Candidate[]> => {
  const all = new Map<string, Candidate[]>()
  for (const policy of policies.all) {
    const considered = policy.uses.filter((use) => use.considered)
    const days = [...new Set(considered.flatMap(({ day }) => (day === null ? [] : [day])))]
    const leads = new Set(considered.flatMap((use) => use.leads.map((lead) => bodies.id(lead))))
    // Most policies have none beside them that comes near in time and length.
    const pairs = once(() => pairsOf(policy.key))
    const candidate = { policy, days, pairs, size: Math.max(0, policy.key.length - 1) }
    for (const lead of leads) {
      const known = all.get(lead)
      if (known) known.push(candidate)
      else all.set(lead, [candidate])
    }
  }
  return all
}

/** Policies of one lead body within a year whose titles hardly differ: candidates for a person to look at, never made one. */
export const addPolicyDoubts = (policies: Policies, bodies: Bodies, graph: GraphBuilder): void => {
  for (const candidates of byLead(policies, bodies).values())
    for (const [at, one] of candidates.entries())
      for (const other of candidates.slice(at + 1)) {
        if (!mayBeLike(one, other) || !near(one.days, other.days) || policies.areTwo(one.policy, other.policy)) continue
        const like = likeness(one, other)
        if (like < POSSIBLE) continue
        if (withoutNumbers(one.policy.key) === withoutNumbers(other.policy.key)) continue
        const [a, b] = [one.policy, other.policy].sort((x, y) => byCodeUnits(x.id, y.id))
        if (!a || !b) continue
        const why = [
          { code: 'similar_title' as const, weight: Math.round(like * 100) / 100 },
          { code: 'same_lead' as const, weight: 1 },
        ]
        const grade = like >= LIKELY ? 'likely' : 'possible'
        graph.inferred({ type: 'POSSIBLY_SAME', from: a.id, to: b.id, props: { grade, why } }, null, firstPlaces(a, b))
      }
}
