import { BodyPart, type MissedName, type PrintedWords } from '../../model/curation.ts'
import type { NodeId } from '../../model/graph.ts'
import type { ReadDocument } from '../work-list/matter.ts'
import { findItem, findMeeting, onlyOne } from './find.ts'
import { meetingKeyOf } from './mentions-of.ts'
import { findWords } from './printed-words.ts'
import { samePrint } from './reading.ts'
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

const documentsOf = (meeting: NodeId, { documents }: Subject): ReadDocument[] =>
  documents.filter((document) => document.meeting === meeting)

const quoted = (quote: string | null): PrintedWords | null => (quote === null ? null : { quote, nth: 1 })

const itself = (name: string): string => name

/** The name that was read; `null` where `--quote` says that it was not. */
const nameRead = (named: string | undefined, read: readonly string[], { quote }: WordOptions): string | null => {
  if (quote !== null) return null
  const names = [...new Set(read)]
  if (names.length === 0)
    throw new CurationRefused('nobody was read there: say with --quote in which words of the text the name stands')
  const found = named === undefined ? names : names.filter((name) => samePrint(name, named))
  return onlyOne(named ?? 'the name', found, itself, names)
}

/** What was read of a meeting, with what is right in its place. */
const readOf = <Of extends 'chair' | 'recorder'>(
  of: Of,
  [meeting = '', named]: readonly string[],
  subject: Subject,
  options: WordOptions,
) => {
  needTo(options)
  const id = findMeeting(meeting, subject.graph)
  const read = documentsOf(id, subject).flatMap(({ parsed: { meeting } }) =>
    of === 'chair' ? (meeting.chair?.name ?? []) : meeting.recorders,
  )
  const fact = { of, meeting: meetingKeyOf(id), name: nameRead(named, read, options) }
  return { fact, name: oneName(options), words: quoted(options.quote) }
}

export const correctChair: FromWords = (words, subject, options) => {
  const { name, ...read } = readOf('chair', words, subject, options)
  const { post, acting, behalf: onBehalfOf } = options
  return { do: 'correct-chair', ...read, right: name === null ? null : { name, post, acting, onBehalfOf } }
}

export const correctRecorder: FromWords = (words, subject, options) => {
  const { name: right, ...read } = readOf('recorder', words, subject, options)
  return { do: 'correct-recorder', ...read, right }
}

export const addRoll: FromWords = ([meeting = '', quote = ''], subject, options) => {
  const readings = toReadings(options, 'observer')
  if (readings.length === 0) throw new BadWords('say who stands there with --to')
  const id = findMeeting(meeting, subject.graph)
  return { do: 'add-roll', meeting: meetingKeyOf(id), words: { quote, nth: 1 }, readings }
}

const TITLE_PARTS = ['considers', 'cites'] as const
const BODY_PARTS = BodyPart.exclude(['any']).options

export const addName: FromWords = ([meeting = '', quote = ''], subject, options) => {
  const id = findMeeting(meeting, subject.graph)
  const name = oneName(options) ?? quote
  const title = /^《(.*)》$/u.exec(name)?.[1]
  const words: PrintedWords = { quote, nth: 1 }
  const { heading, nth } = findItem(quote, documentsOf(id, subject), {
    seq: itemNumber(options),
    has: (item, text) => findWords(text, words, item.span) !== null,
  })
  const where = { meeting: meetingKeyOf(id), heading, nth }
  const fact: MissedName =
    title === undefined
      ? { of: 'body', ...where, part: oneOf('--part', options.part ?? 'mention', BODY_PARTS), body: name }
      : { of: 'title', ...where, part: oneOf('--part', options.part ?? 'considers', TITLE_PARTS), title }
  return { do: 'add-name', fact, words }
}
