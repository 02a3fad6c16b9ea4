/**
 * The graph: what `resolve` makes of all records of one jurisdiction, and what a store keeps.
 * Ids are stable, readable and begin with the jurisdiction: `苏州市/department/市发改委`.
 */
import { z } from 'zod'
import { Between, Likelihood, PolicyTie, Reason, service } from './inference.ts'
import { Day, ItemVerb, NextStep, Outcome, RollRole } from './record.ts'

/** The place on the masthead: 苏州市, 青桐县, 岚州高新区. */
export const JurisdictionId = z.string().min(1)
export type JurisdictionId = z.infer<typeof JurisdictionId>
export const NodeId = z.string().min(1)
export type NodeId = z.infer<typeof NodeId>
export const EdgeId = z.string().min(1)
export type EdgeId = z.infer<typeof EdgeId>
export const DocumentId = z.string().min(1)
export type DocumentId = z.infer<typeof DocumentId>

export const Jurisdiction = z.object({
  id: JurisdictionId,
  /** The body on the masthead in full: 苏州市人民政府. */
  issuer: z.string(),
})
export type Jurisdiction = z.infer<typeof Jurisdiction>

/**
 * What a jurisdiction's graph is made of: `hash` covers its documents, the parser that read them and the curation.
 * `day` is the latest day printed in its documents; shown together as `2025-01-06 3f9ac1`.
 */
export const DataVersion = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), day: Day.nullable() })
export type DataVersion = z.infer<typeof DataVersion>

/** 会议 · 议题 · 决定 · 政策 · 部门 · 区县 · 人员. */
export const NodeKind = z.enum(['meeting', 'item', 'decision', 'policy', 'department', 'district', 'person'])
export type NodeKind = z.infer<typeof NodeKind>

/** What sort of body this is; genre guide: party, NPC, CPPCC, court, government, institution, mass organisation, state company, branch of a higher system … */
export const BodyKind = z.enum([
  'party',
  'npc',
  'cppcc',
  'judiciary',
  'government',
  'institution',
  'mass',
  'democratic_party',
  'soe',
  'vertical',
  'fire',
  'military',
  'task_force',
  'district',
  'zone',
  'township',
  'unknown',
])
export type BodyKind = z.infer<typeof BodyKind>

const common = {
  id: NodeId,
  jurisdiction: JurisdictionId,
  /** The name to draw. */
  label: z.string(),
  /** Every form in which the documents print it, sorted. */
  forms: z.array(z.string()),
}

/** 地点 · 主持 · 时段 · 到会 · 结果: where two documents of one meeting may say two things. */
export const ContradictedField = z.enum(['place', 'chair', 'session', 'roll', 'outcome'])
export type ContradictedField = z.infer<typeof ContradictedField>

/** What documents of one meeting say of one thing, where they do not agree; sorted by field, then by what it is about. */
export const Contradiction = z.object({
  field: ContradictedField,
  /** The person (`roll`) or the heading of the item (`outcome`), `null` for the meeting itself. */
  about: z.string().nullable(),
  /** As printed (roles and outcomes by their names in the record); `null` where a document leaves out what it should print. */
  values: z.array(z.object({ value: z.string().nullable(), documents: z.array(DocumentId) })).min(2),
})
export type Contradiction = z.infer<typeof Contradiction>

export const MeetingNode = z.object({
  ...common,
  kind: z.literal('meeting'),
  type: z.string().nullable(),
  ordinal: z.int().nullable(),
  term: z.int().nullable(),
  year: z.int().nullable(),
  extended: z.boolean(),
  date: Day.nullable(),
  session: z.string().nullable(),
  place: z.string().nullable(),
  docNumber: z.string().nullable(),
  issuedOn: Day.nullable(),
  documents: z.array(DocumentId),
  /** Headings in order. */
  agenda: z.array(z.string()),
  people: z.int(),
  bodies: z.int(),
  warnings: z.int(),
  /** The text says that other matters were dealt with. */
  hiddenItems: z.boolean(),
  /** Between its documents. */
  contradictions: z.array(Contradiction),
})
export type MeetingNode = z.infer<typeof MeetingNode>

