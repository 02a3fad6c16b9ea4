import type { CurationEvent } from '../model/curation.ts'
import type { StoredDocument } from '../model/document.ts'
import type { Jurisdiction, JurisdictionId, NodeId } from '../model/graph.ts'
import { type Change, StaleBase, type Store } from '../store/port.ts'
import { canonical, difference } from './difference.ts'
import { mayBeDivided, readTogether } from './known-pairs.ts'
import { type Projection, project } from './projection.ts'
import { mostFrequent } from './resolve/fold.ts'
import { jurisdictionOf } from './resolve/jurisdiction.ts'

const ATTEMPTS = 5

/** Its documents may print the name of the government in more than one way. */
const describe = (id: JurisdictionId, documents: readonly StoredDocument[]): Jurisdiction => {
  const issuers = documents.flatMap(({ record }) => jurisdictionOf(record.meeting.issuer)?.issuer ?? [])
  return { id, issuer: issuers.length ? mostFrequent(issuers) : id }
}

/** The projection of what is stored or shall be. */
export const projectStored = (
  id: JurisdictionId,
  documents: readonly StoredDocument[],
  events: readonly CurationEvent[],
): Projection => project(describe(id, documents), documents, events)

/** What a jurisdiction's graph is made of, as it is stored. */
export type Held = { documents: StoredDocument[]; events: CurationEvent[] }

/** What it shall be: all documents, of which those that stay are given back as they are, and the events that come to those that are there. */
export type Wanted = {
  documents: StoredDocument[]
  newEvents: CurationEvent[]
  /** What they come to, where that is known already. */
  projection?: Pick<Projection, 'graph' | 'version'>
}

const isEmpty = ({ base, version, curation, documents, nodes, edges }: Change): boolean =>
  base === (version?.hash ?? null) &&
  curation.put.length === 0 &&
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

/** Meetings that are not stored as they shall be, or shall not be any more. */
export const otherMeetings = (stored: ReadonlyMap<NodeId, string>, wanted: ReadonlyMap<NodeId, string>): NodeId[] =>
  [...new Set([...stored.keys(), ...wanted.keys()])].filter((id) => stored.get(id) !== wanted.get(id))

const changeTo = async (store: Store, id: JurisdictionId, update: (held: Held) => Wanted): Promise<Change> => {
  // The fingerprints first: what somebody writes in between then belongs to another base, and the commit is refused.
  const { base, meetings } = await store.meetingPrints(id)
  const held = { documents: await store.documents(id), events: await store.curation(id) }
  const { documents: wanted, newEvents, projection } = update(held)
  // Where the projection is at hand already, the documents are those that are stored.
  const documents = projection ? wanted : together(wanted, held.documents)
  const known = new Set(held.documents)
  const ids = new Set(documents.map((document) => document.id))
  const place = documents.length ? documents : held.documents
  const { graph, version } =
    projection ?? project(describe(id, place), documents, [...held.events, ...newEvents], meetings)
  const put = [...new Set(documents)].filter((document) => !known.has(document))
  const remove = held.documents.filter((document) => !ids.has(document.id)).map((document) => document.id)
  // A projection that was at hand is whole.
  const prints = projection
    ? await store.fingerprints(id)
    : await store.partPrints(id, otherMeetings(meetings, graph.prints))
  return difference(graph, version, { put, remove }, { ...prints, base }, newEvents)
}

export type Written = {
  jurisdiction: JurisdictionId
  documents: { put: number; remove: number }
  events: number
  changed: boolean
}

/**
 * Makes documents and events of a jurisdiction what `update` makes of those that are stored, and the graph what follows from
 * them, in one commit. `update` is asked again when another process has written meanwhile.
 */
export const rewriteJurisdiction = async (
  store: Store,
  id: JurisdictionId,
  update: (held: Held) => Wanted,
): Promise<Written> => {
  for (let attempt = 1; ; attempt++) {
    const change = await changeTo(store, id, update)
    const { put, remove } = change.documents
    const events = change.curation.put.length
    const written = { jurisdiction: id, documents: { put: put.length, remove: remove.length }, events }
    if (isEmpty(change)) return { ...written, changed: false }
    try {
      await store.commit(change)
      return { ...written, changed: true }
    } catch (error) {
      if (!(error instanceof StaleBase) || attempt === ATTEMPTS) throw error
    }
  }
}

/** The same for the documents alone; what people decided holds on. Those of `events` that are not stored yet are written with them. */
export const writeJurisdiction = (
  store: Store,
  id: JurisdictionId,
  update: (stored: readonly StoredDocument[]) => StoredDocument[],
  events: readonly CurationEvent[] = [],
): Promise<Written> =>
  rewriteJurisdiction(store, id, (held) => {
    const known = new Set(held.events.map((event) => event.id))
    return { documents: update(held.documents), newEvents: events.filter((event) => !known.has(event.id)) }
  })
