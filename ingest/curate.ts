import { type CurationAction, CurationEvent } from '../model/curation.ts'
import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { type Effect, effectOf } from './curation/effect.ts'
import { nextEventId } from './curation/event-id.ts'
import { sortEvents } from './curation/holding.ts'
import { CurationRefused, refuseAction, refuseRepetition } from './curation/refuse-action.ts'
import type { Conflict } from './curation/standing.ts'
import type { Projection } from './projection.ts'
import { workListOf } from './work-list-of.ts'
import { type Held, projectStored, rewriteJurisdiction } from './write-jurisdiction.ts'

export type Curator = { by: string; why: string; now: () => Date }

/** What an action does, or would do. */
export type Curated = {
  event: CurationEvent
  effect: Effect
  /** Those in which the event stands: then it is not applied, nor are the others. */
  conflicts: Conflict[]
}

const refuseUnknownEntry = (entry: string, projection: Projection): void => {
  const known = workListOf(projection).find(({ id }) => id === entry)
  if (!known)
    throw new CurationRefused(`${entry} is no entry of the work list: \`worklist\` lists those that there are`)
  if (!known.settledBy.includes('accept'))
    throw new CurationRefused(`${entry} cannot be accepted: ${known.settledBy.join(' or ')} settles it`)
}

/**
 * Holds an action against what is stored, without writing anything. Throws `CurationRefused` for what is not to be taken in: an
 * event that would find nothing of what it is about, that says again what its author has said, or that undoes what is not there.
 */
const consider = (
  id: JurisdictionId,
  held: Held,
  action: CurationAction,
  { by, why, now }: Curator,
): { curated: Curated; after: Projection } => {
  if (held.documents.length === 0) throw new CurationRefused(`nothing is stored of ${id}`)
  const events = sortEvents(held.events)
  const before = projectStored(id, held.documents, events)
  refuseAction(action, events, before.holding)
  if (action.do === 'accept') refuseUnknownEntry(action.entry, before)
  const at = now().toISOString()
  const bare = { id: nextEventId({ by, at, action }, events), jurisdiction: id, by, at, why, action }
  const draft: CurationEvent = { ...bare, before: [], after: [] }
  refuseRepetition(draft, before.holding, before.standing)
  const after = projectStored(id, held.documents, [...events, draft])
  if (after.dangling.some((event) => event.id === draft.id))
    throw new CurationRefused('what the action is about is printed nowhere so: name it as the parser reads it')
  const effect = effectOf(before.graph, after.graph)
  const event = CurationEvent.parse({ ...bare, before: effect.before, after: effect.after })
  const opposed = after.conflicts.filter(({ events: among }) => among.some((one) => one.id === event.id))
  const conflicts = opposed.map(({ events: among }) => ({
    events: among.map((one) => (one.id === event.id ? event : one)),
  }))
  return { curated: { event, effect, conflicts }, after }
}

const heldOf = async (store: Store, id: JurisdictionId): Promise<Held> => ({
  documents: await store.documents(id),
  events: await store.curation(id),
})

/** What `curate` would do; nothing is written. Throws `CurationRefused`. */
export const preview = async (
  store: Store,
  id: JurisdictionId,
  action: CurationAction,
  curator: Curator,
): Promise<Curated> => consider(id, await heldOf(store, id), action, curator).curated

/** Writes what a person decided, and the graph that follows, in one commit. Throws `CurationRefused`, and then nothing is written. */
export const curate = async (
  store: Store,
  id: JurisdictionId,
  action: CurationAction,
  curator: Curator,
): Promise<Curated> => {
  const done: Curated[] = []
  // Asked again when somebody has written meanwhile: the last answer is the one that was written.
  await rewriteJurisdiction(store, id, (held) => {
    const { curated, after } = consider(id, held, action, curator)
    done.push(curated)
    return { documents: held.documents, newEvents: [curated.event], projection: after }
  })
  const last = done.at(-1)
  if (!last) throw new Error('a change was written without an event')
  return last
}
