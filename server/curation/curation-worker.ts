/** A thread that keeps the books of curation: it opens the store for itself, and answers one question after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { attachStore } from '../../store/open-store.ts'
import { AppError, toProblem } from '../errors.ts'
import { Books } from './books.ts'
import type { Answer, DeskData, Question } from './protocol.ts'

// Whoever starts this thread passes exactly this.
const { store: config } = workerData as DeskData

let books: Promise<Books> | null = null

const open = async (): Promise<Books> => {
  const { store, ready } = await attachStore(config, { readers: 0 })
  // Each question says for itself that the server does not answer.
  ready.catch(() => undefined)
  return new Books(store, () => new Date())
}

/** A store that could not be opened is tried again with the next question. */
const booksOf = async (): Promise<Books> => {
  books ??= open()
  try {
    return await books
  } catch (error) {
    books = null
    throw error
  }
}

const failed = (error: unknown): Answer => {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const { code, detail, events, reason } = toProblem(error)
  if (code === 'internal') return { ok: false, code: null, message, beside: {}, stack }
  const beside = { events, reason }
  return { ok: false, code, message: error instanceof AppError ? message : detail, beside, stack: undefined }
}

const answer = async ({ method, args }: Question): Promise<Answer> => {
  try {
    const asked = await booksOf()
    // The desk takes method and arguments together from a call that was checked there.
    const ask = asked[method] as (...args: unknown[]) => Promise<unknown>
    return { ok: true, value: await ask.apply(asked, args) }
  } catch (error) {
    return failed(error)
  }
}

// One at a time: the desk sends the next question when this one is answered.
parentPort?.on('message', (question: Question) => {
  void answer(question).then((told) => parentPort?.postMessage(told, []))
})
