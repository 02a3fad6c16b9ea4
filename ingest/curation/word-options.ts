import type { CurationAction, CurationEvent, RollReading } from '../../model/curation.ts'
import type { Graph } from '../../model/graph.ts'
import { RollRole } from '../../model/record.ts'
import type { ReadDocument } from '../work-list/matter.ts'
import type { Claim } from './claims.ts'
import { personAtBody } from './find.ts'

/** What the words are about. */
export type Subject = {
  graph: Graph
  documents: readonly ReadDocument[]
  claims: readonly Claim[]
  events: readonly CurationEvent[]
}

/** What stands beside the words; `to` is `null` where it is not said, and empty for “nothing stands there”. */
export type WordOptions = {
  to: string[] | null
  role: string | null
  post: string | null
  item: string | null
  part: string | null
  acting: boolean
  behalf: string | null
  /** Words of the text, where the name that is meant was not read. */
  quote: string | null
}

/** Makes an action of the words behind its name. Throws `BadWords` and `CurationRefused`. */
export type FromWords = (words: readonly string[], subject: Subject, options: WordOptions) => CurationAction

/** The words do not make an action; the message says what is expected. */
export class BadWords extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BadWords'
  }
}

/** Throws `BadWords`. */
export const oneOf = <Value extends string>(what: string, value: string, allowed: readonly Value[]): Value => {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new BadWords(`${what} ${value}: expected ${allowed.join(', ')}`)
  return found
}

/** What `--to` says, each with `--role` and `--post`. Throws `BadWords`. */
export const toReadings = ({ to, role, post, behalf }: WordOptions, usual: RollRole): RollReading[] =>
  (to ?? []).map((words) => {
    const reading = personAtBody(words)
    if (reading.person === null && reading.body === null)
      throw new BadWords('--to: expected PERSON@BODY, PERSON or @BODY')
    return {
      ...reading,
      role: role === null ? usual : oneOf('--role', role, RollRole.options),
      post,
      onBehalfOf: behalf,
    }
  })

/** Throws `BadWords`. */
export const needTo = ({ to }: WordOptions): void => {
  if (to === null) throw new BadWords('say what is right with --to, or that nothing stands there with --none')
}

/** The number of `--item`; `null` where it is not said. Throws `BadWords`. */
export const itemNumber = ({ item }: WordOptions): number | null => {
  const seq = item === null ? null : Number(item)
  if (seq !== null && !(Number.isInteger(seq) && seq > 0)) throw new BadWords(`--item ${item}: expected a number`)
  return seq
}

/** The only name of `--to`; `null` for none. Throws `BadWords`. */
export const oneName = ({ to }: WordOptions): string | null => {
  const [name = null, second] = to ?? []
  if (second !== undefined) throw new BadWords('--to: one name takes the place of one')
  return name
}
