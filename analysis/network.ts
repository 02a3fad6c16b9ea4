import { UndirectedGraph } from 'graphology'
import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'

/** Two nodes that belong together, each pair once; `weight` is above 0, and more is closer. */
export type Tie = { a: NodeId; b: NodeId; weight: number }

export type Network = UndirectedGraph<{ x: number; y: number }, { weight: number }>

/** A pair of a backbone as a tie: in how many columns more than expected the two have met. */
export const surplusTie = ({
  a,
  b,
  observed,
  expected,
}: {
  a: NodeId
  b: NodeId
  observed: number
  expected: number
}): Tie => ({
  a,
  b,
  weight: observed - expected,
})

/** The same graph whatever the order of nodes and ties, as what is made of it depends on its order. Every end of a tie must be among `nodes`. */
export const networkOf = (nodes: Iterable<NodeId>, ties: Iterable<Tie>): Network => {
  const graph: Network = new UndirectedGraph({ allowSelfLoops: false })
  for (const id of [...nodes].sort(byCodeUnits)) graph.addNode(id, { x: 0, y: 0 })
  const inOrder = Array.from(ties, ({ a, b, weight }) =>
    byCodeUnits(a, b) < 0 ? { a, b, weight } : { a: b, b: a, weight },
  )
  inOrder.sort((one, other) => byCodeUnits(one.a, other.a) || byCodeUnits(one.b, other.b))
  for (const { a, b, weight } of inOrder) {
    if (!(weight > 0)) throw new RangeError(`the tie of ${a} and ${b} weighs ${weight}: expected more than 0`)
    graph.addEdge(a, b, { weight })
  }
  return graph
}
