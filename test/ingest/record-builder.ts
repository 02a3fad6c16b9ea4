/** Records made by hand: each part with defaults, spans counted up so that no two are the same. */
import type { Decision, Item, MinutesRecord, RollEntry, Span, Task } from '../../model/record.ts'

let at = 0
/** A span of its own for every call. */
export const span = (): Span => {
  at += 10
  return { start: at, end: at + 5 }
}

export const decision = (given: Partial<Decision> = {}): Decision => ({
  outcome: 'approved_in_principle',
  next: null,
  submitTo: null,
  issuedAs: null,
  lead: [],
  joint: [],
  cooperating: [],
  deadline: null,
  deadlineText: null,
  quote: '会议原则同意。',
  span: span(),
  ...given,
})

export const task = (given: Partial<Task> = {}): Task => ({
  lead: [],
  joint: [],
  cooperating: [],
  deadline: null,
  deadlineText: null,
  quote: '由有关单位办理。',
  span: span(),
  ...given,
})

export const item = (seq: number, given: Partial<Item> = {}): Item => ({
  seq,
  heading: `审议第${seq}项`,
  headingSpan: span(),
  span: span(),
  verbs: ['review'],
  policies: [],
  cites: [],
  matters: [],
  decisions: [],
  tasks: [],
  bodies: [],
  mentions: [],
  ...given,
})

export const entry = (person: string, body: string | null, given: Partial<RollEntry> = {}): RollEntry => ({
  person,
  role: body === null ? 'member' : 'observer',
  body,
  post: null,
  onBehalfOf: null,
  confidence: 1,
  span: span(),
  personSpan: span(),
  ...given,
})

export const minutes = (
  given: { meeting?: Partial<MinutesRecord['meeting']> } & Partial<Omit<MinutesRecord, 'meeting'>> = {},
): MinutesRecord => ({
  source: { path: 'a.txt', sha256: '0', format: 'txt' },
  parser: '1',
  items: [],
  attendance: [],
  representatives: [],
  warnings: [],
  blocks: [],
  hiddenItems: null,
  ...given,
  meeting: {
    issuer: '岚州市人民政府',
    type: '常务会议',
    docNumber: '〔2022〕3号',
    ordinal: 41,
    term: null,
    year: null,
    date: '2022-03-04',
    session: null,
    place: null,
    chair: null,
    recorders: [],
    compiledOn: null,
    issuedOn: null,
    extended: false,
    spans: {},
    ...given.meeting,
  },
})
