import { getEdge, getNode, search } from '../../model/api/graph.ts'
import type { GraphReader } from '../../store/port.ts'
import { notFound } from '../errors.ts'
import { quotations } from '../quotations.ts'
import { type SearchStore, searcher } from '../search/search.ts'
import type { Series } from '../series.ts'
import { serve } from '../serve.ts'

export const graphRoutes = (store: GraphReader & SearchStore, series: (jurisdiction: string) => Promise<Series>) => {
  const find = searcher(store, series)
  return [
    serve(getNode, async ({ params }) => (await store.node(params.id)) ?? notFound('node', params.id)),

    serve(getEdge, async ({ params }) => {
      const found = (await store.edge(params.id)) ?? notFound('edge', params.id)
      return { ...found, quotations: await quotations(store, found.edge.evidence) }
    }),

    serve(search, ({ query }) => find(query.jurisdiction, query.q, query.limit)),
  ]
}
