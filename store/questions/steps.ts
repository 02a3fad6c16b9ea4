/**
 * Questions that take several steps are written once, as generators that ask for the edges at some nodes, or for nodes and
 * edges in full; a back end answers the steps. So both give the same answer, each from one state of what it holds.
 */
import type { EdgeId, EdgeType, GraphEdge, GraphNode, NodeId } from '../../model/graph.ts'

/** An edge without properties and evidence. */
export type EdgeLine = { id: EdgeId; type: EdgeType; from: NodeId; to: NodeId; date: string | null }

export type Step =
  /** Edges with an end among `nodes`, each once, in any order; `null` for every type. */
  | { ask: 'touching'; nodes: readonly NodeId[]; types: readonly EdgeType[] | null }
  /** Those that exist, in any order. */
  | { ask: 'nodes'; ids: readonly NodeId[] }
  /** In full, in any order. */
  | { ask: 'edges'; lines: readonly EdgeLine[] }

export type StepAnswer = EdgeLine[] | GraphNode[] | GraphEdge[]
/** Steps that are asked at once, and their answers in the same order. */
export type Asked<Answer> = Generator<readonly Step[], Answer, readonly StepAnswer[]>

// The back end answers each kind of step in its own type; a generator knows one type for all of them.
export function* touching(nodes: readonly NodeId[], types: readonly EdgeType[] | null): Asked<EdgeLine[]> {
  return nodes.length === 0 ? [] : ((yield [{ ask: 'touching', nodes, types }])[0] as EdgeLine[])
}

export function* nodesInFull(ids: Iterable<NodeId>): Asked<GraphNode[]> {
  const wanted = [...new Set(ids)]
  return wanted.length === 0 ? [] : ((yield [{ ask: 'nodes', ids: wanted }])[0] as GraphNode[])
}

export function* edgesInFull(lines: readonly EdgeLine[]): Asked<GraphEdge[]> {
  return lines.length === 0 ? [] : ((yield [{ ask: 'edges', lines }])[0] as GraphEdge[])
}

/** Two questions side by side: what both ask next is asked at once. */
export function* together<One, Other>(one: Asked<One>, other: Asked<Other>): Asked<[One, Other]> {
  let [left, right] = [one.next(), other.next()]
  while (!left.done || !right.done) {
    const mine = left.done ? [] : left.value
    const answers = yield [...mine, ...(right.done ? [] : right.value)]
    if (!left.done) left = one.next(answers.slice(0, mine.length))
    if (!right.done) right = other.next(answers.slice(mine.length))
  }
  return [left.value, right.value]
}

/** For a back end that answers at once. */
export const answered = <Answer>(question: Asked<Answer>, answer: (step: Step) => StepAnswer): Answer => {
  for (let next = question.next(); ; ) {
    if (next.done) return next.value
    next = question.next(next.value.map(answer))
  }
}

/** For a back end that answers later. */
export const answeredLater = async <Answer>(
  question: Asked<Answer>,
  answer: (step: Step) => Promise<StepAnswer>,
): Promise<Answer> => {
  for (let next = question.next(); ; ) {
    if (next.done) return next.value
    next = question.next(await Promise.all(next.value.map(answer)))
  }
}
