import { byCodeUnits } from '../model/order.ts'
import type { MinutesRecord, RollPair, Warning } from '../model/record.ts'
import { parse } from './parse/parse.ts'
import { LOW } from './parse/roll/entry-writer.ts'
import { PARSER_VERSION } from './parse/version.ts'
import { fold } from './repair/fold.ts'
import type { RepairedText } from './repair/origins.ts'

/** A document of a place, as far as its rolls are concerned. */
export type Read = { repaired: RepairedText; record: MinutesRecord }

/** A pair is taken over from another document where its division beats every other by a factor of ten. */
const CERTAIN = 0.9

const keyOf = ({ body, person }: RollPair): string => `${fold(body)} ${fold(person)}`

/** Of pairs that have one key the last. */
const unique = (records: readonly MinutesRecord[]): RollPair[] => {
  // A place prints the same pairs in every meeting, and folding takes its time.
  const printed = new Map<string, Set<string>>()
  const found = new Map<string, RollPair>()
  const take = (body: string, person: string): void => {
    const known = printed.get(body)
    if (known?.has(person)) return
    if (known) known.add(person)
    else printed.set(body, new Set([person]))
    const key = keyOf({ body, person })
    if (!found.has(key)) found.set(key, { body, person })
  }
  for (const { readWith, attendance } of records.toReversed())
    if (readWith) for (const { body, person } of readWith.own.toReversed()) take(body, person)
    else
      for (const { body, person, confidence } of attendance.toReversed())
        if (body !== null && confidence >= CERTAIN) take(body, person)
  return [...found].sort(([a], [b]) => byCodeUnits(a, b)).map(([, pair]) => pair)
}

/** What a document says for certain when it is read alone; what others added to it does not count. */
const ownPairs = (record: MinutesRecord): RollPair[] => record.readWith?.own ?? unique([record])

/** True where a roll of the document may be divided in another way as well. */
export const mayBeDivided = ({ readWith, attendance }: MinutesRecord): boolean =>
  readWith !== undefined || attendance.some(({ confidence }) => confidence < LOW)

const dividedAsElsewhere = (alone: MinutesRecord, record: MinutesRecord, text: string): Warning[] => {
  const before = new Set(alone.attendance.map(({ body, person }) => keyOf({ body: body ?? '', person })))
  return record.attendance
    .filter(({ body, person }) => !before.has(keyOf({ body: body ?? '', person })))
    .map(({ span }) => ({
      code: 'roll-known-pair',
      message: 'divided as another document of the place prints it',
      quote: text.slice(span.start, span.end),
      span,
    }))
}

const NOT_OF_PARSE = 'not-minutes'

const readWith = ({ repaired, record }: Read, others: readonly RollPair[]): MinutesRecord => {
  const kept = record.warnings.filter(({ code }) => code === NOT_OF_PARSE)
  const alone = record.readWith ? parse(repaired, record.source) : record
  if (others.length === 0) return { ...alone, warnings: [...alone.warnings, ...kept] }
  const informed = parse(repaired, record.source, { known: others })
  const warnings = [...informed.warnings, ...dividedAsElsewhere(alone, informed, repaired.text), ...kept]
  return { ...informed, warnings, readWith: { own: ownPairs(record), others: [...others] } }
}

const same = (a: readonly RollPair[], b: readonly RollPair[]): boolean =>
  a.length === b.length && a.every((pair, at) => keyOf(pair) === keyOf(b[at] ?? { body: '', person: '' }))

/**
 * The records of all documents of one place, in the order given, each read with what the others say for certain. What a document
 * gives to others is what it says alone, so neither the order of the documents nor the runs in which they came make a difference.
 * A record that stays as it is is given back as the same object; those of another version of the parser stay as they are.
 */
export const readTogether = (documents: readonly Read[]): MinutesRecord[] => {
  if (!documents.some(({ record }) => mayBeDivided(record))) return documents.map(({ record }) => record)
  const known = unique(documents.map(({ record }) => record)).map((pair) => ({
    pair,
    key: keyOf(pair),
    printed: fold(pair.body) + fold(pair.person),
  }))
  return documents.map((document) => {
    const { record, repaired } = document
    if (!mayBeDivided(record) || record.parser !== PARSER_VERSION) return record
    const text = fold(repaired.text).replace(/\s/gu, '')
    const own = new Set(ownPairs(record).map(keyOf))
    const others = known.flatMap(({ pair, key, printed }) => (!own.has(key) && text.includes(printed) ? [pair] : []))
    return same(others, record.readWith?.others ?? []) ? record : readWith(document, others)
  })
}
