import { z } from 'zod'
import { CurationAction, CurationEvent, Mention, NamedNode, PrintedWords, ReadFact } from '../curation.ts'
import { DataVersion, DocumentId, EDGE_TYPES, EdgeId, JurisdictionId, NodeId } from '../graph.ts'
import { Day, Warning } from '../record.ts'
import { endpoint, Limit, paged } from './endpoint.ts'

/** 有效 · 已撤销 · 已被替代 · 冲突 · 落空. */
export const EventState = z.enum(['holds', 'undone', 'replaced', 'conflict', 'dangling'])
export type EventState = z.infer<typeof EventState>

export const LogEntry = CurationEvent.extend({
  /** `undone`: as if it had never been. `replaced`: its author has said otherwise since. `dangling`: it finds nothing today. */
  state: EventState,
  /** The event that undid or replaced it. */
  through: z.object({ id: z.string(), by: z.string() }).nullable(),
})
export type LogEntry = z.infer<typeof LogEntry>

/** Events that contradict each other; none of them is applied until the others are undone. */
export const EventConflict = z.object({ events: z.array(CurationEvent) })
export type EventConflict = z.infer<typeof EventConflict>

/** An edge as a person reads it. */
export const NamedEdge = z.object({
  id: EdgeId,
  type: z.enum(EDGE_TYPES),
  from: NamedNode,
  to: NamedNode,
  date: Day.nullable(),
})
export type NamedEdge = z.infer<typeof NamedEdge>

/** How many, and the first of them; sorted by kind or type, then by id. */
const some = <Row extends z.ZodType>(row: Row) => z.object({ total: z.int(), rows: z.array(row) })

/** What an action does to the graph. */
export const CurationEffect = z.object({
  /** People, bodies and policies concerned, as they were and as they will be. */
  before: z.array(NamedNode),
  after: z.array(NamedNode),
  nodes: z.object({
    appear: some(NamedNode),
    vanish: some(NamedNode),
    /** As they will be. */
    change: some(NamedNode),
  }),
  edges: z.object({ appear: some(NamedEdge), vanish: some(NamedEdge), change: some(NamedEdge) }),
})
export type CurationEffect = z.infer<typeof CurationEffect>

/**
 * 与既有校订冲突，不生效 · 图谱不变 · 使其他校订落空 · 使其他校订重新生效. `not-applied`: it stands in conflict; `changes-nothing`: the graph stays as it is;
 * `leaves-dangling`: other corrections no longer find what they are about; `suspends`: other corrections, which hold now, will stand in conflict.
 */
export const CurationCaution = z.object({
  code: z.enum(['not-applied', 'changes-nothing', 'leaves-dangling', 'suspends']),
  /** Ids of the other events concerned. */
  events: z.array(z.string()),
})
export type CurationCaution = z.infer<typeof CurationCaution>

const By = z.string().trim().regex(/\S/u).max(100)
const Why = z.string().trim().max(1000).default('')

/** Of a preview: refuses (`conflict`) where anything has been written since, so that what was shown is what is done. */
const expects = DataVersion.shape.hash.optional()

export const curate = endpoint({
  name: 'curate',
  method: 'post',
  path: '/curation',
  summary: 'Writes what a person decided, and the graph that follows from it',
  params: {},
  query: {},
  write: true,
  body: z.strictObject({ jurisdiction: JurisdictionId, by: By, why: Why, action: CurationAction, expects }),
  reply: z.object({
    entry: LogEntry,
    /** Of the data as they are now. */
    version: DataVersion,
    effect: CurationEffect,
    /** Those in which the event stands. */
    conflicts: z.array(EventConflict),
  }),
})
export type CurateReply = z.infer<typeof curate.reply>

export const previewCuration = endpoint({
  name: 'previewCuration',
  method: 'post',
  path: '/curation/preview',
  summary: 'What an action would change; nothing is written',
  params: {},
  query: {},
  body: z.strictObject({
    jurisdiction: JurisdictionId,
    /** Whose it would be: of two that one person says of one thing the later holds, of two people neither. Somebody new, where not said. */
    by: By.optional(),
    why: Why,
    action: CurationAction,
  }),
  reply: z.object({
    /** Of the data that this is told of: what `curate` may be given as `expects`. */
    version: DataVersion,
    effect: CurationEffect,
    conflicts: z.array(EventConflict),
    cautions: z.array(CurationCaution),
  }),
})
export type PreviewReply = z.infer<typeof previewCuration.reply>

/** Where words stand, for a link into the reader. */
export const Place = z.object({
  document: DocumentId,
  start: z.int(),
  end: z.int(),
  /** Cut off behind 300 characters. */
  quote: z.string(),
})
export type Place = z.infer<typeof Place>

/** The key is what actions name. */
const MeetingRef = z.object({ key: z.string(), id: NodeId, label: z.string(), date: Day.nullable() })

/** A question to the books: nothing is written, and its answer holds until a document or a decision comes. */
const READ = { method: 'get', params: {}, restsOn: 'curation' } as const

