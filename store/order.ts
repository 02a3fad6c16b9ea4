import { NodeKind } from '../model/graph.ts'

/** By UTF-16 code units, the order that both back ends owe; a database's own collation may differ from it. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const byId = (a: { id: string }, b: { id: string }): number => byCodeUnits(a.id, b.id)

const KIND_RANK = new Map<NodeKind, number>(NodeKind.options.map((kind, rank) => [kind, rank]))

/** In the order of `NodeKind`, from 0. */
export const kindRank = (kind: NodeKind): number => KIND_RANK.get(kind) ?? KIND_RANK.size
