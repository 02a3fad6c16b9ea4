import type { CurationCaution, CurationEffect, LogEntry } from '../model/api/curation.ts'
import { type CurationAction, CurationEvent } from '../model/curation.ts'
import type { DataVersion, JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { asWritten } from './as-written.ts'
import { cautionsOf } from './curation/cautions.ts'
import { effectOf } from './curation/effect.ts'
import { nextEventId } from './curation/event-id.ts'
import { sortEvents } from './curation/holding.ts'
import { logOf } from './curation/log-lines.ts'
import { CurationRefused, refuseAction, refuseRepetition, refuseUnfound } from './curation/refuse-action.ts'
import type { Conflict } from './curation/standing.ts'
import { projectBeside } from './project-beside.ts'
import type { Projection } from './projection.ts'
import { workListOf } from './work-list-of.ts'
import { type Held, projectStored, rewriteJurisdiction } from './write-jurisdiction.ts'

/** `expects` is the hash of the data version that the curator has seen; whatever was written since refuses the action. */
export type Curator = { by: string; why: string; now: () => Date; expects?: string | undefined }

/** What an action does, or would do. */
export type Curated = {
  event: CurationEvent
  /** As the log tells it afterwards. */
  entry: LogEntry
  effect: CurationEffect
  /** Those in which the event stands: then it is not applied, nor are the others. */
  conflicts: Conflict[]
  cautions: CurationCaution[]
  /** Before the action, and after it. */
  seen: DataVersion
  version: DataVersion
}

/** The projection of what is held; a caller that has it already gives it back. */
export type ProjectHeld = (id: JurisdictionId, held: Held) => Projection

export const projectHeld: ProjectHeld = (id, { documents, events }) => projectStored(id, documents, sortEvents(events))

const refuseUnknownEntry = (entry: string, projection: Projection): void => {
  const known = workListOf(projection).find(({ id }) => id === entry)
  if (!known)
    throw new CurationRefused(`${entry} is no entry of the work list: \`worklist\` lists those that there are`, {
      reason: 'unknown-entry',
    })
  if (!known.settledBy.includes('accept'))
    throw new CurationRefused(`${entry} cannot be accepted: ${known.settledBy.join(' or ')} settles it`, {
      reason: 'not-acceptable-entry',
    })
}

const refuseUnseen = (seen: DataVersion, expects: string | undefined): void => {
  if (expects !== undefined && expects !== seen.hash)
    throw new CurationRefused('something has been written since: look again at what it would change', {
      why: 'conflict',
      reason: 'written-since',
    })
}

/**
 * Holds an action against what is stored, without writing anything. Throws `CurationRefused` for what is not to be taken in: an
 * event that would find nothing of what it is about, that says again what its author has said, or that undoes what is not there.
 */
const consider = (
  id: JurisdictionId,
  held: Held,
  action: CurationAction,
  { by, why, now, expects }: Curator,
  projectionOf: ProjectHeld,
): Curated => {
  const documents = asWritten(held.documents)
  const events = sortEvents(held.events)
  const before = projectionOf(id, { documents, events })
  if (before.version === null) throw new CurationRefused(`nothing is stored of ${id}`, { reason: 'nothing-stored' })
  refuseUnseen(before.version, expects)
  refuseAction(action, events, before.holding)
  if (action.do === 'accept') refuseUnknownEntry(action.entry, before)
  const at = now().toISOString()
  const bare = { id: nextEventId({ by, at, action }, events), jurisdiction: id, by, at, why, action }
  const draft: CurationEvent = { ...bare, before: [], after: [] }
  refuseRepetition(draft, before.holding, before.standing)
  const after = projectBeside(id, documents, [...events, draft], before)
  if (after.dangling.some((event) => event.id === draft.id)) refuseUnfound(action)
  const effect = effectOf(before.graph, after.graph)
  const event = CurationEvent.parse({ ...bare, before: effect.before, after: effect.after })
  const [entry] = logOf([event], after)
  if (!entry) throw new Error('an event is in no log')
  const opposed = after.conflicts.filter(({ events: among }) => among.some((one) => one.id === event.id))
  const conflicts = opposed.map(({ events: among }) => ({
    events: among.map((one) => (one.id === event.id ? event : one)),
  }))
  const cautions = cautionsOf(event, effect, before, after)
  return { event, entry, effect, conflicts, cautions, seen: before.version, version: after.version ?? before.version }
}

/** What `curate` would do; nothing is written. Throws `CurationRefused`. */
export const preview = async (
  store: Pick<Store, 'documents' | 'curation'>,
  id: JurisdictionId,
  action: CurationAction,
  curator: Curator,
  projectionOf = projectHeld,
): Promise<Curated> => {
  const held = { documents: await store.documents(id), events: await store.curation(id) }
  return consider(id, held, action, curator, projectionOf)
}

/** Writes what a person decided, and the graph that follows, in one commit. Throws `CurationRefused`, and then nothing is written. */
export const curate = async (
  store: Store,
  id: JurisdictionId,
  action: CurationAction,
  curator: Curator,
  projectionOf = projectHeld,
): Promise<Curated> => {
  const done: Curated[] = []
  // Asked again when somebody has written meanwhile: the last answer is the one that was written.
  await rewriteJurisdiction(store, id, (held) => {
    const curated = consider(id, held, action, curator, projectionOf)
    done.push(curated)
    return { documents: held.documents, newEvents: [curated.event] }
  })
  const last = done.at(-1)
  if (!last) throw new Error('a change was written without an event')
  return last
}
