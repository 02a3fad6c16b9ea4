import type { Worker } from 'node:worker_threads'
import { GivenUp, whenGivenUp } from '../asking.ts'
import { StoreUnavailable } from '../port.ts'
import type { ReadMethod, Reads } from './reads.ts'
import { startThread } from './start-thread.ts'
import type { Answer, Question, ReaderData } from './worker-protocol.ts'

/** How long a thread may go on with what nobody waits for: most ends by itself before, and a new thread costs time as well. */
const GRACE_MS = 2_000

const READER = new URL('./reader-worker.ts', import.meta.url)

export type PoolOptions = {
  /** What a thread runs. */
  script: URL
  /** How long a thread may go on with what nobody waits for, in milliseconds. */
  grace: number
}
type Job = { question: Question; resolve: (value: unknown) => void; reject: (error: Error) => void }
type Reader = { worker: Worker; job: Job | null }

const settle = (job: Job, answer: Answer): void => {
  if (answer.ok) return job.resolve(answer.value)
  const error = answer.unavailable ? new StoreUnavailable(answer.message) : new Error(answer.message)
  if (answer.stack) error.stack = answer.stack
  job.reject(error)
}

/**
 * At most `size` threads that read, each started when it is first needed. A thread that dies fails the question it was
 * answering and no other; the next question starts a new one. Idle threads keep no process alive.
 */
export class ReaderPool {
  readonly #data: ReaderData
  readonly #size: number
  readonly #script: URL
  readonly #grace: number
  readonly #readers = new Set<Reader>()
  readonly #waiting: Job[] = []
  #closed = false

  constructor(data: ReaderData, size: number, { script = READER, grace = GRACE_MS }: Partial<PoolOptions> = {}) {
    this.#data = data
    this.#size = size
    this.#script = script
    this.#grace = grace
  }

  ask<Method extends ReadMethod>(method: Method, args: Parameters<Reads[Method]>): Promise<ReturnType<Reads[Method]>> {
    let job: Job | undefined
    const asked = new Promise<ReturnType<Reads[Method]>>((resolve, reject) => {
      if (this.#closed) return reject(this.#closing())
      // The thread runs the method of this name, so what it answers has the type that the method gives.
      const settled = (value: unknown) => resolve(value as ReturnType<Reads[Method]>)
      job = { question: { method, args }, resolve: settled, reject }
      this.#dispatch(job)
    })
    const done = whenGivenUp(() => job && this.#giveUp(job))
    return asked.finally(done)
  }

  /** Fails what is still asked. */
  async close(): Promise<void> {
    this.#closed = true
    const open = [...this.#readers]
    this.#readers.clear()
    for (const job of [...this.#waiting.splice(0), ...open.flatMap(({ job }) => job ?? [])]) job.reject(this.#closing())
    await Promise.all(open.map(({ worker }) => worker.terminate()))
  }

  /** What waits is not begun; SQLite cannot be told to stop, so a thread that does not come to its end is ended. */
  #giveUp(job: Job): void {
    job.reject(new GivenUp())
    const waiting = this.#waiting.indexOf(job)
    if (waiting >= 0) this.#waiting.splice(waiting, 1)
    const reader = [...this.#readers].find((reader) => reader.job === job)
    if (!reader) return
    const late = setTimeout(() => {
      if (reader.job !== job) return
      this.#lose(reader, 'nobody waited for it any longer')
      void reader.worker.terminate()
    }, this.#grace)
    late.unref()
  }

  #closing(): Error {
    return new StoreUnavailable(`the database ${this.#data.file} has been closed`)
  }

  #dispatch(job: Job): void {
    const idle = [...this.#readers].find((reader) => reader.job === null)
    if (idle) this.#give(idle, job)
    else if (this.#readers.size < this.#size) this.#give(this.#start(), job)
    else this.#waiting.push(job)
  }

  #give(reader: Reader, job: Job): void {
    try {
      reader.worker.postMessage(job.question, [])
      reader.job = job
      reader.worker.ref()
    } catch (error) {
      // What cannot be sent fails alone; the thread has nothing to do with it.
      job.reject(error instanceof Error ? error : new Error(String(error)))
      this.#next(reader)
    }
  }

  #next(reader: Reader): void {
    reader.job = null
    reader.worker.unref()
    const job = this.#waiting.shift()
    if (job) this.#give(reader, job)
  }

  #start(): Reader {
    const worker = startThread(this.#script, this.#data)
    const reader: Reader = { worker, job: null }
    this.#readers.add(reader)
    worker.on('message', (answer: Answer) => {
      const { job } = reader
      this.#next(reader)
      if (job) settle(job, answer)
    })
    worker.on('messageerror', (error) => {
      this.#lose(reader, error.message)
      void worker.terminate()
    })
    worker.on('error', (error) => this.#lose(reader, error.message))
    worker.on('exit', (code) => this.#lose(reader, `exit code ${code}`))
    return reader
  }

  #lose(reader: Reader, reason: string): void {
    if (!this.#readers.delete(reader)) return
    const message = `a thread that reads the database ${this.#data.file} stopped: ${reason}; try again`
    reader.job?.reject(new StoreUnavailable(message))
    const job = this.#waiting.shift()
    if (job) this.#give(this.#start(), job)
  }
}
