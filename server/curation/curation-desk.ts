import type { Worker } from 'node:worker_threads'
import { GivenUp, whenGivenUp } from '../../store/asking.ts'
import type { StoreConfig } from '../../store/open-store.ts'
import type { Store } from '../../store/port.ts'
import { startThread } from '../../store/sqlite/start-thread.ts'
import { AppError } from '../errors.ts'
import { Books } from './books.ts'
import type { Answer, Arguments, DeskData, Method, Question, Reply } from './protocol.ts'

/** Where the books of curation are asked: one question after the other. */
export interface CurationDesk {
  ask<Asked extends Method>(method: Asked, ...args: Arguments<Asked>): Promise<Reply<Asked>>
  /** Fails what is still asked. */
  close(): Promise<void>
}

/** In this thread, over a store that no other thread can open: one in memory. */
export const deskHere = (store: Store, now: () => Date): CurationDesk => {
  const books = new Books(store, now)
  let last: Promise<unknown> = Promise.resolve()
  return {
    ask: (method, ...args) => {
      // The method and its arguments belong together by the type of `ask`, which the compiler does not follow into a call.
      const ask = books[method] as (...args: unknown[]) => Promise<unknown>
      const answer = last.then(() => ask.apply(books, args))
      last = answer.catch(() => undefined)
      return answer as Promise<Reply<typeof method>>
    },
    close: async () => undefined,
  }
}

const WORKER = new URL('./curation-worker.ts', import.meta.url)
/** Questions that may wait; who comes then is told to come later. */
const MOST_WAITING = 64

type Job = {
  question: Question
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

const failure = ({ code, message, events, stack }: Extract<Answer, { ok: false }>): Error => {
  if (code !== null) return new AppError(code, message, undefined, events)
  const error = new Error(message)
  if (stack) error.stack = stack
  return error
}

/**
 * Asks a thread that opens the store for itself, and is started when it is first needed: what a city comes to takes seconds, and holds
 * up no other request there. Idle, it keeps no process alive; one that stops fails what it was asked, and the next question starts another.
 * A question whose asker has gone is not asked any more.
 */
export class CurationThread implements CurationDesk {
  readonly #data: DeskData
  readonly #script: URL
  #worker: Worker | null = null
  #asked = 0
  #job: Job | null = null
  readonly #waiting: Job[] = []

  constructor(store: StoreConfig, script: URL = WORKER) {
    this.#data = { store }
    this.#script = script
  }

  ask<Asked extends Method>(method: Asked, ...args: Arguments<Asked>): Promise<Reply<Asked>> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= MOST_WAITING)
        throw new AppError('too-many', 'Too much is being asked about corrections at once; try again in a moment.')
      // The thread runs the method of this name, so what it answers has the type that the method gives.
      const told = (value: unknown) => resolve(value as Reply<Asked>)
      const job: Job = { question: { id: ++this.#asked, method, args }, resolve: told, reject }
      this.#waiting.push(job)
      const forget = whenGivenUp(() => {
        const at = this.#waiting.indexOf(job)
        if (at < 0) return
        this.#waiting.splice(at, 1)
        reject(new GivenUp())
      })
      job.resolve = (value) => {
        forget()
        told(value)
      }
      this.#next()
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    const waiting = this.#waiting.splice(0)
    if (worker) this.#lose(worker, 'it was closed')
    for (const { reject } of waiting) reject(new AppError('store-down', 'The server is stopping.'))
    await worker?.terminate()
  }

  #next(): void {
    if (this.#job) return
    const job = this.#waiting.shift()
    if (!job) {
      this.#worker?.unref()
      return
    }
    const worker = this.#worker ?? this.#start()
    this.#job = job
    worker.ref()
    worker.postMessage(job.question, [])
  }

  #start(): Worker {
    const worker = startThread(this.#script, this.#data)
    this.#worker = worker
    worker.on('message', (answer: Answer) => this.#settle(answer))
    worker.on('error', (error) => this.#lose(worker, error.message))
    worker.on('exit', (code) => this.#lose(worker, `exit code ${code}`))
    return worker
  }

  #settle(answer: Answer): void {
    const job = this.#job
    this.#job = null
    if (job?.question.id === answer.id) {
      if (answer.ok) job.resolve(answer.value)
      else job.reject(failure(answer))
    }
    this.#next()
  }

  #lose(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const job = this.#job
    this.#job = null
    const message = `The thread that keeps the corrections stopped: ${reason}. Look at the log whether what you sent was written, and try again.`
    job?.reject(new AppError('store-down', message))
    this.#next()
  }
}
