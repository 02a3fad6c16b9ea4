import { BodyPart, type CurationAction, type Mention } from '../../model/curation.ts'
import type { GraphNode } from '../../model/graph.ts'
import { findMeeting, findNameFact, findNode, findRollFact, findWarning, selectMentions } from './find.ts'
import { meetingKeyOf, mentionFinder } from './mentions-of.ts'
import { addName, addRoll, correctChair, correctRecorder } from './missed-from-words.ts'
import { CurationRefused } from './refuse-action.ts'
import {
  BadWords,
  type FromWords,
  itemNumber,
  needTo,
  oneName,
  oneOf,
  type Subject,
  toReadings,
  type WordOptions,
} from './word-options.ts'

const IDENTIFIED: readonly GraphNode['kind'][] = ['person', 'department', 'district', 'policy']

const finderOf = ({ graph, documents }: Subject): ((words: string) => { node: GraphNode; mentions: Mention[] }) => {
  const mentions = mentionFinder(graph, new Map(documents.map(({ id, record }) => [id, record])))
  return (words) => {
    const node = findNode(words, graph, IDENTIFIED)
    return { node, mentions: mentions(node) }
  }
}

const firstOf = (words: string, [first]: readonly Mention[]): Mention => {
  if (first) return first
  throw new CurationRefused(`“${words}” is printed nowhere, so that nothing can be said about it`)
}

const pair = (
  kind: 'same' | 'different',
  [one = '', other = '']: readonly string[],
  subject: Subject,
): CurationAction => {
  const find = finderOf(subject)
  const [a, b] = [find(one), find(other)]
  if (a.node.id === b.node.id)
    throw new CurationRefused(
      `“${one}” and “${other}” are one: ${a.node.id}${kind === 'different' ? '; `split` takes it apart' : ''}`,
    )
  return { do: kind, a: firstOf(one, a.mentions), b: firstOf(other, b.mentions) }
}

const split: FromWords = ([words = '', ...parts], subject) => {
  const { mentions } = finderOf(subject)(words)
  const chosen = new Set(parts.flatMap((part) => selectMentions(part, mentions, subject.graph)))
  const from = mentions.filter((mention) => !chosen.has(mention))
  if (from.length === 0)
    throw new CurationRefused(`nothing of “${words}” is left: name the part that shall stand apart`)
  return { do: 'split', apart: [...chosen], from }
}

const rename: FromWords = ([words = '', name = ''], subject) => ({
  do: 'rename',
  mention: firstOf(words, finderOf(subject)(words).mentions),
  name,
})

const correctRoll: FromWords = ([meeting = '', entry = ''], subject, options) => {
  needTo(options)
  const { fact, role } = findRollFact(entry, findMeeting(meeting, subject.graph), subject.documents, subject.claims)
  return { do: 'correct-roll', fact, readings: toReadings(options, role) }
}

const correctName: FromWords = ([meeting = '', name = ''], subject, options) => {
  needTo(options)
  const right = oneName(options)
  const seq = itemNumber(options)
  const part = oneOf('--part', options.part ?? 'any', BodyPart.options)
  const fact = findNameFact(name, findMeeting(meeting, subject.graph), subject.documents, { seq, part })
  return { do: 'correct-name', fact, right }
}

const settle: FromWords = ([meeting = '', code = '', quote = ''], subject, options) => {
  const id = findMeeting(meeting, subject.graph)
  const warning = findWarning(code, quote, id, subject.documents)
  return {
    do: 'settle-warning',
    meeting: meetingKeyOf(id),
    code: warning.code,
    quote: warning.quote,
    readings: toReadings(options, 'observer'),
  }
}

const undo: FromWords = ([words = ''], { events }) => {
  const found = events.filter(({ id }) => id.startsWith(words))
  const [event, second] = found
  if (!event) throw new CurationRefused(`there is no event ${words}: \`log\` lists those that there are`)
  if (second) throw new CurationRefused(`${words} begins ${found.length} events: write more of it`)
  return { do: 'undo', event: event.id }
}

type Maker = {
  /** The words behind the name of the action. */
  words: string
  least: number
  most: number
  make: FromWords
}

/** By the name of the command. */
export const ACTIONS = {
  same: { words: 'A B', least: 2, most: 2, make: (words, subject) => pair('same', words, subject) },
  different: { words: 'A B', least: 2, most: 2, make: (words, subject) => pair('different', words, subject) },
  split: { words: 'NODE PART…', least: 2, most: Number.POSITIVE_INFINITY, make: split },
  rename: { words: 'NODE NAME', least: 2, most: 2, make: rename },
  'correct-roll': { words: 'MEETING ENTRY', least: 2, most: 2, make: correctRoll },
  'correct-name': { words: 'MEETING NAME', least: 2, most: 2, make: correctName },
  'correct-chair': { words: 'MEETING [NAME]', least: 1, most: 2, make: correctChair },
  'correct-recorder': { words: 'MEETING [NAME]', least: 1, most: 2, make: correctRecorder },
  'add-roll': { words: 'MEETING QUOTE', least: 2, most: 2, make: addRoll },
  'add-name': { words: 'MEETING QUOTE', least: 2, most: 2, make: addName },
  settle: { words: 'MEETING CODE [QUOTE]', least: 2, most: 3, make: settle },
  accept: { words: 'ENTRY', least: 1, most: 1, make: ([entry = '']) => ({ do: 'accept', entry }) },
  undo: { words: 'EVENT', least: 1, most: 1, make: undo },
} as const satisfies Record<string, Maker>

export type ActionWord = keyof typeof ACTIONS

export const isActionWord = (word: string): word is ActionWord => Object.hasOwn(ACTIONS, word)

/** The action that `words` behind the name of a command mean. Throws `BadWords` and `CurationRefused`. */
export const actionFromWords = (
  word: ActionWord,
  words: readonly string[],
  subject: Subject,
  options: WordOptions,
): CurationAction => {
  const { least, most, words: expected, make }: Maker = ACTIONS[word]
  if (words.length < least || words.length > most || words.some((one) => one.trim() === ''))
    throw new BadWords(`${word}: expected ${expected}`)
  return make(words, subject, options)
}
