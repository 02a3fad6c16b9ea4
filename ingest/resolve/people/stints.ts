import { byCodeUnits } from '../../../model/order.ts'
import { monthsBetween } from '../days.ts'
import { type Place, placeKey, type Seen } from './seen.ts'

/** One name at one place without a long break: mentions that are one person by themselves. */
export type Stint = {
  id: string
  name: string
  place: Place
  /** In order of time, unknown days last. */
  seen: Seen[]
  first: string | null
  last: string | null
  meetings: ReadonlySet<string>
}

/** So long may a name be away from a body, in months, and still be the same person by that alone. */
export const SAME_BODY_MONTHS = 18

const LAST = '~'
export const bySeen = (a: Seen, b: Seen): number =>
  byCodeUnits(a.day ?? LAST, b.day ?? LAST) || byCodeUnits(a.meeting, b.meeting) || byCodeUnits(a.key, b.key)

/** Names that a break of more than `SAME_BODY_MONTHS` parts go to two blocks; those without a day to the first. */
export const blocksOf = (seen: Iterable<Seen>): Map<string, string> => {
  // By place and then by name: a city has tens of thousands of these, and joined to one text each would be hashed anew.
  const places = new Map<string, Map<string, Seen[]>>()
  for (const one of seen) {
    const place = placeKey(one.place)
    const names = places.get(place) ?? new Map<string, Seen[]>()
    if (names.size === 0) places.set(place, names)
    const known = names.get(one.name)
    if (known) known.push(one)
    else names.set(one.name, [one])
  }
  const blocks = new Map<string, string>()
  for (const all of [...places.values()].flatMap((names) => [...names.values()])) {
    const [one] = all
    if (!one) continue
    const group = `${one.name}@${placeKey(one.place)}`
    let count = 1
    let before: string | null = null
    const first = `${group}#1`
    let block = first
    for (const { key, day } of all.sort(bySeen)) {
      if (day !== null && before !== null && monthsBetween(before, day) > SAME_BODY_MONTHS)
        block = `${group}#${++count}`
      blocks.set(key, day === null ? first : block)
      before = day ?? before
    }
  }
  return blocks
}

/** A block may hold several names and places once people have decided; each of them is a stint of its own. */
export const stintOf = (id: string, members: readonly Seen[]): Stint => {
  const seen = [...members].sort(bySeen)
  const [first] = seen
  if (!first) throw new Error(`nobody in ${id}`)
  // Those without a day are the last.
  const dated = seen.findLast(({ day }) => day !== null)
  return {
    id,
    name: first.name,
    place: first.place,
    seen,
    first: first.day,
    last: dated?.day ?? null,
    meetings: new Set(seen.map(({ meeting }) => meeting)),
  }
}
