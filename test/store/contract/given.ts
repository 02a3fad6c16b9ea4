import PQueue from 'p-queue'
import type { Store } from '../../../store/port.ts'
import type { aMeeting, LAN } from '../builders.ts'

/** What every part of the contract is given: a store with nothing in it, anew for each test. */
export type Given = {
  readonly store: Store
  /** Puts the sample meeting into it, as the version `one`. */
  stored(jurisdiction?: typeof LAN): Promise<ReturnType<typeof aMeeting>>
}

export const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
export const ids = (values: readonly { id: string }[]) => values.map(({ id }) => id)
export const sortedIds = (values: readonly { id: string }[]) => ids(values).sort(byCodeUnits)

export const PAGE = { jurisdiction: '澜州市', from: null, to: null, limit: 100, offset: 0 }

/** A store may refuse who asks thousands of questions at once. */
const someAtOnce = async <Of, Answer>(all: readonly Of[], ask: (one: Of) => Promise<Answer>): Promise<Answer[]> => {
  const queue = new PQueue({ concurrency: 20 })
  return queue.addAll(all.map((one) => () => ask(one)))
}

/** Everything that can be asked about a jurisdiction, to compare two states of a store. */
export const everything = async (store: Store, jurisdiction: string) => {
  const documents = await store.documents(jurisdiction)
  const { base, nodes, edges } = await store.fingerprints(jurisdiction)
  return {
    summary: await store.jurisdiction(jurisdiction),
    documents,
    base,
    curation: await store.curation(jurisdiction),
    nodes: await store.nodes([...nodes.keys()]),
    edges: await someAtOnce([...edges.keys()], (id) => store.edge(id)),
    facts: await Promise.all(documents.map(({ id }) => store.documentFacts(id))),
  }
}
