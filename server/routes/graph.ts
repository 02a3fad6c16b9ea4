import { getEdge, getNode, type Hit, search } from '../../model/api/graph.ts'
import { matchedSpan } from '../../store/fold.ts'
import type { GraphReader, SearchHit } from '../../store/port.ts'
import { notFound } from '../errors.ts'
import { quotations } from '../quotations.ts'
import type { Series } from '../series.ts'
import { serve } from '../serve.ts'

const hit = ({ node, form }: SearchHit, query: string): Hit => ({ node, form, matched: matchedSpan(form, query) })

export const graphRoutes = (store: GraphReader, series: (jurisdiction: string) => Promise<Series>) => [
  serve(getNode, async ({ params }) => (await store.node(params.id)) ?? notFound('node', params.id)),

  serve(getEdge, async ({ params }) => {
    const found = (await store.edge(params.id)) ?? notFound('edge', params.id)
    return { ...found, quotations: await quotations(store, found.edge.evidence) }
  }),

  serve(search, async ({ query }) => {
    await series(query.jurisdiction)
    const { total, rows } = await store.search(query.jurisdiction, query.q, query.limit)
    return { total, shown: rows.length, rows: rows.map((row) => hit(row, query.q)) }
  }),
]
