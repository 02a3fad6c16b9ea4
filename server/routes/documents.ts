import type { z } from 'zod'
import { removeDocuments } from '../../ingest/remove-documents.ts'
import { addDocuments, checkToken, getDocument, type IngestReport, removeDocument } from '../../model/api/documents.ts'
import type { Store } from '../../store/port.ts'
import { notFound } from '../errors.ts'
import { factsFile } from '../exports/views/graph-view.ts'
import { serve, serveLines } from '../serve.ts'
import { uploader } from '../uploads/upload.ts'
import type { WriteTurns } from '../write-turns.ts'

type Line = z.input<typeof addDocuments.reply>

async function* telling(lines: AsyncIterable<Line>, uploaded: (report: IngestReport) => void): AsyncIterable<Line> {
  for await (const line of lines) {
    if (line.is === 'report') uploaded(line.report)
    yield line
  }
}

/** `uploaded` is told what became of each upload. */
export const documentRoutes = (
  store: Store,
  turns: WriteTurns,
  uploaded: (report: IngestReport) => void = () => undefined,
) => {
  const upload = uploader(store, { turns })
  return [
    serve(
      getDocument,
      async ({ params }) => {
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
      },
      factsFile,
    ),

    serveLines(addDocuments, async (_input, sent) => telling(await upload(sent), uploaded)),

    // Whoever comes here has shown it.
    serve(checkToken, () => Promise.resolve({ ok: true as const })),

    serve(removeDocument, async ({ params }) => {
      const { id, jurisdiction } = (await store.document(params.id)) ?? notFound('document', params.id)
      return turns.take(() => removeDocuments(store, jurisdiction, new Set([id])))
    }),
  ]
}
