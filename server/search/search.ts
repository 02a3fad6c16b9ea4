import type { Hit } from '../../model/api/graph.ts'
import type { GraphNode, NodeKind } from '../../model/graph.ts'
import { foldForSearch, matchedSpan } from '../../store/fold.ts'
import type { Store } from '../../store/port.ts'
import { keptByVersion } from '../kept.ts'
import type { Series } from '../series.ts'
import { lettersOf, type PinyinIndex, pinyinIndex, searchPinyin } from './pinyin-index.ts'
import { searchText, type TextIndex, textIndex } from './text-index.ts'

export type SearchStore = Pick<Store, 'fingerprints' | 'nodes' | 'search' | 'document'>
type Index = { names: PinyinIndex; texts: TextIndex }
type Reply = { total: number; shown: number; rows: Hit[] }

/** What people look for by its name; of the other kinds the text is what is remembered. */
const NAMED: readonly NodeKind[] = ['department', 'district', 'policy', 'person']
const CITIES_KEPT = 8
/** One row in so many is kept for sentences, where there are any: names alone would often fill the list. */
const TEXT_SHARE = 4
const NODES_AT_ONCE = 500

const namedNodes = async (store: SearchStore, jurisdiction: string): Promise<GraphNode[]> => {
  const { nodes } = await store.fingerprints(jurisdiction)
  const ids = [...nodes.keys()].filter((id) => NAMED.some((kind) => id.startsWith(`${jurisdiction}/${kind}/`)))
  const found: GraphNode[] = []
  for (let at = 0; at < ids.length; at += NODES_AT_ONCE)
    found.push(...(await store.nodes(ids.slice(at, at + NODES_AT_ONCE))))
  return found
}

const hasName = (node: GraphNode, folded: string): boolean =>
  [node.label, ...node.forms].some((form) => foldForSearch(form).includes(folded))

/**
 * Names and printed forms, then pinyin and its initials, then the sentences of the documents; a node that is found in several
 * ways stands where it is found best. The order within each way is that of `store.search`, `searchPinyin` and `searchText`.
 */
export const searcher = (store: SearchStore, series: (jurisdiction: string) => Promise<Series>) => {
  const indexOf = keptByVersion<Index>(CITIES_KEPT, async ({ id }) => {
    const { meetings } = await series(id)
    return {
      names: await pinyinIndex(await namedNodes(store, id)),
      texts: await textIndex(meetings, (document) => store.document(document)),
    }
  })
  return async (jurisdiction: string, query: string, limit: number): Promise<Reply> => {
    const { summary } = await series(jurisdiction)
    const [index, names] = await Promise.all([indexOf(summary), store.search(jurisdiction, query, limit)])
    const letters = lettersOf(query)
    const folded = foldForSearch(query)
    const spelled =
      letters === null ? [] : searchPinyin(index.names, letters).filter(({ node }) => !hasName(node, folded))
    const texts = searchText(index.texts, query, (meeting) => !hasName(meeting, folded))
    const called = [
      ...names.rows.map(
        ({ node, form }): Hit => ({ node, form, matched: matchedSpan(form, query), match: 'name', where: null }),
      ),
      ...spelled.map((hit): Hit => ({ ...hit, where: null })),
    ]
    const kept = Math.min(texts.total, Math.floor(limit / TEXT_SHARE))
    const first = called.slice(0, limit - kept)
    const rows = [...first, ...texts.first(limit - first.length).map((hit): Hit => ({ ...hit, match: 'text' }))]
    return { total: names.total + spelled.length + texts.total, shown: rows.length, rows }
  }
}
