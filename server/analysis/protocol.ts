import type { PairChance, Ties, TiesOptions } from '../../analysis/ties.ts'
import type { BodyKind, NodeId } from '../../model/graph.ts'

/** Who stands in what, as the store hands it out; rows and columns point into `who` and `what`, which are sorted by id. */
export type Loaded = {
  who: { id: NodeId; bodyKind: BodyKind | null }[]
  what: { id: NodeId; date: string | null }[]
  rows: Int32Array
  columns: Int32Array
}

export type TiesFilter = { from: string | null; to: string | null; kinds: readonly BodyKind[] | null }

/** What the thread is asked. `key` names an incidence that was loaded before. */
export type Question =
  | { is: 'ping' }
  | { is: 'load'; key: string; incidence: Loaded }
  | { is: 'ties'; key: string; filter: TiesFilter; options: TiesOptions }
  | { is: 'pair'; key: string; filter: TiesFilter; a: NodeId; b: NodeId }

/** Columns in the period, also those with nobody in them. */
export type Counted = { columns: number; first: string | null; last: string | null }
export type TiesAnswer = Counted & { ties: Ties }
export type PairAnswer = Counted & {
  counts: [a: number, b: number]
  chance: PairChance | null
  /** In which both stand, newest first. */
  shared: { id: NodeId; date: string | null }[]
}

export type Answer =
  | { is: 'alive' }
  | { is: 'loaded' }
  | { is: 'unknown' }
  | { is: 'ties'; answer: TiesAnswer }
  | { is: 'pair'; answer: PairAnswer }
  | { is: 'failed'; message: string; tooMany: boolean; stack: string | undefined }
