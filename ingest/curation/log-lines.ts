import type { LogEntry } from '../../model/api/curation.ts'
import type {
  ChairReading,
  CurationAction,
  CurationEvent,
  Mention,
  NamedNode,
  RollReading,
} from '../../model/curation.ts'
import type { Holding } from './holding.ts'
import type { Conflict, Standing } from './standing.ts'

const entry = (person: string | null, body: string | null): string =>
  `${person ?? ''}${body === null ? '' : `@${body}`}`

const mentionInWords = (mention: Mention): string => {
  if (mention.kind === 'body') return mention.form
  if (mention.kind === 'policy') return `《${mention.title}》 (${mention.meeting})`
  return `${entry(mention.name, mention.recorder ? '记录' : mention.body)} (${mention.meeting})`
}

const LONGEST_SIDE = 3

const many = (mentions: readonly Mention[]): string => {
  const more = mentions.length - LONGEST_SIDE
  const first = mentions.slice(0, LONGEST_SIDE).map(mentionInWords)
  return [...first, ...(more > 0 ? [`${more} more`] : [])].join(' + ')
}

const readingsInWords = (readings: readonly RollReading[]): string =>
  readings.length ? readings.map(({ person, body, role }) => `${entry(person, body)} [${role}]`).join(', ') : 'nothing'

const chairInWords = (right: ChairReading | null): string => {
  if (right === null) return 'nobody'
  const { name, post, acting, onBehalfOf } = right
  const behalf = onBehalfOf === null ? null : `for ${onBehalfOf}`
  const beside = [post, acting ? 'acting' : null, behalf].filter((part) => part !== null)
  return beside.length ? `${name} (${beside.join(', ')})` : name
}

/** One line for a person. */
export const actionInWords = (action: CurationAction): string => {
  switch (action.do) {
    case 'same':
    case 'different':
      return `${action.do}: ${many([action.a, action.b])}`
    case 'split':
      return `split: ${many(action.apart)} from ${many(action.from)}`
    case 'rename':
      return `rename: ${mentionInWords(action.mention)} is called ${action.name}`
    case 'correct-roll':
      return `correct-roll: ${entry(action.fact.person, action.fact.body)} (${action.fact.meeting}) is ${readingsInWords(action.readings)}`
    case 'correct-name': {
      const { fact, right } = action
      const wrong = fact.of === 'body' ? `${fact.body} [${fact.part}]` : `《${fact.title}》`
      return `correct-name: ${wrong} in “${fact.heading}” (${fact.meeting}) is ${right ?? 'nothing'}`
    }
    case 'correct-chair':
      return `correct-chair: ${action.fact.name ?? 'nobody'} (${action.fact.meeting}) is ${chairInWords(action.right)}`
    case 'correct-recorder':
      return `correct-recorder: ${action.fact.name ?? 'nobody'} (${action.fact.meeting}) is ${action.right ?? 'nobody'}`
    case 'add-roll':
      return `add-roll: “${action.words.quote}” (${action.meeting}) is ${readingsInWords(action.readings)}`
    case 'add-name': {
      const { fact, words } = action
      const name = fact.of === 'body' ? fact.body : `《${fact.title}》`
      return `add-name: ${name} [${fact.part}] in “${fact.heading}” (${fact.meeting}), “${words.quote}”`
    }
    case 'settle-warning':
      return `settle: ${action.code} “${action.quote}” (${action.meeting}): ${readingsInWords(action.readings)}`
    case 'accept':
      return `accept: ${action.entry}`
    case 'undo':
      return `undo: ${action.event}`
  }
}

const LONGEST_LIST = 8

const labels = (nodes: readonly NamedNode[]): string => {
  const names = nodes.slice(0, LONGEST_LIST).map(({ label, id }) => `${label} (${id.slice(id.indexOf('/') + 1)})`)
  const more = nodes.length - LONGEST_LIST
  return nodes.length ? [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ') : '—'
}

/** `before → after`. */
export const effectInWords = ({ before, after }: Pick<CurationEvent, 'before' | 'after'>): string =>
  `${labels(before)} → ${labels(after)}`

type Known = {
  holding: Holding
  standing: Standing
  conflicts: readonly Conflict[]
  dangling: readonly CurationEvent[]
}

/** Events with what became of each, in the order of `events`. */
export const logOf = (
  events: readonly CurationEvent[],
  { holding, standing, conflicts, dangling }: Known,
): LogEntry[] => {
  const opposed = new Set(conflicts.flatMap((conflict) => conflict.events.map(({ id }) => id)))
  const lost = new Set(dangling.map(({ id }) => id))
  return events.map((event) => {
    const undo = holding.undoneBy.get(event.id)
    const later = standing.replacedBy.get(event.id)
    const last = undo ?? later
    const state = undo
      ? 'undone'
      : later
        ? 'replaced'
        : opposed.has(event.id)
          ? 'conflict'
          : lost.has(event.id)
            ? 'dangling'
            : 'holds'
    return { ...event, state, through: last ? { id: last.id, by: last.by } : null }
  })
}

const STATES: Record<Exclude<LogEntry['state'], 'holds'>, string> = {
  undone: 'undone',
  replaced: 'replaced',
  conflict: 'in conflict, not applied',
  dangling: 'finds nothing (or not all) of what it is about',
}

/** For a person: who, when, why, before → after, and what became of it. */
export const logText = (log: readonly LogEntry[]): string =>
  log
    .map(({ id, by, at, why, action, before, after, state, through }) =>
      [
        `${id}  ${by}, ${at}`,
        `  ${actionInWords(action)}`,
        ...(before.length + after.length ? [`  ${effectInWords({ before, after })}`] : []),
        ...(why === '' ? [] : [`  why: ${why}`]),
        ...(state === 'holds' ? [] : [`  ${STATES[state]}${through ? ` by ${through.by} in ${through.id}` : ''}`]),
      ].join('\n'),
    )
    .join('\n')
