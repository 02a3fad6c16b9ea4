import { namesOf } from './attributes.ts'
import type { Cell, FlatGraph, Table } from './exported.ts'

/** A text that a spreadsheet would take for a formula is kept from being one by an apostrophe before it. */
const cell = (value: Cell): string => {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value.replace(/^(?=[=+\-@\t\r])/, "'") : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * RFC 4180; begins with a byte order mark, without which Excel reads Chinese as something else. The last column says in every row what
 * the file is, as CSV has no other place for it.
 */
export const csv = ({ head, rows }: Table, source: string): string => {
  const line = (cells: readonly Cell[]) => `${cells.map(cell).join(',')}\r\n`
  return `\ufeff${line([...head, 'source'])}${rows.map((row) => line([...row, source])).join('')}`
}

/** Each attribute that a node has is a column. */
export const nodesTable = ({ nodes }: FlatGraph): Table => {
  const names = namesOf(nodes.map(({ attributes }) => attributes))
  return {
    head: ['id', ...names],
    rows: nodes.map(({ id, attributes }) => [id, ...names.map((name) => attributes[name])]),
  }
}

/** Each attribute that an edge has is a column; its ends stand with their kinds and names. */
export const edgesTable = ({ nodes, edges }: FlatGraph): Table => {
  const byId = new Map(nodes.map(({ id, attributes }) => [id, attributes]))
  const names = namesOf(edges.map(({ attributes }) => attributes))
  const end = (id: string) => [id, byId.get(id)?.['kind'], byId.get(id)?.['label']]
  return {
    head: ['id', 'from', 'from_kind', 'from_label', 'to', 'to_kind', 'to_label', ...names],
    rows: edges.map(({ id, from, to, attributes }) => [
      id,
      ...end(from),
      ...end(to),
      ...names.map((name) => attributes[name]),
    ]),
  }
}
