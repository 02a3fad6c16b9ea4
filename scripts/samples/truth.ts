import { BODIES, bodyByForm } from './bodies.ts'
import { MISSING_ORDINALS } from './calendar.ts'
import type { City } from './city.ts'
import type { At, Ledger, PolicyMention } from './ledger.ts'
import { localise } from './place.ts'
import { NEVER, TOGETHER } from './tables/pairs.ts'
import { ALTERNATING } from './tables/planted-people.ts'
import { identity, moves, namesakes } from './truth-people.ts'

const group = <T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> => {
  const out = new Map<string, T[]>()
  for (const value of values) out.set(key(value), [...(out.get(key(value)) ?? []), value])
  return out
}

const step = ({ doc, item, title, stage, outcome }: PolicyMention) => ({ doc, item, title, stage, outcome })
const place = ({ doc, item }: At) => [doc, item] as const

/** Policies that came before the meeting more than once, with their citations. */
const returns = (ledger: Ledger) =>
  [...group(ledger.considered, ({ policy }) => policy)]
    .filter(([, steps]) => steps.length > 1)
    .map(([policy, steps]) => ({
      policy,
      steps: steps.map(step),
      cited: ledger.cited.filter((one) => one.policy === policy).map(place),
    }))

/** Put off, and never back. */
const vanished = (ledger: Ledger) =>
  [...group(ledger.considered, ({ policy }) => policy)]
    .filter(([, steps]) => steps.at(-1)?.outcome === 'deferred')
    .map(([policy, steps]) => ({ policy, steps: steps.map(step) }))

const yearly = (ledger: Ledger) =>
  [
    ...group(
      ledger.considered.filter((one) => one.edition !== null),
      ({ policy }) => policy.split('/')[0] ?? '',
    ),
  ].map(([series, editions]) => ({
    series,
    editions: editions.map(({ doc, item, title, edition }) => ({ edition, doc, item, title })),
  }))

const duties = (ledger: Ledger) => {
  const told = ledger.duties.map(({ doc, item, duty }) => {
    const report = ledger.stories.find(({ story }) => story === `kept:${duty.id}`)
    return {
      id: duty.id,
      doc,
      item,
      body: duty.body,
      joint: duty.joint ?? null,
      what: duty.what,
      deadline: duty.deadline ?? null,
      reported: report ? place(report) : null,
    }
  })
  return { kept: told.filter(({ reported }) => reported), silent: told.filter(({ reported }) => !reported) }
}

/** How often two bodies act in one item, beside what chance would give. */
const pair = (ledger: Ledger, [first, second]: readonly [string, string]) => {
  const [a, b] = [bodyByForm(first).id, bodyByForm(second).id]
  const items = ledger.documents.flatMap(({ doc, acting }) => acting.map((set, at) => ({ set, doc, item: at + 1 })))
  const [withA, withB] = [a, b].map((id) => items.filter(({ set }) => set.has(id)).length)
  const both = items.filter(({ set }) => set.has(a) && set.has(b))
  const expected = Math.round((((withA ?? 0) * (withB ?? 0)) / Math.max(items.length, 1)) * 10) / 10
  return { a, b, itemsOfA: withA, itemsOfB: withB, together: both.length, expected, items: both.map(place) }
}

/** Bodies under new names: which form is printed in which documents. */
const reforms = (city: City, ledger: Ledger) =>
  BODIES.filter((body) => body.names.length > 1).map((body) => ({
    body: body.id,
    names: body.names.map(({ from, form }, at) => ({
      form: localise(form, city.place),
      from: at === 0 ? null : from,
      until: body.names[at + 1]?.from ?? null,
      inRollsOf: ledger.documents
        .filter(
          ({ date, bodies }) => bodies.includes(body.id) && date >= from && date < (body.names[at + 1]?.from ?? '9999'),
        )
        .map(({ doc }) => doc),
    })),
  }))

const chosen = (ledger: Ledger, story: string) => ledger.stories.filter((one) => one.story === story).map(place)

/** Everything that was planted, and who and what is meant in every document. */
export const storiesOf = (city: City, ledger: Ledger, seed: string) => ({
  city: city.place.city,
  seed,
  documents: city.meetings.map(({ stem }) => stem),
  missingOrdinals: MISSING_ORDINALS.filter((ordinal) => ordinal < (city.meetings.at(-1)?.ordinal ?? 0)),
  returns: returns(ledger),
  yearly: yearly(ledger),
  vanished: vanished(ledger),
  rejected: chosen(ledger, 'rejected'),
  repealed: chosen(ledger, 'repealed'),
  laws: chosen(ledger, 'law'),
  duties: duties(ledger),
  pairs: { together: TOGETHER.map((one) => pair(ledger, one)), never: NEVER.map((one) => pair(ledger, one)) },
  reforms: reforms(city, ledger),
  chairs: ledger.documents.map(({ doc, chair }) => ({ doc, ...chair })),
  moves: moves(city, ledger),
  namesakes: namesakes(city, ledger),
  alternating: ALTERNATING,
  identity: {
    ...identity(city, ledger),
    policies: [...ledger.considered, ...ledger.cited.map((one) => ({ ...one, stage: 'cited' }))].map(
      ({ doc, item, title, policy, edition, stage }) => [doc, item, title, policy, edition, stage] as const,
    ),
    bodies: Object.fromEntries(
      BODIES.map((body) => [body.id, body.names.map(({ form }) => localise(form, city.place))]),
    ),
  },
})
