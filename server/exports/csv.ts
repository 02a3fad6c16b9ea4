import type { GraphSlice } from '../../model/api/meetings.ts'
import { edgeAttributes, namesOf, nodeAttributes, type Scalar } from './attributes.ts'

/** A text that a spreadsheet would take for a formula is kept from being one by an apostrophe before it. */
const cell = (value: Scalar | undefined): string => {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value.replace(/^(?=[=+\-@\t\r])/, "'") : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180; begins with a byte order mark, without which Excel reads Chinese as something else. */
const table = (head: readonly string[], rows: readonly (readonly (Scalar | undefined)[])[]): string =>
  `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

/** The last column says in every row what the file is, as CSV has no other place for it. */
export const nodesCsv = ({ nodes }: GraphSlice, source: string): string => {
  const attributes = nodes.map(nodeAttributes)
  const names = namesOf(attributes)
  return table(
    ['id', ...names, 'source'],
    nodes.map(({ id }, at) => [id, ...names.map((name) => attributes[at]?.[name]), source]),
  )
}

export const edgesCsv = ({ nodes, edges }: GraphSlice, source: string): string => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const attributes = edges.map(edgeAttributes)
  const names = namesOf(attributes)
  const end = (id: string) => [id, byId.get(id)?.kind, byId.get(id)?.label]
  return table(
    ['id', 'from', 'from_kind', 'from_label', 'to', 'to_kind', 'to_label', ...names, 'source'],
    edges.map(({ id, from, to }, at) => [
      id,
      ...end(from),
      ...end(to),
      ...names.map((name) => attributes[at]?.[name]),
      source,
    ]),
  )
}
