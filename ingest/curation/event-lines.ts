import { CurationEvent } from '../../model/curation.ts'
import { sortEvents } from './holding.ts'

/** What is wrong with one line of a file of events, with its number from 1. */
export class BadLine extends Error {
  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.name = 'BadLine'
  }
}

/** One event a line, sorted by id; with the line's end behind each. */
export const toLines = (events: readonly CurationEvent[]): string =>
  sortEvents(events)
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('')

const parseJson = (text: string, line: number): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadLine(line, `no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

// A NUL, or half of a surrogate pair: no printed text has them, and not every store can keep them.
const NO_TEXT = /[\0\p{Surrogate}]/u

const isBroken = (value: unknown): boolean => {
  if (typeof value === 'string') return NO_TEXT.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(isBroken)
}

const parseLine = (text: string, line: number): CurationEvent => {
  const event = CurationEvent.safeParse(parseJson(text, line))
  if (event.success) {
    if (isBroken(event.data)) throw new BadLine(line, 'holds a NUL or half of a character: expected text')
    return event.data
  }
  const [issue] = event.error.issues
  throw new BadLine(line, `no event of curation: ${issue?.path.join('.') || 'event'}: ${issue?.message ?? 'wrong'}`)
}

/** The events of a file, each with its line. Empty lines count and say nothing. Throws `BadLine` for the first that is wrong. */
export const fromLines = (text: string): { line: number; event: CurationEvent }[] =>
  text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((one, at) => (one.trim() === '' ? [] : [{ line: at + 1, event: parseLine(one, at + 1) }]))

/** Those of `events` that `known` does not have. Throws `BadLine` where an id is known with other words: an event never changes. */
export const newEvents = (
  events: readonly { line: number; event: CurationEvent }[],
  known: readonly CurationEvent[],
): CurationEvent[] => {
  const byId = new Map(known.map((event) => [event.id, JSON.stringify(CurationEvent.parse(event))]))
  const fresh: CurationEvent[] = []
  for (const { line, event } of events) {
    const stored = byId.get(event.id)
    if (stored === JSON.stringify(event)) continue
    if (stored !== undefined) throw new BadLine(line, `event ${event.id} is known and says something else`)
    byId.set(event.id, JSON.stringify(event))
    fresh.push(event)
  }
  return fresh
}
