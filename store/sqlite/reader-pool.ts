import { StoreUnavailable } from '../port.ts'
import { type PoolOptions, ThreadPool } from '../thread-pool.ts'
import type { ReadMethod, Reads } from './reads.ts'
import type { Answer, Question, ReaderData } from './worker-protocol.ts'

const READER = new URL('./reader-worker.ts', import.meta.url)

const told = (answer: Answer): unknown => {
  if (answer.ok) return answer.value
  const error = answer.unavailable ? new StoreUnavailable(answer.message) : new Error(answer.message)
  if (answer.stack) error.stack = answer.stack
  throw error
}

/** Threads that read one file. */
export class ReaderPool {
  readonly #threads: ThreadPool<Question, Answer>

  constructor(data: ReaderData, size: number, options: Partial<Pick<PoolOptions, 'script' | 'grace'>> = {}) {
    this.#threads = new ThreadPool({
      name: `the threads that read the database ${data.file}`,
      script: READER,
      data,
      size,
      lost: (reason) =>
        new StoreUnavailable(`a thread that reads the database ${data.file} stopped: ${reason}; try again`),
      closing: () => new StoreUnavailable(`the database ${data.file} has been closed`),
      ...options,
    })
  }

  async ask<Method extends ReadMethod>(
    method: Method,
    args: Parameters<Reads[Method]>,
  ): Promise<ReturnType<Reads[Method]>> {
    // The thread runs the method of this name, so what it answers has the type that the method gives.
    return told(await this.#threads.ask({ method, args })) as ReturnType<Reads[Method]>
  }

  /** Fails what is still asked. */
  close(): Promise<void> {
    return this.#threads.close()
  }
}
