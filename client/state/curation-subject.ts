import type { LogEntry } from '../../model/api/curation.ts'
import type { NamedNode } from '../../model/curation.ts'
import type { WorkEntry } from '../../model/work-list.ts'

/** What a person wants to say something about. */
export type Subject =
  | { is: 'entry'; entry: WorkEntry }
  | { is: 'node'; node: NamedNode; verb: 'merge' | 'split' | 'rename' }
  | { is: 'pair'; a: string; b: string; verb: 'same' | 'different' }
  | { is: 'fact'; edge: string }
  | { is: 'event'; event: Pick<LogEntry, 'id' | 'by' | 'action'> }
