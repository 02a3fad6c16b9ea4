/**
 * The minutes record: what the parser read in one document, before anything is resolved across documents.
 * Text values are as the document writes them, with the damage of extraction repaired. What the text does not say is `null`.
 */
import { z } from 'zod'

/** A place in the repaired text of the document: UTF-16 offsets, `end` exclusive. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date()

export const DocumentFormat = z.enum(['txt', 'md', 'html', 'pdf', 'docx'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** What the heading says is done with an item: 审议 · 听取 · 传达 · 通报 · 部署 · 审议废止. */
export const ItemVerb = z.enum(['review', 'hear', 'convey', 'report', 'arrange', 'repeal'])
export type ItemVerb = z.infer<typeof ItemVerb>

/** 原则同意 · 同意 · 听取了 · 传达了 · 研究了 · 暂缓 · 不同意 · 同意废止. */
export const Outcome = z.enum([
  'approved_in_principle',
  'approved',
  'heard',
  'conveyed',
  'discussed',
  'deferred',
  'rejected',
  'repealed',
])
export type Outcome = z.infer<typeof Outcome>

/** The next step that a decision names: 印发 · 提请…审议 · 再提交本会议 · 后续工作. A plan, not a fact. */
export const NextStep = z.enum(['issue', 'submit', 'resubmit', 'follow_up'])
export type NextStep = z.infer<typeof NextStep>

/** 出席 · 列席 · 请假/缺席 · 邀请/旁听. */
export const RollRole = z.enum(['member', 'observer', 'absent', 'guest'])
export type RollRole = z.infer<typeof RollRole>

export const Chair = z.object({
  name: z.string(),
  /** As printed, several posts as one string: `县委常委、副县长`. */
  post: z.string().nullable(),
  /** 代市长: a post held until the congress elects. */
  acting: z.boolean(),
  /** 受X委托: for whom the chair stood in. */
  onBehalfOf: z.string().nullable(),
  span: Span,
})
export type Chair = z.infer<typeof Chair>

export const MeetingFacts = z.object({
  /** The body on the masthead in full: 苏州市人民政府. */
  issuer: z.string().nullable(),
  /** The kind without its modifier: 常务会议, 全体会议, 办公会议, 专题会议, 党组会议. */
  type: z.string().nullable(),
  /** `〔2020〕43号`; without a year `第7期`. */
  docNumber: z.string().nullable(),
  /** 第121次. */
  ordinal: z.int().nullable(),
  /** Only where the text scopes the ordinal by 届. */
  term: z.int().nullable(),
  /** Only where the text scopes the ordinal by year. */
  year: z.int().nullable(),
  /** The day the meeting was held; `null` rather than a guess. */
  date: Day.nullable(),
  session: z.enum(['上午', '下午', '晚上', '全天']).nullable(),
  place: z.string().nullable(),
  chair: Chair.nullable(),
  recorders: z.array(z.string()),
  compiledOn: Day.nullable(),
  issuedOn: Day.nullable(),
  /** 扩大会议. */
  extended: z.boolean(),
  /** Where each field above was read; a field that the text does not give has no span. */
  spans: z.partialRecord(
    z.enum([
      'issuer',
      'type',
      'docNumber',
      'ordinal',
      'date',
      'session',
      'place',
      'recorders',
      'compiledOn',
      'issuedOn',
    ]),
    Span,
  ),
})
export type MeetingFacts = z.infer<typeof MeetingFacts>

export const PolicyMention = z.object({
  /** Without 《》. */
  title: z.string(),
  /** Without 《》; only where the text introduces one (以下简称). */
  abbreviation: z.string().optional(),
  /** 草案, 送审稿, 征求意见稿 …: what stands in brackets inside the title or behind it. */
  stage: z.string().optional(),
  /** Count of documents that come with it and are not named: 及3个子方案. */
  unnamed: z.int().optional(),
  span: Span,
})
export type PolicyMention = z.infer<typeof PolicyMention>

export const Citation = z.object({
  title: z.string(),
  /** What the item does with it, where it says so. */
  relation: z.enum(['issued', 'revises', 'repeals', 'implements', 'conveys']).optional(),
  /** The number under which it was issued: 澜府规〔2023〕2号. */
  docNumber: z.string().optional(),
  span: Span,
})
export type Citation = z.infer<typeof Citation>

const agents = {
  /** 由X…, X牵头, X要…; as printed. A collective (各相关部门) is no body. */
  lead: z.array(z.string()),
  /** X会Y, X会同Y: Y. */
  joint: z.array(z.string()),
  /** Y配合, Y参与: Y. */
  cooperating: z.array(z.string()),
  /** Resolved against the day of the meeting. */
  deadline: Day.nullable(),
  /** The words of a deadline, whether or not it resolves to a day: 汛期前. */
  deadlineText: z.string().nullable(),
  /** The sentence as in the repaired text. */
  quote: z.string().min(1),
  /** Where `quote` stands. */
  span: Span,
}

