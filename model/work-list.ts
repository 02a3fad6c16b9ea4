/** The work list (待办): what a person has to look at, and what would settle it. */
import { z } from 'zod'
import { ActionName, CurationAction, Mention, NamedNode } from './curation.ts'
import { Evidence, NodeId } from './graph.ts'

/**
 * 冲突 · 落空 · 警告 · 存疑的切分 · 未知单位 · 可能同人 · 候选政策 · 文件矛盾 · 缺号; in this order where two weigh the same.
 */
export const WorkKind = z.enum([
  'conflict',
  'dangling',
  'warning',
  'doubtful-split',
  'unknown-body',
  'possibly-same',
  'policy-candidate',
  'contradiction',
  'missing-number',
])
export type WorkKind = z.infer<typeof WorkKind>

export const WorkEntry = z.object({
  /** Stays the same while the matter does; `accept` names it. */
  id: z.string(),
  kind: WorkKind,
  /** What it is about, in a word for a machine: the code of a warning, the field that is contradicted, reasons joined by a space. */
  about: z.string(),
  nodes: z.array(NamedNode),
  /** The words concerned; `null` where no words stand for it. */
  quote: z.string().nullable(),
  evidence: z.array(Evidence),
  /** Ids of the events concerned. */
  events: z.array(z.string()),
  /** Edges that touch the nodes, each counted once. */
  weight: z.int(),
  /** Every kind of action that settles it. */
  settledBy: z.array(ActionName),
  /** Those actions that need nothing filled in. */
  ready: z.array(CurationAction),
  /** Actions filled in with what stands there today, for a person to change. */
  drafts: z.array(CurationAction),
  /** One mention of each of the nodes that stands for any: what `same`, `different`, `split` and `rename` are said of. */
  subjects: z.array(z.object({ node: NodeId, mention: Mention })),
})
export type WorkEntry = z.infer<typeof WorkEntry>
