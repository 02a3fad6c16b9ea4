import { BODIES } from './bodies.ts'
import { addDays } from './days.ts'
import { createNames, type NameMaker } from './names.ts'
import type { Rng } from './prng.ts'
import { CHANGES, CHOSEN_NAMES, type Change } from './tables/planted-people.ts'

export type Person = { id: string; name: string }
/** `until` is the first day on which the seat is another's. */
export type Tenure = { person: Person; from: string; until: string }
export type Cast = {
  people: readonly Person[]
  seats: ReadonlyMap<string, readonly Tenure[]>
  recorders: readonly Person[]
  guests: readonly Person[]
}

export const LEADER_POSTS: readonly string[] = [
  '市长',
  '市委常委、常务副市长',
  '市委常委、副市长',
  '副市长',
  '副市长',
  '副市长',
  '副市长',
  '副市长',
  '秘书长',
]
export const OFFICE_SEATS = 9
const FIRST_DAY = '2022-01-01'
const FOREVER = '9999-12-31'

const seatKeys = (): string[] => [
  ...LEADER_POSTS.map((_, at) => `leaders/${at}`),
  ...Array.from({ length: OFFICE_SEATS }, (_, at) => `office/${at}`),
  ...BODIES.flatMap((body) =>
    body.anonymous ? [] : [`${body.id}/head`, ...Array.from({ length: body.deputies }, (_, at) => `${body.id}/${at}`)],
  ),
]

type Stage = { seats: Map<string, Tenure[]>; create(name?: string): Person }

export const holder = (seats: ReadonlyMap<string, readonly Tenure[]>, seat: string, day: string): Person | null =>
  seats.get(seat)?.findLast((tenure) => tenure.from <= day && day < tenure.until)?.person ?? null

const seatPerson = (stage: Stage, seat: string, person: Person, on: string) => {
  const tenures = stage.seats.get(seat)
  const last = tenures?.at(-1)
  if (!tenures || !last) throw new Error(`no seat ${seat}`)
  last.until = on
  tenures.push({ person, from: on, until: FOREVER })
}

/** The steps of one day see the seats as they were before. */
const applyChanges = (stage: Stage, changes: readonly Change[]) => {
  for (const on of new Set(changes.map((change) => change.on))) {
    const steps = changes.filter((change) => change.on === on)
    const coming = steps.map((step) => (step.from === null ? null : holder(stage.seats, step.from, addDays(on, -1))))
    steps.forEach((step, at) => seatPerson(stage, step.to, coming[at] ?? stage.create(step.name), on))
  }
}

/** Changes that tell no story: a head retires and a deputy or a stranger follows. */
const quietChanges = (stage: Stage, until: string, planted: ReadonlySet<string>, rng: Rng): Change[] => {
  const changes: Change[] = []
  for (const seat of stage.seats.keys()) {
    const body = seat.split('/')[0] ?? ''
    let on = addDays(planted.has(seat) || planted.has(body) ? '2025-01-10' : FIRST_DAY, rng.int(120, 2600))
    for (; on < until; on = addDays(on, rng.int(700, 2600))) {
      const promoted =
        seat.endsWith('/head') && !planted.has(`${body}/0`) && stage.seats.has(`${body}/0`) && rng.chance(0.5)
      changes.push({ on, to: seat, from: promoted ? `${body}/0` : null })
      if (promoted) changes.push({ on, to: `${body}/0`, from: null })
    }
  }
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** No seat changes hands twice on one day. */
const withoutClashes = (changes: readonly Change[]) => {
  const seen = new Set<string>()
  return changes.filter((change) => {
    const key = `${change.on} ${change.to}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const chooseNames = (names: NameMaker) => {
  const chosen = new Map(CHOSEN_NAMES)
  for (const name of chosen.values()) names.reserve(name)
  for (const change of CHANGES) if (change.name) names.reserve(change.name)
  return chosen
}

/** Everybody who sits anywhere until a day, with the seats they hold. */
export const buildCast = (until: string, rng: Rng): Cast => {
  const names = createNames(rng.fork('names'))
  const chosen = chooseNames(names)
  const people: Person[] = []
  const create = (name?: string) => {
    const person = { id: `p${String(people.length + 1).padStart(3, '0')}`, name: name ?? names.fresh() }
    people.push(person)
    return person
  }
  const seats = new Map(
    seatKeys().map((seat) => [seat, [{ person: create(chosen.get(seat)), from: FIRST_DAY, until: FOREVER }]]),
  )
  const stage = { seats, create }
  const recorders = Array.from({ length: 3 }, () => create())
  const guests = Array.from({ length: 2 }, () => create())
  const planted = new Set(CHANGES.flatMap((change) => [change.to, change.from ?? '', change.to.split('/')[0] ?? '']))
  for (const [seat] of CHOSEN_NAMES) planted.add(seat)
  planted.add('leaders')
  const quiet = withoutClashes(quietChanges(stage, until, planted, rng.fork('quiet')))
  const all = [...CHANGES.filter((change) => change.on < until), ...quiet]
  applyChanges(
    stage,
    all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  )
  return { people, seats, recorders, guests }
}
