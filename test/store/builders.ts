import { createHash } from 'node:crypto'
import type { CurationEvent } from '../../model/curation.ts'
import type { StoredDocument } from '../../model/document.ts'
import type { Evidence, GraphEdge, GraphNode, Jurisdiction, MeetingNode } from '../../model/graph.ts'
import type { MinutesRecord } from '../../model/record.ts'
import type { Change, Fingerprinted } from '../../store/port.ts'
import { PROPS } from './edge-props.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const LAN: Jurisdiction = { id: '澜州市', issuer: '澜州市人民政府' }
export const YUN: Jurisdiction = { id: '云汀区', issuer: '云汀区人民政府' }

export const record = (path: string): MinutesRecord => ({
  source: { path, sha256: sha256(path), format: 'txt' },
  parser: '1',
  meeting: {
    issuer: LAN.issuer,
    type: '常务会议',
    docNumber: null,
    ordinal: null,
    term: null,
    year: null,
    date: null,
    session: null,
    place: null,
    chair: null,
    recorders: [],
    compiledOn: null,
    issuedOn: null,
    extended: false,
    spans: {},
  },
  items: [],
  attendance: [],
  representatives: [],
  warnings: [],
  blocks: [],
  hiddenItems: null,
})

export const documentOf = (
  jurisdiction: Jurisdiction,
  name: string,
  more: Partial<StoredDocument> = {},
): StoredDocument => ({
  id: `${jurisdiction.id}/document/${name}`,
  jurisdiction: jurisdiction.id,
  name: `${name}.txt`,
  origin: `/minutes/${name}.txt`,
  sha256: sha256(name),
  parser: '1',
  format: 'txt',
  sourceText: `会议原则\n同意。${name}`,
  text: `会议原则同意。${name}`,
  origins: [
    [0, 0],
    [4, 5],
  ],
  record: record(`${name}.txt`),
  ...more,
})

const common = (jurisdiction: Jurisdiction, kind: string, key: string, label: string) => ({
  id: `${jurisdiction.id}/${kind}/${key}`,
  jurisdiction: jurisdiction.id,
  label,
  forms: [label],
})

export const meetingOf = (
  jurisdiction: Jurisdiction,
  ordinal: number | null,
  date: string | null,
  more: Partial<MeetingNode> = {},
): MeetingNode => ({
  ...common(jurisdiction, 'meeting', `${date ?? ''}-常务会议-${ordinal ?? ''}`, `第${ordinal ?? ''}次常务会议`),
  kind: 'meeting',
  type: '常务会议',
  ordinal,
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
  ...more,
})

export const itemOf = (meeting: MeetingNode, seq: number, heading: string): GraphNode & { kind: 'item' } => ({
  ...common({ id: meeting.jurisdiction, issuer: '' }, 'item', `${meeting.date}/${seq}`, heading),
  kind: 'item',
  meeting: meeting.id,
  seq,
  date: meeting.date,
  verbs: ['review'],
  outcomes: ['approved'],
})

export const decisionOf = (
  item: ReturnType<typeof itemOf>,
  place: number,
  label = '原则同意',
): GraphNode & { kind: 'decision' } => ({
  ...common({ id: item.jurisdiction, issuer: '' }, 'decision', `${item.date}/${item.seq}.${place}`, label),
  kind: 'decision',
  meeting: item.meeting,
  item: item.id,
  date: item.date,
  outcome: 'approved_in_principle',
  next: 'issue',
  deadline: null,
  deadlineText: null,
})

export const departmentOf = (jurisdiction: Jurisdiction, name: string, forms = [name]): GraphNode => ({
  ...common(jurisdiction, 'department', name, name),
  forms,
  kind: 'department',
  bodyKind: 'government',
  listed: true,
  names: forms.map((form) => ({ form, first: null, last: null })),
})

export const districtOf = (jurisdiction: Jurisdiction, name: string): GraphNode => ({
  ...common(jurisdiction, 'district', name, name),
  kind: 'district',
  bodyKind: 'district',
  listed: true,
  names: [{ form: name, first: null, last: null }],
})

export const policyOf = (jurisdiction: Jurisdiction, title: string, forms = [title]): GraphNode => ({
  ...common(jurisdiction, 'policy', title, title),
  forms,
  kind: 'policy',
  title,
  family: 'normative',
  edition: null,
  stages: [],
})

export const personOf = (jurisdiction: Jurisdiction, name: string, seat: string | null): GraphNode => ({
  ...common(jurisdiction, 'person', seat ? `${name}@${seat}` : name, name),
  kind: 'person',
  seat,
  seats: [],
})

