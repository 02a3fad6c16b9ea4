import type { Graph, Jurisdiction, NodeId } from '../../model/graph.ts'
import { Bodies } from './bodies.ts'
import { mixedPairs } from './decided.ts'
import { GraphBuilder } from './graph-builder.ts'
import type { Identities } from './identities.ts'
import { type IdentityDecisions, NO_DECISIONS, type Unapplied } from './identity-decisions.ts'
import { addDoubts } from './links/doubts.ts'
import { addMatters } from './links/matters.ts'
import { addPolicyDoubts } from './links/policy-doubts.ts'
import { addPolicyTies } from './links/policy-ties.ts'
import { addResumes } from './links/resumes.ts'
import { addServedAt } from './links/served-at.ts'
import { Succession } from './links/succession.ts'
import { addMeeting, itemised } from './meeting.ts'
import { meetingsOf, type Source } from './meeting-key.ts'
import { meetingPrint } from './meeting-print.ts'
import { People } from './people/people.ts'
import { Policies } from './policies.ts'
import { addPolicies } from './policy-nodes.ts'

export type Resolved = Graph &
  Unapplied & {
    /** The fingerprint of every meeting with all that belongs to it. */
    prints: ReadonlyMap<NodeId, string>
  }

const NONE: ReadonlyMap<NodeId, string> = new Map()

/**
 * The graph of one jurisdiction from all its records and what people decided about identities. Pure; the order of `sources` does not matter,
 * and every edge carries the places in the text that state it, or that it is concluded from.
 * Meetings that `stored` has with the same fingerprint are left out, with all that belongs to them: they would be what they are.
 */
export const resolve = (
  jurisdiction: Jurisdiction,
  sources: readonly Source[],
  decisions: IdentityDecisions = NO_DECISIONS,
  stored: ReadonlyMap<NodeId, string> = NONE,
): Resolved => {
  const meetings = meetingsOf(sources)
  const bodies = new Bodies(jurisdiction, meetings, decisions)
  const policies = new Policies(jurisdiction.id, meetings, decisions)
  const succession = new Succession(jurisdiction, bodies)
  const people = new People(jurisdiction, meetings, bodies, { decisions, succeeds: succession.succeeds })
  const identities: Identities = { bodies, policies, people, considered: [] }
  const graph = new GraphBuilder(jurisdiction)
  const prints = new Map<NodeId, string>()
  for (const one of meetings) {
    const meeting = itemised(one, graph)
    addMatters(meeting, graph, identities)
    const print = meetingPrint(meeting, identities)
    prints.set(meeting.id, print)
    if (stored.get(meeting.id) !== print) addMeeting(meeting, graph, identities)
  }
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
    prints,
    conflicts: [...mixedPairs(decisions), ...parts.flatMap(({ conflicts }) => conflicts)],
    dangling: parts.flatMap(({ dangling }) => dangling),
  }
}
