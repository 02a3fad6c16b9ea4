import { byCodeUnits } from '../../model/order.ts'
import { type WorkEntry, WorkKind } from '../../model/work-list.ts'
import { eventDoubts } from './event-doubts.ts'
import { contradictions, missingNumbers, possiblySame, unknownBodies } from './graph-doubts.ts'
import type { Found, WorkMatter } from './matter.ts'
import { readDoubts } from './read-doubts.ts'
import { weigher } from './weight.ts'

const RANK = new Map(WorkKind.options.map((kind, at) => [kind, at]))

const rank = ({ kind }: WorkEntry): number => RANK.get(kind) ?? RANK.size

/** One matter found in two documents of a meeting is one entry with evidence in both. */
const merged = (found: readonly Found[]): Found[] => {
  const byId = new Map<string, Found>()
  for (const one of found) {
    const known = byId.get(one.id)
    byId.set(one.id, known ? { ...known, evidence: [...known.evidence, ...one.evidence] } : one)
  }
  return [...byId.values()]
}

/**
 * What a person has to look at: that on which most of the graph hangs first, then by kind, then by id. What was settled or accepted
 * is not in it. Depends on nothing but what it is given, in whatever order.
 */
export const workList = (matter: WorkMatter): WorkEntry[] => {
  const weigh = weigher(matter.graph)
  const documents = [...matter.documents].sort((a, b) => byCodeUnits(a.id, b.id))
  const found = [
    ...eventDoubts(matter),
    ...readDoubts({ ...matter, documents }),
    ...unknownBodies(matter),
    ...possiblySame(matter),
    ...contradictions(matter),
    ...missingNumbers(matter),
  ]
  return merged(found)
    .filter(({ id, settledBy }) => !(matter.accepted.has(id) && settledBy.includes('accept')))
    .map((one) => ({ ...one, weight: weigh(one.nodes.map(({ id }) => id)) }))
    .sort((a, b) => b.weight - a.weight || rank(a) - rank(b) || byCodeUnits(a.id, b.id))
}
