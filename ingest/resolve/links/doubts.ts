import type { GraphBuilder } from '../graph-builder.ts'
import type { People } from '../people/people.ts'
import { shownAt } from '../people/seen.ts'

/** Pairs of people who may be one, with the reasons; the evidence is where each is printed first. */
export const addDoubts = (people: People, graph: GraphBuilder): void => {
  for (const { a, b, grade, why } of people.doubts) {
    const [from, to] = [people.of(a), people.of(b)].sort((x, y) => (x.id < y.id ? -1 : 1))
    if (!from || !to) continue
    graph.inferred(
      { type: 'POSSIBLY_SAME', from: from.id, to: to.id, props: { grade, why } },
      null,
      [from, to].flatMap(({ seen }) => seen.slice(0, 1).map(shownAt)),
    )
  }
}
