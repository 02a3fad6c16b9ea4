/** Small pieces of a graph for the tests of the client; every test states what matters to it. */
import type {
  DepartmentNode,
  GraphEdge,
  GraphNode,
  ItemNode,
  MeetingNode,
  PersonNode,
  PolicyNode,
} from '../../model/graph.ts'

export const CITY = '澜州市'
export const DOCUMENT = `${CITY}/document/a~00000000`

const common = (kind: string, key: string, label: string) => ({
  id: `${CITY}/${kind}/${key}`,
  jurisdiction: CITY,
  label,
  forms: [label],
})

export const department = (label: string): DepartmentNode => ({
  ...common('department', label, label),
  kind: 'department',
  bodyKind: 'government',
  listed: true,
  names: [],
})
export const policy = (title: string): PolicyNode => ({
  ...common('policy', title, title),
  kind: 'policy',
  title,
  family: 'normative',
  edition: null,
  stages: [],
})
export const person = (label: string, seat: string | null): PersonNode => ({
  ...common('person', seat ? `${label}@${seat}` : label, label),
  kind: 'person',
  seat,
  seats: [],
})
export const item = (seq: number): ItemNode => ({
  ...common('item', `m/${seq}`, `第${seq}项`),
  kind: 'item',
  meeting: `${CITY}/meeting/m`,
  seq,
  date: null,
  verbs: [],
  outcomes: [],
})
export const meeting = (key: string, date: string | null): MeetingNode => ({
  ...common('meeting', key, key),
  kind: 'meeting',
  type: '常务会议',
  ordinal: null,
  term: null,
  year: null,
  extended: false,
  date,
  session: null,
  place: null,
  docNumber: null,
  issuedOn: null,
  documents: [],
  agenda: [],
  people: 0,
  bodies: 0,
  warnings: 0,
  hiddenItems: false,
  contradictions: [],
})

type Ends = { from: GraphNode; to: GraphNode; at: [number, number][]; document?: string }

const base = ({ from, to, at, document = DOCUMENT }: Ends) => ({
  jurisdiction: CITY,
  from: from.id,
  to: to.id,
  date: null,
  basis: 'stated' as const,
  evidence: at.map(([start, end]) => ({ document, start, end })),
})

export const mentions = (ends: Ends): GraphEdge => ({
  ...base(ends),
  id: `MENTIONS|${ends.from.id}|${ends.to.id}`,
  type: 'MENTIONS',
  props: {},
})
export const considers = (ends: Ends): GraphEdge => ({
  ...base(ends),
  id: `CONSIDERS|${ends.from.id}|${ends.to.id}`,
  type: 'CONSIDERS',
  props: { stage: null, printedTitle: ends.to.label },
})
export const leads = (ends: Ends): GraphEdge => ({
  ...base(ends),
  id: `LEADS|${ends.from.id}|${ends.to.id}`,
  type: 'LEADS',
  props: { deadline: null, deadlineText: null },
})
export const attended = (ends: Ends & { role: 'member' | 'observer'; as: string | null }): GraphEdge => ({
  ...base(ends),
  id: `ATTENDED|${ends.from.id}|${ends.to.id}`,
  type: 'ATTENDED',
  props: { role: ends.role, as: ends.as, post: null, onBehalfOf: null, confidence: 1 },
})
export const represented = (ends: Ends): GraphEdge => ({
  ...base(ends),
  id: `REPRESENTED|${ends.from.id}|${ends.to.id}`,
  type: 'REPRESENTED',
  props: { named: true, role: 'observer' },
})
