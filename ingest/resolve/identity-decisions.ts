import type { Mention } from '../../model/curation.ts'

export type MentionPair = [Mention, Mention]
export type NameDecision = { mention: Mention; name: string }

/**
 * What people decided about identities; it outranks every signal. `same`: two mentions are one. `different`: they are two, and the
 * first stands apart: where signals hold both together with others, the others stay with the second. `names`: the name to draw.
 */
export type IdentityDecisions = {
  same: readonly MentionPair[]
  different: readonly MentionPair[]
  names: readonly NameDecision[]
}

export const NO_DECISIONS: IdentityDecisions = { same: [], different: [], names: [] }

/** Decisions that cannot all hold (one pair same and different, a chain of same across a different, two names of one thing, two kinds): none of them is applied. */
export type IdentityConflict = { same: MentionPair[]; different: MentionPair[]; names: NameDecision[] }

/** What became of the decisions that were not applied. */
export type Unapplied = {
  conflicts: IdentityConflict[]
  /** Mentions that no record prints (any more); the decisions that name them wait. */
  dangling: Mention[]
}
