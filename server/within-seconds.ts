import { setTimeout as pause } from 'node:timers/promises'

/** `null` when the answer has not come by then. */
export const withinSeconds = async <Value>(seconds: number, answer: Promise<Value>): Promise<Value | null> => {
  const impatience = new AbortController()
  try {
    return await Promise.race([answer, pause(seconds * 1000, null, { signal: impatience.signal })])
  } finally {
    impatience.abort()
  }
}
