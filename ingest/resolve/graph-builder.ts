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

  /** What the text states, in `spans` of one document. */
  edge<Type extends GraphEdge['type']>(
    edge: NewEdge<Type>,
    { document, date }: { document: DocumentId; date: string | null },
    spans: readonly Span[],
  ): void {
    const evidence = spans.map(({ start, end }) => ({ document, start, end }))
    this.#add(edge, 'stated', date, evidence)
  }

  /** What we conclude, with the places that it rests on. */
  inferred<Type extends GraphEdge['type']>(
    edge: NewEdge<Type>,
    date: string | null,
    evidence: readonly Evidence[],
  ): void {
    this.#add(edge, 'inferred', date, [...evidence])
  }

  #add<Type extends GraphEdge['type']>(
    { type, from, to, props, apart }: NewEdge<Type>,
    basis: GraphEdge['basis'],
    date: string | null,
    evidence: Evidence[],
  ): void {
    const id = apart === undefined ? `${type}|${from}|${to}` : `${type}|${from}|${to}|${apart}`
    const known = this.#edges.get(id)
    if (known) {
      known.evidence.push(...evidence)
      return
    }
    const edge = { id, jurisdiction: this.jurisdiction.id, type, from, to, date, basis, props, evidence }
    // The parameters tie `type` to its `props`; the union type cannot follow that.
    this.#edges.set(id, edge as unknown as GraphEdge)
  }

  build(): Graph {
    const edges = byKey(this.#edges)
    for (const edge of edges) if (edge.evidence.length > 1) edge.evidence = distinct(edge.evidence.sort(byPlace))
    return { jurisdiction: this.jurisdiction, nodes: byKey(this.#nodes), edges }
  }
}

/** Strings sort by code units without a function to compare them, which is several times faster. */
const byKey = <Value>(all: ReadonlyMap<string, Value>): Value[] => {
  // Every key was taken from the map.
  return [...all.keys()].sort().map((key) => all.get(key) as Value)
}

const distinct = (sorted: readonly Evidence[]): Evidence[] =>
  sorted.filter((piece, at) => {
    const before = sorted[at - 1]
    return !before || byPlace(before, piece) !== 0
  })
