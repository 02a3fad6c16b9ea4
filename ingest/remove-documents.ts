import type { DocumentId, JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { writeJurisdiction } from './write-jurisdiction.ts'

/** Takes documents out, with all that only they state. Returns how many were there, and how many the jurisdiction has left. */
export const removeDocuments = async (
  store: Store,
  jurisdiction: JurisdictionId,
  ids: ReadonlySet<DocumentId>,
): Promise<{ removed: number; left: number }> => {
  const { documents } = await writeJurisdiction(store, jurisdiction, (stored) =>
    stored.filter(({ id }) => !ids.has(id)),
  )
  return { removed: documents.remove, left: (await store.jurisdiction(jurisdiction))?.documents ?? 0 }
}
