import { getEdge, getNode, type Hit, type Quotation, search } from '../../model/api/graph.ts'
import type { Evidence } from '../../model/graph.ts'
import { sentenceAt } from '../../model/sentence.ts'
import { matchedSpan } from '../../store/fold.ts'
import type { GraphReader, SearchHit } from '../../store/port.ts'
import { notFound } from '../errors.ts'
import type { Series } from '../series.ts'
import { serve } from '../serve.ts'

const hit = ({ node, form }: SearchHit, query: string): Hit => ({ node, form, matched: matchedSpan(form, query) })

const quotations = async (store: GraphReader, evidence: readonly Evidence[]): Promise<Quotation[]> => {
  const ids = [...new Set(evidence.map((piece) => piece.document))]
  const documents = new Map(
    (await Promise.all(ids.map((id) => store.document(id)))).flatMap((found) =>
      found ? [[found.id, found] as const] : [],
    ),
  )
  return evidence.map((piece) => {
    const document = documents.get(piece.document) ?? notFound('document', piece.document)
    const sentence = sentenceAt(document.text, piece)
    return { ...piece, documentName: document.name, sentence, quote: document.text.slice(sentence.start, sentence.end) }
  })
}

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
