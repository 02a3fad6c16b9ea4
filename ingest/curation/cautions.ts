import type { CurationCaution, CurationEffect } from '../../model/api/curation.ts'
import type { CurationEvent } from '../../model/curation.ts'
import type { Conflict } from './standing.ts'

type Known = { conflicts: readonly Conflict[]; dangling: readonly CurationEvent[] }

const inConflict = ({ conflicts }: Known): Set<string> =>
  new Set(conflicts.flatMap(({ events }) => events.map(({ id }) => id)))

/** What a person should know before the action is done, from what is known before it and after it. */
export const cautionsOf = (
  { id: own, action }: CurationEvent,
  { nodes, edges }: CurationEffect,
  before: Known,
  after: Known,
): CurationCaution[] => {
  const cautions: CurationCaution[] = []
  const tell = (code: CurationCaution['code'], events: Iterable<string>) =>
    void cautions.push({ code, events: [...events].filter((id) => id !== own).sort() })
  const opposed = after.conflicts.filter(({ events }) => events.some(({ id }) => id === own))
  if (opposed.length) tell('not-applied', inConflict({ ...after, conflicts: opposed }))
  const changed = [nodes, edges].some((parts) => Object.values(parts).some(({ total }) => total > 0))
  // To accept an entry is about the list alone.
  if (!changed && action.do !== 'accept') tell('changes-nothing', [])
  const lost = new Set(before.dangling.map(({ id }) => id))
  const newlyLost = after.dangling.filter(({ id }) => !lost.has(id) && id !== own).map(({ id }) => id)
  if (newlyLost.length) tell('leaves-dangling', newlyLost)
  const known = inConflict(before)
  const suspended = [...inConflict(after)].filter((id) => !known.has(id) && id !== own)
  if (suspended.length) tell('suspends', suspended)
  return cautions
}
