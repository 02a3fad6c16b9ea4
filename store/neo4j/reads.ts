import { type Store, StoreUnavailable } from '../port.ts'
import { among } from '../questions/among.ts'
import { policyEvents } from '../questions/policy-events.ts'
import type { Connection, Query } from './connection.ts'
import { checkSchema } from './prepare.ts'
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
import { STORE_ID } from './schema.ts'
import type { Address } from './unavailable.ts'

const ATTEMPTS = 10

const WRITES = 'MATCH (s:Jiyao {id: $id}) RETURN s.writes AS writes'

type Counted = { query: Query; before: () => Promise<number | undefined>; after: () => Promise<number | undefined> }

/**
 * Counts the changes before the first statement, and again behind whatever is sent without waiting. Statements that are sent at one go
 * take one way to the server, which runs them in their order: so the last count was made after all the others had been read, and cost no way of its own.
 */
const counted = (query: Query): Counted => {
  const count = (): Promise<number | undefined> => {
    const counting = query<{ writes: number }>(WRITES, { id: STORE_ID }).then(([store]) => store?.writes)
    // When the way is cut the question fails of it as well; only the first and the last count are waited for.
    counting.catch(() => undefined)
    return counting
  }
  const before = count()
  let after = before
  let sending = false
  const behind = () => {
    sending = false
    after = count()
  }
  return {
    query: (cypher, parameters) => {
      if (!sending) queueMicrotask(behind)
      sending = true
      return query(cypher, parameters)
    },
    before: () => before,
    after: () => after,
  }
}

/**
 * The server lets a transaction see what others commit while it runs. So the changes are counted before and after, and what
 * was asked across one is asked again: no answer is put together from two states.
 */
const fromOneState = async <Answer>(
  connection: Connection,
  question: (query: Query) => Promise<Answer>,
): Promise<Answer> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { before, answer, after } = await connection.read(async (query) => {
      const asked = counted(query)
      const answer = await question(asked.query)
      return { answer, before: await asked.before(), after: await asked.after() }
    })
    if (before === after) return answer
  }
  throw new StoreUnavailable('the graph in Neo4j is being written without a pause: try again in some seconds')
}

export const readsOf = (connection: Connection, address: Address): Omit<Store, 'commit' | 'close'> => {
  const ask =
    <Args extends unknown[], Answer>(question: (query: Query, ...args: Args) => Promise<Answer>) =>
    (...args: Args): Promise<Answer> =>
      fromOneState(connection, (query) => question(query, ...args))
  return {
    check: () => checkSchema(connection, address),
    jurisdictions: ask(jurisdictions),
    jurisdiction: ask(jurisdiction),
    meetings: ask(meetings),
    node: ask(node),
    nodes: ask(nodes),
    meetingGraph: ask(meetingGraph),
    edge: ask(edge),
    search: ask(search),
    incidence: ask(incidence),
    neighbours: ask(neighbours),
    among: ask(inSteps(among)),
    path: ask(path),
    policyEvents: ask(inSteps(policyEvents)),
    document: ask(document),
    documentFacts: ask(documentFacts),
    curation: ask(curation),
    documentHeads: ask(documentHeads),
    documents: ask(documents),
    records: ask(records),
    // A change is taken against these: they are read behind the lock that a commit holds, so that no half of one is in them.
    fingerprints: (place) => connection.write((query) => fingerprints(query, place)),
    meetingPrints: (place) => connection.write((query) => meetingPrints(query, place)),
    partPrints: (place, meetings) => connection.write((query) => partPrints(query, place, meetings)),
  }
}
