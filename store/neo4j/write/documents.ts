import type { StoredDocument } from '../../../model/document.ts'
import type { GraphEdge } from '../../../model/graph.ts'
import type { Fingerprinted } from '../../port.ts'
import type { Query } from '../connection.ts'
import { documentFacts } from '../read/documents.ts'
import { inBatches } from './batches.ts'

const PUT = `
  UNWIND $rows AS row
  MERGE (d:Jiyao {id: row.id})
  SET d:Document, d += row, d.kind = 'document', d.sharedWith = coalesce(d.sharedWith, [])`

/** Few to a statement: one may hold a hundred pages. */
export const DOCUMENTS = 50

export const documentRow = ({ origins, record, ...rest }: StoredDocument) => ({
  ...rest,
  origins: JSON.stringify(origins),
  record: JSON.stringify(record),
})

export const putDocuments = async (query: Query, documents: readonly StoredDocument[]): Promise<void> => {
  const rows = documents.map(documentRow)
  for (let at = 0; at < rows.length; at += DOCUMENTS) await query(PUT, { rows: rows.slice(at, at + DOCUMENTS) })
}

const SHARE = `
  UNWIND $rows AS row
  MATCH (d:Jiyao {id: row.document}) USING INDEX d:Jiyao(id)
  SET d.sharedWith = d.sharedWith + [first IN row.firsts WHERE NOT first IN d.sharedWith]`

const KNOWN = `
  UNWIND $ids AS id
  MATCH (d:Jiyao {id: id}) USING INDEX d:Jiyao(id) WHERE d.kind = 'document'
  RETURN d.id AS id`

/** Refuses evidence in an unknown document, and notes with each document which others share edges with it. */
export const checkEvidence = async (query: Query, edges: readonly Fingerprinted<GraphEdge>[]): Promise<void> => {
  const firsts = new Map<string, Set<string>>()
  for (const { value } of edges)
    for (const { document } of value.evidence) {
      const first = value.evidence[0]?.document ?? document
      const others = firsts.get(document) ?? new Set()
      firsts.set(document, first === document ? others : others.add(first))
    }
  await inBatches([...firsts.keys()], async (ids) => {
    const known = new Set((await query<{ id: string }>(KNOWN, { ids })).map(({ id }) => id))
    const unknown = ids.find((id) => !known.has(id))
    if (unknown !== undefined) throw new Error(`document ${unknown} is neither stored nor in the change`)
  })
  const shared = [...firsts].flatMap(([document, others]) => (others.size ? [{ document, firsts: [...others] }] : []))
  await inBatches(shared, async (rows) => void (await query(SHARE, { rows })))
}

/** Refuses to remove a document on which an edge rests that neither goes nor is written anew, or one that is written anew. */
export const checkRemoval = async (
  query: Query,
  ids: readonly string[],
  leaving: ReadonlySet<string>,
  put: readonly Fingerprinted<GraphEdge>[],
): Promise<void> => {
  const removed = new Set(ids)
  const rests = (id: string, edge: string) =>
    new Error(`document ${id} cannot be removed: the edge ${edge} rests on it`)
  for (const { value } of put)
    for (const { document } of value.evidence) if (removed.has(document)) throw rests(document, value.id)
  for (const id of ids)
    for (const edge of await documentFacts(query, id)) if (!leaving.has(edge.id)) throw rests(id, edge.id)
}

export const removeDocuments = (query: Query, ids: readonly string[]): Promise<void> =>
  inBatches(ids, async (batch) => {
    await query("UNWIND $ids AS id MATCH (d:Jiyao {id: id}) WHERE d.kind = 'document' DELETE d", { ids: batch })
  })
