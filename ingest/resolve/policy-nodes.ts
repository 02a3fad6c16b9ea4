import type { PolicyFamily } from '../../model/graph.ts'
import { POLICY_FAMILIES, TITLE_TAIL } from '../lexicon/policy-families.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { KnownPolicy, Policies } from './policies.ts'
import { editionOf } from './policy-key.ts'

const ENDINGS = POLICY_FAMILIES.flatMap(([family, words]) => words.map((word) => ({ family, word }))).sort(
  (a, b) => b.word.length - a.word.length,
)

/** Of the title without brackets behind it. */
export const familyOf = (key: string): PolicyFamily => {
  const plain = key.replace(TITLE_TAIL, '').replace(/"+$/u, '')
  return ENDINGS.find(({ word }) => plain.endsWith(word))?.family ?? 'other'
}

const stagesOf = ({ uses }: KnownPolicy): string[] => [
  ...new Set(uses.flatMap(({ stage, considered }) => (considered && stage !== null ? [stage] : []))),
]

export const addPolicies = (policies: Policies, graph: GraphBuilder): void => {
  for (const policy of policies.all)
    graph.node({
      id: policy.id,
      jurisdiction: graph.jurisdiction.id,
      kind: 'policy',
      label: policy.title,
      title: policy.title,
      forms: policy.forms,
      family: familyOf(policy.key),
      edition: editionOf(policy.key)?.year ?? null,
      stages: stagesOf(policy),
    })
}
