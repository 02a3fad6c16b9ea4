import type { RollRole } from '../../../model/record.ts'
import { COLUMN_HEADS } from '../../lexicon/roll-words.ts'
import { isHan } from '../bodies/body-shapes.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import { bodyEdges } from './body-edges.ts'
import { completePerson } from './bracket-facts.ts'
import type { Compact } from './compact.ts'
import { addPerson, nobody, type RollFacts, type Stretch, type Writer } from './entry-writer.ts'
import { isName } from './names.ts'
import { isPosts, standsForItself } from './posts.ts'

/** A person of a row: whom it names, at which body, in which post, and what its bracket adds. */
type Row = { name: Stretch; body: Stretch | null; post: Stretch | null; bracket: Stretch | null }
type Column = (typeof COLUMN_HEADS)[number][1]

const heads = new Map<string, Column>(COLUMN_HEADS)
const LONGEST_TABLE = 400

const bare = ({ text }: Compact, { start, end }: Stretch): string => text.slice(start, end).replaceAll(' ', '')

/** Stretches between signs that divide; `divides` is asked for each sign. */
const pieces = (roll: Compact, whole: Stretch, divides: (at: number) => 'before' | 'at' | false): Stretch[] => {
  const out: Stretch[] = []
  let start = whole.start
  for (let at = whole.start; at < whole.end; at++) {
    const where = divides(at)
    if (!where) continue
    if (at > start) out.push({ start, end: at })
    start = where === 'at' ? at + 1 : at
  }
  if (whole.end > start) out.push({ start, end: whole.end })
  return out.filter((one) => bare(roll, one) !== '')
}

/** The cells of a row; a name that is set wide (王 岩) is one cell. */
const cellsOf = (roll: Compact, row: Stretch, dividers = ' |'): Stretch[] => {
  const cells: Stretch[] = []
  for (const cell of pieces(roll, row, (at) => (dividers.includes(roll.text[at] ?? '') ? 'at' : false))) {
    const last = cells.at(-1)
    if (last && last.end - last.start === 1 && cell.end - cell.start === 1 && isHan(roll.text, cell.start))
      last.end = cell.end
    else cells.push({ ...cell })
  }
  return cells
}

/** 副县长、公安局局长 is posts, 市水务局副局长 a body and a post, 市水务局 a body; `null` for everything else. */
const titlesOf = (
  roll: Compact,
  at: Stretch,
  jurisdiction: Jurisdiction,
): { body: Stretch | null; post: Stretch | null } | null => {
  const words = roll.text.slice(at.start, at.end)
  const ends = [...bodyEdges(words, 0, jurisdiction).ends].sort((a, b) => b - a)
  for (const end of ends) {
    const rest = words.slice(end).replace(/^[ 、]/u, '')
    const body = { start: at.start, end: at.start + end }
    if (rest === '') return { body, post: null }
    if (isPosts(rest) && !standsForItself(words.slice(0, end), rest))
      return { body, post: { start: at.end - rest.length, end: at.end } }
  }
  return isPosts(words) ? { body: null, post: at } : null
}

/** 徐岩 县委常委、常务副县长（外出招商）: a name, a gap, and what the person is; `sure` where the name is one beyond doubt. */
const nameFirst = (roll: Compact, row: Stretch, jurisdiction: Jurisdiction): (Row & { sure: boolean }) | null => {
  const close = /（[^（）]*） *$/u.exec(roll.text.slice(row.start, row.end))
  const bracket = close && {
    start: row.start + close.index + 1,
    end: row.start + close.index + close[0].trimEnd().length - 1,
  }
  const [name, ...rest] = cellsOf(roll, { start: row.start, end: close ? row.start + close.index : row.end })
  const last = rest.at(-1)
  if (!name || !rest[0] || !last || rest.length > 2) return null
  const sure = isName(bare(roll, name))
  if (!sure && !/^[\p{Script=Han}·]{2,8}$/u.test(bare(roll, name))) return null
  const titles = titlesOf(roll, { start: rest[0].start, end: last.end }, jurisdiction)
  return titles && { name, ...titles, bracket, sure }
}

/** Of the rows, those whose name no table of surnames knows may be a third: 帕提古丽, 买买提江. */
const LEAST_SURE = 2 / 3

