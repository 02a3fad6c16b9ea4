/** A drawing as data. Pure. */
import type { GraphEdge, GraphNode } from '../../model/graph.ts'
import { keyOf, type Point } from './explore.ts'

type Cell = string | number | null

/** A spreadsheet must not take a name for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const quoted = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a mark at the beginning by which Excel knows UTF-8 (RFC 4180 otherwise). */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `﻿${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`

export const nodesCsv = (nodes: readonly GraphNode[]): string =>
  csv([['id', 'kind', 'label'], ...nodes.map(({ id, kind, label }) => [id, kind, label])])

export const edgesCsv = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string => {
  const label = new Map(nodes.map((node) => [node.id, node.label]))
  return csv([
    ['id', 'type', 'from', 'from_label', 'to', 'to_label', 'date', 'basis', 'evidence'],
    ...edges.map(({ id, type, from, to, date, basis, evidence }): Cell[] => [
      id,
      type,
      from,
      label.get(from) ?? null,
      to,
      label.get(to) ?? null,
      date,
      basis,
      evidence.map(({ document, start, end }) => `${document}:${start}-${end}`).join(' '),
    ]),
  ])
}

export type ExportedFrom = { jurisdiction: string; version: string; url: string }

/** Nodes with their places, and edges with their evidence as the graph keeps them. */
export const graphJson = (
  { nodes, edges }: { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] },
  at: ReadonlyMap<string, Point>,
  from: ExportedFrom,
): string =>
  `${JSON.stringify({ ...from, nodes: nodes.map((node) => ({ ...node, at: at.get(keyOf(node.id)) ?? null })), edges }, null, 1)}\n`
