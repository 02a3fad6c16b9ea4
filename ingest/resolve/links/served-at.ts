import type { GraphBuilder } from '../graph-builder.ts'
import type { KnownPerson, People } from '../people/people.ts'
import { type Place, type Seen, shownAt } from '../people/seen.ts'

type Dated = Seen & { day: string }
type Stay = { place: Extract<Place, { of: 'body' }>; seen: Dated[] }

const isDated = (seen: Seen): seen is Dated => seen.day !== null

const staysOf = (seen: readonly Dated[]): Stay[] => {
  const stays = new Map<Place, Stay>()
  for (const one of seen) {
    const { place } = one
    if (place.of !== 'body') continue
    const known = stays.get(place)
    if (known) known.seen.push(one)
    else stays.set(place, { place, seen: [one] })
  }
  return [...stays.values()]
}

const addStays = ({ id, seen }: KnownPerson, graph: GraphBuilder): void => {
  const dated = seen.filter(isDated)
  for (const { place, seen: here } of staysOf(dated)) {
    const [first, last] = [here[0], here.at(-1)]
    if (!first || !last) continue
    const elsewhere = dated.filter((one) => one.place !== place && one.place.of !== 'recorder')
    const posts = here.filter(({ posts }) => posts.length > 0)
    const props = {
      from: { after: elsewhere.findLast(({ day }) => day < first.day)?.day ?? null, by: first.day },
      until: { after: last.day, by: elsewhere.find(({ day }) => day > last.day)?.day ?? null },
      grade: posts.length ? ('post' as const) : ('delegate' as const),
      post: posts.at(-1)?.posts.at(-1) ?? null,
    }
    const evidence = [first, ...posts.slice(-1), last].map(shownAt)
    graph.inferred({ type: 'SERVED_AT', from: id, to: place.body.id, props }, first.day, evidence)
  }
}

/** Where each person was from when to when, as far as the days of meetings tell; nothing of those whose meetings have no day. */
export const addServedAt = (people: People, graph: GraphBuilder): void => {
  for (const person of people.all) addStays(person, graph)
}
