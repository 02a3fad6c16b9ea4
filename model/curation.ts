/**
 * Curation (校订): what people decided about the graph. Each decision is an event keyed to what was printed where, so that it
 * holds after documents are read again; events are never changed or deleted, and an `undo` is an event as well.
 */
import { z } from 'zod'
import { JurisdictionId, NodeId, NodeKind } from './graph.ts'
import { RollRole } from './record.ts'

/** The part of a meeting's id after the kind (`2022-01-14-常务会议-38`): the same for every document of the meeting, whatever its file. */
export const MeetingKey = z.string().min(1)

/** One name as one meeting prints it. `body` is the body printed beside it, `null` for the leaders' part of a roll. */
export const PersonMention = z.object({
  kind: z.literal('person'),
  meeting: MeetingKey,
  name: z.string().min(1),
  body: z.string().min(1).nullable(),
  /** 记录: the one who keeps the minutes is never somebody on the roll unless a person says so. */
  recorder: z.boolean().default(false),
})
export type PersonMention = z.infer<typeof PersonMention>

/** A body as printed, wherever it is printed. */
export const BodyForm = z.object({ kind: z.literal('body'), form: z.string().min(1) })
export type BodyForm = z.infer<typeof BodyForm>

/** A title as one meeting prints it. */
export const PrintedTitle = z.object({ kind: z.literal('policy'), meeting: MeetingKey, title: z.string().min(1) })
export type PrintedTitle = z.infer<typeof PrintedTitle>

export const Mention = z.discriminatedUnion('kind', [PersonMention, BodyForm, PrintedTitle])
export type Mention = z.infer<typeof Mention>

/** What stands in a roll, as a person reads it; without a person it is the body alone that came (的代表). */
export const RollReading = z
  .object({
    person: z.string().min(1).nullable(),
    role: RollRole,
    body: z.string().min(1).nullable(),
    post: z.string().min(1).nullable().default(null),
    onBehalfOf: z.string().min(1).nullable().default(null),
  })
  .refine(({ person, body }) => person !== null || body !== null, 'a reading names a person, a body, or both')
export type RollReading = z.infer<typeof RollReading>

/** A body's part in an item: which list of the record names it; `any` is every one of them. */
export const BodyPart = z.enum(['lead', 'joint', 'cooperating', 'submitTo', 'issuedAs', 'task', 'mention', 'any'])
export type BodyPart = z.infer<typeof BodyPart>

/** One entry of a roll, by what the parser reads there; `person: null` is a body without a name. */
export const RollFact = z.object({
  of: z.literal('roll'),
  meeting: MeetingKey,
  person: z.string().min(1).nullable(),
  body: z.string().min(1).nullable(),
})
export type RollFact = z.infer<typeof RollFact>

/** An item by its heading: its number changes when one more item is read. `nth` tells two of one heading apart, from 1. */
const item = { meeting: MeetingKey, heading: z.string(), nth: z.int().min(1).default(1) }

/** A body or a title in an item, by what the parser reads there. */
export const NameFact = z.discriminatedUnion('of', [
  z.object({ of: z.literal('body'), ...item, part: BodyPart, body: z.string().min(1) }),
  z.object({ of: z.literal('title'), ...item, title: z.string().min(1) }),
])
export type NameFact = z.infer<typeof NameFact>

/** The chair by the name that the parser reads; `null` where it reads none. */
export const ChairFact = z.object({ of: z.literal('chair'), meeting: MeetingKey, name: z.string().min(1).nullable() })
export type ChairFact = z.infer<typeof ChairFact>

/** One of those who kept the minutes, by the name that the parser reads; `null` for one whom it does not read. */
export const RecorderFact = z.object({
  of: z.literal('recorder'),
  meeting: MeetingKey,
  name: z.string().min(1).nullable(),
})
export type RecorderFact = z.infer<typeof RecorderFact>

/** What stands behind 主持, as a person reads it. */
export const ChairReading = z.object({
  name: z.string().min(1),
  post: z.string().min(1).nullable().default(null),
  acting: z.boolean().default(false),
  onBehalfOf: z.string().min(1).nullable().default(null),
})
export type ChairReading = z.infer<typeof ChairReading>

/** What can be corrected: it was read, and may have been read wrongly. */
export const ReadFact = z.discriminatedUnion('of', [RollFact, ...NameFact.options, ChairFact, RecorderFact])
export type ReadFact = z.infer<typeof ReadFact>

