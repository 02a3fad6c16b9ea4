import { useMemo } from 'react'
import type { GraphEdge } from '../../../model/graph.ts'
import { type Part, spansOfPart } from '../../state/document-parts.ts'
import { factsIn, isRollFact, sortFacts } from '../../state/facts.ts'
import type { GraphTab } from '../../state/url-state.ts'
import { useReading } from './reading.tsx'

export type Scope = { is: 'item'; seq: number } | { is: 'agenda' } | { is: 'roll' }

/** What the panel shows: the part being read, or what its tab says. */
export const scopeOf = (tab: GraphTab, part: Part): Scope => {
  if (tab !== 'part') return { is: tab }
  return part.is === 'head' ? { is: 'agenda' } : part
}

/** Facts read in the scope, weightiest first. */
export const useFacts = (scope: Scope): GraphEdge[] => {
  const { document, blocks } = useReading()
  const seq = scope.is === 'item' ? scope.seq : null
  return useMemo(() => {
    if (scope.is === 'roll') return sortFacts(document.facts.filter(isRollFact))
    if (seq === null) return sortFacts(document.facts.filter((edge) => !isRollFact(edge)))
    return factsIn(document.facts, document.id, spansOfPart(blocks, { is: 'item', seq }))
  }, [document, blocks, scope.is, seq])
}
