import type { Evidence } from '../../../model/graph.ts'
import { type Chair, type MinutesRecord, type RollEntry, RollRole } from '../../../model/record.ts'
import type { Bodies, KnownBody } from '../bodies.ts'
import { foldPerson } from '../fold.ts'
import type { MeetingSources } from '../meeting-key.ts'

/** Where a name stands: beside a body, on the leaders' part of a roll, or as the keeper of the minutes. */
export type Place = { of: 'body'; body: KnownBody } | { of: 'leaders' } | { of: 'recorder' }

/** One name at one place in one meeting, however often it is printed there. */
export type Seen = {
  key: string
  name: string
  forms: string[]
  place: Place
  meeting: string
  day: string | null
  roles: ReadonlySet<RollRole>
  posts: readonly string[]
  evidence: Evidence[]
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

type Printed = {
  name: string
  place: Place
  role: RollRole | null
  post: string | null
  span: Evidence
  /** Where the record says it. */
  source: RollEntry | Chair | null
}

const printedIn = (record: MinutesRecord, document: string, placeOf: (body: string | null) => Place): Printed[] => {
  const at = ({ start, end }: { start: number; end: number }): Evidence => ({ document, start, end })
  const { chair, recorders, spans } = record.meeting
  const out: Printed[] = record.attendance.map((source) => {
    const { person, body, role, post, span } = source
    return {
      name: person,
      place: placeOf(body),
      role,
      post,
      span: at(span),
      source,
    }
  })
  if (chair) {
    const place = placeOf(chairSeat(chair.name, record.attendance))
    out.push({ name: chair.name, place, role: 'member', post: chair.post, span: at(chair.span), source: chair })
  }
  const written = spans.recorders
  if (written)
    for (const name of recorders)
      out.push({ name, place: RECORDER, role: null, post: null, span: at(written), source: null })
  return out
}

/** Everybody whom the records name, and how one of them is found again. */
export class SeenPeople {
  readonly byKey = new Map<string, Seen>()
  /** By the entry or the chair in the record: most are asked for so, and often. */
  readonly bySource = new Map<RollEntry | Chair, Seen>()
  readonly #bodies: Bodies
  readonly #folded = new Map<string, string>()
  readonly #places = new Map<string, Place>()

  constructor(meetings: readonly MeetingSources[], bodies: Bodies) {
    this.#bodies = bodies
    for (const { key: meeting, day, sources } of meetings)
      for (const { document, record } of sources)
        for (const printed of printedIn(record, document, (body) => this.#place(body))) this.#add(meeting, day, printed)
  }

  #place(body: string | null): Place {
    if (body === null) return LEADERS
    const before = this.#places.get(body)
    if (before) return before
    const known = this.#bodies.find(body)
    const place: Place = known ? { of: 'body', body: known } : LEADERS
    this.#places.set(body, place)
    return place
  }

  #fold(name: string): string {
    const known = this.#folded.get(name)
    if (known !== undefined) return known
    const folded = foldPerson(name)
    this.#folded.set(name, folded)
    return folded
  }

  #add(meeting: string, day: string | null, { name, place, role, post, span, source }: Printed): void {
    const folded = this.#fold(name)
    const key = `${meeting}|${folded}|${placeKey(place)}`
    const known = this.byKey.get(key)
    if (!known) {
      const roles = (role && ONE_ROLE.get(role)) ?? NO_ROLE
      const posts = post === null ? NO_POST : [post]
      const seen = { key, name: folded, forms: [name], place, meeting, day, roles, posts, evidence: [span] }
      this.byKey.set(key, seen)
      if (source) this.bySource.set(source, seen)
      return
    }
    if (source) this.bySource.set(source, known)
    known.forms.push(name)
    if (role !== null && !known.roles.has(role)) known.roles = new Set([...known.roles, role])
    if (post !== null) known.posts = [...known.posts, post]
    known.evidence.push(span)
  }

  /** `body` as printed; a body that no record prints gives a key that nobody has. */
  key(meeting: string, name: string, body: string | null, recorder: boolean): string {
    const known = body === null ? null : this.#bodies.find(body)
    if (body !== null && !known) return `${meeting}|${this.#fold(name)}|?${body}`
    const place: Place = recorder ? RECORDER : known ? { of: 'body', body: known } : LEADERS
    return `${meeting}|${this.#fold(name)}|${placeKey(place)}`
  }
}
