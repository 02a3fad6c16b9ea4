/** The truth about a document in the scorer's format, with what it does not score but tests and pages want. */
export type Outcome =
  | 'approved_in_principle'
  | 'approved'
  | 'heard'
  | 'conveyed'
  | 'discussed'
  | 'deferred'
  | 'rejected'
  | 'repealed'
export type Next = 'issue' | 'submit' | 'resubmit' | 'follow_up'
export type Verb = 'review' | 'hear' | 'convey' | 'report' | 'arrange' | 'repeal'

export type Agents = { lead: string[]; joint: string[]; cooperating: string[] }
export type GoldTask = Agents & { deadline: string | null; deadlineText?: string; quote: string }
export type GoldDecision = Agents & {
  outcome: Outcome
  next: Next | null
  submitTo: string | null
  issuedAs: string | null
  deadline: string | null
  deadlineText?: string
  quote: string
}
export type GoldPolicy = { title: string; abbreviation?: string; unnamed?: number }
export type GoldCite = { title: string; docNumber?: string }
export type GoldItem = {
  seq: number
  heading: string
  verbs: Verb[]
  policies: GoldPolicy[]
  cites: GoldCite[]
  decisions: GoldDecision[]
  tasks: GoldTask[]
  bodies: string[]
}
export type GoldAttendee = {
  person: string
  role: 'member' | 'observer' | 'absent' | 'guest'
  body: string | null
  post: string | null
  onBehalfOf: string | null
  reason?: string
}
export type GoldRecord = {
  meeting: {
    issuer: string
    type: string
    docNumber: string
    ordinal: number
    date: string
    session: string
    place?: string
    chair: { name: string; post: string; acting: boolean; onBehalfOf: string | null }
    recorders: string[]
    compiledOn?: string
    issuedOn: string
  }
  items: GoldItem[]
  attendance: GoldAttendee[]
  representatives: { body: string; role: 'observer' }[]
  hiddenItems?: { count: null }
}
