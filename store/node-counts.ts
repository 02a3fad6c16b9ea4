import type { NodeKind } from '../model/graph.ts'

/** `json` is as a commit wrote it: kinds and how many nodes there are of each, without those that have none. */
export const nodeCounts = (json: string): Record<NodeKind, number> => {
  const counts = JSON.parse(json) as Partial<Record<NodeKind, number>>
  const count = (kind: NodeKind) => counts[kind] ?? 0
  return {
    meeting: count('meeting'),
    item: count('item'),
    decision: count('decision'),
    policy: count('policy'),
    department: count('department'),
    district: count('district'),
    person: count('person'),
  }
}
