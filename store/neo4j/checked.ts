import { forEverybody } from '../asking.ts'
import type { Connection } from './connection.ts'
import { isLost } from './unavailable.ts'

export type Checked = Connection & {
  /** Resolves when the server has been found fit to answer. */
  check(): Promise<void>
}

/**
 * A connection whose questions go only to a server that `check` has passed: once at first, and again each time the way to it was
 * cut, as another server, or an empty one, may have come in its place. Questions that come meanwhile wait for that check and fail
 * as it fails.
 */
export const checked = (connection: Connection, check: () => Promise<void>): Checked => {
  let passed = false
  let running: Promise<void> | null = null
  const pass = async (): Promise<void> => {
    await check()
    passed = true
  }
  const enter = async (): Promise<void> => {
    if (passed) return
    running ??= forEverybody(pass).finally(() => {
      running = null
    })
    await running
  }
  const behind = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    await enter()
    try {
      return await ask()
    } catch (error) {
      if (isLost(error)) passed = false
      throw error
    }
  }
  return {
    read: (work) => behind(() => connection.read(work)),
    write: (work) => behind(() => connection.write(work)),
    close: () => connection.close(),
    check: enter,
  }
}
