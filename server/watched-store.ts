import type { Logger } from 'pino'
import { GivenUp, whoAsks } from '../store/asking.ts'
import { StaleBase, type Store, StoreUnavailable } from '../store/port.ts'

export type Watch = {
  log: Logger
  /** From how many milliseconds on a question is told in the log. */
  slow: number
  /** Called when a question begins; the function that it returns when that ends. */
  begun: (method: string) => (outcome: 'answered' | 'refused' | 'given-up' | 'failed') => void
}

const outcomeOf = (error: unknown): 'refused' | 'given-up' | 'failed' => {
  if (error instanceof GivenUp) return 'given-up'
  return error instanceof StoreUnavailable || error instanceof StaleBase ? 'refused' : 'failed'
}

type Ask = (...args: unknown[]) => Promise<unknown>

const watched =
  (method: string, ask: Ask, { log, slow, begun }: Watch): Ask =>
  async (...args) => {
    const from = performance.now()
    const ended = begun(method)
    let outcome: 'answered' | 'refused' | 'given-up' | 'failed' = 'answered'
    try {
      return await ask(...args)
    } catch (error) {
      outcome = outcomeOf(error)
      throw error
    } finally {
      ended(outcome)
      const milliseconds = Math.round(performance.now() - from)
      // What was asked is not told: names of people stand in it.
      if (milliseconds >= slow) log.warn({ id: whoAsks()?.id, method, milliseconds, outcome }, 'The store was slow')
    }
  }

/** The same store; what takes long is told in the log with the request that asked, and everything is counted. */
export const watchedStore = (store: Store, watch: Watch): Store => {
  const methods = Object.entries(store).map(([name, ask]) =>
    // Each method is called with what it was called with; that they are all functions is what the port says.
    name === 'close' ? [name, ask] : [name, watched(name, ask as Ask, watch)],
  )
  return Object.fromEntries(methods) as Store
}
