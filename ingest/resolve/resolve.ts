import type { Graph, Jurisdiction } from '../../model/graph.ts'
import { Bodies } from './bodies.ts'
import { mixedPairs } from './decided.ts'
import { GraphBuilder } from './graph-builder.ts'
import type { Identities } from './identities.ts'
import { type IdentityDecisions, NO_DECISIONS, type Unapplied } from './identity-decisions.ts'
import { addDoubts } from './links/doubts.ts'
import { addPolicyDoubts } from './links/policy-doubts.ts'
import { addPolicyTies } from './links/policy-ties.ts'
import { addResumes } from './links/resumes.ts'
import { addServedAt } from './links/served-at.ts'
import { Succession } from './links/succession.ts'
import { addMeeting } from './meeting.ts'
import { meetingsOf, type Source } from './meeting-key.ts'
import { People } from './people/people.ts'
import { Policies } from './policies.ts'
import { addPolicies } from './policy-nodes.ts'

export type Resolved = Graph & Unapplied

/**
 * The graph of one jurisdiction from all its records and what people decided about identities. Pure; the order of `sources` does not matter,
 * and every edge carries the places in the text that state it, or that it is concluded from.
 */
export const resolve = (
  jurisdiction: Jurisdiction,
  sources: readonly Source[],
  decisions: IdentityDecisions = NO_DECISIONS,
): Resolved => {
  const meetings = meetingsOf(sources)
  const bodies = new Bodies(jurisdiction, meetings, decisions)
  const policies = new Policies(jurisdiction.id, meetings, decisions)
  const succession = new Succession(jurisdiction, bodies)
  const people = new People(jurisdiction, meetings, bodies, { decisions, succeeds: succession.succeeds })
  const identities: Identities = { bodies, policies, people, considered: [] }
  const graph = new GraphBuilder(jurisdiction)
  for (const meeting of meetings) addMeeting(meeting, graph, identities)
  bodies.addNodes(graph)
  people.addNodes(graph)
  addPolicies(policies, graph)
  addResumes(identities.considered, graph)
  addPolicyTies(policies, graph)
  addPolicyDoubts(policies, bodies, graph)
  succession.addEdges(graph)
  addServedAt(people, graph)
  addDoubts(people, graph)
  const parts = [bodies.unapplied, policies.unapplied, people.unapplied]
  return {
    ...graph.build(),
    conflicts: [...mixedPairs(decisions), ...parts.flatMap(({ conflicts }) => conflicts)],
    dangling: parts.flatMap(({ dangling }) => dangling),
  }
}
