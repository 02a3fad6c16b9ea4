import type { NodeId } from '../../model/graph.ts'
import type { Decision, Outcome } from '../../model/record.ts'
import { OUTCOME_NAMES } from '../lexicon/outcome-names.ts'
import { foldName } from './fold.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { Identities } from './identities.ts'
import type { Told } from './told.ts'

type DecidedItem = { id: NodeId; key: string; meeting: NodeId; date: string | null; told: readonly Told[] }
type Account = { decision: Decision; document: string }

const EDGE_OF = { lead: 'LEADS', joint: 'JOINS', cooperating: 'ASSISTS' } as const

/** Two documents of one meeting that say the same tell of one decision. */
const sameDecision = (a: Decision, b: Decision): boolean =>
  foldName(a.quote) === foldName(b.quote) && a.outcome === b.outcome

const mergeDecisions = (told: readonly Told[]): Account[][] => {
  const merged: Account[][] = []
  for (const { item, document } of told)
    for (const decision of item.decisions) {
      const same = merged.find(
        ([first]) => first && first.document !== document && sameDecision(first.decision, decision),
      )
      if (same) same.push({ decision, document })
      else merged.push([{ decision, document }])
    }
  return merged
}

const addEdges = (
  item: NodeId,
  id: NodeId,
  { decision, document }: Account,
  date: string | null,
  graph: GraphBuilder,
  { bodies }: Identities,
): void => {
  const where = { document, date }
  const spans = [decision.span]
  const { deadline, deadlineText, outcome, submitTo, issuedAs } = decision
  graph.edge({ type: 'DECIDED', from: item, to: id, props: { outcome } }, where, spans)
  for (const role of ['lead', 'joint', 'cooperating'] as const)
    for (const body of decision[role])
      graph.edge(
        { type: EDGE_OF[role], from: bodies.id(body), to: id, props: { deadline, deadlineText } },
        where,
        spans,
      )
  if (submitTo !== null)
    graph.edge({ type: 'SUBMITTED_TO', from: id, to: bodies.id(submitTo), props: {} }, where, spans)
  if (issuedAs !== null) graph.edge({ type: 'ISSUED_AS', from: id, to: bodies.id(issuedAs), props: {} }, where, spans)
}

/** Adds the decisions of an item; returns their outcomes in order. */
export const addDecisions = (
  { id, key, meeting, date, told }: DecidedItem,
  graph: GraphBuilder,
  identities: Identities,
): Outcome[] =>
  mergeDecisions(told).flatMap((accounts, at) => {
    const first = accounts[0]?.decision
    if (!first) return []
    const node = graph.id('decision', `${key}.${at + 1}`)
    for (const account of accounts) addEdges(id, node, account, date, graph, identities)
    const { outcome, next, deadline, deadlineText } = first
    graph.node({
      id: node,
      jurisdiction: graph.jurisdiction.id,
      kind: 'decision',
      label: OUTCOME_NAMES[outcome],
      forms: [],
      meeting,
      item: id,
      date,
      outcome,
      next,
      deadline,
      deadlineText,
    })
    return [outcome]
  })
