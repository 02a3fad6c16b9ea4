import { BODIES, type Body, bodyByForm, formOn } from './bodies.ts'
import type { Meeting } from './calendar.ts'
import { type Cast, holder, LEADER_POSTS, OFFICE_SEATS, type Person } from './cast.ts'
import { localise, type Place } from './place.ts'
import type { Rng } from './prng.ts'
import type { Attendee } from './roll-entry.ts'
import { ACTING_MAYOR, ALTERNATING, CHOSEN_NAMES, DELEGATED_ORDINALS, OFTEN_SEEN } from './tables/planted-people.ts'

/** Who came to a meeting, by block of the roll. */
export type Presence = {
  mayor: Person
  chair: Person
  leaders: Attendee[]
  office: Attendee[]
  bodies: Attendee[]
  guests: Attendee[]
  absent: Attendee[]
  anonymous: string[]
}

export type PresenceOptions = { posts: boolean; leave: boolean; standIn: boolean; guests: boolean }

type Input = {
  cast: Cast
  meeting: Meeting
  place: Place
  acting: ReadonlySet<string>
  options: PresenceOptions
  rng: Rng
}

/** 代市长 until the congress. */
export const mayorPost = (date: string) => (ACTING_MAYOR.from <= date && date < ACTING_MAYOR.until ? '代市长' : '市长')

const REASONS = ['出差', '因公出差', '学习', '病假', '另有公务', '休假', '培训']

const attendee = (person: Person, body: string | null, role: Attendee['role'] = 'observer'): Attendee => ({
  person,
  role,
  body,
  post: null,
  onBehalfOf: null,
})

const seated = (input: Input, seat: string): Person => {
  const person = holder(input.cast.seats, seat, input.meeting.date)
  if (!person) throw new Error(`nobody sits on ${seat} on ${input.meeting.date}`)
  return person
}

/** People of chosen names come often, so that they meet in one room. */
const planted = new Set([...CHOSEN_NAMES.map(([seat]) => seat), ...OFTEN_SEEN])

const delegateSeats = (body: Body, input: Input): string[] => {
  const { rng, meeting } = input
  const all = [`${body.id}/head`, ...Array.from({ length: body.deputies }, (_, at) => `${body.id}/${at}`)]
  const chosen = all.find((seat) => planted.has(seat))
  const roll = rng.next()
  const other = rng.int(1, Math.max(1, all.length - 1))
  if (ALTERNATING.includes(body.id)) return [meeting.index % 2 ? `${body.id}/0` : `${body.id}/head`]
  if (chosen && roll < 0.5) return [chosen]
  if (roll < 0.05 && body.deputies > 1) return [`${body.id}/head`, all[other] ?? '']
  return [roll < (chosen ? 0.85 : 0.64) || body.deputies === 0 ? `${body.id}/head` : (all[other] ?? '')]
}

const bodyRows = (input: Input): Attendee[] => {
  const { rng, meeting, place } = input
  return BODIES.filter((body) => body.presence > 0 && !body.anonymous).flatMap((body) => {
    const comes = rng.chance(body.presence) || input.acting.has(body.id) || ALTERNATING.includes(body.id)
    const form = localise(formOn(body, meeting.date), place)
    return comes ? delegateSeats(body, input).map((seat) => attendee(seated(input, seat), form)) : []
  })
}

const leaderRows = (input: Input, delegated: boolean) => {
  const { rng } = input
  const all = LEADER_POSTS.map((post, at) => ({ post, at, person: seated(input, `leaders/${at}`) }))
  const coming = all.filter(({ at }) =>
    at === 0 ? !delegated : at === 1 ? delegated || rng.chance(0.92) : rng.chance(0.86),
  )
  return {
    present: coming.map(
      ({ person, post, at }): Attendee => ({
        ...attendee(person, null, 'member'),
        post: input.options.posts ? (at === 0 ? mayorPost(input.meeting.date) : post) : null,
      }),
    ),
    missing: all
      .filter(({ at, person }) => at > 0 && !coming.some((one) => one.person === person))
      .map(({ person }) => person),
  }
}

const GUEST_BODIES: readonly string[] = ['市人大财经委', '市政协提案委']

const standIn = (rows: Attendee[], input: Input) => {
  const at = rows.findIndex(
    (row) => row.body && row.body === localise(formOn(bodyByForm('市审计局'), input.meeting.date), input.place),
  )
  const row = rows[at]
  if (!row) return
  const [head, deputy] = [seated(input, 'shenji/head'), seated(input, 'shenji/0')]
  rows.splice(at, 1, { ...attendee(deputy, row.body), onBehalfOf: head.name })
}

/** Bodies with business on the agenda send somebody, and so do most others. */
export const assemble = (input: Input): Presence => {
  const { rng, meeting, place, options } = input
  const delegated = DELEGATED_ORDINALS.includes(meeting.ordinal)
  const { present, missing } = leaderRows(input, delegated)
  const office = Array.from({ length: OFFICE_SEATS }, (_, at) => seated(input, `office/${at}`)).filter(() =>
    rng.chance(0.88),
  )
  const bodies = bodyRows(input)
  if (options.standIn) standIn(bodies, input)
  const absent = options.leave
    ? missing.map((person): Attendee => ({ ...attendee(person, null, 'absent'), reason: rng.pick(REASONS) }))
    : []
  const guests = options.guests
    ? GUEST_BODIES.map(
        (form, at): Attendee =>
          attendee(input.cast.guests[at] ?? seated(input, 'office/0'), localise(form, place), 'guest'),
      )
    : []
  const anonymous = BODIES.filter((body) => body.anonymous && body.presence > 0 && rng.chance(body.presence)).map(
    (body) => localise(formOn(body, meeting.date), place),
  )
  const mayor = seated(input, 'leaders/0')
  return {
    mayor,
    chair: delegated ? seated(input, 'leaders/1') : mayor,
    leaders: present,
    office: office.map((person) => attendee(person, null)),
    bodies,
    guests,
    absent,
    anonymous,
  }
}
