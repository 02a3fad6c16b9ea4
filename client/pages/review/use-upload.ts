import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { RequestFailed } from '../../api.ts'
import { useWriting } from '../../frame/writing.tsx'
import { sendFiles, TurnedAway } from '../../send-files.ts'
import { type End, ended, partsOf, startUpload, told, type Upload } from '../../state/upload.ts'

const endOf = (error: unknown): End => {
  if (error instanceof DOMException && error.name === 'AbortError') return { is: 'cancelled' }
  // Behind a conflict stands another upload, which may be one of these very files that was broken off here.
  if (error instanceof TurnedAway && error.kind !== 'conflict') return { is: 'turned-away', problem: error.message }
  if (error instanceof RequestFailed && error.kind !== 'offline') return { is: 'broken', problem: error.message }
  if (error instanceof RequestFailed) return { is: 'broken', problem: null }
  throw error
}

/** One upload at a time, in as many parts as it takes. */
export const useUpload = () => {
  const { token } = useWriting()
  const queries = useQueryClient()
  const [upload, setUpload] = useState<Upload | null>(null)
  const stop = useRef<AbortController | null>(null)
  const files = useRef<readonly File[]>([])
  const change = (next: (upload: Upload) => Upload) => setUpload((now) => (now ? next(now) : now))

  const send = async (chosen: readonly File[]): Promise<void> => {
    if (token === null || chosen.length === 0) return
    const stopping = new AbortController()
    stop.current = stopping
    files.current = chosen
    setUpload(startUpload(chosen))
    try {
      for (const part of partsOf(chosen)) {
        await sendFiles(part, token, (event) => change((now) => told(now, event)), stopping.signal)
      }
      change((now) => ended(now, { is: 'done' }))
    } catch (error) {
      const end = endOf(error)
      change((now) => ended(now, end))
    } finally {
      stop.current = null
      // What was written is there, however it ended.
      await queries.invalidateQueries()
    }
  }
  return {
    upload,
    send,
    again: () => send(files.current),
    cancel: () => stop.current?.abort(),
    clear: () => setUpload(null),
  }
}

export type Uploading = ReturnType<typeof useUpload>
