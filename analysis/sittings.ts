import type { NodeId } from '../model/graph.ts'
import type { RollRole } from '../model/record.ts'

/** A place in the series of meetings, in order of time, as `coverage` gives it; `meeting` is `null` where its minutes are missing. */
export type Sitting = {
  meeting: NodeId | null
  date: string | null
  /** The kinds of roll that its minutes print; empty where they print none. */
  rolls: readonly RollRole[]
}

/** The place of each meeting in the series. */
export const placesOf = (sittings: readonly Pick<Sitting, 'meeting'>[]): Map<NodeId, number> =>
  new Map(sittings.flatMap(({ meeting }, at) => (meeting === null ? [] : [[meeting, at]])))

/** Throws where a row names a meeting that is not in the series. */
export const placeIn = (places: ReadonlyMap<NodeId, number>, meeting: NodeId): number => {
  const at = places.get(meeting)
  if (at === undefined) throw new RangeError(`${meeting} is not among the meetings: expected one of ${places.size}`)
  return at
}
