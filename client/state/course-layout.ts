/** Where everything stands on the timeline of a policy. Pure; widths of words are estimates. */
import type { CourseDuty, CourseEvent, OpenEnd, RelatedPolicy, TraceReply } from '../../model/api/trace.ts'
import { type GlyphName, glyphOf, isMain } from './course.ts'
import { type CourseScale, packRows, textWidth } from './course-scale.ts'

export type StageMark = {
  event: CourseEvent
  x: number
  glyph: GlyphName /** Row of its words, from 0. */
  row: number
}
export type Segment = { from: number; to: number /** Put off: nothing happens. */; open: boolean }
export type TextMark = {
  id: string
  x: number
  row: number
  /** Words before the sheet, where there is no room behind it. */
  before: boolean
  label:
    | { is: 'stage'; text: string }
    | { is: 'issued' }
    | { is: 'edition'; year: number; own: boolean }
    | { is: 'related'; of: RelatedPolicy }
  event: string | null
  policy: string | null
}
export type CiteMark = { event: CourseEvent; x: number; row: number; label: string; before: boolean }
export type DutyRow = {
  duty: CourseDuty
  row: number
  from: number
  to: number /** The day of it lies inside. */
  day: number | null
  done: number | null
}

export type Lane = 'stages' | 'texts' | 'cited' | 'duties'
export type CourseLayout = {
  height: number
  lanes: { lane: Lane; top: number; height: number }[]
  stages: {
    base: number
    marks: StageMark[]
    segments: Segment[]
    arcs: { from: number; to: number; months: number | null }[]
    ends: OpenEnd[]
    lastX: number
    /** Row of the words where a thread runs out: not over those of the last step. */
    endRow: number
  }
  texts: { marks: TextMark[]; awaited: { year: number; row: number } | null }
  cited: { marks: CiteMark[]; hidden: number }
  duties: { rows: DutyRow[]; hidden: number }
}

const AXIS = 40
const ROW = 22
const CITE_ROWS = 4
const DUTY_ROWS = 6
const MOST_SIGNS = 16
/** Of the words where a thread runs out, to the left of the end. */
const END = 50

export const shortTitle = (title: string): string =>
  title.length > MOST_SIGNS ? `${title.slice(0, MOST_SIGNS - 1)}…` : title

const stagesOf = (events: readonly CourseEvent[], scale: CourseScale, half: number): StageMark[] => {
  const marks = events.filter(isMain).flatMap((event) => {
    const x = scale.x(event.at.date)
    return x === null ? [] : [{ event, x, glyph: glyphOf(event) }]
  })
  const rows = packRows(
    marks.map(({ x }) => ({ from: x - half, to: x + half })),
    0,
  )
  return marks.map((mark, at) => ({ ...mark, row: rows[at] ?? 0 }))
}

const segmentsOf = (marks: readonly StageMark[]): Segment[] =>
  marks.slice(1).map(({ x }, at) => ({ from: marks[at]?.x ?? x, to: x, open: marks[at]?.event.state === 'deferred' }))

type Given = Omit<TextMark, 'row' | 'before'> & { width: number }

const placed = <Mark extends { x: number; width: number }>(given: readonly Mark[], right: number) => {
  const sorted = given.toSorted((a, b) => a.x - b.x)
  const spans = sorted.map(({ x, width }) => {
    const before = x + 14 + width > right
    return { before, from: before ? x - 12 - width : x - 8, to: before ? x + 8 : x + 14 + width }
  })
  const rows = packRows(spans)
  return sorted.map((mark, at) => ({ ...mark, row: rows[at] ?? 0, before: spans[at]?.before ?? false }))
}

const stageTexts = (marks: readonly StageMark[]): Given[] =>
  marks.flatMap(({ event, x }): Given[] => {
    const common = { id: event.id, x, event: event.id, policy: null }
    if (event.state === 'issued')
      return [{ ...common, label: { is: 'issued' }, width: textWidth(event.docNumber ?? '') + 52 }]
    return event.stage === null || event.part === 'cites'
      ? []
      : [{ ...common, label: { is: 'stage', text: event.stage }, width: textWidth(event.stage) }]
  })

const editionTexts = ({ policy, related, events }: TraceReply, scale: CourseScale): Given[] => {
  const editions = related.filter(({ relation }) => relation === 'edition')
  if (editions.length === 0) return []
  const own = events.find(({ part }) => part === 'considers')
  const all = [
    ...editions.map((of) => ({
      id: of.policy.id,
      year: of.policy.edition,
      date: of.items[0]?.date ?? null,
      own: false,
    })),
    { id: policy.id, year: policy.edition, date: own?.at.date ?? null, own: true },
  ]
  return all.flatMap(({ id, year, date, own }): Given[] => {
    const x = scale.x(date)
    if (x === null || year === null) return []
    return [{ id, x, label: { is: 'edition', year, own }, event: null, policy: own ? null : id, width: 62 }]
  })
}

