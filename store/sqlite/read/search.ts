import { NodeKind } from '../../../model/graph.ts'
import { bigrams, foldForSearch } from '../../fold.ts'
import { byCodeUnits, kindRank } from '../../order.ts'
import type { Page, SearchHit } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { placeWord } from '../place-word.ts'
import { toNode } from './rows.ts'

const MATCHES = ['whole', 'start', 'inside'] as const

/** Of folded texts: its place in `MATCHES`, -1 for no match. */
const rank = (form: string, query: string): number =>
  form === query ? 0 : form.startsWith(query) ? 1 : form.includes(query) ? 2 : -1

const KIND_RANK = `CASE n.kind ${NodeKind.options.map((kind) => `WHEN '${kind}' THEN ${kindRank(kind)}`).join(' ')} END`

// The index finds forms in which the pairs of characters of the query follow each other; a query of one character is the
// beginning of a pair. Whether it really stands there, and how, is decided on the folded form itself.
const SEARCH = `
  WITH hits AS MATERIALIZED (
    SELECT f.node AS node,
           min(CASE WHEN f.folded = ?2 THEN 0 WHEN substr(f.folded, 1, length(?2)) = ?2 THEN 1 ELSE 2 END) AS match
      FROM form_index i CROSS JOIN forms f ON f.pk = i.rowid
     WHERE form_index MATCH ?1 AND instr(f.folded, ?2) > 0
     GROUP BY f.node
  )
  SELECT n.pk, n.json, hits.match, count(*) OVER () AS total
    FROM hits CROSS JOIN nodes n ON n.pk = hits.node
   ORDER BY hits.match, ${KIND_RANK}, n.degree DESC, n.sort
   LIMIT ?3`

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const fullText = (jurisdiction: number, folded: string): string => {
  const chars = Array.from(folded)
  // Without its last word: the last character alone stands only at the end of a form.
  const phrase = bigrams(folded).split(' ').slice(0, -1).join(' ')
  const wanted = chars.length === 1 ? `${quoted(folded)} *` : quoted(phrase)
  return `place : ${placeWord(jurisdiction)} AND bigrams : ${wanted}`
}

/** The form that matches best, among equals the first by code units. */
const bestForm = (connection: Connection, node: number, folded: string): string => {
  const matching = connection
    .all<{ form: string; folded: string }>('SELECT form, folded FROM forms WHERE node = ?', node)
    .map(({ form, folded: text }) => ({ form, rank: rank(text, folded) }))
    .filter((candidate) => candidate.rank >= 0)
    .sort((a, b) => a.rank - b.rank || byCodeUnits(a.form, b.form))
  return matching[0]?.form ?? ''
}

export const search = (connection: Connection, jurisdiction: string, query: string, limit: number): Page<SearchHit> => {
  const folded = foldForSearch(query)
  const place = connection.first<{ pk: number }>('SELECT pk FROM jurisdictions WHERE id = ?', jurisdiction)
  if (!folded || !place) return { total: 0, rows: [] }
  const rows = connection.all<{ pk: number; json: string; match: number; total: number }>(
    SEARCH,
    fullText(place.pk, folded),
    folded,
    limit,
  )
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      node: toNode(row),
      form: bestForm(connection, row.pk, folded),
      match: MATCHES[row.match] ?? 'inside',
    })),
  }
}
