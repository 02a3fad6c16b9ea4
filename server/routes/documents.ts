import { getDocument } from '../../model/api/documents.ts'
import type { GraphReader } from '../../store/port.ts'
import { notFound } from '../errors.ts'
import { serve } from '../serve.ts'

export const documentRoutes = (store: GraphReader) => [
  serve(getDocument, async ({ params }) => {
    const document = (await store.document(params.id)) ?? notFound('document', params.id)
    const facts = await store.documentFacts(document.id)
    const { record, text, id, jurisdiction, name, format, sha256, parser } = document
    return {
      id,
      jurisdiction,
      name,
      format,
      sha256,
      parser,
      text,
      facts,
      blocks: record.blocks,
      entries: record.attendance.map((entry) => entry.span),
      warnings: record.warnings,
      nodes: await store.nodes([...new Set(facts.flatMap((fact) => [fact.from, fact.to]))]),
    }
  }),
]
