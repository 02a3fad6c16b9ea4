import type { PersonAttendanceReply, SeatInterval } from '../../model/api/attendance.ts'
import type { GraphEdge, GraphNode, PersonNode, Seat } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'

type Served = Extract<GraphEdge, { type: 'SERVED_AT' }>

const inRoll = ({ of }: Seat): boolean => of !== 'recorder'

/** The nearest days on which the person is printed elsewhere, as far as the first and last days of the other seats tell. */
const around = (seat: Seat, others: readonly Seat[]): Pick<SeatInterval, 'from' | 'until'> => {
  const days = others.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null)
  const [first, last] = [seat.first, seat.last]
  const before = days.filter((day) => first !== null && day < first).toSorted(byCodeUnits)
  const behind = days.filter((day) => last !== null && day > last).toSorted(byCodeUnits)
  return { from: { after: before.at(-1) ?? null, by: first }, until: { after: last, by: behind[0] ?? null } }
}

/** Where a person was printed, as intervals with open ends; keeping the minutes is no seat. */
export const seatsOf = (
  person: PersonNode,
  served: readonly Served[],
  bodies: ReadonlyMap<string, GraphNode>,
): SeatInterval[] =>
  person.seats.filter(inRoll).map((seat): SeatInterval => {
    const node = bodies.get(seat.body ?? '')
    const edge = served.find(({ to }) => to === seat.body)
    const others = person.seats.filter((other) => inRoll(other) && other !== seat)
    return {
      body: node ? { id: node.id, kind: node.kind, label: node.label } : null,
      ...(edge ? { from: edge.props.from, until: edge.props.until } : around(seat, others)),
      grade: edge?.props.grade ?? 'leaders',
      post: edge?.props.post ?? null,
      meetings: seat.meetings,
    }
  })

/** Posts as printed beside the name, in order of their first day. */
export const postsOf = (edges: readonly GraphEdge[]): PersonAttendanceReply['posts'] => {
  const posts = new Map<string, PersonAttendanceReply['posts'][number]>()
  for (const edge of edges) {
    const post = edge.type === 'ATTENDED' || edge.type === 'CHAIRED' ? edge.props.post : null
    if (post === null) continue
    const known = posts.get(post)
    const day = edge.date
    if (!known) posts.set(post, { post, first: day, last: day })
    else if (day !== null) {
      if (known.first === null || day < known.first) known.first = day
      if (known.last === null || day > known.last) known.last = day
    }
  }
  return [...posts.values()].toSorted(
    (a, b) => byCodeUnits(a.first ?? '9999', b.first ?? '9999') || byCodeUnits(a.post, b.post),
  )
}