export const Decision = z.object({
  outcome: Outcome,
  next: NextStep.nullable(),
  /** With `submit`: to whom. */
  submitTo: z.string().nullable(),
  /** In whose name it is issued. */
  issuedAs: z.string().nullable(),
  ...agents,
})
export type Decision = z.infer<typeof Decision>

export const Task = z.object(agents)
export type Task = z.infer<typeof Task>

/** One place where the text names a body or a district. */
export const BodyMention = z.object({ body: z.string(), span: Span })
export type BodyMention = z.infer<typeof BodyMention>

/** An object of an item that is no document: 2020年姑苏领军人才计划第二批拟立项情况. */
export const Matter = z.object({ text: z.string(), reporters: z.array(z.string()), span: Span })

export const Item = z.object({
  /** Order in the body of the document, from 1. */
  seq: z.int().min(1),
  /** Without its number. */
  heading: z.string(),
  headingSpan: Span,
  /** Heading and body. */
  span: Span,
  verbs: z.array(ItemVerb),
  policies: z.array(PolicyMention),
  cites: z.array(Citation),
  matters: z.array(Matter),
  decisions: z.array(Decision),
  tasks: z.array(Task),
  /** Each body once, in order of first mention, as printed. */
  bodies: z.array(z.string()),
  /** Every place where one of `bodies` stands. */
  mentions: z.array(BodyMention),
})
export type Item = z.infer<typeof Item>

export const RollEntry = z.object({
  person: z.string(),
  role: RollRole,
  /** As printed in this roll; `null` where the roll prints none. */
  body: z.string().nullable(),
  /** Only where printed. */
  post: z.string().nullable(),
  /** Who they stood in for, where printed. */
  onBehalfOf: z.string().nullable(),
  /** 出差, 病假 …, where printed. */
  reason: z.string().optional(),
  /** How sure the splitter is of body and name, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** The next best reading, where one came close. */
  runnerUp: z.object({ body: z.string().nullable(), person: z.string() }).optional(),
  /** Body (where it stands beside the name) and name. */
  span: Span,
  personSpan: Span,
})
export type RollEntry = z.infer<typeof RollEntry>

export const Representative = z.object({ body: z.string(), role: RollRole, span: Span })
export type Representative = z.infer<typeof Representative>

/** What could not be read, with the raw text. */
export const Warning = z.object({ code: z.string(), message: z.string(), quote: z.string(), span: Span.nullable() })
export type Warning = z.infer<typeof Warning>

/** A stretch of the repaired text and what it is; blocks do not overlap and stand in order. */
export const Block = z.object({
  kind: z.enum([
    'masthead',
    'number',
    'data',
    'opening',
    'transition',
    'heading',
    'paragraph',
    'roll',
    'recorder',
    'compiled',
    'openness',
    'distribution',
    'printed',
    'unread',
  ]),
  /** For `heading` and `paragraph` inside an item: its `seq`. */
  item: z.int().nullable(),
  span: Span,
})
export type Block = z.infer<typeof Block>

/** What a web page says of itself: when and from where it was posted. Never a fact of the meeting. */
export const PageFacts = z.object({ date: Day.nullable(), source: z.string().nullable() })
export type PageFacts = z.infer<typeof PageFacts>

/** A body and a person that a roll names side by side, as it prints them. */
export const RollPair = z.object({ body: z.string(), person: z.string() })
export type RollPair = z.infer<typeof RollPair>

export const MinutesRecord = z.object({
  source: z.object({ path: z.string(), sha256: z.string(), format: DocumentFormat, page: PageFacts.optional() }),
  /** The parser that made this record; another version reads the text again. */
  parser: z.string(),
  meeting: MeetingFacts,
  items: z.array(Item),
  attendance: z.array(RollEntry),
  representatives: z.array(Representative),
  warnings: z.array(Warning),
  blocks: z.array(Block),
  /** The text says that other matters were dealt with, or declares more than it prints: how many, `null` when it does not say how many. */
  hiddenItems: z.object({ count: z.int().nullable(), span: Span }).nullable(),
  /**
   * Where rolls of other documents of the place helped to divide this one: `own` is what this document says for certain when
   * it is read alone, `others` what others say for certain and this one prints as well. Both sorted.
   */
  readWith: z.object({ own: z.array(RollPair), others: z.array(RollPair) }).optional(),
})
export type MinutesRecord = z.infer<typeof MinutesRecord>
