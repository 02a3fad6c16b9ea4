import type { JurisdictionId } from '../model/graph.ts'
import { mayBeDivided, type Read, readTogether } from './known-pairs.ts'
import type { Minutes } from './read-minutes.ts'
import { jurisdictionOf } from './resolve/jurisdiction.ts'

/** What is kept of a document that has been handed on: enough to help others. */
const rollsOnly = ({ record }: Minutes): Read => ({
  repaired: { text: '', origins: [] },
  record: { ...record, items: [], blocks: [], warnings: [] },
})

/**
 * Hands documents on in the order in which they come, each read beside all others of its place. Those before the first that
 * others may help are handed on at once; the rest waits for `end`.
 */
export const readInOrder = (handOn: (minutes: Minutes) => Promise<void>) => {
  const gone = new Map<JurisdictionId, Read[]>()
  const waiting: Minutes[] = []
  const placeOf = ({ record }: Minutes) => jurisdictionOf(record.meeting.issuer)?.id

  const readAgain = (place: JurisdictionId): Map<Minutes, Minutes> => {
    const mine = waiting.filter((minutes) => placeOf(minutes) === place)
    const others = gone.get(place) ?? []
    const records = readTogether([...others, ...mine]).slice(others.length)
    return new Map(mine.map((minutes, at) => [minutes, { ...minutes, record: records[at] ?? minutes.record }]))
  }

  return {
    async add(minutes: Minutes): Promise<void> {
      if (waiting.length || mayBeDivided(minutes.record)) {
        waiting.push(minutes)
        return
      }
      const place = placeOf(minutes)
      const rolls = place && (gone.get(place) ?? [])
      if (place && rolls) gone.set(place, rolls)
      if (rolls) rolls.push(rollsOnly(minutes))
      await handOn(minutes)
    },
    async end(): Promise<void> {
      const places = new Set(waiting.flatMap((minutes) => placeOf(minutes) ?? []))
      const again = new Map([...places].flatMap((place) => [...readAgain(place)]))
      for (const minutes of waiting) await handOn(again.get(minutes) ?? minutes)
      waiting.length = 0
    },
  }
}
