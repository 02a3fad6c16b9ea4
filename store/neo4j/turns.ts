import { AsyncResource } from 'node:async_hooks'
import PQueue from 'p-queue'
import { GivenUp, whenGivenUp } from '../asking.ts'
import { TooMany } from './unavailable.ts'

/** Runs `work` when its turn comes, on behalf of the one who asked. Throws `TooMany`, or `GivenUp`, when it has not come by then. */
export type Turns = <Answer>(work: () => Promise<Answer>) => Promise<Answer>

/** At most `size` at a time, the others in the order in which they came; who has waited for `patience`, in milliseconds, is refused. */
export const turnsOf = ({ size, patience }: { size: number; patience: number }): Turns => {
  const queue = new PQueue({ concurrency: size })
  return async (work) => {
    const waiting = new AbortController()
    const late = setTimeout(() => waiting.abort(new TooMany()), patience)
    const done = whenGivenUp(() => waiting.abort(new GivenUp()))
    const cameOn = () => {
      clearTimeout(late)
      done()
    }
    // The queue starts it out of whatever work has just ended, which somebody else may have asked for.
    const begin = AsyncResource.bind(() => {
      cameOn()
      return work()
    })
    try {
      return await queue.add(begin, { signal: waiting.signal })
    } finally {
      cameOn()
    }
  }
}
