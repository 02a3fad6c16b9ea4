import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'
import { placeIn, placesOf, type Sitting } from './sittings.ts'

type Series = readonly Pick<Sitting, 'meeting' | 'date'>[]

/** A matter that was put off (a decision with the outcome `deferred`). */
export type Deferral = {
  item: NodeId
  meeting: NodeId
  /** Meetings in which the matter came back: an item RESUMES it, or considers the same policy. Earlier ones do not count. */
  returned: NodeId[]
}

/** A duty with a deadline that is a day (TASKED, LEADS). */
export type Duty = {
  item: NodeId
  meeting: NodeId
  who: NodeId[]
  deadline: string
  /** Meetings that name the matter: they report on it, cite its policy, or resume its item. The duty's own and earlier ones do not count. */
  mentioned: NodeId[]
}

/** What has passed in silence: meetings whose minutes were read, and meetings in between whose minutes are missing. */
export type Silence = { meetings: number; missing: number }

export type Vanished =
  | { kind: 'deferred'; item: NodeId; meeting: NodeId; date: string | null; silence: Silence }
  | {
      kind: 'duty'
      item: NodeId
      meeting: NodeId
      date: string | null
      who: NodeId[]
      deadline: string
      silence: Silence
    }

const silenceFrom = (sittings: Series, from: number): Silence => {
  const passed = sittings.slice(from)
  const missing = passed.filter(({ meeting }) => meeting === null).length
  return { meetings: passed.length - missing, missing }
}

const laterThan = (places: ReadonlyMap<NodeId, number>, at: number, meetings: readonly NodeId[]): boolean =>
  meetings.some((meeting) => placeIn(places, meeting) > at)

const longestFirst = (a: Vanished, b: Vanished): number =>
  b.silence.meetings - a.silence.meetings || byCodeUnits(a.item, b.item)

/**
 * Matters that were deferred and are not back after `least` meetings whose minutes were read, the longest silence first. A return may
 * stand in minutes that are missing: `silence.missing` says how many there are.
 */
export const vanishedDeferrals = (deferrals: readonly Deferral[], sittings: Series, least: number): Vanished[] => {
  const places = placesOf(sittings)
  return deferrals
    .flatMap(({ item, meeting, returned }): Vanished[] => {
      const at = placeIn(places, meeting)
      const silence = silenceFrom(sittings, at + 1)
      if (silence.meetings < least || laterThan(places, at, returned)) return []
      return [{ kind: 'deferred', item, meeting, date: sittings[at]?.date ?? null, silence }]
    })
    .sort(longestFirst)
}

/**
 * Duties whose day has passed, of which no later meeting speaks, `least` meetings after that day: the longest silence first. A duty
 * that was named at any time after it was given, also before its day, has not vanished.
 */
export const vanishedDuties = (duties: readonly Duty[], sittings: Series, least: number): Vanished[] => {
  const places = placesOf(sittings)
  return duties
    .flatMap(({ item, meeting, who, deadline, mentioned }): Vanished[] => {
      const at = placeIn(places, meeting)
      const passed = sittings.findIndex(({ date }, place) => place > at && date !== null && date > deadline)
      if (passed < 0 || laterThan(places, at, mentioned)) return []
      const silence = silenceFrom(sittings, passed)
      if (silence.meetings < least) return []
      return [{ kind: 'duty', item, meeting, date: sittings[at]?.date ?? null, who, deadline, silence }]
    })
    .sort(longestFirst)
}