export const PrintedMention = z.object({
  /** What an action is said of. */
  mention: Mention,
  /** `null` for the form of a body, which may stand in many. */
  meeting: MeetingRef.nullable(),
  first: Day.nullable(),
  last: Day.nullable(),
  /** Facts that print it. */
  facts: z.int(),
  /** The first three of them. */
  printed: z.array(Place.extend({ edge: EdgeId, meeting: NodeId.nullable() })),
})
export type PrintedMention = z.infer<typeof PrintedMention>

export const getMentions = endpoint({
  name: 'getMentions',
  ...READ,
  path: '/curation/mentions',
  summary: 'What a person, a body or a policy is made of: each name as it is printed, to merge, split or rename by',
  query: { node: NodeId, limit: Limit(5000, 500) },
  reply: z.object({ node: NamedNode, total: z.int(), shown: z.int(), mentions: z.array(PrintedMention) }),
})
export type MentionsReply = z.infer<typeof getMentions.reply>

/** Something that was read, and what it takes to correct it. */
export const CorrectableFact = z.object({
  /** As the parser read it; `null` for what a person added, or put in the place of a warning. */
  fact: ReadFact.nullable(),
  places: z.array(Place),
  /** The event that stands in its place today. */
  corrected: z.string().nullable(),
  /** Filled in with what stands there today, for a person to change; for a name that was added to an item, the undo of that. */
  draft: CurationAction,
})
export type CorrectableFact = z.infer<typeof CorrectableFact>

export const getCorrectable = endpoint({
  name: 'getCorrectable',
  ...READ,
  path: '/curation/fact',
  summary: 'What an edge was read from, as `correct-…` names it; nothing where it was concluded',
  query: { edge: EdgeId },
  reply: z.object({ edge: NamedEdge, facts: z.array(CorrectableFact) }),
})
export type CorrectableReply = z.infer<typeof getCorrectable.reply>

export const CorrectableWarning = z.object({
  warning: Warning,
  /** The event that settles it. */
  settled: z.string().nullable(),
  /** Settles it by nothing; for a roll, readings may be put in. */
  draft: CurationAction,
})
export type CorrectableWarning = z.infer<typeof CorrectableWarning>

export const getWarnings = endpoint({
  name: 'getWarnings',
  ...READ,
  path: '/curation/warnings',
  summary: 'What could not be read in a document, as `settle-warning` names it',
  query: { document: DocumentId },
  reply: z.object({ meeting: MeetingRef, warnings: z.array(CorrectableWarning) }),
})
export type WarningsReply = z.infer<typeof getWarnings.reply>

const offset = z.coerce.number().int().min(0)

export const getCurationPlace = endpoint({
  name: 'getCurationPlace',
  ...READ,
  path: '/curation/place',
  summary: 'What can be said of some words of a document: what was read in them, and what may be added',
  query: { document: DocumentId, start: offset, end: offset },
  reply: z.object({
    meeting: MeetingRef,
    words: PrintedWords,
    item: z.object({ seq: z.int(), heading: z.string(), nth: z.int(), words: PrintedWords }).nullable(),
    /** What was read from words that touch these. */
    facts: z.array(CorrectableFact),
    warnings: z.array(CorrectableWarning),
    /** `add-roll` with the words for a name, and within an item `add-name` as a mention and as a title that is considered; more parts are to be chosen. */
    additions: z.array(CurationAction),
  }),
})
export type PlaceReply = z.infer<typeof getCurationPlace.reply>

const cursor = z
  .string()
  .regex(/^\d{1,9}$/)
  .optional()

export const getCurationLog = endpoint({
  name: 'getCurationLog',
  ...READ,
  path: '/curation/log',
  summary: 'What people decided, the latest first, and what became of it',
  query: { jurisdiction: JurisdictionId, limit: Limit(500, 50), cursor },
  reply: paged(LogEntry),
})

export const getConflicts = endpoint({
  name: 'getConflicts',
  ...READ,
  path: '/curation/conflicts',
  summary: 'Decisions that contradict each other, of which none is applied',
  query: { jurisdiction: JurisdictionId, limit: Limit(500, 50), cursor },
  reply: paged(EventConflict),
})

export const exportCuration = endpoint({
  name: 'exportCuration',
  method: 'get',
  path: '/curation/export',
  summary: 'All that people decided in a jurisdiction, an event a line, for `importCuration` or `curate import`',
  params: {},
  query: { jurisdiction: JurisdictionId },
  restsOn: 'now',
  lines: true,
  reply: CurationEvent,
})

export const importCuration = endpoint({
  name: 'importCuration',
  method: 'post',
  path: '/curation/import',
  summary: 'Takes in events that were exported elsewhere; those that are known stay as they are',
  params: {},
  query: {},
  write: true,
  largest: 20 * 1024 * 1024,
  body: z.strictObject({ /** The text of such a file. */ lines: z.string() }),
  reply: z.object({
    places: z.array(z.object({ jurisdiction: JurisdictionId, added: z.int(), known: z.int() })),
  }),
})
