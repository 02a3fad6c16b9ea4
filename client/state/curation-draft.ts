/** What a person is about to decide, while it is being filled in. Pure. */
import { CurationAction, type Mention, type RollReading } from '../../model/curation.ts'
import type { WorkEntry } from '../../model/work-list.ts'

/** An action that may not be complete yet; `merge` becomes `same` once the other side is chosen. */
export type Draft = CurationAction | { do: 'merge'; a: Mention; b: Mention | null /** The node of `a`. */; of: string }

const filled = (text: string | null): string | null => text?.trim() || null

const trimmed = (reading: RollReading): RollReading => ({
  ...reading,
  person: filled(reading.person),
  body: filled(reading.body),
  post: filled(reading.post),
  onBehalfOf: filled(reading.onBehalfOf),
})

const cleaned = (draft: CurationAction): CurationAction => {
  switch (draft.do) {
    case 'correct-roll':
    case 'settle-warning':
    case 'add-roll':
      return { ...draft, readings: draft.readings.map(trimmed) }
    case 'rename':
      return { ...draft, name: draft.name.trim() }
    case 'correct-name':
    case 'correct-recorder':
      return { ...draft, right: draft.right === null ? null : draft.right.trim() }
    case 'correct-chair': {
      const { right } = draft
      return right === null
        ? draft
        : { ...draft, right: { ...right, name: right.name.trim(), post: filled(right.post) } }
    }
    default:
      return draft
  }
}

/** The action that a draft means; `null` while something is missing in it. */
export const actionOf = (draft: Draft): CurationAction | null => {
  if (draft.do === 'merge') return draft.b ? { do: 'same', a: draft.a, b: draft.b } : null
  const read = CurationAction.safeParse(cleaned(draft))
  return read.success ? read.data : null
}

export const EMPTY_READING: RollReading = { person: null, role: 'observer', body: null, post: null, onBehalfOf: null }

export type Offer = { id: string; draft: Draft }

const offered = (drafts: readonly Draft[]): Offer[] => {
  const byId = new Map(drafts.map((draft) => [JSON.stringify(draft), draft]))
  return [...byId].map(([id, draft]) => ({ id, draft }))
}

/** What can be said of an entry of the work list: what needs nothing filled in first, that it is right as it stands last. */
export const offersOf = ({ id, ready, drafts, subjects, settledBy }: WorkEntry): Offer[] => {
  const [first] = subjects
  const has = (name: string) => [...ready, ...drafts].some((action) => action.do === name)
  const own: Draft[] = []
  if (first && settledBy.includes('same') && !has('same'))
    own.push({ do: 'merge', a: first.mention, b: null, of: first.node })
  if (first && settledBy.includes('rename') && !has('rename'))
    own.push({ do: 'rename', mention: first.mention, name: first.node.split('/').slice(2).join('/') })
  const accept: Draft[] = settledBy.includes('accept') && !has('accept') ? [{ do: 'accept', entry: id }] : []
  return offered([...ready, ...drafts, ...own, ...accept])
}

/** Moves the mention at `at` to the other side of a split. */
export const toggleApart = (
  draft: Extract<CurationAction, { do: 'split' }>,
  mention: Mention,
): Extract<CurationAction, { do: 'split' }> => {
  const key = JSON.stringify(mention)
  const without = (mentions: readonly Mention[]) => mentions.filter((one) => JSON.stringify(one) !== key)
  return draft.apart.some((one) => JSON.stringify(one) === key)
    ? { ...draft, apart: without(draft.apart), from: [...draft.from, mention] }
    : { ...draft, apart: [...draft.apart, mention], from: without(draft.from) }
}

/** A mention as it is printed, with the body beside it. */
export const mentionText = (mention: Mention): string => {
  switch (mention.kind) {
    case 'person':
      return mention.body === null ? mention.name : `${mention.name}（${mention.body}）`
    case 'body':
      return mention.form
    case 'policy':
      return `《${mention.title}》`
  }
}

const readingText = ({ person, body }: Pick<RollReading, 'person' | 'body'>): string =>
  person === null ? (body ?? '') : body === null ? person : `${person}（${body}）`

/** The words of the minutes that an action speaks of, as they stand on either side of its arrow; `null` on the right for nothing. */
export const sidesOf = (draft: Draft): { left: string; right: string | null } => {
  switch (draft.do) {
    case 'same':
    case 'different':
      return { left: mentionText(draft.a), right: mentionText(draft.b) }
    case 'merge':
      return { left: mentionText(draft.a), right: draft.b ? mentionText(draft.b) : '…' }
    case 'split':
      return { left: draft.apart.map(mentionText).join('、'), right: draft.from.map(mentionText).join('、') }
    case 'rename':
      return { left: mentionText(draft.mention), right: draft.name }
    case 'correct-roll':
      return { left: readingText(draft.fact), right: draft.readings.map(readingText).join('、') || null }
    case 'correct-name':
      return { left: draft.fact.of === 'body' ? draft.fact.body : `《${draft.fact.title}》`, right: draft.right }
    case 'correct-chair':
      return { left: draft.fact.name ?? '…', right: draft.right?.name ?? null }
    case 'correct-recorder':
      return { left: draft.fact.name ?? '…', right: draft.right }
    case 'add-roll':
      return { left: draft.words.quote, right: draft.readings.map(readingText).join('、') }
    case 'add-name':
      return { left: draft.words.quote, right: draft.fact.of === 'body' ? draft.fact.body : `《${draft.fact.title}》` }
    case 'settle-warning':
      return { left: draft.quote, right: draft.readings.map(readingText).join('、') || null }
    case 'accept':
      return { left: draft.entry, right: null }
    case 'undo':
      return { left: draft.event, right: null }
  }
}

/** The entry of a roll is said to be what the parser read: nothing is corrected, but it is certain from then on. */
export const isAsRead = (draft: Draft): boolean => {
  if (draft.do !== 'correct-roll') return false
  const [reading, second] = draft.readings
  return !second && reading?.person === draft.fact.person && reading.body === draft.fact.body
}
