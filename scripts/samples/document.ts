import { assemble, mayorPost, type Presence } from './attendance.ts'
import { bodyByForm } from './bodies.ts'
import type { Meeting } from './calendar.ts'
import type { Cast, Person } from './cast.ts'
import type { CityContext, DocumentContext } from './context.ts'
import { closing, distribution, itemBlocks, masthead } from './document-blocks.ts'
import type { GoldRecord } from './gold.ts'
import { numberIssued } from './issue.ts'
import { composeItem, type ItemDraft } from './item.ts'
import { type Block, typeset } from './layout.ts'
import { formOpening, type Opening, opening, transition } from './opening.ts'
import type { Rng } from './prng.ts'
import { rollBlocks } from './roll.ts'
import { type Attendee, toGold } from './roll-entry.ts'
import { type Style, styleOf } from './style.ts'
import { OTHER_MATTERS } from './tables/sentences.ts'
import type { Topic } from './topic.ts'

export type Composed = {
  meeting: Meeting
  text: string
  gold: GoldRecord
  items: ItemDraft[]
  presence: Presence
  recorder: Person
}

const actingBodies = (items: readonly ItemDraft[]) =>
  new Set(
    items
      .flatMap(({ topic }) => topic.seeds.flatMap((seed) => [seed.lead, ...seed.partners]))
      .map((form) => bodyByForm(form).id),
  )

/** Everybody in the roll, in the order of print. */
export const inRoll = (presence: Presence): Attendee[] => [
  ...presence.leaders,
  ...presence.absent,
  ...presence.office,
  ...presence.bodies,
  ...presence.guests,
]

type Written = {
  meeting: Meeting
  style: Style
  head: Opening
  items: readonly ItemDraft[]
  presence: Presence
  recorder: Person
  issuer: string
}

const goldOf = ({ meeting, style, head, items, presence, recorder, issuer }: Written): GoldRecord => ({
  meeting: {
    issuer,
    type: '常务会议',
    docNumber: meeting.docNumber,
    ordinal: meeting.ordinal,
    date: meeting.date,
    session: meeting.session,
    ...(head.place ? { place: head.place } : {}),
    chair: head.chair,
    recorders: [recorder.name],
    ...(style.compiled ? { compiledOn: meeting.compiledOn } : {}),
    issuedOn: meeting.issuedOn,
  },
  items: items.map((item, at) => ({ seq: at + 1, ...item.gold })),
  attendance: inRoll(presence).map(toGold),
  representatives: presence.anonymous.map((name) => ({ body: name, role: 'observer' })),
  ...(style.hidden ? { hiddenItems: { count: null } } : {}),
})

/** All blocks from masthead to print. `form` is the head of a document that has its rolls in front. */
const blocksOf = (written: Written, form: readonly string[] | null, city: CityContext): Block[] => {
  const { meeting, style, head, items, presence, recorder } = written
  const rolls: Block[] = [...rollBlocks(presence, style), { kind: 'line', text: `记录：${recorder.name}` }]
  const lines = (form ?? []).map((text): Block => ({ kind: 'line', text }))
  return [
    ...masthead(meeting, city.place.city, style),
    ...(form ? [...lines, ...rolls] : []),
    { kind: 'paragraph', text: head.text },
    { kind: 'paragraph', text: transition(meeting) },
    ...items.flatMap((item, at) => itemBlocks(item, at + 1, style)),
    ...(style.hidden ? [{ kind: 'paragraph', text: OTHER_MATTERS[meeting.index % 2] ?? '' } as const] : []),
    ...(form ? [] : rolls),
    ...closing(meeting, city.place.city, style),
    ...distribution(meeting, city),
  ]
}

type Input = { meeting: Meeting; topics: readonly Topic[]; cast: Cast; city: CityContext; rng: Rng }

const recorderOf = ({ meeting, cast }: Input): Person => {
  const recorder = cast.recorders[Math.floor(meeting.index / 14) % cast.recorders.length]
  if (!recorder) throw new Error('no recorder')
  return recorder
}

/** Writes one document and the truth about it. */
export const composeDocument = (input: Input): Composed => {
  const { meeting, topics, cast, city, rng } = input
  const style = styleOf(meeting)
  const ctx: DocumentContext = { ...city, meeting, rng: rng.fork('items'), style }
  city.pool.newDocument()
  const items = topics.map((topic) => composeItem(topic, ctx))
  for (const item of items) numberIssued(item, meeting, city, ctx.rng)
  const options = { posts: style.rollFirst, leave: style.leave, standIn: style.standIn, guests: style.guests }
  const presence = assemble({
    cast,
    meeting,
    place: city.place,
    acting: actingBodies(items),
    options,
    rng: rng.fork('roll'),
  })
  const agenda = rng.shuffle(items.flatMap((item) => item.agenda))
  const words = {
    meeting,
    style,
    mayor: presence.mayor.name,
    mayorPost: mayorPost(meeting.date),
    chair: presence.chair.name,
    agenda,
    rng,
  }
  const form = style.rollFirst && presence.chair === presence.mayor ? formOpening(words) : null
  const recorder = recorderOf(input)
  const written: Written = {
    meeting,
    style,
    head: form ?? opening(words),
    items,
    presence,
    recorder,
    issuer: `${city.place.city}人民政府`,
  }
  const text = typeset(blocksOf(written, form?.before ?? null, city), style)
  return { meeting, text, gold: goldOf(written), items, presence, recorder }
}
