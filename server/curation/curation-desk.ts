import type { StoreConfig } from '../../store/open-store.ts'
import type { Store } from '../../store/port.ts'
import { ThreadPool } from '../../store/thread-pool.ts'
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
/** Questions that may wait behind the one that is being answered; who comes then is told to come later. */
const MOST_WAITING = 64

const lost = (reason: string): Error => {
  const message = `The thread that keeps the corrections stopped: ${reason}. Look at the log whether what you sent was written, and try again.`
  return new AppError('store-down', message)
}

const told = (answer: Answer): unknown => {
  if (answer.ok) return answer.value
  const { code, message, beside, stack } = answer
  if (code !== null) throw new AppError(code, message, beside)
  const error = new Error(message)
  if (stack) error.stack = stack
  throw error
}

/**
 * Asks a thread that opens the store for itself: what a city comes to takes seconds, and holds up no other request there.
 * A question whose asker has gone is not asked any more; one that has been begun is finished, as it may write.
 */
export class CurationThread implements CurationDesk {
  readonly #thread: ThreadPool<Question, Answer>

  constructor(store: StoreConfig, script: URL = WORKER) {
    const data: DeskData = { store }
    const closing = (begun: boolean) =>
      begun ? lost('it was closed') : new AppError('store-down', 'The server is stopping.')
    const name = 'the thread that keeps the corrections'
    this.#thread = new ThreadPool({ name, script, data, size: 1, grace: null, lost, closing })
  }

  async ask<Asked extends Method>(method: Asked, ...args: Arguments<Asked>): Promise<Reply<Asked>> {
    if (this.#thread.state().waiting > MOST_WAITING)
      throw new AppError('too-many', 'Too much is being asked about corrections at once; try again in a moment.')
    // The thread runs the method of this name, so what it answers has the type that the method gives.
    return told(await this.#thread.ask({ method, args })) as Reply<Asked>
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
