import type { Considered, PolicyEvent, TracedDecision, TracedDuty, Where } from '../../analysis/trace.ts'
import { REVISING_WORDS } from '../../ingest/lexicon/policy-ties.ts'
import type { EdgeId, GraphEdge, NodeId, PolicyNode } from '../../model/graph.ts'
import { dutiesOf } from './duties.ts'
import type { EdgeOf, GraphIndex } from './graph-index.ts'

/** What the graph alone does not say: the words of an edge, and which items report on a duty. */
export type Told = {
  words: (edge: EdgeId) => string | null
  reportsOn: (duty: string) => readonly Where[]
}

const RELATIONS = ['issued', 'revises', 'repeals', 'implements', 'conveys'] as const

const namesOf = ({ title, forms }: PolicyNode): string[] => [title, ...forms]

/** Of several policies in one item a decision concerns those that its sentence names, or all where it names none. */
const concerns = (index: GraphIndex, item: NodeId, policy: NodeId, words: string | null): boolean => {
  const considered = index.from(item, 'CONSIDERS')
  if (words === null || considered.length < 2) return true
  const named = considered.filter(({ to }) => {
    const node = index.node(to)
    return node?.kind === 'policy' && namesOf(node).some((name) => words.includes(name))
  })
  return named.length === 0 || named.some(({ to }) => to === policy)
}

/** The decisions of an item that concern the policy. */
export const decidedOn = (index: GraphIndex, item: NodeId, policy: NodeId, told: Told): EdgeOf<'DECIDED'>[] =>
  index.from(item, 'DECIDED').filter((edge) => concerns(index, item, policy, told.words(edge.id)))

const decisionOf = (index: GraphIndex, { to, props }: EdgeOf<'DECIDED'>): TracedDecision => {
  const node = index.node(to)
  return {
    outcome: props.outcome,
    next: node?.kind === 'decision' ? node.next : null,
    submitTo: index.from(to, 'SUBMITTED_TO')[0]?.to ?? null,
    issuedAs: index.from(to, 'ISSUED_AS')[0]?.to ?? null,
    leads: index.into(to, 'LEADS').map(({ from }) => from),
  }
}

const tracedDuties = (index: GraphIndex, item: NodeId, told: Told): TracedDuty[] =>
  dutiesOf(index, item).flatMap(({ id, of, bodies, deadline }) =>
    deadline === null
      ? []
      : [{ id, of, who: bodies.map((body) => body.id), deadline, reported: [...told.reportsOn(id)] }],
  )

const isRevision = (index: GraphIndex, policy: NodeId, stage: string | null): boolean =>
  REVISING_WORDS.some((word) => stage?.includes(word)) || index.from(policy, 'REVISES').length > 0

const consideredIn = (
  index: GraphIndex,
  policy: NodeId,
  { from, props }: EdgeOf<'CONSIDERS'>,
  all: ReadonlySet<NodeId>,
  told: Told,
): Considered => {
  const { seq, meeting, verbs } = index.item(from)
  return {
    kind: 'considered',
    item: from,
    meeting,
    seq,
    stage: props.stage,
    revision: isRevision(index, policy, props.stage),
    resumes: index.from(from, 'RESUMES').find(({ to }) => all.has(to))?.to ?? null,
    verbs,
    decisions: decidedOn(index, from, policy, told).map((edge) => decisionOf(index, edge)),
    duties: tracedDuties(index, from, told),
  }
}

/** A citation in an item that is about the policy itself says something only by its number or its relation. */
const isOfItself = ({ from, props }: EdgeOf<'CITES'>, considered: ReadonlySet<NodeId>): boolean =>
  considered.has(from) && props.relation === null && props.docNumber === null

/** All that the graph knows of a policy, as events for `traceOf`, in no order. */
export const policyEventsIn = (index: GraphIndex, policy: NodeId, told: Told): PolicyEvent[] => {
  const considers = [...new Map(index.into(policy, 'CONSIDERS').map((edge) => [edge.from, edge])).values()]
  const items = new Set(considers.map(({ from }) => from))
  return [
    ...considers.map((edge) => consideredIn(index, policy, edge, items, told)),
    ...index
      .into(policy, 'CITES')
      .filter((edge) => !isOfItself(edge, items))
      .map(({ from, props }): PolicyEvent => {
        const { seq, meeting } = index.item(from)
        const relation = RELATIONS.find((one) => one === props.relation) ?? null
        return { kind: 'cited', item: from, meeting, seq, relation, docNumber: props.docNumber }
      }),
  ]
}

export const edgesBehind = (index: GraphIndex, item: NodeId, policy: NodeId, told: Told): GraphEdge[] => [
  ...decidedOn(index, item, policy, told),
  ...index.from(item, 'CONSIDERS').filter(({ to }) => to === policy),
]
