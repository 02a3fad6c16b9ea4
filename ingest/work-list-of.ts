import { coverage } from '../analysis/coverage.ts'
import type { WorkEntry } from '../model/work-list.ts'
import type { Projection } from './projection.ts'
import { workList } from './work-list/work-list.ts'

/** The work list of a jurisdiction as it stands. */
export const workListOf = ({ graph, documents, standing, conflicts, dangling }: Projection): WorkEntry[] =>
  workList({
    graph,
    documents,
    slots: coverage(graph.nodes.filter((node) => node.kind === 'meeting')),
    conflicts,
    dangling,
    accepted: new Set(standing.claims.flatMap((claim) => (claim.of === 'entry' ? [claim.entry] : []))),
  })
