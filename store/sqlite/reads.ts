import type { Store } from '../port.ts'
import { among } from '../questions/among.ts'
import { policyEvents } from '../questions/policy-events.ts'
import type { Connection } from './connection.ts'
import { checkCurrent } from './migrate.ts'
import { curation } from './read/curation.ts'
import { document, documentFacts, documentHeads, documents, records } from './read/documents.ts'
import { fingerprints, meetingPrints, partPrints } from './read/fingerprints.ts'
import { incidence } from './read/incidence.ts'
import { jurisdiction, jurisdictions } from './read/jurisdictions.ts'
import { meetingGraph } from './read/meeting-graph.ts'
import { meetings } from './read/meetings.ts'
import { neighbours } from './read/neighbours.ts'
import { edge, node, nodes } from './read/nodes.ts'
import { path } from './read/path.ts'
import { search } from './read/search.ts'
import { inSteps } from './read/steps.ts'

export type ReadMethod = Exclude<keyof Store, 'commit' | 'close'>
export type Reads = {
  [Method in ReadMethod]: (...args: Parameters<Store[Method]>) => Awaited<ReturnType<Store[Method]>>
}

/** The questions of the port, each answered from one state of the file whatever is being written meanwhile. */
export const readsOf = (connection: Connection): Reads => {
  const atOnce =
    <Args extends unknown[], Answer>(question: (connection: Connection, ...args: Args) => Answer) =>
    (...args: Args): Answer =>
      connection.transaction('DEFERRED', () => question(connection, ...args))
  return {
    check: () => checkCurrent(connection),
    jurisdictions: atOnce(jurisdictions),
    jurisdiction: atOnce(jurisdiction),
    meetings: atOnce(meetings),
    node: atOnce(node),
    nodes: atOnce(nodes),
    meetingGraph: atOnce(meetingGraph),
    edge: atOnce(edge),
    search: atOnce(search),
    incidence: atOnce(incidence),
    neighbours: atOnce(neighbours),
    among: atOnce(inSteps(among)),
    path: atOnce(path),
    policyEvents: atOnce(inSteps(policyEvents)),
    document: atOnce(document),
    documentFacts: atOnce(documentFacts),
    curation: atOnce(curation),
    documentHeads: atOnce(documentHeads),
    documents: atOnce(documents),
    records: atOnce(records),
    fingerprints: atOnce(fingerprints),
    meetingPrints: atOnce(meetingPrints),
    partPrints: atOnce(partPrints),
  }
}
