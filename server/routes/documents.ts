import { removeDocuments } from '../../ingest/remove-documents.ts'
import { addDocuments, getDocument, removeDocument } from '../../model/api/documents.ts'
import type { Store } from '../../store/port.ts'
import { notFound } from '../errors.ts'
import { serve, serveLines } from '../serve.ts'
import { uploader } from '../uploads/upload.ts'

export const documentRoutes = (store: Store) => {
  const upload = uploader(store)
  return [
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

    serveLines(addDocuments, (_input, sent) => upload(sent)),

    serve(removeDocument, async ({ params }) => {
      const { id, jurisdiction } = (await store.document(params.id)) ?? notFound('document', params.id)
      return removeDocuments(store, jurisdiction, new Set([id]))
    }),
  ]
}
