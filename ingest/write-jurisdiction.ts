import type { CurationEvent } from '../model/curation.ts'
import type { RecordedDocument, StoredDocument } from '../model/document.ts'
import type { Jurisdiction, JurisdictionId, NodeId } from '../model/graph.ts'
import { type Change, StaleBase, type Store } from '../store/port.ts'
import { difference } from './difference.ts'
import { type Document, texts, together } from './documents-together.ts'
import { graphOf, type Projection, project } from './projection.ts'
import { mostFrequent } from './resolve/fold.ts'
import { jurisdictionOf } from './resolve/jurisdiction.ts'
import { withWords } from './with-words.ts'

const ATTEMPTS = 5

/** Its documents may print the name of the government in more than one way. */
const describe = (id: JurisdictionId, documents: readonly Pick<Document, 'record'>[]): Jurisdiction => {
  const issuers = documents.flatMap(({ record }) => jurisdictionOf(record.meeting.issuer)?.issuer ?? [])
  return { id, issuer: issuers.length ? mostFrequent(issuers) : id }
}

/** The projection of what is stored or shall be; without the meetings that `known` has, as `project` does it. */
export const projectStored = (
  id: JurisdictionId,
  documents: readonly StoredDocument[],
  events: readonly CurationEvent[],
  known?: ReadonlyMap<NodeId, string>,
): Projection => project(describe(id, documents), documents, events, known)

type HeldAs<Kept> = { documents: Kept[]; events: CurationEvent[] }

/** What a jurisdiction's graph is made of, as it is stored. */
export type Held = HeldAs<StoredDocument>

type WantedAs<Kept> = { documents: Kept[]; newEvents: CurationEvent[] }

/** What it shall be: all documents, of which those that stay are given back as they are, and the events that come to those that are there. */
export type Wanted = WantedAs<StoredDocument>

const isEmpty = ({ base, version, curation, documents, nodes, edges }: Change): boolean =>
  base === (version?.hash ?? null) &&
  curation.put.length === 0 &&
  [documents, nodes, edges].every(({ put, remove }) => put.length === 0 && remove.length === 0)

/** Meetings that are not stored as they shall be, or shall not be any more. */
export const otherMeetings = (stored: ReadonlyMap<NodeId, string>, wanted: ReadonlyMap<NodeId, string>): NodeId[] =>
  [...new Set([...stored.keys(), ...wanted.keys()])].filter((id) => stored.get(id) !== wanted.get(id))

type Update<Kept extends Document> = {
  read: (store: Store, id: JurisdictionId) => Promise<Kept[]>
  update: (held: HeldAs<Kept>) => WantedAs<Kept | StoredDocument>
}

const changeTo = async <Kept extends Document>(
  store: Store,
  id: JurisdictionId,
  { read, update }: Update<Kept>,
): Promise<Change> => {
  // The fingerprints first: what somebody writes in between then belongs to another base, and the commit is refused.
  const { base, meetings } = await store.meetingPrints(id)
  const held = { documents: await read(store, id), events: await store.curation(id) }
  const { documents: wanted, newEvents } = update(held)
  const documents: Document[] = await together(store, id, { wanted, stored: held.documents })
  const events = [...held.events, ...newEvents]
  const known = new Set<Document>(held.documents)
  const ids = new Set(documents.map((document) => document.id))
  const place = documents.length ? documents : held.documents
  const worded = await withWords(store, id, documents, events)
  const { graph, version } = graphOf(describe(id, place), worded, events, meetings)
  const put = await texts(
    store,
    id,
    [...new Set(documents)].filter((document) => !known.has(document)),
  )
  const remove = held.documents.filter((document) => !ids.has(document.id)).map((document) => document.id)
  const prints = await store.partPrints(id, otherMeetings(meetings, graph.prints))
  return difference(graph, version, { put, remove }, { ...prints, base }, newEvents)
}

export type Written = {
  jurisdiction: JurisdictionId
  documents: { put: number; remove: number }
  events: number
  changed: boolean
}

const rewrite = async <Kept extends Document>(
  store: Store,
  id: JurisdictionId,
  update: Update<Kept>,
): Promise<Written> => {
  for (let attempt = 1; ; attempt++)
    try {
      const change = await changeTo(store, id, update)
      const { put, remove } = change.documents
      const events = change.curation.put.length
      const written = { jurisdiction: id, documents: { put: put.length, remove: remove.length }, events }
      if (isEmpty(change)) return { ...written, changed: false }
      await store.commit(change)
      return { ...written, changed: true }
    } catch (error) {
      if (!(error instanceof StaleBase) || attempt === ATTEMPTS) throw error
    }
}

/**
 * Makes documents and events of a jurisdiction what `update` makes of those that are stored, and the graph what follows from
 * them, in one commit. `update` is asked again when another process has written meanwhile.
 */
export const rewriteJurisdiction = (
  store: Store,
  id: JurisdictionId,
  update: (held: Held) => Wanted,
): Promise<Written> => rewrite(store, id, { read: (from) => from.documents(id), update })

/** The same for the documents alone, which come without their texts; what people decided holds on. */
export const writeJurisdiction = (
  store: Store,
  id: JurisdictionId,
  update: (stored: readonly RecordedDocument[]) => Document[],
): Promise<Written> =>
  rewrite(store, id, {
    read: (from) => from.records(id),
    update: ({ documents }) => ({ documents: update(documents), newEvents: [] }),
  })
