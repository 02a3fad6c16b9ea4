import type { StoredDocument } from '../model/document.ts'
import type { Jurisdiction, JurisdictionId } from '../model/graph.ts'
import { type Change, StaleBase, type Store } from '../store/port.ts'
import { canonical, dataVersion, difference } from './difference.ts'
import { mayBeDivided, readTogether } from './known-pairs.ts'
import { mostFrequent } from './resolve/fold.ts'
import { jurisdictionOf } from './resolve/jurisdiction.ts'
import { resolve } from './resolve/resolve.ts'

const ATTEMPTS = 5

/** Its documents may print the name of the government in more than one way. */
const describe = (id: JurisdictionId, documents: readonly StoredDocument[]): Jurisdiction => {
  const issuers = documents.flatMap(({ record }) => jurisdictionOf(record.meeting.issuer)?.issuer ?? [])
  return { id, issuer: issuers.length ? mostFrequent(issuers) : id }
}

const isEmpty = ({ base, version, documents, nodes, edges }: Change): boolean =>
  base === (version?.hash ?? null) &&
  [documents, nodes, edges].every(({ put, remove }) => put.length === 0 && remove.length === 0)

/** Documents whose rolls read otherwise beside the others; one that is stored like that already is given back as it is stored. */
const together = (wanted: readonly StoredDocument[], stored: readonly StoredDocument[]): StoredDocument[] => {
  const records = readTogether(wanted.map(({ text, origins, record }) => ({ repaired: { text, origins }, record })))
  const before = new Map(stored.map((document) => [document.id, document]))
  return wanted.map((document, at) => {
    const record = records[at] ?? document.record
    if (!mayBeDivided(record)) return record === document.record ? document : { ...document, record }
    const now = record === document.record ? document : { ...document, record }
    const was = before.get(document.id)
    return was && was !== now && canonical(was) === canonical(now) ? was : now
  })
}

const changeTo = async (
  store: Store,
  id: JurisdictionId,
  update: (stored: readonly StoredDocument[]) => StoredDocument[],
): Promise<Change> => {
  // The fingerprints first: documents that somebody writes in between then belong to another base, and the commit is refused.
  const prints = await store.fingerprints(id)
  const stored = await store.documents(id)
  const wanted = together(update(stored), stored)
  const kept = new Set(wanted)
  const ids = new Set(wanted.map((document) => document.id))
  const before = new Set(stored)
  const jurisdiction = describe(id, wanted.length ? wanted : stored)
  const sources = wanted.map((document) => ({ document: document.id, record: document.record }))
  const graph = wanted.length ? resolve(jurisdiction, sources) : { jurisdiction, nodes: [], edges: [] }
  const put = [...kept].filter((document) => !before.has(document))
  const remove = stored.filter((document) => !ids.has(document.id)).map((document) => document.id)
  return difference(graph, dataVersion(wanted), { put, remove }, prints)
}

export type Written = { jurisdiction: JurisdictionId; documents: { put: number; remove: number }; changed: boolean }

/**
 * Makes the documents of a jurisdiction what `update` makes of those that are stored, and the graph what follows from them,
 * in one commit. `update` gives back as they are those that stay, and is asked again when another process has written meanwhile.
 */
export const writeJurisdiction = async (
  store: Store,
  id: JurisdictionId,
  update: (stored: readonly StoredDocument[]) => StoredDocument[],
): Promise<Written> => {
  for (let attempt = 1; ; attempt++) {
    const change = await changeTo(store, id, update)
    const { put, remove } = change.documents
    const written = { jurisdiction: id, documents: { put: put.length, remove: remove.length } }
    if (isEmpty(change)) return { ...written, changed: false }
    try {
      await store.commit(change)
      return { ...written, changed: true }
    } catch (error) {
      if (!(error instanceof StaleBase) || attempt === ATTEMPTS) throw error
    }
  }
}
