import type { PolicyTie } from '../../../model/inference.ts'
import { byCodeUnits } from '../../../model/order.ts'
import {
  IMPLEMENTING_ENDINGS,
  IMPLEMENTING_WORDS,
  PLAN_ENDINGS,
  REPEALING_WORDS,
  REVISING_WORDS,
  TRIAL,
} from '../../lexicon/policy-ties.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { KnownPolicy, Policies } from '../policies.ts'
import { editionOf, withoutStage } from '../policy-key.ts'

type TieType = 'REVISES' | 'REPEALS' | 'IMPLEMENTS'
type Tie = { type: TieType; from: KnownPolicy; to: KnownPolicy; by: PolicyTie }

const INNER = /[<《](?<title>[^<>《》]{2,80})[>》]/gu
const WORDS: readonly (readonly [TieType, readonly string[]])[] = [
  ['REPEALS', REPEALING_WORDS],
  ['REVISES', REVISING_WORDS],
  ['IMPLEMENTS', IMPLEMENTING_WORDS],
]
const endsWithOne = (text: string, words: readonly string[]): string | undefined =>
  words.find((word) => text.endsWith(word))

/** 关于修订〈X〉的决定, 〈X〉实施细则: a title that names another. */
const namedInside = (policy: KnownPolicy, policies: Policies): Tie[] =>
  [...withoutStage(policy.title).matchAll(INNER)].flatMap((match) => {
    const to = policies.withTitle(match.groups?.['title'] ?? '')
    const before = match.input.slice(0, match.index)
    const after = match.input.slice(match.index + match[0].length)
    const type =
      WORDS.find(([, words]) => endsWithOne(before, words))?.[0] ??
      (endsWithOne(after, IMPLEMENTING_ENDINGS) ? 'IMPLEMENTS' : null)
    return to && type ? [{ type, from: policy, to, by: 'title' as const }] : []
  })

/** X管理办法实施细则 → X管理办法, 落实X计划的扶持政策 → X计划; `null` for a title that carries out nothing. */
const planOf = (key: string): string | null => {
  const plain = key.replace(TRIAL, '')
  const ending = endsWithOne(plain, IMPLEMENTING_ENDINGS)
  if (ending === undefined) return null
  const rest = plain.slice(0, -ending.length).replace(/的$/u, '')
  const word = IMPLEMENTING_WORDS.find((one) => rest.startsWith(one))
  return rest.slice(word?.length ?? 0) || null
}

const carriedOut = (policy: KnownPolicy, policies: Policies): Tie[] => {
  const plan = planOf(policy.key)
  const to = plan === null ? null : policies.withTitle(plan)
  return to ? [{ type: 'IMPLEMENTS', from: policy, to, by: 'title' }] : []
}

/** X办法 after X办法(试行). */
const afterTrial = (policy: KnownPolicy, policies: Policies): Tie[] => {
  if (!TRIAL.test(policy.key)) return []
  const formal = policies.withTitle(policy.key.replace(TRIAL, ''))
  return formal ? [{ type: 'REVISES', from: formal, to: policy, by: 'trial' }] : []
}

const addSiblings = (policies: Policies, graph: GraphBuilder): void => {
  const byPlan = new Map<string, KnownPolicy[]>()
  for (const policy of policies.all) {
    const plan = planOf(policy.key)
    if (plan !== null && endsWithOne(plan, PLAN_ENDINGS)) byPlan.set(plan, [...(byPlan.get(plan) ?? []), policy])
  }
  for (const [plan, siblings] of byPlan) {
    const sorted = [...siblings].sort((a, b) => byCodeUnits(a.id, b.id))
    for (const [at, a] of sorted.entries())
      for (const b of sorted.slice(at + 1))
        graph.inferred({ type: 'SIBLING_OF', from: a.id, to: b.id, props: { plan } }, dayOf(b), firstPlaces(a, b))
  }
}

const dayOf = ({ uses }: KnownPolicy): string | null => uses.find(({ day }) => day !== null)?.day ?? null
export const firstPlaces = (...policies: KnownPolicy[]) =>
  policies.flatMap(({ uses }) => uses.slice(0, 1).map(({ evidence }) => evidence))

/** Each edition to the one before it: the same title of an earlier year or period. */
const addEditions = (policies: Policies, graph: GraphBuilder): void => {
  const series = new Map<string, { year: number; policy: KnownPolicy }[]>()
  for (const policy of policies.all) {
    const edition = editionOf(policy.key)
    if (edition) series.set(edition.series, [...(series.get(edition.series) ?? []), { year: edition.year, policy }])
  }
  for (const editions of series.values()) {
    const years = [...new Set(editions.map(({ year }) => year))].sort((a, b) => a - b)
    for (const { year, policy } of editions) {
      const of = years[years.indexOf(year) - 1]
      for (const before of editions.filter((one) => one.year === of))
        graph.inferred(
          { type: 'EDITION_OF', from: policy.id, to: before.policy.id, props: { edition: year, of: before.year } },
          dayOf(policy),
          firstPlaces(policy, before.policy),
        )
    }
  }
}

/** What titles say of each other: editions, revisions, repeals, what carries out what, and what goes together. */
export const addPolicyTies = (policies: Policies, graph: GraphBuilder): void => {
  for (const policy of policies.all)
    for (const { type, from, to, by } of [
      ...namedInside(policy, policies),
      ...carriedOut(policy, policies),
      ...afterTrial(policy, policies),
    ])
      if (from !== to)
        graph.inferred({ type, from: from.id, to: to.id, props: { by } }, dayOf(from), firstPlaces(from, to))
  addSiblings(policies, graph)
  addEditions(policies, graph)
}
