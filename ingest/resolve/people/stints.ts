import { byCodeUnits } from '../../../model/order.ts'
import { monthsBetween } from '../days.ts'
import { once } from '../once.ts'
import { type Place, placeKey, type Seen, seenKey } from './seen.ts'

/** One name at one place without a long break: mentions that are one person by themselves. */
export type Stint = {
  id: string
  name: string
  place: Place
  /** In order of time, unknown days last. */
  seen: Seen[]
  first: string | null
  last: string | null
  meetings: () => ReadonlySet<string>
}

/** So long may a name be away from a body, in months, and still be the same person by that alone. */
export const SAME_BODY_MONTHS = 18

const LAST = '~'
export const bySeen = (a: Seen, b: Seen): number =>
  byCodeUnits(a.day ?? LAST, b.day ?? LAST) || byCodeUnits(a.meeting, b.meeting) || byCodeUnits(seenKey(a), seenKey(b))

/**
 * Each group in its order, parted where a break of more than `SAME_BODY_MONTHS` is; those without a day belong to the first block.
 * `groups` are of one name at one place each.
 */
export const blocksOf = (groups: Iterable<Seen[]>): Map<string, Seen[]> => {
  const blocks = new Map<string, Seen[]>()
  for (const group of groups) {
    const [one] = group
    if (!one) continue
    const name = `${one.name}@${placeKey(one.place)}`
    const first: Seen[] = []
    blocks.set(`${name}#1`, first)
    let [block, count] = [first, 1]
    let before: string | null = null
    for (const seen of group.sort(bySeen)) {
      const { day } = seen
      if (day !== null && before !== null && monthsBetween(before, day) > SAME_BODY_MONTHS) {
        block = []
        blocks.set(`${name}#${++count}`, block)
      }
      ;(day === null ? first : block).push(seen)
      before = day ?? before
    }
  }
  return blocks
}

/** Of what is seen in the order of time. A block may hold several names and places once people have decided. */
export const stintOf = (id: string, seen: Seen[]): Stint => {
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
    meetings: once(() => new Set(seen.map(({ meeting }) => meeting))),
  }
}
