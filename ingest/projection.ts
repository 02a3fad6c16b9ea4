import type { CurationEvent } from '../model/curation.ts'
import type { RecordedDocument, StoredDocument } from '../model/document.ts'
import type { DataVersion, Jurisdiction, NodeId } from '../model/graph.ts'
import { applyReadings } from './curation/apply-readings.ts'
import { type Holding, holding, sortEvents } from './curation/holding.ts'
import { identityDecisions, unappliedEvents } from './curation/identity.ts'
import { isReading, type Reading } from './curation/reading.ts'
import { type Conflict, distinctConflicts, type Standing, standing } from './curation/standing.ts'
import { dataVersion, type Printed } from './difference.ts'
import { meetingsOf, type Source } from './resolve/meeting-key.ts'
import { resolve } from './resolve/resolve.ts'
import type { ReadDocument } from './work-list/matter.ts'

/** A document as far as the graph is made of it. */
type Recorded = StoredDocument | RecordedDocument

/** What documents and events of one jurisdiction come to. */
export type Graphed = {
  graph: Printed
  /** `null` where there is no document. */
  version: DataVersion | null
  /** With what people corrected in their records; sorted by meeting. */
  documents: Omit<ReadDocument, 'text'>[]
  holding: Holding
  standing: Standing
  /** Between corrections, and between decisions about identity: none of these is applied. */
  conflicts: Conflict[]
  /** Events that hold and do not find (all of) what they are about. */
  dangling: CurationEvent[]
}
export type Projection = Omit<Graphed, 'documents'> & { documents: ReadDocument[] }

type Read = { documents: Graphed['documents']; applied: ReadonlySet<Reading> }

const readDocuments = (place: string, documents: readonly Recorded[], readings: readonly Reading[]): Read => {
  const applied = new Set<Reading>()
  const texts = new Map(documents.map((document) => [document.id, 'text' in document ? document.text : '']))
  const sources = documents.map(({ id, record }) => ({ document: id, record }))
  const read = meetingsOf(sources).flatMap(({ key, sources: ofOne }) =>
    ofOne.map(({ document, record }) => {
      const corrected = applyReadings({ record, text: texts.get(document) ?? '' }, key, readings)
      for (const reading of corrected.applied) applied.add(reading)
      return { id: document, meeting: `${place}/meeting/${key}`, parsed: record, record: corrected.record }
    }),
  )
  return { documents: read, applied }
}

const distinct = (events: readonly CurationEvent[]): CurationEvent[] =>
  sortEvents([...new Map(events.map((event) => [event.id, event])).values()])

/**
 * The graph of a jurisdiction from all its documents and all that people decided. Pure; neither the order of the documents nor
 * that of the events matters. Throws `UnknownEvent` for an undo of nothing. Of the graph, meetings that `known` has with the same
 * fingerprint are left out, with all that belongs to them. Of a document without its text nothing is found that only the text prints.
 */
export const graphOf = (
  jurisdiction: Jurisdiction,
  stored: readonly Recorded[],
  events: readonly CurationEvent[],
  known: ReadonlyMap<NodeId, string> = new Map(),
): Graphed => {
  const held = holding(events)
  const stands = standing(held.events)
  const readings = stands.claims.filter(isReading)
  const { documents, applied } = readDocuments(jurisdiction.id, stored, readings)
  const printOf = new Map(stored.map((document) => [document.record, 'print' in document ? document.print : undefined]))
  const sources = documents.map(({ id, record }): Source => ({ document: id, record, print: printOf.get(record) }))
  const { nodes, edges, prints, ...unapplied } = resolve(jurisdiction, sources, identityDecisions(stands.claims), known)
  const { conflicts, dangling } = unappliedEvents(unapplied, stands.claims)
  const lost = readings.filter((reading) => !applied.has(reading)).map(({ event }) => event)
  return {
    graph: { jurisdiction, nodes, edges, prints },
    version: dataVersion(stored, held.events),
    documents,
    holding: held,
    standing: stands,
    conflicts: distinctConflicts([...stands.conflicts, ...conflicts]),
    dangling: distinct([...lost, ...dangling]),
  }
}

/** The same, whole and with the texts. */
export const project = (
  jurisdiction: Jurisdiction,
  stored: readonly StoredDocument[],
  events: readonly CurationEvent[],
  known?: ReadonlyMap<NodeId, string>,
): Projection => {
  const { documents, ...rest } = graphOf(jurisdiction, stored, events, known)
  const texts = new Map(stored.map(({ id, text }) => [id, text]))
  return { ...rest, documents: documents.map((document) => ({ ...document, text: texts.get(document.id) ?? '' })) }
}