/** Rolls of one person a line, the name first; that a post is named behind a name and never in front of one is what tells. */
const namesFirst = (roll: Compact, jurisdiction: Jurisdiction): Row[] | null => {
  const whole = { start: 0, end: roll.text.length }
  let open = false
  const lines = pieces(roll, whole, (at) => {
    const sign = roll.text[at] ?? ''
    if (sign === '（' || sign === '）') open = sign === '（'
    if ('，；。'.includes(sign) && !open) return 'at'
    return roll.brokenBefore[at] ? 'before' : false
  })
  const rows: (Row & { sure: boolean })[] = []
  for (const line of lines) {
    const row = nameFirst(roll, line, jurisdiction)
    if (!row) return null
    rows.push(row)
  }
  if (rows.filter(({ sure }) => sure).length < rows.length * LEAST_SURE) return null
  const posts = rows.filter(({ post }) => post).length
  // One body behind one name may be the body of whoever is named next.
  const bodies = rows.length > 1 && rows.every(({ body }) => body)
  return bodies || (posts > 0 && posts * 2 >= rows.length) ? rows : null
}

/** A line for each body, with several names in one: 县政府办公室 吴涛 郑爽. Where each has one, nothing can be mistaken. */
const bodiesFirst = (roll: Compact, jurisdiction: Jurisdiction): Row[] | null => {
  const lines = pieces(roll, { start: 0, end: roll.text.length }, (at) => (roll.brokenBefore[at] ? 'before' : false))
  const rows: Row[] = []
  if (lines.length < 2) return null
  for (const line of lines) {
    const [first, ...cells] = cellsOf(roll, line, ' |：')
    const titles = first && titlesOf(roll, first, jurisdiction)
    if (!titles?.body || !cells.length) return null
    for (const cell of cells) {
      const split = /^([^（）]+)(?:（([^（）]*)）)?$/u.exec(roll.text.slice(cell.start, cell.end))
      const end = cell.start + (split?.[1]?.length ?? 0)
      const name = { start: cell.start, end }
      if (!split || !isName(bare(roll, name))) return null
      rows.push({ name, ...titles, bracket: split[2] ? { start: end + 1, end: cell.end - 1 } : null })
    }
  }
  return rows.length > lines.length ? rows : null
}

/** Rolls set as a table with a head: 单位 姓名 职务; a cell at the end of a row may be empty. */
const tableRows = (roll: Compact, jurisdiction: Jurisdiction): Row[] | null => {
  const lines = pieces(roll, { start: 0, end: roll.text.length }, (at) => (roll.brokenBefore[at] ? 'before' : false))
  const cells = lines.map((line) => cellsOf(roll, line))
  const columns = (cells[0] ?? []).map((cell) => heads.get(bare(roll, cell)))
  if (columns.length > 1) return rowsOf(roll, cells.slice(1), columns, jurisdiction)
  // Cell by cell, as the tables of Word come: the head is the first cells that are words of one.
  const all = cells.flat()
  const width = all.findIndex((cell) => !heads.has(bare(roll, cell)))
  const head = all.slice(0, Math.max(0, width)).map((cell) => heads.get(bare(roll, cell)))
  if (width < 2 || (all.length - width) % width !== 0) return null
  const rows = Array.from({ length: all.length / width - 1 }, (_, i) => all.slice((i + 1) * width, (i + 2) * width))
  return rowsOf(roll, rows, head, jurisdiction)
}

const rowsOf = (
  roll: Compact,
  rows: readonly Stretch[][],
  columns: readonly (Column | undefined)[],
  jurisdiction: Jurisdiction,
): Row[] | null => {
  const at = (column: Column) => columns.indexOf(column)
  if (columns.includes(undefined) || at('name') < 0 || rows.length === 0 || rows.length > LONGEST_TABLE) return null
  const out: Row[] = []
  for (const cells of rows) {
    const name = cells[at('name')]
    if (!name || !isName(bare(roll, name)) || cells.length > columns.length) return null
    const body = cells[at('body')] ?? null
    const post = cells[at('post')] ?? null
    // 单位及职务 in one cell.
    const both = cells[at('both')]
    const titles = both ? titlesOf(roll, both, jurisdiction) : { body, post }
    if (!titles) return null
    out.push({ name, ...titles, bracket: null })
  }
  return out
}

/** The people of a roll that is set in rows, one person each; `null` for every other roll. */
export const readColumns = (
  text: string,
  roll: Compact,
  role: RollRole,
  jurisdiction: Jurisdiction,
): RollFacts | null => {
  const rows = tableRows(roll, jurisdiction) ?? namesFirst(roll, jurisdiction) ?? bodiesFirst(roll, jurisdiction)
  if (!rows) return null
  const facts: RollFacts = { attendance: [], representatives: [], warnings: [] }
  const writer: Writer = {
    text,
    roll,
    role,
    jurisdiction,
    facts,
    margins: new Map(),
    group: nobody(),
    ditto: false,
    unread: null,
    shared: null,
  }
  for (const { name, body, post, bracket } of rows) {
    writer.group = { ...nobody(), body, posts: post ? [post] : [] }
    addPerson(writer, name, undefined)
    if (bracket) completePerson(writer, bracket)
  }
  return facts
}