export const edgeOf = (
  type: GraphEdge['type'],
  from: GraphNode,
  to: GraphNode,
  evidence: Evidence[],
  more: Partial<GraphEdge> = {},
): GraphEdge =>
  // Type and props are taken from one table under one key, which TypeScript cannot follow through the union.
  ({
    id: `${type}|${from.id}|${to.id}`,
    jurisdiction: from.jurisdiction,
    type,
    from: from.id,
    to: to.id,
    date: null,
    basis: 'stated',
    props: PROPS[type],
    evidence,
    ...more,
  }) as GraphEdge

export const at = (document: StoredDocument, start: number, end: number): Evidence => ({
  document: document.id,
  start,
  end,
})

export const printed = <Value>(value: Value): Fingerprinted<Value> => ({
  value,
  fingerprint: sha256(JSON.stringify(value)),
})

type Content = {
  documents?: StoredDocument[]
  nodes?: GraphNode[]
  edges?: GraphEdge[]
  events?: CurationEvent[]
  remove?: Partial<Record<'documents' | 'nodes' | 'edges', string[]>>
}

/** A change from the version named `base` to the one named `version`; names stand for hashes. */
export const changeOf = (
  jurisdiction: Jurisdiction,
  base: string | null,
  version: string | null,
  { documents = [], nodes = [], edges = [], events = [], remove = {} }: Content,
): Change => ({
  jurisdiction,
  base: base && sha256(base),
  version: version ? { hash: sha256(version), day: '2024-01-31' } : null,
  documents: { put: documents, remove: remove.documents ?? [] },
  nodes: { put: nodes.map(printed), remove: remove.nodes ?? [] },
  edges: { put: edges.map(printed), remove: remove.edges ?? [] },
  curation: { put: events },
})

export const hashOf = sha256

/** One meeting of two items, a roll and two documents: enough for every question. */
export const aMeeting = (jurisdiction: Jurisdiction = LAN) => {
  const pdf = documentOf(jurisdiction, '045')
  const web = documentOf(jurisdiction, '045-web')
  const meeting = meetingOf(jurisdiction, 45, '2022-07-19', { documents: [pdf.id, web.id] })
  const first = itemOf(meeting, 1, '审议《澜州市城市更新实施办法》')
  const second = itemOf(meeting, 2, '听取防汛工作情况的汇报')
  const decision = decisionOf(first, 1)
  const policy = policyOf(jurisdiction, '城市更新实施办法', ['澜州市城市更新实施办法', '城市更新实施办法（草案）'])
  const housing = departmentOf(jurisdiction, '市住建局')
  const water = departmentOf(jurisdiction, '市水务局')
  const office = departmentOf(jurisdiction, '市政府办公室')
  const district = districtOf(jurisdiction, '临江区')
  const chair = personOf(jurisdiction, '陆衡', null)
  const delegate = personOf(jurisdiction, '凌舟', '市住建局')
  const edges = [
    edgeOf('HAS_ITEM', meeting, first, [at(pdf, 0, 4)]),
    edgeOf('HAS_ITEM', meeting, second, [at(pdf, 4, 6)]),
    edgeOf('CONSIDERS', first, policy, [at(pdf, 1, 3), at(web, 2, 4)]),
    edgeOf('DECIDED', first, decision, [at(pdf, 2, 6)]),
    edgeOf('LEADS', housing, decision, [at(pdf, 2, 6), at(pdf, 3, 5)]),
    edgeOf('ISSUED_AS', decision, office, [at(web, 2, 6)]),
    edgeOf('TASKED', water, second, [at(pdf, 4, 6)]),
    edgeOf('MENTIONS', second, district, [at(pdf, 5, 6)]),
    edgeOf('CHAIRED', chair, meeting, [at(pdf, 0, 2)]),
    edgeOf('ATTENDED', chair, meeting, [at(pdf, 0, 2)]),
    edgeOf('ATTENDED', delegate, meeting, [at(pdf, 1, 2)]),
    edgeOf('REPRESENTED', housing, meeting, [at(web, 1, 2)]),
  ]
  const nodes: GraphNode[] = [
    meeting,
    first,
    second,
    decision,
    policy,
    housing,
    water,
    office,
    district,
    chair,
    delegate,
  ]
  const parts = { meeting, first, second, decision, policy, housing, water, office, district, chair, delegate }
  return { ...parts, pdf, web, documents: [pdf, web], nodes, edges }
}
