import type { Citation } from '../../model/api/exports.ts'
import type { JurisdictionId } from '../../model/graph.ts'
import type { Attributes, Scalar } from './attributes.ts'

export type Cell = Scalar | null | undefined

/** Rows below names. */
export type Table = { head: readonly string[]; rows: readonly (readonly Cell[])[] }

/** A graph as every tool reads it: texts, numbers and flags at nodes and edges. */
export type FlatGraph = {
  /** `false`: the edges have no direction. */
  directed: boolean
  nodes: readonly { id: string; attributes: Attributes }[]
  edges: readonly { id: string; from: string; to: string; attributes: Attributes }[]
}

/** How much of what was asked for is in the file. */
export type Amount = { of: string; shown: number; total: number }

/** What makes a reply a file: what it is about, and how it is cut into rows, or into nodes and edges. */
export type Exported = {
  title: string
  jurisdiction: JurisdictionId
  period: Citation['period']
  /** Where the page shows the same. */
  page: string
  amounts: readonly Amount[]
  /** What was asked, where the parameters of the question do not say it. */
  filters?: Readonly<Record<string, unknown>>
  csv?: () => Table
  nodes?: () => Table
  matrix?: () => Table
  graph?: () => FlatGraph
}

/** Rows of one kind as a table: each column by its name. */
export const tableOf = <Row>(rows: readonly Row[], columns: Readonly<Record<string, (row: Row) => Cell>>): Table => ({
  head: Object.keys(columns),
  rows: rows.map((row) => Object.values(columns).map((cell) => cell(row))),
})

/** The first and the last of some days, in any order; what has none is left out. */
export const spanOf = (days: readonly (string | null)[]): Citation['period'] => {
  const known = days.flatMap((day) => day ?? []).sort()
  return { from: known[0] ?? null, to: known.at(-1) ?? null }
}

/** Several words in one cell. */
export const joined = (words: readonly (string | number | null)[]): string | null =>
  words.filter((word) => word !== null && word !== '').join(' | ') || null

/** An address of the page; what has its default value, or none, is left out. */
export const pageOf = (
  path: string,
  view: Readonly<Record<string, Cell>>,
  usual: Readonly<Record<string, Cell>> = {},
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(view))
    if (value !== undefined && value !== null && value !== '' && value !== usual[name]) query.set(name, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
