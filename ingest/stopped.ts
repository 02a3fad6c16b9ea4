import { setImmediate as turn } from 'node:timers/promises'

/** Whether the user has asked to stop; lets the signal in first, which work without a pause would keep out. */
export const stopped = async (stop: AbortSignal): Promise<boolean> => {
  await turn()
  return stop.aborted
}
