import type { DocumentId, Evidence, Graph, GraphEdge, GraphNode, Jurisdiction } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { Span } from '../../model/record.ts'

type EdgeOf<Type extends GraphEdge['type']> = Extract<GraphEdge, { type: Type }>
export type NewEdge<Type extends GraphEdge['type']> = {
  type: Type
  from: string
  to: string
  props: EdgeOf<Type>['props']
  /** Where two edges of one type between the same nodes may be two facts: what tells them apart. */
  apart?: string
}

const byPlace = (a: Evidence, b: Evidence): number =>
  byCodeUnits(a.document, b.document) || a.start - b.start || a.end - b.end

/** Collects edges; a fact stated twice is one edge with two pieces of evidence, and what is first in the text gives its properties. */
export class GraphBuilder {
  readonly jurisdiction: Jurisdiction
  readonly #nodes = new Map<string, GraphNode>()
  readonly #edges = new Map<string, GraphEdge>()

  constructor(jurisdiction: Jurisdiction) {
    this.jurisdiction = jurisdiction
  }

  id(kind: GraphNode['kind'], key: string): string {
    return `${this.jurisdiction.id}/${kind}/${key}`
  }

  node(node: GraphNode): void {
    this.#nodes.set(node.id, node)
  }

  edge<Type extends GraphEdge['type']>(
    { type, from, to, props, apart }: NewEdge<Type>,
    context: { document: DocumentId; date: string | null },
    spans: readonly Span[],
  ): void {
    const id = [type, from, to, ...(apart === undefined ? [] : [apart])].join('|')
    const evidence = spans.map(({ start, end }) => ({ document: context.document, start, end }))
    const known = this.#edges.get(id)
    if (known) {
      known.evidence = [...known.evidence, ...evidence]
      return
    }
    const { date } = context
    const edge = { id, jurisdiction: this.jurisdiction.id, type, from, to, date, basis: 'stated', props, evidence }
    // The parameters tie `type` to its `props`; the union type cannot follow that.
    this.#edges.set(id, edge as unknown as GraphEdge)
  }

  build(): Graph {
    const edges = [...this.#edges.values()].sort((a, b) => byCodeUnits(a.id, b.id))
    for (const edge of edges) edge.evidence = distinct(edge.evidence.sort(byPlace))
    return {
      jurisdiction: this.jurisdiction,
      nodes: [...this.#nodes.values()].sort((a, b) => byCodeUnits(a.id, b.id)),
      edges,
    }
  }
}

const distinct = (sorted: readonly Evidence[]): Evidence[] =>
  sorted.filter((piece, at) => {
    const before = sorted[at - 1]
    return !before || byPlace(before, piece) !== 0
  })
