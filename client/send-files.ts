import { z } from 'zod'
import { addDocuments } from '../model/api/documents.ts'
import { FailedLine, Problem } from '../model/api/endpoint.ts'
import { RequestFailed } from './api.ts'
import type { UploadEvent } from './state/upload.ts'

const Line = z.union([addDocuments.reply, FailedLine])

/** The upload was refused before anything of it was read. */
export class TurnedAway extends RequestFailed {}

const failureIn = (text: string, status: number): RequestFailed => {
  const problem = z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown
      } catch {
        context.addIssue('no JSON')
        return z.NEVER
      }
    })
    .pipe(Problem)
    .safeParse(text)
  return problem.success
    ? new TurnedAway(problem.data.code, problem.data.detail, problem.data.instance ?? null)
    : new RequestFailed('unreadable', `status ${status} without problem details`)
}

/**
 * Sends files in one upload and tells how it goes. Throws `TurnedAway` where nothing was taken in, `RequestFailed` where some may be: `offline` where the connection was lost before the last
 * line; and `AbortError` when `signal` fires. Through XMLHttpRequest, as `fetch` does not tell how much it has sent.
 */
export const sendFiles = (
  files: readonly File[],
  token: string,
  tell: (event: UploadEvent) => void,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData()
    for (const file of files) form.append('file', file, file.name)
    const sending = new XMLHttpRequest()
    let read = 0
    let reported = false
    const readLines = () => {
      if (sending.status !== 200) return
      const end = sending.responseText.lastIndexOf('\n') + 1
      const lines = sending.responseText.slice(read, end).split('\n')
      read = end
      for (const line of lines.filter((one) => one !== '')) {
        const told = Line.parse(JSON.parse(line))
        if (told.is === 'failed') throw new RequestFailed(told.problem.code, told.problem.detail)
        if (told.is === 'report') reported = true
        tell(told)
      }
    }
    const guarded = () => {
      try {
        readLines()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
        sending.abort()
      }
    }
    const lost = () => reject(new RequestFailed('offline', 'the connection was lost'))
    sending.upload.addEventListener('progress', ({ loaded, total }) => tell({ is: 'sent', sent: loaded, bytes: total }))
    sending.addEventListener('progress', guarded)
    sending.addEventListener('load', () => {
      guarded()
      if (sending.status !== 200) reject(failureIn(sending.responseText, sending.status))
      else if (reported) resolve()
      else lost()
    })
    sending.addEventListener('error', lost)
    sending.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    signal.addEventListener('abort', () => sending.abort())
    // Between two parts there was nothing to break off.
    if (signal.aborted) return reject(new DOMException('cancelled', 'AbortError'))
    sending.open('POST', `/api${addDocuments.path}`)
    sending.setRequestHeader('authorization', `Bearer ${token}`)
    sending.setRequestHeader('accept', 'application/x-ndjson')
    sending.send(form)
  })
