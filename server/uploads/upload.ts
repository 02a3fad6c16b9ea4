import { PassThrough } from 'node:stream'
import type { z } from 'zod'
import { ingestGiven } from '../../ingest/pipeline.ts'
import { emptyReport } from '../../ingest/report.ts'
import { type addDocuments, UPLOAD_LIMITS } from '../../model/api/documents.ts'
import type { Store } from '../../store/port.ts'
import type { Upload } from '../serve.ts'
import type { WriteTurns } from '../write-turns.ts'
import { keptFiles } from './kept-files.ts'
import { receiveFiles, type UploadLimits } from './receive-files.ts'

type Line = z.input<typeof addDocuments.reply>

/** Whoever closes the page stops the work as Ctrl-C does: what is written is written in full. */
const work = async (
  store: Store,
  upload: Upload,
  limits: UploadLimits,
  { lines, before }: { lines: PassThrough; before: Promise<unknown> },
): Promise<void> => {
  const tell = (line: Line) => void lines.write(line)
  const report = emptyReport()
  const files = await receiveFiles(upload, limits)
  await before
  const stored = await store.documentHeads()
  await ingestGiven(store, files, report, {
    file: (done, total) => tell({ is: 'file', done, total }),
    writing: (jurisdiction, documents) => tell({ is: 'writing', jurisdiction, documents }),
    stop: upload.given,
  })
  for (const kept of await keptFiles(store, files, stored)) tell(kept)
  tell({ is: 'report', report })
}

/** Reads one upload at a time: a second one is refused, as both would hold their files in memory and write the same place. */
export const uploader = (
  store: Store,
  { turns, limits = UPLOAD_LIMITS }: { turns: WriteTurns; limits?: UploadLimits },
) => {
  return async (upload: Upload): Promise<AsyncIterable<Line>> => {
    const { begun: before, end } = turns.upload()
    const lines = new PassThrough({ objectMode: true })
    // Who reads the lines is given the error; before anybody does, it is thrown below.
    lines.on('error', () => undefined)
    const ended = work(store, upload, limits, { lines, before }).then(
      () => void lines.end(),
      (error: unknown) => {
        lines.destroy(error instanceof Error ? error : new Error(String(error)))
        throw error
      },
    )
    const free = ended.finally(end)
    // What is wrong with the upload itself is told before the first line, with a status of its own.
    const begun = new Promise<void>((resolve) => void lines.once('readable', resolve))
    await Promise.race([begun, free])
    free.catch(() => undefined)
    return lines
  }
}
