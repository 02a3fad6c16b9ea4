import { BODIES } from './bodies.ts'
import { type Composed, inRoll } from './document.ts'
import type { GoldItem } from './gold.ts'
import { localise, type Place } from './place.ts'
import type { FixedDuty } from './topic.ts'

/** One place in the corpus: a document and an item of it. */
export type At = { doc: string; item: number }
export type PolicyMention = At & {
  title: string
  policy: string
  edition: number | null
  stage: string | null
  outcome: string | null
}
export type DutyMention = At & { duty: FixedDuty }
export type DocumentLedger = {
  doc: string
  date: string
  chair: { person: string; post: string; acting: boolean; onBehalfOf: string | null }
  recorders: string[]
  /** Person ids in the order of the gold attendance. */
  attendance: string[]
  /** Body ids in the same order; `null` where the roll prints none. */
  bodies: (string | null)[]
  acting: Set<string>[]
}

/** What the truth about stories is made of, kept while the documents go by. */
export type Ledger = {
  documents: DocumentLedger[]
  considered: PolicyMention[]
  cited: PolicyMention[]
  duties: DutyMention[]
  stories: (At & { story: string })[]
}

export const createLedger = (): Ledger => ({ documents: [], considered: [], cited: [], duties: [], stories: [] })

/** From a printed form to the id of the body. */
export const bodyIds = (place: Place): ReadonlyMap<string, string> =>
  new Map(BODIES.flatMap((body) => body.names.map((name) => [localise(name.form, place), body.id] as const)))

const actingIn = (item: GoldItem, ids: ReadonlyMap<string, string>) =>
  new Set(
    [...item.decisions, ...item.tasks]
      .flatMap(({ lead, joint, cooperating }) => [...lead, ...joint, ...cooperating])
      .map((form) => ids.get(form) ?? form),
  )

export const record = (ledger: Ledger, composed: Composed, ids: ReadonlyMap<string, string>) => {
  const { meeting, gold, presence, recorder, items } = composed
  const people = inRoll(presence)
  const { post, acting, onBehalfOf } = gold.meeting.chair
  ledger.documents.push({
    doc: meeting.stem,
    date: meeting.date,
    chair: { person: presence.chair.id, post, acting, onBehalfOf: onBehalfOf ? presence.mayor.id : null },
    recorders: [recorder.id],
    attendance: people.map(({ person }) => person.id),
    bodies: people.map(({ body }) => (body === null ? null : (ids.get(body) ?? body))),
    acting: gold.items.map((item) => actingIn(item, ids)),
  })
  items.forEach((item, index) => {
    const at = { doc: meeting.stem, item: index + 1 }
    const outcomes = item.gold.decisions.map(({ outcome }) => outcome)
    item.policies.forEach(({ title, policy, edition, stage }, n) => {
      ledger.considered.push({ ...at, title, policy, edition, stage, outcome: outcomes[n] ?? outcomes[0] ?? null })
    })
    item.gold.cites.forEach((cite, n) => {
      const policy = item.cited[n]
      if (policy) ledger.cited.push({ ...at, title: cite.title, policy, edition: null, stage: null, outcome: null })
    })
    for (const duty of item.topic.duties ?? []) if (duty.id) ledger.duties.push({ ...at, duty })
    if (item.topic.story) ledger.stories.push({ ...at, story: item.topic.story })
  })
}
