import type { Evidence, NodeId } from '../../../model/graph.ts'
import { type MinutesRecord, type RollEntry, RollRole, type Span } from '../../../model/record.ts'
import type { Bodies, KnownBody } from '../bodies.ts'
import { foldPerson } from '../fold.ts'
import type { MeetingSources } from '../meeting-key.ts'

/** Where a name stands: beside a body, on the leaders' part of a roll, or as the keeper of the minutes. */
export type Place = { of: 'body'; body: KnownBody } | { of: 'leaders' } | { of: 'recorder' }

/** One name at one place in one meeting, however often it is printed there. */
export type Seen = {
  name: string
  forms: readonly string[]
  /** One object for one place. */
  place: Place
  meeting: string
  day: string | null
  roles: ReadonlySet<RollRole>
  posts: readonly string[]
  /** Where it is printed first. */
  document: string
  span: Span
  /** Who it is, once that is known. */
  person: NodeId | null
}

/** Nearly everybody is seen in one role, and without a post: these are shared by all. */
const ONE_ROLE: ReadonlyMap<RollRole, ReadonlySet<RollRole>> = new Map(
  RollRole.options.map((role) => [role, new Set([role])]),
)
const NO_ROLE: ReadonlySet<RollRole> = new Set()
const NO_POST: readonly string[] = []

const LEADERS: Place = { of: 'leaders' }
const RECORDER: Place = { of: 'recorder' }

export const placeKey = (place: Place): string => (place.of === 'body' ? place.body.id : `(${place.of})`)

/** A chair whom the roll lists once is that person; otherwise one of the leaders, who are printed without a body. */
export const chairSeat = (name: string, roll: readonly RollEntry[]): string | null => {
  const same = roll.filter(({ person, role }) => person === name && role !== 'absent')
  return same.some(({ body }) => body === null) ? null : (same[0]?.body ?? null)
}

/** No other has it. */
export const seenKey = ({ meeting, name, place }: Pick<Seen, 'meeting' | 'name' | 'place'>): string =>
  `${meeting}|${name}|${placeKey(place)}`

export const shownAt = ({ document, span: { start, end } }: Seen): Evidence => ({ document, start, end })

/** Whom one record names: its roll, entry by entry, who was in the chair, and who kept the minutes. */
export type Named = { roll: readonly Seen[]; chair: Seen | null; recorders: readonly Seen[] }

type Where = { meeting: string; day: string | null; document: string }
type Printed = { role: RollRole | null; post: string | null; span: Span }
type Name = { folded: string; forms: readonly string[] }
/** By the folded name; each list in the order of the meetings. */
type Seat = { place: Place; names: Map<string, Seen[]> }

/**
 * Everybody whom the records name. A city has tens of thousands of these: so they are found by place and by name, and never by a
 * text that is made for it.
 */
export class SeenPeople {
  /** By the records that were read. */
  readonly named = new Map<MinutesRecord, Named>()
  readonly #bodies: Bodies
  readonly #names = new Map<string, Name>()
  readonly #seats = new Map<string, Seat>()
  /** By the body as it is printed. */
  readonly #printed = new Map<string, Seat>()
  readonly #leaders = this.#seat(LEADERS)
  readonly #recorders = this.#seat(RECORDER)

  constructor(meetings: readonly MeetingSources[], bodies: Bodies) {
    this.#bodies = bodies
    for (const { key: meeting, day, sources } of meetings)
      for (const { document, record } of sources) this.named.set(record, this.#read(record, { meeting, day, document }))
  }

  #read({ attendance, meeting: { chair, recorders, spans } }: MinutesRecord, where: Where): Named {
    const { recorders: written } = spans
    return {
      roll: attendance.map((entry) => this.#add(entry.person, this.#seatOf(entry.body), entry, where)),
      chair:
        chair &&
        this.#add(
          chair.name,
          this.#seatOf(chairSeat(chair.name, attendance)),
          { role: 'member', post: chair.post, span: chair.span },
          where,
        ),
      recorders: written
        ? recorders.map((name) => this.#add(name, this.#recorders, { role: null, post: null, span: written }, where))
        : [],
    }
  }

  #seat(place: Place): Seat {
    const key = placeKey(place)
    const known = this.#seats.get(key)
    if (known) return known
    const seat: Seat = { place, names: new Map() }
    this.#seats.set(key, seat)
    return seat
  }

  #seatOf(body: string | null): Seat {
    if (body === null) return this.#leaders
    const before = this.#printed.get(body)
    if (before) return before
    const known = this.#bodies.find(body)
    const seat = known ? this.#seat({ of: 'body', body: known }) : this.#leaders
    this.#printed.set(body, seat)
    return seat
  }

  #name(printed: string): Name {
    const known = this.#names.get(printed)
    if (known) return known
    const name = { folded: foldPerson(printed), forms: [printed] }
    this.#names.set(printed, name)
    return name
  }

  #add(printed: string, { place, names }: Seat, { role, post, span }: Printed, where: Where): Seen {
    const { folded, forms } = this.#name(printed)
    const { meeting, day, document } = where
    const all = names.get(folded)
    // The documents of one meeting are read one after the other.
    const last = all?.at(-1)
    if (last?.meeting === meeting) {
      last.forms = [...last.forms, printed]
      if (role !== null && !last.roles.has(role)) last.roles = new Set([...last.roles, role])
      if (post !== null) last.posts = [...last.posts, post]
      return last
    }
    const roles = (role && ONE_ROLE.get(role)) ?? NO_ROLE
    const posts = post === null ? NO_POST : [post]
    const seen: Seen = { name: folded, forms, place, meeting, day, roles, posts, document, span, person: null }
    if (all) all.push(seen)
    else names.set(folded, [seen])
    return seen
  }

  /** One name at one place, each in the order of the meetings. */
  *groups(): Generator<Seen[]> {
    for (const { names } of this.#seats.values()) yield* names.values()
  }

  /** `body` as printed; a body that no record prints gives a key that nobody has. */
  key(meeting: string, printed: string, body: string | null, recorder: boolean): string {
    const known = body === null ? null : this.#bodies.find(body)
    const name = this.#name(printed).folded
    if (body !== null && !known) return `${meeting}|${name}|?${body}`
    return seenKey({ meeting, name, place: recorder ? RECORDER : known ? { of: 'body', body: known } : LEADERS })
  }
}
