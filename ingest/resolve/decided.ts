import type { Mention } from '../../model/curation.ts'
import { byCodeUnits } from '../../model/order.ts'
import { type Constrained, constrain, type Pair } from './constraints.ts'
import type { IdentityConflict, IdentityDecisions, MentionPair, NameDecision } from './identity-decisions.ts'
import { UnionFind } from './union-find.ts'

type Kind = Mention['kind']
/** The mentions of one kind: how a mention is found, and which block it belongs to by signals alone. */
type Known<K extends Kind> = {
  kind: K
  keyOf: (mention: Extract<Mention, { kind: K }>) => string
  blocks: ReadonlyMap<string, string>
}
export type Decided = Pick<Constrained, 'blockOf' | 'together' | 'apart'> & {
  names: { key: string; decision: NameDecision }[]
  conflicts: IdentityConflict[]
  dangling: Mention[]
}

const isOf = <K extends Kind>(mention: Mention, kind: K): mention is Extract<Mention, { kind: K }> =>
  mention.kind === kind

/** Decisions on pairs of two kinds hold for neither. */
export const mixedPairs = ({ same, different }: IdentityDecisions): IdentityConflict[] => {
  const mixed = ([a, b]: MentionPair) => a.kind !== b.kind
  return [
    ...same.filter(mixed).map((pair) => ({ same: [pair], different: [], names: [] })),
    ...different.filter(mixed).map((pair) => ({ same: [], different: [pair], names: [] })),
  ]
}

/** Holds the decisions on mentions of one kind against what signals say. */
export const decide = <K extends Kind>(decisions: IdentityDecisions, { kind, keyOf, blocks }: Known<K>): Decided => {
  const dangling: Mention[] = []
  const find = (mention: Mention): string | null => {
    if (!isOf(mention, kind)) return null
    const key = keyOf(mention)
    if (blocks.has(key)) return key
    dangling.push(mention)
    return null
  }
  const pairs = (given: readonly MentionPair[]): Pair[] =>
    given.flatMap(([first, second], index) => {
      if (first.kind !== kind || second.kind !== kind) return []
      const [a, b] = [find(first), find(second)]
      return a === null || b === null ? [] : [{ a, b, index }]
    })
  const given = { same: pairs(decisions.same), different: pairs(decisions.different) }
  const names = decisions.names.flatMap((decision) => {
    const key = find(decision.mention)
    return key === null ? [] : [{ key, decision }]
  })
  const { conflicts, ...constrained } = constrain(blocks, given)
  const pairAt = (all: readonly MentionPair[]) => (index: number) => all.slice(index, index + 1)
  return {
    ...constrained,
    names,
    dangling,
    conflicts: conflicts.map(({ same, different }) => ({
      same: same.flatMap(pairAt(decisions.same)),
      different: different.flatMap(pairAt(decisions.different)),
      names: [],
    })),
  }
}

/** Blocks that decisions make one, each by its first name. */
export const joinedBlocks = ({ together }: Pick<Decided, 'together'>): UnionFind => {
  const sets = new UnionFind()
  for (const [a, b] of together) sets.join(a, b)
  return sets
}

/** The name that was decided for each thing; two names of one thing are a conflict, and neither holds. */
export const decidedNames = (
  names: Decided['names'],
  thingOf: (key: string) => string,
): { names: Map<string, string>; conflicts: IdentityConflict[] } => {
  const byThing = new Map<string, NameDecision[]>()
  for (const { key, decision } of names) {
    const thing = thingOf(key)
    byThing.set(thing, [...(byThing.get(thing) ?? []), decision])
  }
  const chosen = new Map<string, string>()
  const conflicts: IdentityConflict[] = []
  for (const [thing, decisions] of [...byThing].sort(([a], [b]) => byCodeUnits(a, b))) {
    const [name, ...others] = new Set(decisions.map((decision) => decision.name))
    if (name !== undefined && others.length === 0) chosen.set(thing, name)
    else conflicts.push({ same: [], different: [], names: decisions })
  }
  return { names: chosen, conflicts }
}
