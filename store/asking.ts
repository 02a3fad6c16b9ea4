import { AsyncLocalStorage } from 'node:async_hooks'

/** On whose behalf the store is asked. */
export type Asking = {
  /** Of the request, as logs and databases show it. */
  id: string
  /** Aborted when nobody waits for the answer any longer. */
  givenUp: AbortSignal | null
}

/** The answer is not waited for any longer, so that it was not made. */
export class GivenUp extends Error {
  constructor() {
    super('nobody waits for the answer any longer')
    this.name = 'GivenUp'
  }
}

// It travels beside the call: the port speaks of graphs, and each of its questions may be asked by somebody or by nobody.
const current = new AsyncLocalStorage<Asking>()

/** Runs `work`; all that it asks of a store is asked on behalf of `who`. */
export const askedBy = <Result>(who: Asking, work: () => Result): Result => current.run(who, work)

/** `null` for work that no request waits for, such as that of the command line. */
export const whoAsks = (): Asking | null => current.getStore() ?? null

/** For what is made once and kept for everybody: it is finished, even if the one who asked first goes away. */
export const forEverybody = <Result>(work: () => Result): Result => {
  const who = whoAsks()
  return who === null ? work() : askedBy({ ...who, givenUp: null }, work)
}

/** Calls `stop` when the answer is given up, at once if it has been; the function that is returned ends that. */
export const whenGivenUp = (stop: () => void): (() => void) => {
  const signal = whoAsks()?.givenUp
  if (!signal) return () => undefined
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  return () => signal.removeEventListener('abort', stop)
}
