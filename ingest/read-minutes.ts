import { basename, extname } from 'node:path'
import type { StoredDocument } from '../model/document.ts'
import type { DocumentFormat, MinutesRecord, PageFacts } from '../model/record.ts'
import { type Genre, recogniseGenre } from './parse/genre.ts'
import { parse } from './parse/parse.ts'
import { type Refusal, readFile } from './read/read-file.ts'
import type { RepairedText } from './repair/origins.ts'
import { repair } from './repair/repair.ts'
import { jurisdictionOf } from './resolve/jurisdiction.ts'

/** A document that was read: its text as decoded and as repaired, and the record that it gives. */
export type Minutes = {
  is: 'minutes'
  path: string
  sha256: string
  format: DocumentFormat
  sourceText: string
  /** What a web page says of itself, where it does; never a fact of the meeting. */
  page?: PageFacts
  repaired: RepairedText
  record: MinutesRecord
}

export type Source = Omit<Minutes, 'is' | 'repaired' | 'record'>

const recordOf = ({ path, sha256, format, page }: Source, repaired: RepairedText): MinutesRecord =>
  parse(repaired, { path, sha256, format, ...(page && { page }) })

const LOOKS_LIKE: Readonly<Record<Exclude<Genre['genre'], 'minutes'>, string>> = {
  news: 'it looks like a news report',
  notice: 'it looks like the notice of a meeting',
  policy: 'it looks like a policy paper',
  rules: 'it looks like rules of procedure',
  other: 'it has neither the masthead nor the words of minutes',
}

const whyNot = (genre: Exclude<Genre, { genre: 'minutes' }>): string =>
  LOOKS_LIKE[genre.genre] + (genre.reason ? `, see “${genre.reason}”` : '')

const notMinutes = (reason: string): MinutesRecord['warnings'][number] => ({
  code: 'not-minutes',
  message: `read although it is not recognised as minutes: ${reason}`,
  quote: '',
  span: null,
})

const readSource = (source: Source, force: boolean): Minutes | Refusal => {
  const repaired = repair(source.sourceText)
  const genre = recogniseGenre(repaired.text)
  if (genre.genre === 'minutes') return { is: 'minutes', ...source, repaired, record: recordOf(source, repaired) }
  const reason = whyNot(genre)
  const fault = genre.genre === 'other' ? 'no-minutes' : genre.genre
  if (!force) return { is: 'refused', file: source.path, fault, reason: `not minutes: ${reason}` }
  const record = recordOf(source, repaired)
  return {
    is: 'minutes',
    ...source,
    repaired,
    record: { ...record, warnings: [...record.warnings, notMinutes(reason)] },
  }
}

/**
 * Repairs and parses a text. What is not recognised as minutes is refused, or with `force` read all the same, with a warning.
 * A fault of the parser fails this one text and is told with it.
 */
export const parseSource = (source: Source, { force }: { force: boolean }): Minutes | Refusal => {
  try {
    return readSource(source, force)
  } catch (error) {
    const reason = `the parser failed, which is a fault of Jiyao: ${error instanceof Error ? error.stack : String(error)}`
    return { is: 'refused', file: source.path, fault: 'bug', reason }
  }
}

export const readMinutes = async (path: string, options: { force: boolean }): Promise<Minutes | Refusal> => {
  const read = await readFile(path)
  if (read.is === 'refused') return read
  const { sha256, format, text, page } = read
  return parseSource({ path, sha256, format, sourceText: text, ...(page && { page }) }, options)
}

/**
 * The document as it is stored. `origin` is where it came from; the record keeps the mere file name, so that it is the same
 * on every machine. A document whose masthead names no government belongs to no jurisdiction and is refused.
 */
export const toDocument = (minutes: Minutes, origin: string): StoredDocument | Refusal => {
  const { path, sha256, format, sourceText, repaired, record } = minutes
  const name = basename(path)
  const jurisdiction = jurisdictionOf(record.meeting.issuer)
  if (!jurisdiction)
    return {
      is: 'refused',
      file: path,
      fault: record.meeting.issuer === null ? 'no-government' : 'unknown-government',
      reason:
        record.meeting.issuer === null
          ? 'no government is named at its head, so it belongs to no place: add its masthead, the full name of the government, as the first line'
          : `“${record.meeting.issuer}” at its head is no government that is known, so it belongs to no place`,
    }
  return {
    id: `${jurisdiction.id}/document/${basename(name, extname(name))}~${sha256.slice(0, 8)}`,
    jurisdiction: jurisdiction.id,
    name,
    origin,
    sha256,
    parser: record.parser,
    format,
    sourceText,
    text: repaired.text,
    // The store's type is not readonly.
    origins: repaired.origins.map(([at, from]): [number, number] => [at, from]),
    record: { ...record, source: { ...record.source, path: name } },
  }
}
