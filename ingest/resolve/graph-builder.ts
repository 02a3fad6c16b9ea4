import type { DocumentId, Evidence, Graph, GraphEdge, GraphNode, Jurisdiction, NodeId } from '../../model/graph.ts'
import { EDGE_TYPES } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { Span } from '../../model/record.ts'

type EdgeOf<Type extends GraphEdge['type']> = Extract<GraphEdge, { type: Type }>
export type NewEdge<Type extends GraphEdge['type']> = {
  type: Type
  from: NodeId
  to: NodeId
  props: EdgeOf<Type>['props']
  /** Where two edges of one type between the same nodes may be two facts: what tells them apart. */
  apart?: string
}

const byPlace = (a: Evidence, b: Evidence): number =>
  byCodeUnits(a.document, b.document) || a.start - b.start || a.end - b.end

/** Types in the order of their ids; `|` follows each, and what follows the shorter of two names counts. */
const TYPES = EDGE_TYPES.map((type) => `${type}|`)
  .sort()
  .map((type) => type.slice(0, -1))
const RANKS: ReadonlyMap<string, number> = new Map(TYPES.map((type, rank) => [type, rank]))

/** There are fewer types than this; a type and a node are one small number. */
const SLOTS = 32

/** Collects edges; a fact stated twice is one edge with two pieces of evidence, and what is first in the text gives its properties. */
export class GraphBuilder {
  readonly jurisdiction: Jurisdiction
  readonly #nodes = new Map<NodeId, GraphNode>()
  readonly #numbers = new Map<NodeId, number>()
  /** By from and type, then by to, all as small numbers: a city has a hundred thousand edges, and these are quicker to find and to sort than ids. */
  readonly #edges = new Map<number, Map<number, GraphEdge[]>>()

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

  #number(id: NodeId): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const made = this.#numbers.size
    this.#numbers.set(id, made)
    return made
  }

  #add<Type extends GraphEdge['type']>(
    { type, from, to, props, apart }: NewEdge<Type>,
    basis: GraphEdge['basis'],
    date: string | null,
    evidence: Evidence[],
  ): void {
    const key = this.#number(from) * SLOTS + (RANKS.get(type) ?? 0)
    const ends = this.#edges.get(key) ?? new Map<number, GraphEdge[]>()
    if (ends.size === 0) this.#edges.set(key, ends)
    const end = this.#number(to)
    const id = apart === undefined ? `${type}|${from}|${to}` : `${type}|${from}|${to}|${apart}`
    const between = ends.get(end)
    const known = between?.find((edge) => apart === undefined || edge.id === id)
    if (known) {
      known.evidence.push(...evidence)
      return
    }
    const made = { id, jurisdiction: this.jurisdiction.id, type, from, to, date, basis, props, evidence }
    // The parameters tie `type` to its `props`; the union type cannot follow that.
    const edge = made as unknown as GraphEdge
    if (between) between.push(edge)
    else ends.set(end, [edge])
  }

  build(): Graph {
    const edges = this.#sortedEdges()
    for (const edge of edges) if (edge.evidence.length > 1) edge.evidence = distinct(edge.evidence.sort(byPlace))
    const ids = [...this.#nodes.keys()].sort()
    // Every id was taken from the map.
    const nodes = ids.map((id) => this.#nodes.get(id) as GraphNode)
    return { jurisdiction: this.jurisdiction, nodes, edges }
  }

  /** By id, without comparing ids: by the places of type and ends in the order of each. */
  #sortedEdges(): GraphEdge[] {
    const [before, last] = [this.#ranks('|'), this.#ranks('')]
    const size = this.#numbers.size
    const byRank = new Map<number, Map<number, GraphEdge[]>>()
    for (const [key, ends] of this.#edges)
      byRank.set((key % SLOTS) * size + (before[Math.floor(key / SLOTS)] ?? 0), ends)
    const sorted: GraphEdge[] = []
    for (const rank of Float64Array.from(byRank.keys()).sort()) {
      const ends = [...(byRank.get(rank) ?? [])].map(([to, edges]) => {
        if (edges.length > 1) edges.sort((a, b) => byCodeUnits(a.id, b.id))
        return { place: (edges.every(endsInNode) ? last : before)[to] ?? 0, edges }
      })
      for (const { edges } of ends.sort((a, b) => a.place - b.place)) sorted.push(...edges)
    }
    // A name with the sign inside that parts names: there is none in any document that we know.
    const parted = [...this.#numbers.keys()].some((id) => id.includes('|'))
    return parted ? sorted.sort((a, b) => byCodeUnits(a.id, b.id)) : sorted
  }

  /** The place of each node among all where `sign` follows its id: item 1 stands before item 10, and behind it where more follows. */
  #ranks(sign: string): Float64Array {
    const ranks = new Float64Array(this.#numbers.size)
    const numbers = new Map([...this.#numbers].map(([id, number]) => [id + sign, number] as const))
    let rank = 0
    for (const id of [...numbers.keys()].sort()) ranks[numbers.get(id) ?? 0] = rank++
    return ranks
  }
}

const endsInNode = ({ id, type, from, to }: GraphEdge): boolean =>
  id.length === type.length + from.length + to.length + 2

const distinct = (sorted: readonly Evidence[]): Evidence[] =>
  sorted.filter((piece, at) => {
    const before = sorted[at - 1]
    return !before || byPlace(before, piece) !== 0
  })
