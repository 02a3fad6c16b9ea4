import type { Hit } from '../../model/api/graph.ts'
import type { GraphNode, NodeKind } from '../../model/graph.ts'
import { meetingPath, nodePath, policyPath, type UrlState } from './url-state.ts'

/** What is found by its name stands with its kind; what is found by words in the minutes stands apart. */
export type HitGroup = { kind: NodeKind | 'text'; hits: Hit[] }

/** By kind, kinds in the order of their best hit, hits in the order of the reply. */
export const groupHits = (hits: readonly Hit[]): HitGroup[] => {
  const groups = new Map<HitGroup['kind'], Hit[]>()
  for (const hit of hits) {
    const kind = hit.match === 'text' ? 'text' : hit.node.kind
    const group = groups.get(kind)
    if (group) group.push(hit)
    else groups.set(kind, [hit])
  }
  return [...groups].map(([kind, group]) => ({ kind, hits: group }))
}

export type Target = { path: string; changes: Partial<UrlState> }

/** What is read opens in the reader, what acts or is acted upon has a page of its own. */
export const targetOf = (node: GraphNode): Target => {
  switch (node.kind) {
    case 'meeting':
      return { path: meetingPath(node.id), changes: {} }
    case 'item':
      return { path: meetingPath(node.meeting), changes: { item: node.seq } }
    case 'decision':
      return { path: meetingPath(node.meeting), changes: { node: node.id } }
    case 'policy':
      return { path: policyPath(node.id), changes: {} }
    case 'department':
    case 'district':
    case 'person':
      return { path: nodePath(node.id), changes: {} }
  }
}

/** Words in the minutes open at the document and the agenda item that they stand in. */
export const targetOfHit = ({ node, where }: Hit): Target => {
  const target = targetOf(node)
  return where ? { ...target, changes: { ...target.changes, document: where.document, item: where.item } } : target
}

/** What stands before, in and behind the matching part; all of it before where nothing is known of the match. */
export const splitMatch = (form: string, matched: { start: number; end: number } | null): [string, string, string] =>
  matched
    ? [form.slice(0, matched.start), form.slice(matched.start, matched.end), form.slice(matched.end)]
    : [form, '', '']
