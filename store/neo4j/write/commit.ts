import type { NodeKind } from '../../../model/graph.ts'
import { type Change, StaleBase } from '../../port.ts'
import type { Query } from '../connection.ts'
import { EVENT_KIND, STORE_ID } from '../schema.ts'
import { date, integer } from '../values.ts'
import { putEvents } from './curation.ts'
import { Degrees, updateDegrees } from './degrees.ts'
import { checkEvidence, checkRemoval, putDocuments, removeDocuments } from './documents.ts'
import { putEdges, removeEdges } from './edges.ts'
import { createNodes, putNodes, removeNodes } from './nodes.ts'
import { giveUp } from './staged/run.ts'

// A property that is set takes the lock, a node that is merged alone does not. What is read after that is what others have left.
const LOCK = 'MERGE (j:Jiyao {id: $id}) ON CREATE SET j:Jurisdiction SET j.locked = true'
const HASH = 'MATCH (j:Jiyao {id: $id}) RETURN j.hash AS hash'

const COUNT = `
  MATCH (n:Jiyao {jurisdiction: $id}) USING INDEX n:Jiyao(jurisdiction, kind) WHERE n.kind IS NOT NULL AND n.kind <> '${EVENT_KIND}'
  RETURN n.kind AS kind, count(*) AS count`

const PUT_PLACE = `
  MATCH (j:Jiyao {id: $id})
  REMOVE j.locked
  SET j.issuer = $issuer, j.hash = $hash, j.day = $day, j.documents = $documents, j.counts = $counts
  WITH j
  OPTIONAL MATCH (m:Jiyao {jurisdiction: $id, kind: 'meeting'}) USING INDEX m:Jiyao(jurisdiction, kind)
  WITH j, min(m.date) AS firstDay, max(m.date) AS lastDay
  SET j.firstDay = firstDay, j.lastDay = lastDay`

const counted = 'MERGE (s:Jiyao {id: $id}) ON CREATE SET s:Store SET s.writes = coalesce(s.writes, 0) + 1'

type Counts = { kind: NodeKind | 'document'; count: number }[]

// Counted once for each write and not for each read: a reader asks for them on every page.
const putPlace = (
  query: Query,
  { jurisdiction: { id, issuer } }: Change,
  version: Change['version'],
  counts: Counts,
) => {
  const nodes = counts.filter(({ kind }) => kind !== 'document').map(({ kind, count }) => [kind, count])
  return query(PUT_PLACE, {
    id,
    issuer,
    hash: version?.hash ?? null,
    day: version?.day ? date(version.day) : null,
    documents: integer(counts.find(({ kind }) => kind === 'document')?.count ?? 0),
    counts: JSON.stringify(Object.fromEntries(nodes)),
  })
}

const removePlace = async (query: Query, id: string, counts: Counts): Promise<void> => {
  const [left] = counts
  if (left) throw new Error(`${id} cannot be removed: ${left.count} of its kind ${left.kind} would be left`)
  await query('MATCH (j:Jiyao {id: $id}) DELETE j', { id })
}

/** `fresh`: nothing of this jurisdiction is stored, so that nothing has to be looked for. */
const write = async (query: Query, { jurisdiction, version, documents, nodes, edges }: Change, fresh: boolean) => {
  await putDocuments(query, documents.put)
  await checkEvidence(query, edges.put)
  // An edge is never changed: the former one goes and a new one comes, which may have other ends.
  const leaving = [...edges.remove, ...edges.put.map(({ value }) => value.id)]
  // Where the whole place goes, what would rest on a document is found as a node that is left.
  if (version) await checkRemoval(query, documents.remove, new Set(leaving), edges.put)
  const degrees = new Degrees()
  for (const { value } of edges.put) degrees.count(value.from, value.to, 1)
  if (fresh) await createNodes(query, nodes.put, degrees)
  else {
    await removeEdges(query, jurisdiction.id, leaving, degrees)
    await putNodes(query, nodes.put)
  }
  await putEdges(query, edges.put)
  await removeNodes(query, nodes.remove)
  await updateDegrees(query, degrees)
  await removeDocuments(query, documents.remove)
}

/**
 * Throws `StaleBase` when the stored hash is neither the one that the change was taken against nor the one that it leads to: what is
 * there already was written by the same change, and may be written again.
 */
export const checkBase = ({ jurisdiction, base, version }: Change, stored: string | null): void => {
  if (stored !== base && stored !== (version?.hash ?? null)) throw new StaleBase(jurisdiction.id)
}

/** Two commits of one jurisdiction wait for each other here. Returns the hash that is stored, `null` for none. Throws `StaleBase`. */
export const lockPlace = async (query: Query, change: Change): Promise<string | null> => {
  const { id } = change.jurisdiction
  await query(LOCK, { id })
  const [place] = await query<{ hash: string | null }>(HASH, { id })
  const stored = place?.hash ?? null
  checkBase(change, stored)
  return stored
}

/** The end of every commit. Returns the runs of this place that are over, for `clear`. */
export const settle = async (query: Query, change: Change): Promise<string[]> => {
  const { version } = change
  const { id } = change.jurisdiction
  const counts = await query<Counts[number]>(COUNT, { id })
  if (version) await putPlace(query, change, version, counts)
  else await removePlace(query, id, counts)
  const over = await giveUp(query, id)
  // Last, so that commits of several jurisdictions wait for each other only here.
  await query(counted, { id: STORE_ID })
  return over
}

/** In a transaction of its own, which has to bear the whole change. Returns the runs of this place that are over, for `clear`. */
export const commit = async (query: Query, change: Change): Promise<string[]> => {
  const stored = await lockPlace(query, change)
  await putEvents(query, change.jurisdiction.id, change.curation.put)
  await write(query, change, stored === null)
  return settle(query, change)
}