export const ItemNode = z.object({
  ...common,
  kind: z.literal('item'),
  meeting: NodeId,
  seq: z.int(),
  date: Day.nullable(),
  verbs: z.array(ItemVerb),
  outcomes: z.array(Outcome),
})
export type ItemNode = z.infer<typeof ItemNode>

export const DecisionNode = z.object({
  ...common,
  kind: z.literal('decision'),
  meeting: NodeId,
  item: NodeId,
  date: Day.nullable(),
  outcome: Outcome,
  next: NextStep.nullable(),
  deadline: Day.nullable(),
  deadlineText: z.string().nullable(),
})
export type DecisionNode = z.infer<typeof DecisionNode>

/** 地方性法规 · 规章规范性文件 · 规划计划 · 政策措施 · 报告请示 · 协议项目 · 其他, by the last word of the title. */
export const PolicyFamily = z.enum(['law', 'normative', 'plan', 'measures', 'report', 'contract', 'other'])
export type PolicyFamily = z.infer<typeof PolicyFamily>

export const PolicyNode = z.object({
  ...common,
  kind: z.literal('policy'),
  title: z.string(),
  family: PolicyFamily,
  /** The year in the title, or the first year of its period; `null` for what appears once. */
  edition: z.int().nullable(),
  /** 草案, 送审稿 …, in the order in which they were seen. */
  stages: z.array(z.string()),
})
export type PolicyNode = z.infer<typeof PolicyNode>

const body = {
  /** `unknown` where neither lexicon nor suffix says. */
  bodyKind: BodyKind,
  /** Known to the lexicon, or as a place; otherwise made from the shape of its name, and to be looked at. */
  listed: z.boolean(),
  /** Every printed form with the first and the last day on which it is printed, sorted by form. */
  names: z.array(z.object({ form: z.string(), first: Day.nullable(), last: Day.nullable() })),
}
export const DepartmentNode = z.object({ ...common, kind: z.literal('department'), ...body })
export type DepartmentNode = z.infer<typeof DepartmentNode>
export const DistrictNode = z.object({ ...common, kind: z.literal('district'), ...body })
export type DistrictNode = z.infer<typeof DistrictNode>

/** Where a person is printed, and from when to when: attendance, which is no proof of an office. */
export const Seat = z.object({
  /** 领导 (no body printed) · 单位 · 记录. */
  of: z.enum(['leaders', 'body', 'recorder']),
  /** The node of the body. */
  body: NodeId.nullable(),
  name: z.string().nullable(),
  first: Day.nullable(),
  last: Day.nullable(),
  meetings: z.int(),
})
export type Seat = z.infer<typeof Seat>

export const PersonNode = z.object({
  ...common,
  kind: z.literal('person'),
  /** The body beside which this person was printed last; `null` for the leaders' part of a roll, which prints none. */
  seat: z.string().nullable(),
  /** In order of time. */
  seats: z.array(Seat),
})
export type PersonNode = z.infer<typeof PersonNode>

export const GraphNode = z.discriminatedUnion('kind', [
  MeetingNode,
  ItemNode,
  DecisionNode,
  PolicyNode,
  DepartmentNode,
  DistrictNode,
  PersonNode,
])
export type GraphNode = z.infer<typeof GraphNode>

/**
 * Where a fact can be read. `start`/`end` are the exact words in the repaired text of `document`;
 * the sentence around them is found by `sentenceAt` when it is shown.
 */
export const Evidence = z.object({ document: DocumentId, start: z.int().min(0), end: z.int().min(0) })
export type Evidence = z.infer<typeof Evidence>

/** The part a body has in a duty: 牵头 · 会同 · 配合. */
export const DutyRole = z.enum(['lead', 'joint', 'cooperating'])
export type DutyRole = z.infer<typeof DutyRole>

const deadline = { deadline: Day.nullable(), deadlineText: z.string().nullable() }
const edge = <Type extends string, Props extends z.core.$ZodLooseShape>(type: Type, props: Props) =>
  z.object({
    id: EdgeId,
    jurisdiction: JurisdictionId,
    type: z.literal(type),
    from: NodeId,
    to: NodeId,
    /** The day of the meeting in which it was read. */
    date: Day.nullable(),
    /** Read in the text, or concluded by us. */
    basis: z.enum(['stated', 'inferred']),
    props: z.object(props),
    evidence: z.array(Evidence).min(1),
  })

