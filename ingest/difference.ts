import { hash } from 'node:crypto'
import type { CurationEvent } from '../model/curation.ts'
import type { StoredDocument } from '../model/document.ts'
import type { DataVersion, Graph, NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'
import type { Change, Fingerprinted, Fingerprints } from '../store/port.ts'
import { RESOLVER_VERSION } from './resolve/version.ts'

/** JSON with the keys of every object in order: equal values give equal text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byCodeUnits(a, b)))
      : inner,
  )

const sha256 = (text: string): string => hash('sha256', text)

/**
 * Of all documents of one jurisdiction and the events of curation that hold; `null` where there is no document. The order does not matter.
 * An event that was undone leaves no trace in it.
 */
export const dataVersion = (
  documents: readonly Pick<StoredDocument, 'id' | 'sha256' | 'parser' | 'record'>[],
  held: readonly CurationEvent[] = [],
): DataVersion | null => {
  if (documents.length === 0) return null
  const parts = [
    `resolver ${RESOLVER_VERSION}`,
    ...documents.map(({ id, sha256: bytes, parser }) => `${id} ${bytes} ${parser}`).sort(byCodeUnits),
    ...held.map(({ id, by, action }) => `${id} ${canonical([by, action])}`).sort(byCodeUnits),
  ]
  const days = documents
    .map(({ record: { meeting } }) => meeting.issuedOn ?? meeting.compiledOn ?? meeting.date)
    .filter((day) => day !== null)
  return { hash: sha256(parts.join('\n')), day: days.sort(byCodeUnits).at(-1) ?? null }
}

/**
 * What is equal comes from the same lines of the resolver, which write its keys in one order: sorting them for a hundred thousand edges
 * would take longer than all the rest.
 */
const changed = <Value extends { id: string }>(
  values: readonly Value[],
  stored: ReadonlyMap<string, string>,
  prints: ReadonlyMap<string, string>,
): Fingerprinted<Value>[] =>
  values
    .map((value) => ({ value, fingerprint: prints.get(value.id) ?? sha256(JSON.stringify(value)) }))
    .filter(({ value, fingerprint }) => stored.get(value.id) !== fingerprint)

const gone = (values: readonly { id: string }[], stored: ReadonlyMap<string, string>): string[] => {
  const ids = new Set(values.map(({ id }) => id))
  return [...stored.keys()].filter((id) => !ids.has(id)).sort(byCodeUnits)
}

/** A graph, or that part of one which is asked about, with the fingerprint of each meeting and what belongs to it. */
export type Printed = Graph & { prints: ReadonlyMap<NodeId, string> }

const NO_PRINTS: ReadonlyMap<string, string> = new Map()

/** What has to be written so that the store holds `graph` in the place of what `stored` is of, `events`, and of the documents what `put` and `remove` say. */
export const difference = (
  graph: Printed,
  version: DataVersion | null,
  documents: { put: StoredDocument[]; remove: string[] },
  stored: Fingerprints,
  events: CurationEvent[] = [],
): Change => ({
  jurisdiction: graph.jurisdiction,
  base: stored.base,
  version,
  documents,
  nodes: { put: changed(graph.nodes, stored.nodes, graph.prints), remove: gone(graph.nodes, stored.nodes) },
  edges: { put: changed(graph.edges, stored.edges, NO_PRINTS), remove: gone(graph.edges, stored.edges) },
  curation: { put: events },
})