const relatedTexts = ({ related }: TraceReply, scale: CourseScale): Given[] =>
  related.flatMap((of): Given[] => {
    const x = of.relation === 'edition' ? null : scale.x(of.items[0]?.date ?? null)
    if (x === null) return []
    const width = textWidth(shortTitle(of.policy.title)) + 40
    return [
      {
        id: `${of.relation} ${of.policy.id}`,
        x,
        label: { is: 'related', of },
        event: null,
        policy: of.policy.id,
        width,
      },
    ]
  })

const textsOf = (reply: TraceReply, marks: readonly StageMark[], scale: CourseScale) => {
  const groups = [stageTexts(marks), editionTexts(reply, scale), relatedTexts(reply, scale)]
  const found: TextMark[] = []
  let [rows, editionRow] = [0, 0]
  groups.forEach((group, at) => {
    if (at === 1) editionRow = rows
    const inRows = placed(group, scale.right + 40)
    found.push(...inRows.map(({ width: _width, row, ...mark }) => ({ ...mark, row: row + rows })))
    rows += Math.max(0, ...inRows.map(({ row }) => row + 1))
  })
  const awaited = reply.openEnds.find((end) => end.is === 'edition')
  return { marks: found, rows, awaited: awaited?.is === 'edition' ? { year: awaited.year, row: editionRow } : null }
}

const citedOf = (events: readonly CourseEvent[], scale: CourseScale) => {
  const given = events.flatMap((event) => {
    const x = event.part === 'cites' ? scale.x(event.at.date) : null
    const label = shortTitle(event.policies[0]?.label ?? event.at.heading)
    return x === null ? [] : [{ event, x, label, width: textWidth(label) }]
  })
  const all = placed(given, scale.right + 40)
  const marks = all.filter(({ row }) => row < CITE_ROWS).map(({ width: _width, ...mark }) => mark)
  return { marks, hidden: all.length - marks.length, rows: Math.max(0, ...marks.map(({ row }) => row + 1)) }
}

const FOLLOWED = { never: 0, seen: 1, open: 2 } as const

/** With a day first: broken, then kept, then those whose day is to come; what has no day stands in the table alone. */
const dutiesOf = ({ duties }: TraceReply, scale: CourseScale) => {
  const rows = duties
    .filter(({ deadline, at }) => deadline !== null && scale.x(at.date) !== null)
    .sort((a, b) => FOLLOWED[a.followed] - FOLLOWED[b.followed])
    .slice(0, DUTY_ROWS)
    .sort((a, b) => ((a.at.date ?? '') < (b.at.date ?? '') ? -1 : 1))
    .map((duty, row): DutyRow => {
      const day = duty.deadline ?? ''
      const from = scale.clamped(duty.at.date ?? day)
      return {
        duty,
        row,
        from,
        to: Math.max(from + 6, scale.clamped(day)),
        day: scale.x(day),
        done: scale.x(duty.shown?.at.date ?? null),
      }
    })
  return { rows, hidden: duties.length - rows.length }
}

/** `events` are those of the period; `half` is half of what the words below a step take. */
export const courseLayout = (
  reply: TraceReply,
  events: readonly CourseEvent[],
  scale: CourseScale,
  half = 38,
): CourseLayout => {
  const marks = stagesOf(events, scale, half)
  const xOf = new Map(marks.map(({ event, x }) => [event.id, x]))
  const { rows, ...texts } = textsOf(reply, marks, scale)
  const { rows: citeRows, ...cited } = citedOf(events, scale)
  const duties = dutiesOf(reply, scale)
  const lastX = marks.at(-1)?.x ?? scale.left
  const ends = reply.openEnds.filter(({ is }) => is === 'deferred' || is === 'next')
  const endRow = ends.length > 0 && lastX > scale.right - END ? Math.max(0, ...marks.map(({ row }) => row + 1)) : 0
  const words = Math.max(endRow + 1, ...marks.map(({ row }) => row + 1))
  const heights: [Lane, number][] = [
    ['stages', 92 + words * 38],
    ['texts', rows || texts.awaited ? Math.max(1, rows) * ROW + 30 : 0],
    ['cited', citeRows * ROW + (citeRows ? 30 : 0)],
    ['duties', duties.rows.length * 26 + (duties.rows.length ? 30 : 0)],
  ]
  let top = AXIS
  const lanes = heights.flatMap(([lane, height]) => {
    if (height === 0) return []
    const placedLane = { lane, top, height }
    top += height
    return [placedLane]
  })
  return {
    height: top + 6,
    lanes,
    stages: {
      base: AXIS + 78,
      marks,
      segments: segmentsOf(marks),
      arcs: reply.returns.flatMap(({ from, to, months }) => {
        const [start, end] = [xOf.get(from), xOf.get(to)]
        return start === undefined || end === undefined ? [] : [{ from: start, to: end, months }]
      }),
      ends,
      lastX,
      endRow,
    },
    texts,
    cited,
    duties,
  }
}
