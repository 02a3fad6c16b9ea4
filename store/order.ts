import type { NodeKind } from '../model/graph.ts'

export { byCodeUnits, byId } from '../model/order.ts'

/** What a search lists first among equal matches: what people look for by name before what merely contains the words. */
const SEARCH_ORDER: readonly NodeKind[] = ['department', 'district', 'policy', 'person', 'meeting', 'item', 'decision']

/** Place of a kind in the answer to a search, from 0. */
export const kindRank = (kind: NodeKind): number => SEARCH_ORDER.indexOf(kind)
