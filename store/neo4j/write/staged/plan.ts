import type { NodeKind } from '../../../../model/graph.ts'
import type { Change } from '../../../port.ts'
import type { Query } from '../../connection.ts'
import { LABELS } from '../../schema.ts'
import { integer, type Parameters } from '../../values.ts'
import { documentRow } from '../documents.ts'
import { edgesOf, type Found, missing } from '../edges.ts'
import { heldByEdge, nodeRow } from '../nodes.ts'

/** What is stored of a place. */
export type Former = { nodes: { id: string; kind: NodeKind }[]; edges: Found[] }

const NODES = `
  MATCH (n:Jiyao {jurisdiction: $place}) USING INDEX n:Jiyao(jurisdiction, kind)
  WHERE n.kind IS NOT NULL AND n.fingerprint IS NOT NULL
  RETURN n.id AS id, n.kind AS kind`

export const formerOf = async (query: Query, place: string): Promise<Former> => ({
  nodes: await query<Former['nodes'][number]>(NODES, { place }),
  edges: await edgesOf(query, place),
})

/** `initial` gives way to what the stored node of this id has, `properties` take its place. */
export type StagedRow = { id: string; label: string; initial: Parameters; properties: Parameters }

/** The whole new version. Rows are made when they are sent: those of a large city are too much to hold at once. */
export type Plan = {
  documents: Change['documents']['put']
  documentRow: (document: Change['documents']['put'][number]) => StagedRow
  nodes: readonly { id: string; row: () => StagedRow }[]
  put: Change['edges']['put']
  kept: readonly Found[]
}

const checkEnds = (
  edges: Iterable<{ type: string; from: string; to: string }>,
  nodes: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): void => {
  for (const { type, from, to } of edges)
    for (const end of [from, to]) {
      if (removed.has(end)) throw heldByEdge(end, type)
      if (!nodes.has(end)) throw missing(end)
    }
}

/** Of the former version and the change. Throws where an edge would lose an end, or has none. */
export const planOf = ({ nodes, edges, documents }: Change, former: Former): Plan => {
  const leaving = new Set([...edges.remove, ...edges.put.map(({ value }) => value.id)])
  const kept = former.edges.filter(({ id }) => !leaving.has(id))
  const renewed = new Set(nodes.put.map(({ value }) => value.id))
  const removed = new Set(nodes.remove)
  const stay = former.nodes.filter(({ id }) => !renewed.has(id) && !removed.has(id))
  const all = new Set([...renewed, ...stay.map(({ id }) => id)])
  const ends = [
    ...edges.put.map(({ value: { type, from, to } }) => ({ type, from, to })),
    ...kept.map(({ type, source, target }) => ({ type, from: source, to: target })),
  ]
  checkEnds(ends, all, removed)
  const degrees = new Map<string, number>()
  for (const { from, to } of ends) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  const degreeOf = (id: string) => ({ degree: integer(degrees.get(id) ?? 0) })
  return {
    documents: documents.put,
    documentRow: (document) => ({
      id: document.id,
      label: 'Document',
      initial: { sharedWith: [] },
      properties: { ...documentRow(document), kind: 'document' },
    }),
    nodes: [
      ...nodes.put.map((node) => ({
        id: node.value.id,
        row: () => {
          const { label, properties } = nodeRow(node)
          return { id: node.value.id, label, initial: {}, properties: { ...properties, ...degreeOf(node.value.id) } }
        },
      })),
      ...stay.map(({ id, kind }) => ({
        id,
        row: () => ({ id, label: LABELS[kind], initial: {}, properties: degreeOf(id) }),
      })),
    ],
    put: edges.put,
    kept,
  }
}
