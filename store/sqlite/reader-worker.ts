/** A thread that reads: opens the file for reading only and answers one question after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { StoreUnavailable } from '../port.ts'
import { type Connection, connect } from './connection.ts'
import { type ReadMethod, type Reads, readsOf } from './reads.ts'
import { guarded } from './unavailable.ts'
import type { Answer, Question, ReaderData } from './worker-protocol.ts'

// Whoever starts this thread passes exactly this.
const { file, busyTimeout } = workerData as ReaderData

let connection: Connection | undefined
let reads: Reads | undefined

const ask = ({ method, args }: Question): unknown => {
  connection ??= connect(file, { readOnly: true, busyTimeout })
  reads ??= readsOf(connection)
  // The pool takes method and arguments together from a call that was checked there.
  const question = reads[method] as (...args: unknown[]) => ReturnType<Reads[ReadMethod]>
  return question(...args)
}

const answer = (question: Question): Answer => {
  try {
    return { ok: true, value: guarded(file, () => ask(question)) }
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { ok: false, unavailable: error instanceof StoreUnavailable, message, stack }
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question), []))
