import { NodeKind } from '../../../model/graph.ts'
import { byCodeUnits } from '../../../model/order.ts'
import { foldForSearch } from '../../fold.ts'
import { kindRank } from '../../order.ts'
import type { Page, SearchHit } from '../../port.ts'
import type { Query } from '../connection.ts'
import { FORM_INDEX } from '../schema.ts'
import { fullText } from '../search-words.ts'
import { integer } from '../values.ts'
import { toNode } from './rows.ts'

const MATCHES = ['whole', 'start', 'inside'] as const

/** Of folded texts: its place in `MATCHES`, -1 for no match. */
const rank = (form: string, query: string): number =>
  form === query ? 0 : form.startsWith(query) ? 1 : form.includes(query) ? 2 : -1

const KIND_RANK = `CASE n.kind ${NodeKind.options.map((kind) => `WHEN '${kind}' THEN ${kindRank(kind)}`).join(' ')} END`

// The index finds what may match; whether the query really stands there, and how, is decided on the folded forms themselves.
const SEARCH = `
  CALL db.index.fulltext.queryNodes('${FORM_INDEX}', $words) YIELD node AS n
  WITH n, CASE
    WHEN $folded IN n.searchForms THEN 0
    WHEN any(form IN n.searchForms WHERE form STARTS WITH $folded) THEN 1
    WHEN any(form IN n.searchForms WHERE form CONTAINS $folded) THEN 2 END AS match
  WHERE match IS NOT NULL AND n.jurisdiction = $jurisdiction
  WITH n, match ORDER BY match, ${KIND_RANK}, n.degree DESC, coalesce(n.sort, n.id)
  WITH collect({node: n, match: match}) AS hits
  UNWIND hits[..$limit] AS hit
  RETURN size(hits) AS total, hit.match AS match, hit.node.json AS json`

/** The form that matches best, among equals the first by code units. */
const bestForm = (forms: readonly string[], folded: string): string => {
  const matching = [...new Set(forms)]
    .map((form) => ({ form, rank: rank(foldForSearch(form), folded) }))
    .filter((candidate) => candidate.rank >= 0)
    .sort((a, b) => a.rank - b.rank || byCodeUnits(a.form, b.form))
  return matching[0]?.form ?? ''
}

export const search = async (
  query: Query,
  jurisdiction: string,
  text: string,
  limit: number,
): Promise<Page<SearchHit>> => {
  const folded = foldForSearch(text)
  if (!folded) return { total: 0, rows: [] }
  const rows = await query<{ json: string; match: number; total: number }>(SEARCH, {
    jurisdiction,
    folded,
    words: fullText(jurisdiction, folded),
    limit: integer(limit),
  })
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const node = toNode(row)
      return { node, form: bestForm([node.label, ...node.forms], folded), match: MATCHES[row.match] ?? 'inside' }
    }),
  }
}
