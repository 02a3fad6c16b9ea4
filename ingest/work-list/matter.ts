import type { Slot } from '../../model/api/jurisdictions.ts'
import type { CurationEvent, NamedNode } from '../../model/curation.ts'
import type { Graph, GraphNode, NodeId } from '../../model/graph.ts'
import type { MinutesRecord } from '../../model/record.ts'
import type { WorkEntry } from '../../model/work-list.ts'
import type { Conflict } from '../curation/standing.ts'

/** A document with what people corrected in its record, and the meeting that it belongs to. */
export type ReadDocument = { id: string; text: string; meeting: NodeId; record: MinutesRecord }

/** All that the list is made of. */
export type WorkMatter = {
  graph: Pick<Graph, 'nodes' | 'edges'>
  documents: readonly ReadDocument[]
  /** Of the series of meetings: those that are missing in it. */
  slots: readonly Slot[]
  conflicts: readonly Conflict[]
  dangling: readonly CurationEvent[]
  /** Ids of entries that somebody has accepted. */
  accepted: ReadonlySet<string>
}

/** An entry before it is weighed. */
export type Found = Omit<WorkEntry, 'weight'>

export const named = ({ kind, id, label }: GraphNode): NamedNode => ({ kind, id, label })

/** What makes one entry another one, joined so that no two run into each other. */
export const entryId = (kind: WorkEntry['kind'], ...parts: readonly (string | null)[]): string =>
  `${kind}${JSON.stringify(parts)}`
