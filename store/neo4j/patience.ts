import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable } from '../port.ts'
import { mayPass } from './unavailable.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000
const SAY_AGAIN_MS = 60_000

export type Patience = {
  /** How long to go on, in milliseconds; `Infinity` until `stop`. */
  patience: number
  /** Told of a trouble when it is new and once a minute, and when it is over. */
  tell: (message: string) => void
  stop: AbortSignal
}

/** Says the same thing once a minute at most. */
const sparing = (tell: (message: string) => void) => {
  let said = { message: '', at: 0 }
  return (message: string): void => {
    const at = performance.now()
    if (message === said.message && at - said.at < SAY_AGAIN_MS) return
    said = { message, at }
    tell(message)
  }
}

/** Does `work` again and again, with longer and longer pauses, while what it fails of may pass; any other trouble ends it at once. */
export const patiently = async (
  work: () => Promise<void>,
  over: string,
  { patience, tell, stop }: Patience,
): Promise<void> => {
  const until = performance.now() + patience
  const seconds = Math.round(patience / 1000)
  const say = sparing(tell)
  for (let wait = FIRST_PAUSE_MS, attempt = 1; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS), attempt++)
    try {
      await work()
      if (attempt > 1) tell(over)
      return
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || !mayPass(error) || stop.aborted) throw error
      if (performance.now() + wait > until)
        throw new StoreUnavailable(`${error.message}; given up after ${seconds} s`, { cause: error.cause })
      say(`${error.message}; asking again ${patience === Infinity ? 'until it answers' : `for ${seconds} s`}`)
      await pause(wait, undefined, { signal: stop }).catch(() => undefined)
      if (stop.aborted) throw error
    }
}