/** Words of a document, as its repaired text prints them; `nth` tells which, from 1, where they stand there more than once. */
export const PrintedWords = z.object({ quote: z.string().min(1).max(500), nth: z.int().min(1).default(1) })
export type PrintedWords = z.infer<typeof PrintedWords>

/** What the parser did not read in an item, though it stands there: a body in a part, or a title that is considered (审议) or cited. */
export const MissedName = z.discriminatedUnion('of', [
  z.object({ of: z.literal('body'), ...item, part: BodyPart.exclude(['any']), body: z.string().min(1) }),
  z.object({ of: z.literal('title'), ...item, part: z.enum(['considers', 'cites']), title: z.string().min(1) }),
])
export type MissedName = z.infer<typeof MissedName>

/** Unique, and sorted by time: the moment, a number that counts on within it, and six digits that tell two machines apart. */
export const EventId = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-\d{4}-[0-9a-f]{6}$/)

export const CurationAction = z.discriminatedUnion('do', [
  /** 合并: two mentions are one; also how a possibly-same or a candidate is confirmed. */
  z.object({ do: z.literal('same'), a: Mention, b: Mention }),
  /** 区分: two mentions are two; also how a possibly-same or a candidate is rejected. */
  z.object({ do: z.literal('different'), a: Mention, b: Mention }),
  /** 拆分: `apart` belong together, and to none of `from`, the others that were one with them. */
  z.object({ do: z.literal('split'), apart: z.array(Mention).min(1), from: z.array(Mention).min(1) }),
  /** 改名: the name to draw. */
  z.object({ do: z.literal('rename'), mention: Mention, name: z.string().min(1).max(200) }),
  /** 改正: `readings` in place of what the parser read; none rejects the entry. */
  z.object({ do: z.literal('correct-roll'), fact: RollFact, readings: z.array(RollReading) }),
  /** 改正: the body or title that is right; `null` rejects the fact. */
  z.object({ do: z.literal('correct-name'), fact: NameFact, right: z.string().min(1).nullable() }),
  /** 改正: who chaired; `null` for nobody. Where nobody was read, `words` are those that name the chair. */
  z.object({
    do: z.literal('correct-chair'),
    fact: ChairFact,
    right: ChairReading.nullable(),
    words: PrintedWords.nullable().default(null),
  }),
  /** 改正: who kept the minutes; `null` rejects the name. Where it was not read, `words` are those that print it. */
  z.object({
    do: z.literal('correct-recorder'),
    fact: RecorderFact,
    right: z.string().min(1).nullable(),
    words: PrintedWords.nullable().default(null),
  }),
  /** 补充: entries of a roll that the parser did not read in these words. */
  z.object({
    do: z.literal('add-roll'),
    meeting: MeetingKey,
    words: PrintedWords,
    readings: z.array(RollReading).min(1),
  }),
  /** 补充: a body or a title that the parser did not read in an item; `nth` of the words counts within the item. */
  z.object({ do: z.literal('add-name'), fact: MissedName, words: PrintedWords }),
  /** 处理警告: a warning is settled, by the entries that stand there or by none. */
  z.object({
    do: z.literal('settle-warning'),
    meeting: MeetingKey,
    code: z.string().min(1),
    quote: z.string(),
    readings: z.array(RollReading),
  }),
  /** 认可: what an entry of the work list asks about is right as it is; changes nothing but the list. */
  z.object({ do: z.literal('accept'), entry: z.string().min(1) }),
  /** 撤销. */
  z.object({ do: z.literal('undo'), event: EventId }),
])
export type CurationAction = z.infer<typeof CurationAction>

export const ActionName = z.enum(CurationAction.options.map((option) => option.shape.do.value))
export type ActionName = z.infer<typeof ActionName>

/** A node as the log names it. */
export const NamedNode = z.object({ kind: NodeKind, id: NodeId, label: z.string() })
export type NamedNode = z.infer<typeof NamedNode>

export const CurationEvent = z.object({
  id: EventId,
  jurisdiction: JurisdictionId,
  by: z.string().min(1).max(100),
  at: z.iso.datetime(),
  why: z.string().max(1000),
  action: CurationAction,
  /** What the graph said before and says after, in words for the log: labels of the nodes concerned. */
  before: z.array(NamedNode),
  after: z.array(NamedNode),
})
export type CurationEvent = z.infer<typeof CurationEvent>
