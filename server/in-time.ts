import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Request, Response } from 'express'
import { askedBy, GivenUp } from '../store/asking.ts'
import { AppError } from './errors.ts'

export type AsyncHandler = (request: Request, response: Response) => Promise<void>

const idOf = ({ id }: Request): string => (typeof id === 'string' ? id : '')

const tooSlow = (milliseconds: number): AppError =>
  new AppError(
    'too-slow',
    `No answer within ${milliseconds / 1000} s: ask for less (a shorter period, a lower limit), or again when the server is less busy.`,
  )

/** Works again where the answer was given up by somebody else who waited for the same. */
const persistently = async (givenUp: AbortSignal, work: () => Promise<void>): Promise<void> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof GivenUp) || givenUp.aborted) throw error
    return work()
  }
}

/** All that a handler asks of the store is asked on behalf of its request. */
export const onBehalf =
  (handle: AsyncHandler): AsyncHandler =>
  (request, response) =>
    askedBy({ id: idOf(request), givenUp: null }, () => handle(request, response))

/**
 * As `onBehalf`; what is not done within `patience` milliseconds, or whose asker has gone away, is given up and not left
 * running. Not for what writes: it may be done all the same.
 */
export const inTime =
  (patience: number, handle: AsyncHandler): AsyncHandler =>
  async (request, response) => {
    const giveUp = new AbortController()
    // One answer may ask the store many things at once, each of which listens.
    setMaxListeners(0, giveUp.signal)
    const gone = () => giveUp.abort()
    response.once('close', gone)
    const done = new AbortController()
    const late = pause(patience, undefined, { signal: done.signal }).then(() => {
      giveUp.abort()
      throw tooSlow(patience)
    })
    const { signal } = giveUp
    const work = () => persistently(signal, () => handle(request, response))
    try {
      // Who is late finds the refusal sent already, and can send nothing after it.
      await Promise.race([askedBy({ id: idOf(request), givenUp: signal }, work), late])
    } finally {
      response.off('close', gone)
      done.abort()
    }
  }
