import type { Compact } from './compact.ts'

/** Where a reader of the roll stands: at an entry's beginning, behind a body, a post, a name, or behind 、 after a name. */
export const MODES = ['entry', 'body', 'post', 'name', 'ditto'] as const
export type Mode = (typeof MODES)[number]

/** The place of each mode in `MODES`. */
export const [ENTRY, BODY, POST, NAME, DITTO] = [0, 1, 2, 3, 4] as const
/** Sets of modes, one bit each. */
export const [AT_ENTRY, AT_BODY, AT_POST, AT_NAME, AT_DITTO] = [1, 2, 4, 8, 16] as const
export const EVERYWHERE = 31

const SEGMENTS = [
  'body',
  'post',
  'name',
  'bracket',
  'delegates',
  'collective',
  'mark',
  'gap',
  'filler',
  'reason',
  'standIn',
  'unread',
] as const
export type Segment = (typeof SEGMENTS)[number]

/** The place of each segment in `SEGMENTS`. */
export const [BODY_STEP, POST_STEP, NAME_STEP] = [0, 1, 2] as const
export const [BRACKET_STEP, DELEGATES_STEP, COLLECTIVE_STEP, MARK_STEP] = [3, 4, 5, 6] as const
export const [GAP_STEP, FILLER_STEP, REASON_STEP, STAND_IN_STEP, UNREAD_STEP] = [7, 8, 9, 10, 11] as const

/** One step of a reading: signs `start` to `end` (exclusive) as `kind`, leading from one mode to another. */
export type Edge = { kind: Segment; start: number; end: number; from: Mode; to: Mode; score: number }

/** Steps by columns, an object for each would be most of the work; `kind`, `from` and `to` are places in `SEGMENTS` and `MODES`. */
type Columns = {
  kind: Uint8Array
  start: Int32Array
  end: Int32Array
  from: Uint8Array
  to: Uint8Array
  score: Float64Array
}

/** All steps of a roll that a reading can take, in the order of their beginnings. */
export type Steps = {
  columns: Columns
  count: number
  /** The sign at which steps begin now, and the set of modes that a reading has reached there. */
  at: number
  open: number
  /** Whether any name of the roll may have dots in it. */
  dotted: boolean
  /** What a body costs right behind a name on the same line: more in a roll whose entries gaps part. */
  glued: number
  /** By its first sign, where a name ends that another roll prints behind the same body. */
  known: ReadonlyMap<number, ReadonlySet<number>>
}

const columnsFor = (count: number): Columns => ({
  kind: new Uint8Array(count),
  start: new Int32Array(count),
  end: new Int32Array(count),
  from: new Uint8Array(count),
  to: new Uint8Array(count),
  score: new Float64Array(count),
})

/** One roll after the other writes its steps here; what is handed out of a reading are copies (`stepAt`). */
let desk = columnsFor(0x1000)

const MANY = 6
const hasGaps = (text: string): boolean => {
  let gaps = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) gaps++
  return gaps >= MANY && gaps * 20 >= text.length
}

export const noSteps = (roll: Compact, known: Steps['known']): Steps => ({
  columns: desk,
  count: 0,
  at: 0,
  open: AT_ENTRY,
  dotted: roll.text.includes('·'),
  glued: hasGaps(roll.text) ? 1.2 : 0.4,
  known,
})

export const stepAt = ({ columns: { kind, start, end, from, to, score } }: Steps, at: number): Edge => ({
  kind: SEGMENTS[kind[at] ?? UNREAD_STEP] ?? 'unread',
  start: start[at] ?? 0,
  end: end[at] ?? 0,
  from: MODES[from[at] ?? ENTRY] ?? 'entry',
  to: MODES[to[at] ?? ENTRY] ?? 'entry',
  score: score[at] ?? 0,
})

const makeRoom = (steps: Steps): void => {
  const { columns: old } = steps
  const columns = columnsFor(2 * old.kind.length)
  columns.kind.set(old.kind)
  columns.start.set(old.start)
  columns.end.set(old.end)
  columns.from.set(old.from)
  columns.to.set(old.to)
  columns.score.set(old.score)
  desk = columns
  steps.columns = columns
}

/** Adds a step from each mode of the set `from` that a reading has reached. */
export const push = (steps: Steps, kind: number, end: number, from: number, to: number, score: number): void => {
  for (let modes = from & steps.open; modes !== 0; modes &= modes - 1) {
    if (steps.count === steps.columns.kind.length) makeRoom(steps)
    const at = steps.count++
    const { columns } = steps
    columns.kind[at] = kind
    columns.start[at] = steps.at
    columns.end[at] = end
    columns.from[at] = 31 - Math.clz32(modes & -modes)
    columns.to[at] = to
    columns.score[at] = score
  }
}
