/** In milliseconds; what is there sooner need not be told that it takes time. */
const SLOW = 400

/** How far a drawing is; `slow` is worth words. */
export type Stage = 'drawing' | 'slow' | 'drawn'

/** Begins to draw, and tells how far it is; the function that is returned gives it up. */
export const drawSlowly = (
  draw: (signal: AbortSignal) => Promise<void>,
  tell: (stage: Stage) => void,
): (() => void) => {
  const stop = new AbortController()
  tell('drawing')
  const slow = setTimeout(() => tell('slow'), SLOW)
  draw(stop.signal)
    .finally(() => {
      clearTimeout(slow)
      if (!stop.signal.aborted) tell('drawn')
    })
    .catch((error: unknown) => {
      if (!stop.signal.aborted) reportError(error)
    })
  return () => {
    clearTimeout(slow)
    stop.abort()
  }
}
