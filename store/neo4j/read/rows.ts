import type { EdgeType, GraphEdge, GraphNode } from '../../../model/graph.ts'
import { byId } from '../../../model/order.ts'

/** `commit` wrote it from a value of this type, so it is not validated once more. */
export const toNode = (row: { json: string }): GraphNode => JSON.parse(row.json) as GraphNode

/** An edge; `json` holds what is neither a property of its own nor evidence: date, basis and properties. */
export type EdgeRow = {
  id: string
  jurisdiction: string
  type: EdgeType
  source: string
  target: string
  json: string
  documents: string[]
  starts: number[]
  ends: number[]
}

/** Behind `RETURN`; the relationship comes before it under the name `r`. */
export const EDGE_COLUMNS = `r.id AS id, r.jurisdiction AS jurisdiction, type(r) AS type, startNode(r).id AS source, endNode(r).id AS target,
  r.json AS json, r.evidenceDocuments AS documents, r.evidenceStarts AS starts, r.evidenceEnds AS ends`

/** The same of the relationships in the list `rs`, as one column: a row of its own for each costs the server and the driver more. */
export const EDGE_LIST = `[r IN rs | {id: r.id, jurisdiction: r.jurisdiction, type: type(r), source: startNode(r).id, target: endNode(r).id,
  json: r.json, documents: r.evidenceDocuments, starts: r.evidenceStarts, ends: r.evidenceEnds}]`

const toEdge = (row: EdgeRow, document: string | null): GraphEdge => {
  const { id, jurisdiction, type, source, target, json, documents, starts, ends } = row
  const evidence = documents
    .map((document, at) => ({ document, start: starts[at] ?? 0, end: ends[at] ?? 0 }))
    .filter((place) => document === null || place.document === document)
  // `commit` wrote properties and JSON from a value of this type, so it is not validated once more.
  return { id, jurisdiction, type, from: source, to: target, ...JSON.parse(json), evidence } as GraphEdge
}

/** Sorted by id; with only the evidence that lies in one document when `document` is given. */
export const toEdges = (rows: readonly EdgeRow[], document: string | null = null): GraphEdge[] =>
  rows.map((row) => toEdge(row, document)).sort(byId)