export const GraphEdge = z.discriminatedUnion('type', [
  /** Person → Meeting, 出席/列席/邀请. `as` is the body printed beside the name. */
  edge('ATTENDED', {
    role: RollRole.exclude(['absent']),
    as: z.string().nullable(),
    post: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    /** Of the splitter, 0 to 1. */
    confidence: z.number(),
  }),
  /** Person → Meeting, 请假/缺席. */
  edge('ABSENT_FROM', { as: z.string().nullable(), reason: z.string().nullable() }),
  /** Person → Meeting, 主持. */
  edge('CHAIRED', { post: z.string().nullable(), acting: z.boolean(), onBehalfOf: z.string().nullable() }),
  /** Person → Meeting, 记录. */
  edge('RECORDED', {}),
  /** Department or District → Meeting; `named` is false where only 的代表 came. */
  edge('REPRESENTED', { named: z.boolean(), role: RollRole }),
  /** Meeting → Item. */
  edge('HAS_ITEM', { seq: z.int() }),
  /** Item → Policy. */
  edge('CONSIDERS', { stage: z.string().nullable(), printedTitle: z.string() }),
  /** Item → Policy. */
  edge('CITES', { printedTitle: z.string(), relation: z.string().nullable(), docNumber: z.string().nullable() }),
  /** Item → Decision. */
  edge('DECIDED', { outcome: Outcome }),
  /** Department or District → Decision. */
  edge('LEADS', deadline),
  edge('JOINS', deadline),
  edge('ASSISTS', deadline),
  /** Decision → Department. */
  edge('SUBMITTED_TO', {}),
  edge('ISSUED_AS', {}),
  /** Department or District → Item: a duty beside the decision. */
  edge('TASKED', { role: DutyRole, ...deadline }),
  /** Item → Department or District. */
  edge('MENTIONS', {}),
  /** Item → earlier Item: the same policy, put off or sent back there. */
  edge('RESUMES', { after: Outcome.nullable() }),
  /** Department → Department that it took the place of in a reform, between two days. */
  edge('SUCCEEDS', { on: Between }),
  /** Person → Department or District. The first and last day are known only between two days. `grade`: a post is printed, or only attendance. */
  edge('SERVED_AT', service),
  /** Person → Person or Policy → Policy, the smaller id first: not enough to make them one. */
  edge('POSSIBLY_SAME', { grade: Likelihood, why: z.array(Reason) }),
  /** Policy → the edition before it. */
  edge('EDITION_OF', { edition: z.int(), of: z.int() }),
  /** Policy → Policy. `trial`: without 试行 where the other has it. */
  edge('REVISES', { by: PolicyTie }),
  edge('REPEALS', { by: PolicyTie }),
  edge('IMPLEMENTS', { by: PolicyTie }),
  /** Policy → Policy: two that carry out one plan, the smaller id first. */
  edge('SIBLING_OF', { plan: z.string() }),
])
export type GraphEdge = z.infer<typeof GraphEdge>
export type EdgeType = GraphEdge['type']
export const EDGE_TYPES = GraphEdge.options.map((option) => option.shape.type.value)

/** Kinds of nodes that belong to no meeting; items and decisions belong to theirs. */
export const LASTING_KINDS = ['policy', 'department', 'district', 'person'] as const satisfies readonly NodeKind[]
/** Edges that belong to no meeting. Every other one ends in a meeting or in what belongs to it, and in none but one. */
export const LASTING_TYPES = [
  'RESUMES',
  'SUCCEEDS',
  'SERVED_AT',
  'POSSIBLY_SAME',
  'EDITION_OF',
  'REVISES',
  'REPEALS',
  'IMPLEMENTS',
  'SIBLING_OF',
] as const satisfies readonly EdgeType[]

/** All of one jurisdiction's graph; nodes and edges sorted by id. */
export type Graph = { jurisdiction: Jurisdiction; nodes: GraphNode[]; edges: GraphEdge[] }
