import type { Block, MeetingFacts, MinutesRecord, PageFacts, Span, Warning } from '../../model/record.ts'
import { factsOf } from './facts.ts'
import { mark } from './marks.ts'
import { inkOnly, type Paint } from './paint.ts'
import { RULE_FILES } from './rule-files.ts'

/** What is explained: the repaired text and what was read in it. */
export type Explained = { path: string; text: string; record: MinutesRecord; page?: PageFacts }

type Stretch = { title: string; span: Span }

const titleOf = ({ kind, item }: Block): string => (item === null ? kind : `${kind}, item ${item}`)

/** The blocks in order, and what lies between them. */
const stretches = (text: string, blocks: readonly Block[]): Stretch[] => {
  const all: Stretch[] = []
  let at = 0
  const between = (end: number) => {
    if (text.slice(at, end).trim() !== '') all.push({ title: 'in no block', span: { start: at, end } })
  }
  for (const block of blocks) {
    between(block.span.start)
    all.push({ title: titleOf(block), span: block.span })
    at = block.span.end
  }
  between(text.length)
  return all
}

const NOTHING = '—'

const shown = (value: string | number | boolean | null | readonly string[]): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return NOTHING
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join('、') : String(value)
}

const chairRow = ({ chair }: MeetingFacts): string =>
  chair
    ? [chair.name, chair.post, chair.acting && 'acting', chair.onBehalfOf && `on behalf of ${chair.onBehalfOf}`]
        .filter(Boolean)
        .join(', ')
    : NOTHING

/** Every field, also those of which the text says nothing. */
const meetingTable = (meeting: MeetingFacts): string[] => {
  const { spans: _spans, chair: _chair, ...fields } = meeting
  const rows = [
    ...Object.entries(fields).map(([name, value]) => [name, shown(value)] as const),
    ['chair', chairRow(meeting)] as const,
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${inkOnly(value)}`)
}

const pageRows = ({ date, source }: PageFacts): string[] => [
  `  put up  ${date ?? NOTHING}`,
  `  source  ${inkOnly(source ?? NOTHING)}`,
]

/** A warning, and below it the text that it is about, a line a line. */
const warningRows = ({ code, message, quote }: Warning): string[] => [
  `  ${code}: ${inkOnly(message)}`,
  ...(quote === ''
    ? []
    : inkOnly(quote)
        .split('\n')
        .map((line) => `    │ ${line}`)),
]

const ruleRows = (): string[] => RULE_FILES.map(([facts, file]) => `  ${facts}: ingest/${file}`)

/** For a person: the text block by block with every fact marked, then the meeting's facts, the warnings, and the rules. */
export const explain = ({ path, text, record, page }: Explained, paint: Paint): string => {
  const parts = stretches(text, record.blocks)
  const marked = mark(
    text,
    parts.map(({ span }) => span),
    factsOf(record),
  )
  const section = (title: string, rows: readonly string[]) => [paint.title(title), ...rows, '']
  return [
    ...section(`${inkOnly(path)} (${record.source.format}, parser ${record.parser})`, []),
    ...parts.flatMap(({ title }, at) => [paint.faint(`── ${title}`), paint.marked(marked[at] ?? []), '']),
    ...section('meeting', meetingTable(record.meeting)),
    ...(page ? section('web page (says nothing about the day of the meeting)', pageRows(page)) : []),
    ...section(`warnings: ${record.warnings.length}`, record.warnings.flatMap(warningRows)),
    ...section('which rule reads what', ruleRows()),
  ].join('\n')
}
