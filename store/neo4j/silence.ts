import { setTimeout as pause } from 'node:timers/promises'
import { NoAnswer } from './unavailable.ts'

/** The driver bounds the way to the server, but not how long it may then be silent. In milliseconds; throws `NoAnswer`. */
export const orSilence = async <Answer>(asked: Promise<Answer>, within: number): Promise<Answer> => {
  const heard = new AbortController()
  const silent = pause(within, null, { signal: heard.signal }).then(() => {
    throw new NoAnswer(Math.round(within / 1000))
  })
  try {
    return await Promise.race([asked, silent])
  } finally {
    heard.abort()
    silent.catch(() => undefined)
  }
}
