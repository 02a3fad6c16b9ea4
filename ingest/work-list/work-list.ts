import type { NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import { type WorkEntry, WorkKind } from '../../model/work-list.ts'
import { mentionFinder } from '../curation/mentions-of.ts'
import { contradictions } from './contradictions.ts'
import { eventDoubts } from './event-doubts.ts'
import { missingNumbers, possiblySame, unknownBodies } from './graph-doubts.ts'
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

type Subjects = WorkEntry['subjects']

/** What is said of nodes is said of a mention: the first of each. */
const subjectFinder = ({ graph, documents }: WorkMatter): ((nodes: Found['nodes']) => Subjects) => {
  const mentions = mentionFinder(graph, new Map(documents.map(({ id, record }) => [id, record])))
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const known = new Map<NodeId, Subjects>()
  const subjects = (id: NodeId): Subjects => {
    const node = nodes.get(id)
    return (node ? mentions(node) : []).slice(0, 1).map((mention) => ({ node: id, mention }))
  }
  return (named) =>
    named.flatMap(({ id }) => {
      const found = known.get(id) ?? subjects(id)
      known.set(id, found)
      return found
    })
}

/**
 * What a person has to look at: that on which most of the graph hangs first, then by kind, then by id. What was settled or accepted
 * is not in it. Depends on nothing but what it is given, in whatever order.
 */
export const workList = (matter: WorkMatter): WorkEntry[] => {
  const weigh = weigher(matter.graph)
  const subjectsOf = subjectFinder(matter)
  const documents = [...matter.documents].sort((a, b) => byCodeUnits(a.id, b.id))
  const found = [
    ...eventDoubts(matter),
    ...readDoubts({ ...matter, documents }),
    ...unknownBodies(matter),
    ...possiblySame(matter),
    ...contradictions({ ...matter, documents }),
    ...missingNumbers(matter),
  ]
  return merged(found)
    .filter(({ id, settledBy }) => !(matter.accepted.has(id) && settledBy.includes('accept')))
    .map((one) => ({ ...one, weight: weigh(one.nodes.map(({ id }) => id)), subjects: subjectsOf(one.nodes) }))
    .sort((a, b) => b.weight - a.weight || rank(a) - rank(b) || byCodeUnits(a.id, b.id))
}
