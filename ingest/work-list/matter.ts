import { createHash } from 'node:crypto'
import type { Slot } from '../../model/api/jurisdictions.ts'
import type { CurationEvent, NamedNode } from '../../model/curation.ts'
import type { Graph, GraphNode, NodeId } from '../../model/graph.ts'
import type { MinutesRecord } from '../../model/record.ts'
import type { WorkEntry } from '../../model/work-list.ts'
import type { Conflict } from '../curation/standing.ts'

/** A document and the meeting that it belongs to. */
export type ReadDocument = {
  id: string
  text: string
  meeting: NodeId
  /** As the parser read it. */
  parsed: MinutesRecord
  /** As people corrected it. */
  record: MinutesRecord
}

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
export type Found = Omit<WorkEntry, 'weight' | 'subjects'>

export const named = ({ kind, id, label }: GraphNode): NamedNode => ({ kind, id, label })

/** `parts` are what makes one entry another one; their hash is short enough to be typed. */
export const entryId = (kind: WorkEntry['kind'], ...parts: readonly (string | null)[]): string =>
  `${kind}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)}`
