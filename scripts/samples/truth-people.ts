import type { Tenure } from './cast.ts'
import type { City } from './city.ts'
import type { Ledger } from './ledger.ts'

type Seen = { doc: string; unit: string }

/** Every place where a person was seen, in order of time; `leaders` and `office` are the rolls without bodies. */
const sightings = (city: City, ledger: Ledger): Map<string, Seen[]> => {
  const leaders = new Set(
    [...city.cast.seats]
      .filter(([seat]) => seat.startsWith('leaders/'))
      .flatMap(([, tenures]) => tenures.map(({ person }) => person.id)),
  )
  const out = new Map<string, Seen[]>()
  for (const { doc, attendance, bodies } of ledger.documents)
    attendance.forEach((person, at) => {
      const unit = bodies[at] ?? (leaders.has(person) ? 'leaders' : 'office')
      out.set(person, [...(out.get(person) ?? []), { doc, unit }])
    })
  return out
}

const unitOf = (seat: string) => seat.split('/')[0] ?? ''

type Post = Tenure & { seat: string }

const neighbours = (city: City, post: Post, step: 1 | -1) => {
  const tenures = city.cast.seats.get(post.seat) ?? []
  return (
    tenures[tenures.findIndex((tenure) => tenure.from === post.from && tenure.person === post.person) + step]?.person
      .id ?? null
  )
}

/** People who went from one body to another: last seen here, first seen there, who left the new seat and who took the old one. */
export const moves = (city: City, ledger: Ledger) => {
  const posts: Post[] = [...city.cast.seats].flatMap(([seat, tenures]) =>
    tenures.map((tenure) => ({ ...tenure, seat })),
  )
  const seen = sightings(city, ledger)
  return posts.flatMap((to) => {
    const from = posts.find(
      (one) => one.person === to.person && one.until === to.from && unitOf(one.seat) !== unitOf(to.seat),
    )
    if (!from) return []
    const here = (seen.get(to.person.id) ?? []).filter(({ unit }) => unit === unitOf(from.seat)).map(({ doc }) => doc)
    const there = (seen.get(to.person.id) ?? []).filter(({ unit }) => unit === unitOf(to.seat)).map(({ doc }) => doc)
    const [lastSeen, firstSeen] = [here.at(-1) ?? null, there[0] ?? null]
    const seats = { predecessor: neighbours(city, to, -1), successor: neighbours(city, from, 1) }
    return [
      {
        person: to.person.id,
        name: to.person.name,
        from: unitOf(from.seat),
        to: unitOf(to.seat),
        on: to.from,
        lastSeen,
        firstSeen,
        ...seats,
      },
    ]
  })
}

/** Several people of one name; where two of them sat in one room, the documents. */
export const namesakes = (city: City, ledger: Ledger) => {
  const seen = sightings(city, ledger)
  const names = new Map<string, string[]>()
  for (const { id, name } of city.cast.people) if (seen.has(id)) names.set(name, [...(names.get(name) ?? []), id])
  return [...names]
    .filter(([, ids]) => ids.length > 1)
    .map(([name, ids]) => ({
      name,
      people: ids.map((id) => ({
        person: id,
        units: [...new Set(seen.get(id)?.map(({ unit }) => unit))],
        first: seen.get(id)?.[0]?.doc,
        last: seen.get(id)?.at(-1)?.doc,
      })),
      together: ledger.documents
        .filter(({ attendance }) => ids.filter((id) => attendance.includes(id)).length > 1)
        .map(({ doc }) => doc),
    }))
}

/** Ids to names, and for every document the ids of chair, recorder and roll, in the order of its gold record. */
export const identity = (city: City, ledger: Ledger) => {
  const used = new Set(
    ledger.documents.flatMap(({ attendance, recorders, chair }) => [...attendance, ...recorders, chair.person]),
  )
  return {
    people: Object.fromEntries(city.cast.people.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name])),
    mentions: Object.fromEntries(
      ledger.documents.map(({ doc, chair, recorders, attendance }) => [
        doc,
        { chair: chair.person, recorders, attendance: attendance.join(' ') },
      ]),
    ),
  }
}
