import type { PersonAttendanceReply } from '../../model/api/attendance.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { Row } from './rows.ts'

type Met = PersonAttendanceReply['company'][number]

const THERE = new Set('MOGC')

/** Missing minutes are marked in every row, also before and behind what is seen of it. */
const seen = (cells: string): { first: number; last: number } => {
  const known = Array.from(cells).map((sign) => sign !== ' ' && sign !== '-')
  return { first: known.indexOf(true), last: known.lastIndexOf(true) }
}

/**
 * Who was in the room with `one`, the most often first. `rolls` says of each column whether its minutes print a roll: the two are compared over those
 * at which both were on the scene, and what chance gives follows from how often each of the two came to these.
 */
export const companyOf = (one: Row, rows: readonly Row[], rolls: readonly boolean[]): Met[] => {
  const own = seen(one.cells)
  return rows
    .flatMap((other): Met[] => {
      if (other.id === one.id || other.fixed) return []
      const theirs = seen(other.cells)
      const [from, to] = [Math.max(own.first, theirs.first), Math.min(own.last, theirs.last)]
      let [of, mine, their, together] = [0, 0, 0, 0]
      for (let at = from; at <= to; at++) {
        if (!rolls[at]) continue
        const [a, b] = [THERE.has(one.cells[at] ?? ''), THERE.has(other.cells[at] ?? '')]
        of++
        if (a) mine++
        if (b) their++
        if (a && b) together++
      }
      if (together === 0) return []
      const { id, label, seat } = other
      return [{ id, label, seat: seat?.label ?? null, together, of, expected: (mine * their) / of }]
    })
    .toSorted((a, b) => b.together - a.together || a.expected - b.expected || byCodeUnits(a.id, b.id))
}
